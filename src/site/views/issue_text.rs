//! Issues with their texts, as their own pages and the full notice set them.

use serde::Serialize;

use super::super::figures::rests;
use super::super::parts::{Each, FigureView, Html, IssueRow, NoteView, Parts};
use super::super::prose::MarkdownRenderer;
use super::anchors::{from_document, issue_anchor};
use super::facts::{FactView, facts};
use super::measures::{MeasureView, measures};
use crate::notice::fields::MarkdownField;
use crate::notice::{Change, FieldPlace, Issue, IssueId, Item};
use crate::value::{Date, StatusBasis};

/// Issues with their texts.
pub(super) type IssueTexts<'a> = Each<'a, IssueText>;

/// An issue with its texts.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct IssueText {
    pub row: IssueRow,
    /// Where it stands in the document, from a page of it.
    pub in_document: String,
    /// What the full notice says of it beside its status.
    pub facts: Vec<FactView>,
    pub measures: Vec<MeasureView>,
    pub statement: Option<String>,
    pub figures: Vec<FigureView>,
    /// What is left of wholes, in sentences.
    pub rests: Vec<String>,
    /// Editor's notes.
    pub notes: Vec<NoteView>,
    /// The words of the response to the finding or recommendation.
    pub answer: Option<Html>,
    pub narrative: Option<Html>,
    pub next_steps: Option<Html>,
    pub items: Vec<ItemView>,
    pub documents: Vec<String>,
    pub history: Vec<ChangeView>,
}

/// An item of an issue.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct ItemView {
    pub title: String,
    pub statement: Option<String>,
    pub status: String,
    pub basis: StatusBasis,
    pub due: Option<Date>,
    pub original_due: Option<Date>,
    pub completed_on: Option<Date>,
    pub response: Option<Html>,
    pub history: Vec<ChangeView>,
}

/// A change of status.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct ChangeView {
    pub on: Date,
    pub status: String,
    pub note: Option<String>,
}

/// Issues with their texts, for a page at the root of the language.
pub(super) fn texts<'a>(parts: &Parts<'a>, issues: Vec<IssueId>) -> IssueTexts<'a> {
    Each::of(parts, issues, plain_text)
}

/// An issue with its texts, for a page at the root of the language.
pub(super) fn plain_text(parts: &Parts<'_>, id: IssueId) -> IssueText {
    issue_text(parts, id, FieldPlace::Notice, "", "")
}

pub(super) fn issue_text(parts: &Parts<'_>, id: IssueId, place: FieldPlace, part: &str, root: &str) -> IssueText {
    let issue = parts.notice().issue(id);
    let prose =
        MarkdownRenderer { root, id_prefix: part, ..MarkdownRenderer::of_issue(parts.edition, parts.locale, issue) };
    IssueText {
        row: parts.row(id),
        in_document: from_document(parts, parts.edition.document.page_of_issue(id), &issue_anchor(issue)),
        facts: facts(parts, issue, place),
        measures: measures(parts, issue, place),
        statement: issue.record.statement.as_ref().map(|s| parts.text(s)),
        figures: parts.noted_figures(&issue.record.figures, issue.editor_notes()),
        rests: rests(parts, &issue.record.figures, &issue.record.equations),
        notes: parts.notes(issue.editor_notes()),
        answer: prose.field(issue, MarkdownField::Answer),
        narrative: prose.field(issue, MarkdownField::Response),
        next_steps: prose.field(issue, MarkdownField::NextSteps),
        items: items(parts, &prose, issue),
        documents: issue.record.documents.iter().map(|d| parts.text(d)).collect(),
        history: history(parts, &issue.record.history),
    }
}

fn items(parts: &Parts<'_>, prose: &MarkdownRenderer<'_>, issue: &Issue) -> Vec<ItemView> {
    let view = |(item, response): (&Item, Option<Html>)| ItemView {
        title: parts.text(&item.title),
        statement: item.statement.as_ref().map(|text| parts.text(text)),
        status: item.status.to_string(),
        basis: item.status_basis,
        due: item.due.map(|due| *due),
        original_due: item.original_due.map(|due| *due),
        completed_on: item.completed_on.map(|on| *on),
        response,
        history: history(parts, &item.history),
    };
    issue.record.items.iter().zip(prose.items(issue)).map(view).collect()
}

fn history(parts: &Parts<'_>, history: &[Change]) -> Vec<ChangeView> {
    let note = |change: &Change| change.note.as_ref().map(|note| parts.text(note));
    history
        .iter()
        .map(|change| ChangeView { on: *change.on, status: change.status.to_string(), note: note(change) })
        .collect()
}
