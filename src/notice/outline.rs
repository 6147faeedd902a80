//! The outline of a notice: its sections, their topics and the issues below, as far as it has these levels.

use super::{IssueId, Notice, SectionId, Status, TopicId};

/// Issues that stand under one heading: those of a topic, of a section without topics, or of a notice without sections.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Group {
    /// Their section.
    pub section: Option<SectionId>,
    /// Their topic.
    pub topic: Option<TopicId>,
}

impl Group {
    /// Returns the issues directly below a section.
    pub(super) fn of_section(section: SectionId) -> Group {
        Group { section: Some(section), topic: None }
    }

    /// Returns the issues of a topic.
    pub(super) fn of_topic(topic: TopicId) -> Group {
        Group { section: Some(topic.section), topic: Some(topic) }
    }
}

impl Notice {
    /// Returns the divisions of the issues, in order: sections; one division that is none where there are no sections.
    pub fn divisions(&self) -> impl Iterator<Item = Option<SectionId>> + use<> {
        let whole = self.sections.is_empty().then_some(None);
        self.section_ids().map(Some).chain(whole)
    }

    /// Returns the groups of issues of a division, in order: its topics; one group where it has no topics.
    pub fn groups(&self, division: Option<SectionId>) -> Vec<Group> {
        let Some(section) = division else { return vec![Group::default()] };
        let topics: Vec<_> = self.topic_ids(section).map(Group::of_topic).collect();
        if topics.is_empty() { vec![Group::of_section(section)] } else { topics }
    }

    /// Returns the issues of a group, by number.
    pub fn issues_of(&self, group: Group) -> impl Iterator<Item = IssueId> + use<> {
        let start = self.issues.partition_point(|issue| issue.group < group);
        let end = self.issues.partition_point(|issue| issue.group <= group);
        (start..end).map(IssueId::new)
    }

    /// Returns the outstanding issues of each status that has any, in the order of the document.
    pub fn outstanding_by_status(&self) -> Vec<(Status, Vec<IssueId>)> {
        let open = self.statuses().filter(|status| status.class.is_outstanding());
        let of = |status: Status| self.issue_ids().filter(|id| self.issue(*id).status == status).collect::<Vec<_>>();
        open.map(|status| (status, of(status))).filter(|(_, issues)| !issues.is_empty()).collect()
    }

    /// Returns whether any section has topics.
    pub fn has_topics(&self) -> bool {
        self.sections.iter().any(|section| !section.record.topics.is_empty())
    }
}
