//! Leads handled and persons held to account: on a page of their own and in the full notice.

use serde::Serialize;

use super::super::figures::{FiguresView, figures};
use super::super::parts::{Html, NoteView, Parts};
use super::super::prose::MarkdownRenderer;
use super::persons::{GroupView, group_view};
use crate::notice::Accountability;
use crate::value::Date;

/// Leads handled and persons held to account.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct AccountabilityView {
    pub as_of: Option<Date>,
    pub figures: FiguresView,
    /// Editor's notes.
    pub notes: Vec<NoteView>,
    pub groups: Vec<GroupView>,
    pub text: Option<Html>,
}

pub(super) fn accountability(parts: &Parts<'_>) -> AccountabilityView {
    match &parts.notice().accountability {
        Some(accountability) => accountability_view(parts, accountability, ""),
        None => {
            let figures = FiguresView::default();
            AccountabilityView { as_of: None, figures, notes: Vec::new(), groups: Vec::new(), text: None }
        }
    }
}

pub(super) fn accountability_view(
    parts: &Parts<'_>,
    accountability: &Accountability,
    id_prefix: &str,
) -> AccountabilityView {
    let record = &accountability.record;
    let notes = record.editor_notes();
    let of_notice = MarkdownRenderer::of_notice(parts.edition, parts.locale);
    let prose = MarkdownRenderer { figures: &record.figures, notes, id_prefix, ..of_notice };
    AccountabilityView {
        as_of: record.as_of.map(|on| *on),
        figures: figures(parts, &record.figures, &record.equations, notes),
        notes: parts.notes(notes),
        groups: record.groups.iter().map(|group| group_view(parts, group)).collect(),
        text: accountability.narrative.as_ref().map(|narrative| prose.narrative(narrative)),
    }
}
