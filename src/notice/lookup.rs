//! What the ids of a notice stand for, and every id that there is, in order.

use super::{
    Article, ArticleId, ArticleKind, Issue, IssueId, Notice, Part, ResponseId, ResponseSpec, Section, SectionId,
    Status, StatusId, StatusSpec, TopicId, TopicRecord, UnitId, UnitRecord,
};
use crate::value::Text;

impl Notice {
    /// Returns a section.
    pub fn section(&self, id: SectionId) -> &Section {
        &self.sections[id.index()]
    }

    /// Returns a topic.
    pub fn topic(&self, id: TopicId) -> &TopicRecord {
        &self.section(id.section).record.topics[id.index]
    }

    /// Returns an issue.
    pub fn issue(&self, id: IssueId) -> &Issue {
        &self.issues[id.index()]
    }

    /// Returns a unit.
    pub fn unit(&self, id: UnitId) -> &UnitRecord {
        &self.units[id.index()]
    }

    /// Returns a status.
    pub fn status(&self, id: StatusId) -> &StatusSpec {
        &self.vocabulary.statuses[id.index()]
    }

    /// Returns a response.
    pub fn response(&self, id: ResponseId) -> &ResponseSpec {
        &self.vocabulary.responses[id.index()]
    }

    /// Returns every status that issues may have, in the order of tables and charts.
    pub fn statuses(&self) -> impl Iterator<Item = Status> + '_ {
        let all = self.vocabulary.statuses.iter().enumerate();
        all.map(|(at, status)| Status { id: StatusId::new(at), class: status.class })
    }

    /// Returns every response that issues may have.
    pub fn response_ids(&self) -> impl Iterator<Item = ResponseId> + use<> {
        (0..self.vocabulary.responses.len()).map(ResponseId::new)
    }

    /// Returns the response to an issue.
    pub fn response_to(&self, issue: &Issue) -> Option<ResponseId> {
        self.vocabulary.response(issue.record.response.as_ref()?)
    }

    /// Returns every section, in order.
    pub fn section_ids(&self) -> impl Iterator<Item = SectionId> + use<> {
        (0..self.sections.len()).map(SectionId::new)
    }

    /// Returns a text of the notice as a whole.
    pub fn article(&self, id: ArticleId) -> &Article {
        &self.articles[id.index()]
    }

    /// Returns every text of the notice as a whole: those of the document in the order of their numbers, then the pages
    /// beside it.
    pub fn article_ids(&self) -> impl Iterator<Item = ArticleId> + use<> {
        (0..self.articles.len()).map(ArticleId::new)
    }

    /// Returns the text of this kind, if there is one.
    pub fn article_of(&self, kind: ArticleKind) -> Option<ArticleId> {
        self.article_ids().find(|id| self.article(*id).kind == kind)
    }

    /// Returns the part of an id, if the document has it.
    pub fn part(&self, id: &str) -> Option<&Part> {
        self.parts.iter().find(|part| part.id == id)
    }

    /// Every topic of a section, in order.
    pub fn topic_ids(&self, section: SectionId) -> impl Iterator<Item = TopicId> + use<> {
        (0..self.section(section).record.topics.len()).map(move |index| TopicId { section, index })
    }

    /// Returns every issue, in the order of the document.
    pub fn issue_ids(&self) -> impl Iterator<Item = IssueId> + use<> {
        (0..self.issues.len()).map(IssueId::new)
    }

    /// Returns every unit, in the order of `units.yaml`.
    pub fn unit_ids(&self) -> impl Iterator<Item = UnitId> + use<> {
        (0..self.units.len()).map(UnitId::new)
    }

    /// Returns the units of these ids; ids that no unit has were reported as the notice was resolved.
    pub fn units_of<'a>(&'a self, ids: &'a [Text]) -> impl Iterator<Item = UnitId> + 'a {
        ids.iter().filter_map(|id| self.unit_ids.get(id.as_str()).copied())
    }

    /// The issue whose record is this file.
    pub fn issue_of_record(&self, path: &str) -> Option<IssueId> {
        self.issue_ids.get(path).copied()
    }
}
