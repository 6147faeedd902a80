//! Issues by section and topic: all of them, or those of a status or of a response.

use serde::Serialize;

use super::super::parts::{Each, LinkView, Parts, Rows, SectionRef, StatusView, TopicRef};
use super::answers::{AnswerCount, answers};
use super::contents::{ContentsEntry, Paged};
use super::filters::{FilterView, filters};
use crate::notice::{Group, Issue, IssueId, ResponseId, StatusId};
use crate::value::{Count, Date};

/// A list of issues by section.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct ListView<'a> {
    /// The status that the list is of, if it is of one.
    pub status: Option<StatusView>,
    pub total: Count,
    pub sections: Vec<SectionRows<'a>>,
    /// Where each section and topic begins, if the list is on several pages.
    pub contents: Vec<ContentsEntry>,
    /// Deadlines that occur, for the filter.
    pub deadlines: Vec<Date>,
    /// Units that occur, for the filter.
    pub units: Vec<LinkView>,
    /// Responses that occur, for the filter.
    pub answers: Vec<AnswerCount>,
    /// Fields of the office's own by which the list can be filtered.
    pub fields: Vec<FilterView>,
}

/// Issues of a section.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct SectionRows<'a> {
    /// None where the notice has no sections.
    pub section: Option<SectionRef>,
    pub topics: Vec<TopicRows<'a>>,
}

/// Issues of a topic.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct TopicRows<'a> {
    /// None where the section has no topics.
    pub topic: Option<TopicRef>,
    pub issues: Rows<'a>,
}

pub(super) fn all_issues<'a>(parts: &Parts<'a>, paged: Paged<'_>) -> ListView<'a> {
    list(parts, None, paged, |_| true)
}

pub(super) fn by_status<'a>(parts: &Parts<'a>, status: StatusId, paged: Paged<'_>) -> ListView<'a> {
    list(parts, Some(status), paged, |issue| issue.status.id == status)
}

pub(super) fn by_response<'a>(parts: &Parts<'a>, response: ResponseId, paged: Paged<'_>) -> ListView<'a> {
    let notice = parts.notice();
    ListView {
        total: parts.count(&parts.wanted(|issue| notice.response_to(issue) == Some(response))),
        ..list(parts, None, paged, |issue| notice.response_to(issue) == Some(response))
    }
}

fn list<'a>(
    parts: &Parts<'a>,
    status: Option<StatusId>,
    mut paged: Paged<'_>,
    is_wanted: impl Fn(&Issue) -> bool,
) -> ListView<'a> {
    let notice = parts.notice();
    let status = status.and_then(|id| notice.statuses().find(|status| status.id == id));
    let of_group = |group: Group| -> Vec<IssueId> {
        notice.issues_of(group).filter(|issue| is_wanted(notice.issue(*issue))).collect()
    };
    let mut sections = Vec::new();
    for division in notice.divisions() {
        let section = division.map(|section| parts.section_ref(section));
        let groups = notice.groups(division).into_iter().map(|group| (group, of_group(group)));
        let groups: Vec<_> = groups.filter(|(_, issues)| !issues.is_empty()).collect();
        if let Some(section) = section.as_ref().filter(|_| !groups.is_empty()) {
            paged.begin(&format!("section-{}", section.slug), || section.short_title.clone(), false);
        }
        let mut topics = Vec::new();
        for (group, issues) in groups {
            let topic = group.topic.map(|topic| parts.topic_ref(topic));
            if let Some(topic) = &topic {
                paged.begin(&topic.anchor, || topic.title.clone(), true);
            }
            let issues = paged.take(issues);
            topics.extend(issues.map(|issues| TopicRows { topic, issues: Each::of(parts, issues, Parts::row) }));
        }
        sections.extend((!topics.is_empty()).then_some(SectionRows { section, topics }));
    }
    ListView {
        status: status.map(|status| parts.status_view(status)),
        total: match status {
            Some(status) => parts.edition.statistics.all.of(status),
            None => Count::of_all(parts.edition.statistics.all.total()),
        },
        sections,
        contents: paged.contents(),
        deadlines: parts.edition.statistics.deadlines.iter().map(|(due, _)| *due).collect(),
        units: parts.acting_units().map(|unit| parts.unit_link(unit)).collect(),
        answers: answers(parts),
        fields: filters(parts),
    }
}
