//! The inspections that the notice answers.

use schemars::JsonSchema;
use serde::Serialize;

use super::texts::{Dictionary, JsonTexts, optional};
use crate::notice::edition::Edition;
use crate::notice::{Inspection, wording};
use crate::text::locale::Locale;
use crate::value::Date;

/// 一次检查：种类、检查机构、被检查单位、日期。One scrutiny: its kind, by whom, of whom and when.
#[derive(Serialize, JsonSchema)]
pub(super) struct InspectionData<'a> {
    /// 种类。The kind.
    #[schemars(with = "Dictionary")]
    kind: JsonTexts<'a>,
    /// 检查机构。Who carried it out.
    #[schemars(with = "Dictionary")]
    body: JsonTexts<'a>,
    /// 被检查单位。Of whom.
    #[schemars(with = "Dictionary")]
    subject: JsonTexts<'a>,
    /// 开始日期。First day.
    from: Option<Date>,
    /// 结束日期。Last day.
    to: Option<Date>,
    /// 反馈日期。The day on which the findings were reported.
    fed_back_on: Option<Date>,
}

pub(super) fn inspection_data<'a>(edition: &'a Edition, inspection: &'a Inspection) -> InspectionData<'a> {
    let locales = &edition.theme.locales;
    let kind = |locale: &Locale| {
        let words = wording::words_of(&edition.notice, inspection, locales, locale);
        let kind = words.get("kind").filter(|kind| !kind.is_empty())?;
        Some((locale.lang, kind.to_owned().into()))
    };
    InspectionData {
        kind: JsonTexts::of(locales.iter().filter_map(kind)),
        body: optional(&inspection.body),
        subject: optional(&inspection.subject),
        from: inspection.from.map(|on| *on),
        to: inspection.to.map(|on| *on),
        fed_back_on: inspection.fed_back_on.map(|on| *on),
    }
}
