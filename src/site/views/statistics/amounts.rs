//! The amounts of money among the key figures of issues.

use serde::Serialize;

use super::super::super::listing;
use super::super::super::parts::{FigureView, LinkView, Parts};
use super::super::super::plan::PageKind;
use crate::notice::{EditorNotes, IssueId};

/// The amounts of money among the key figures of an issue.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct AmountsView {
    pub issue: LinkView,
    pub figures: Vec<FigureView>,
}

pub(super) fn amounts(parts: &Parts<'_>, id: IssueId) -> AmountsView {
    let issue = parts.notice().issue(id);
    let views = parts.noted_figures(&issue.record.figures, EditorNotes::default());
    let figures = listing::amounts_of(issue).map(|(at, _)| views[at].clone()).collect();
    AmountsView { issue: parts.link(PageKind::Issue(id)), figures }
}
