//! The inspections that the notice answers.

use serde::Serialize;

use super::super::parts::Parts;
use crate::notice::{Inspection, wording};
use crate::value::{Date, Spanned};

/// An inspection that the notice answers.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)] // as in the record
pub struct InspectionView {
    pub kind: Option<String>,
    pub body: Option<String>,
    pub subject: Option<String>,
    pub from: Option<Date>,
    pub to: Option<Date>,
    pub fed_back_on: Option<Date>,
}

pub(super) fn inspection_view(parts: &Parts<'_>, inspection: &Inspection) -> InspectionView {
    let words = wording::words_of(parts.notice(), inspection, &parts.edition.theme.locales, parts.locale);
    let day = |day: Option<Spanned<Date>>| day.map(|on| *on);
    InspectionView {
        kind: words.get("kind").filter(|kind| !kind.is_empty()).map(str::to_owned),
        body: parts.optional(&inspection.body),
        subject: parts.optional(&inspection.subject),
        from: day(inspection.from),
        to: day(inspection.to),
        fed_back_on: day(inspection.fed_back_on),
    }
}
