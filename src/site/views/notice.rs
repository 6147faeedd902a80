//! The full notice, or one page of it: its parts, the issues with their texts, and what is still to be done.

mod contents;
mod parts;
mod shown;

use serde::Serialize;

use super::super::parts::{Each, FigureView, Parts, SectionRef, TopicRef};
use super::accountability::{AccountabilityView, accountability_view};
use super::facts::{FactView, facts_of_notice};
use super::issue_text::{IssueText, IssueTexts, issue_text, plain_text};
use crate::notice::pagination::Piece;
use crate::notice::{FieldPlace, Group, IssueId};
use contents::{ContentsPart, contents};
use parts::{PartView, part_views};
use shown::Shown;

/// The whole document.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct NoticeView<'a> {
    /// What the document has, wherever it stands.
    pub contents: Vec<ContentsPart>,
    /// What the notice says as a whole in fields of the office's own.
    pub facts: Vec<FactView>,
    /// The parts of the page in order, each with its heading; what `id` they have says what they consist of.
    pub parts: Vec<PartView>,
    pub stated: Vec<FigureView>,
    pub sections: Vec<SectionPart<'a>>,
    pub accountability: Option<AccountabilityView>,
    /// Groups of outstanding issues, with what is still to be done.
    pub outstanding: Vec<OutstandingPart<'a>>,
}

/// A section of the document.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct SectionPart<'a> {
    /// None where the notice has no sections.
    pub section: Option<SectionRef>,
    pub topics: Vec<TopicPart<'a>>,
}

/// A topic of the document.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct TopicPart<'a> {
    /// None where the section has no topics.
    pub topic: Option<TopicRef>,
    pub issues: IssueTexts<'a>,
}

/// Outstanding issues of one status.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct OutstandingPart<'a> {
    pub status: String,
    pub issues: IssueTexts<'a>,
}

/// Returns the document, or one page of it, counted from 1.
pub(super) fn notice<'a>(parts: &Parts<'a>, number: usize) -> NoticeView<'a> {
    let notice = parts.notice();
    let document = &parts.edition.document;
    let shown = Shown { pieces: document.pieces(number), is_whole: document.is_whole() };
    let sections = notice.divisions().map(|section| SectionPart {
        section: section.map(|section| parts.section_ref(section)),
        topics: notice.groups(section).into_iter().filter_map(|group| topic_part(parts, group, &shown)).collect(),
    });
    let outstanding = notice.outstanding_by_status().into_iter().map(|(status, issues)| OutstandingPart {
        status: notice.status(status.id).id.to_string(),
        issues: Each::of(parts, shown.of(issues, Piece::Outstanding), |parts, issue| {
            issue_text(parts, issue, FieldPlace::Notice, "next-", "")
        }),
    });
    NoticeView {
        contents: contents(parts),
        facts: facts_of_notice(parts, FieldPlace::Notice),
        parts: part_views(parts, &shown),
        stated: parts.noted_figures(&notice.record.stated, notice.record.editor_notes()),
        sections: sections.filter(|section| shown.is_whole || !section.topics.is_empty()).collect(),
        accountability: notice.accountability.as_ref().map(|a| accountability_view(parts, a, "accountability-")),
        outstanding: outstanding.filter(|part| !part.issues.is_empty()).collect(),
    }
}

fn topic_part<'a>(parts: &Parts<'a>, group: Group, shown: &Shown) -> Option<TopicPart<'a>> {
    let issues = shown.of(parts.notice().issues_of(group).collect(), Piece::Issue);
    let topic = group.topic.map(|topic| parts.topic_ref(topic));
    (shown.is_whole || !issues.is_empty()).then(|| TopicPart { topic, issues: Each::of(parts, issues, document_text) })
}

/// An issue with its texts in the document: what is still to be done stands there, unless a part of its own has it.
fn document_text(parts: &Parts<'_>, id: IssueId) -> IssueText {
    let text = plain_text(parts, id);
    let stands_apart = text.row.is_outstanding && parts.notice().part("outstanding").is_some();
    let next_steps = text.next_steps.filter(|_| !stands_apart);
    IssueText { next_steps, ..text }
}
