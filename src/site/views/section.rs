//! The page of a section, and the counts of every section.

use serde::Serialize;

use super::super::finding::{FindingView, finding};
use super::super::parts::{Each, LinkView, Parts, Rows, SectionRef, TallyView, TopicRef};
use super::super::plan::PageKind;
use super::super::wall::{WallView, section_wall};
use super::contents::{ContentsEntry, Paged};
use crate::notice::{Group, SectionId};

/// A section.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct SectionView<'a> {
    pub section: SectionRef,
    pub tally: TallyView,
    /// What the section comes to.
    pub finding: FindingView,
    /// Its issues as squares, in one part.
    pub wall: Vec<WallView<'a>>,
    pub topics: Vec<TopicGroup<'a>>,
    /// Where each topic begins, if the list is on several pages.
    pub contents: Vec<ContentsEntry>,
    pub previous: Option<LinkView>,
    pub next: Option<LinkView>,
}

/// The counts of a topic beside its issues.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct TopicGroup<'a> {
    /// None where the section has no topics.
    pub topic: Option<TopicRef>,
    pub tally: TallyView,
    pub issues: Rows<'a>,
}

/// A section with its counts.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct SectionTally {
    /// The section.
    pub section: SectionRef,
    /// Its counts.
    pub tally: TallyView,
}

pub(super) fn section<'a>(parts: &Parts<'a>, id: SectionId, mut paged: Paged<'_>) -> SectionView<'a> {
    let notice = parts.notice();
    let statistics = &parts.edition.statistics;
    let topic = |group: Group| {
        let topic = group.topic.map(|topic| parts.topic_ref(topic));
        if let Some(topic) = &topic {
            paged.begin(&topic.anchor, || topic.title.clone(), false);
        }
        let issues = paged.take(notice.issues_of(group).collect())?;
        let tally = parts.tally(statistics.of_group(group));
        Some(TopicGroup { topic, tally, issues: Each::of(parts, issues, Parts::row) })
    };
    let topics = notice.groups(Some(id)).into_iter().filter_map(topic).collect();
    let open = parts.wanted(|issue| issue.group.section == Some(id) && issue.class().is_outstanding());
    SectionView {
        section: parts.section_ref(id),
        tally: parts.tally(statistics.of_section(id)),
        finding: finding(parts, statistics.of_section(id), &open),
        wall: vec![section_wall(parts, id)],
        topics,
        contents: paged.contents(),
        previous: id.previous().map(|section| parts.link(PageKind::Section(section))),
        next: id.next(notice.sections.len()).map(|section| parts.link(PageKind::Section(section))),
    }
}

pub(super) fn section_tallies(parts: &Parts<'_>) -> Vec<SectionTally> {
    let statistics = &parts.edition.statistics;
    let tally = |section| SectionTally {
        section: parts.section_ref(section),
        tally: parts.tally(statistics.of_section(section)),
    };
    parts.notice().section_ids().map(tally).collect()
}
