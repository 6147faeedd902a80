//! Parts that several views share. [`Parts`] makes them in one language; each kind of part has a file of its own.

mod each;
mod figures;
mod headline;
mod imprint;
mod issue_name;
mod issue_row;
mod links;
mod notes;
mod numbering;
mod others;
mod sections;
mod statuses;
mod tally;
mod titles;
mod units;

use serde::Serialize;

use super::plan::PageKind;
use crate::notice::edition::Edition;
use crate::notice::{Issue, IssueId, Notice};
use crate::text::locale::Locale;
use crate::value::{Date, Localized};

pub(super) use each::Each;
pub use figures::FigureView;
pub(super) use headline::HeadlineView;
pub use headline::headed;
pub use imprint::{as_of_text, issuer};
pub use issue_name::{is_named_otherwise, issue_name};
pub use issue_row::IssueRow;
pub(super) use issue_row::{PLACES, Rows};
pub use links::LinkView;
pub(super) use notes::{CorrectionView, NoteView, mark};
pub(super) use sections::{SectionRef, TopicRef};
pub(super) use statuses::StatusView;
pub use tally::TallyView;
pub(super) use units::unit_anchor;

/// Finished HTML, made by gongkai itself. Templates set it with the `html` filter, which takes nothing else.
#[derive(Clone, Debug, Default, Serialize, schemars::JsonSchema)]
pub struct Html {
    html: String,
}

impl Html {
    /// HTML that gongkai has made.
    pub(super) fn made(html: String) -> Html {
        Html { html }
    }
}

/// Makes parts in one language.
#[derive(Clone, Copy, Debug)]
pub(super) struct Parts<'a> {
    pub(super) edition: &'a Edition,
    pub(super) locale: &'a Locale,
}

impl<'a> Parts<'a> {
    pub(super) fn notice(&self) -> &'a Notice {
        &self.edition.notice
    }

    pub(super) fn text(&self, text: &Localized) -> String {
        text.text(self.locale.lang).to_owned()
    }

    pub(super) fn optional(&self, text: &Option<Localized>) -> Option<String> {
        text.as_ref().map(|text| self.text(text))
    }

    pub(super) fn href(&self, kind: PageKind) -> String {
        kind.href(self.notice())
    }

    /// The words of a deadline: the author's, or else the date as the language writes it.
    pub(super) fn due_text(&self, due: Option<Date>, written: Option<&Localized>) -> Option<String> {
        written.map(|text| self.text(text)).or_else(|| due.map(|due| self.locale.date(due)))
    }

    /// The issues that are wanted, in the order of the document.
    pub(super) fn wanted(&self, wanted: impl Fn(&Issue) -> bool) -> Vec<IssueId> {
        self.notice().issue_ids().filter(|id| wanted(self.notice().issue(*id))).collect()
    }
}
