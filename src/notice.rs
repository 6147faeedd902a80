//! The notice as it is meant: records read, ids resolved, translations complete, issues in the order of the document.
//!
//! Takes the files of `content/`; gives a [`Notice`], and with a date and a theme an [`edition::Edition`]. Whether what it says makes sense
//! is the business of [`crate::rules`].

mod rule_ids;
pub mod content;
pub mod edition;
mod external;
pub mod fields;
pub mod measures;
mod ids;
mod naming;
mod notes;
mod passages;
mod records;
mod resolve;
mod schemas;
pub mod statistics;
mod statuses;
mod stray;
pub mod wording;
mod written;

use std::collections::BTreeMap;
use std::sync::Arc;

pub use ids::{IssueId, ResponseId, SectionId, StatusId, TopicId, UnitId};
pub use naming::{Naming, NounForms};
pub use notes::{EditorNote, EditorNotes};
pub use passages::{Passage, PassageGroup};
pub use records::{
    AcceptedRecord as Accepted, ContactRecord as Contact, CorrectionRecord as Correction, ExternalRecord,
    FigureRecord as Figure, GroupRecord, HistoryRecord as Change, InspectionRecord as Inspection, IssueRecord,
    MeasureRecord as Measure, NoticeRecord, PeriodRecord as Period, PersonRecord as Person,
    PublicityRecord as Publicity, SectionRecord, SiteRecord as Site, TopicRecord, UnitRecord,
    WrongTermRecord as WrongTerm,
};
pub use resolve::resolve;
pub use rule_ids::*;
pub use statuses::{MAX_STATUSES, ResponseSpec, Status, StatusSpec, Vocabulary};
pub use written::{Markdown, Written, WrittenText};

use crate::diagnostic::Place;
use crate::text::markdown::Doc;
use crate::theme;
use crate::value::url::BaseUrl;
use crate::value::{Date, Lang, Localized, RelPath, StatusClass, Text};
use content::Sourced;
use records::{AccountabilityRecord, GlossaryRecord};

/// A notice: how a public body rectified what an inspection found.
#[derive(Clone, Debug)]
pub struct Notice {
    /// `content/notice.yaml`.
    pub path: RelPath,
    /// What it says of the notice as a whole.
    pub record: Arc<NoticeRecord>,
    /// Languages; the first is the default.
    pub languages: Vec<Lang>,
    /// The name of the theme.
    pub theme: String,
    /// The address that the site will have, ending in `/`.
    pub base_url: Option<BaseUrl>,
    /// Its statuses and responses.
    pub vocabulary: Vocabulary,
    /// Units, in the order of `units.yaml`.
    pub units: Vec<UnitRecord>,
    /// Sections by number.
    pub sections: Vec<Section>,
    /// Issues in the order of the document: by section, topic and number.
    pub issues: Vec<Issue>,
    /// How many digits an issue number has in addresses: enough for the highest, at least three.
    pub number_width: usize,
    /// How the rectification was organised.
    pub overview: Option<Narrative>,
    /// Leads handled and persons held to account.
    pub accountability: Option<Accountability>,
    /// The closing words.
    pub closing: Option<Narrative>,
    /// Documents and pictures that narratives link to.
    pub files: Vec<RelPath>,
    /// Terms and their translations; terms that must not be written.
    pub glossary: Option<Sourced<GlossaryRecord>>,
    /// The fingerprint of the source that each translation was made from, by the translation's file.
    pub translations: Option<(RelPath, BTreeMap<String, String>)>,
    unit_ids: BTreeMap<Box<str>, UnitId>,
    issue_ids: BTreeMap<RelPath, IssueId>,
    units_path: Option<RelPath>,
}

impl Notice {
    /// The language at the root of the site.
    pub fn default_language(&self) -> Lang {
        self.languages[0]
    }

    /// A section.
    pub fn section(&self, id: SectionId) -> &Section {
        &self.sections[id.index()]
    }

    /// A topic.
    pub fn topic(&self, id: TopicId) -> &TopicRecord {
        &self.section(id.section).record.topics[id.index]
    }

    /// An issue.
    pub fn issue(&self, id: IssueId) -> &Issue {
        &self.issues[id.index()]
    }

    /// A unit.
    pub fn unit(&self, id: UnitId) -> &UnitRecord {
        &self.units[id.index()]
    }

    /// A status.
    pub fn status(&self, id: StatusId) -> &StatusSpec {
        &self.vocabulary.statuses[id.index()]
    }

    /// A response.
    pub fn response(&self, id: ResponseId) -> &ResponseSpec {
        &self.vocabulary.responses[id.index()]
    }

    /// Every status that issues may have, in the order of tables and charts.
    pub fn statuses(&self) -> impl Iterator<Item = Status> + '_ {
        let all = self.vocabulary.statuses.iter().enumerate();
        all.map(|(at, status)| Status { id: StatusId::new(at), class: status.class })
    }

    /// Every response that issues may have.
    pub fn response_ids(&self) -> impl Iterator<Item = ResponseId> + use<> {
        (0..self.vocabulary.responses.len()).map(ResponseId::new)
    }

    /// The response to an issue.
    pub fn response_to(&self, issue: &Issue) -> Option<ResponseId> {
        self.vocabulary.response(issue.record.response.as_ref()?)
    }

    /// Every section, in order.
    pub fn section_ids(&self) -> impl Iterator<Item = SectionId> + use<> {
        (0..self.sections.len()).map(SectionId::new)
    }

    /// Every topic of a section, in order.
    pub fn topic_ids(&self, section: SectionId) -> impl Iterator<Item = TopicId> + use<> {
        (0..self.section(section).record.topics.len()).map(move |index| TopicId { section, index })
    }

    /// Every issue, in the order of the document.
    pub fn issue_ids(&self) -> impl Iterator<Item = IssueId> + use<> {
        (0..self.issues.len()).map(IssueId::new)
    }

    /// Every unit, in the order of `units.yaml`.
    pub fn unit_ids(&self) -> impl Iterator<Item = UnitId> + use<> {
        (0..self.units.len()).map(UnitId::new)
    }

    /// The units of these ids; ids that no unit has were reported as the notice was resolved.
    pub fn units_of<'a>(&'a self, ids: &'a [Text]) -> impl Iterator<Item = UnitId> + 'a {
        ids.iter().filter_map(|id| self.unit_ids.get(id.as_str()).copied())
    }

    /// The issue whose record is this file.
    pub fn issue_of_record(&self, path: &str) -> Option<IssueId> {
        self.issue_ids.get(path).copied()
    }

    /// The issues of a topic, by number.
    pub fn issues_of_topic(&self, topic: TopicId) -> impl Iterator<Item = IssueId> + use<> {
        let start = self.issues.partition_point(|issue| issue.topic < topic);
        let end = self.issues.partition_point(|issue| issue.topic <= topic);
        (start..end).map(IssueId::new)
    }

    /// Every acceptance of a finding, with its file and the beginning of the paths that it speaks for; everything if there is none.
    pub fn acceptances(&self) -> impl Iterator<Item = (&RelPath, Option<&str>, &Accepted)> {
        let issues = self.issues.iter().flat_map(|issue| {
            let scope = issue.path.as_str().strip_suffix("yaml");
            issue.record.accepted.iter().map(move |accepted| (&issue.path, scope, accepted))
        });
        let accountability = self.accountability.iter().flat_map(|part| {
            part.record.accepted.iter().map(move |accepted| (&part.path, Some("content/accountability."), accepted))
        });
        issues.chain(accountability).chain(self.record.accepted.iter().map(|accepted| (&self.path, None, accepted)))
    }

    /// The theme and the languages that are wanted, and where the notice says so.
    pub fn theme_wanted(&self) -> theme::Wanted<'_> {
        let file = || Place::File(self.path.clone());
        let named = self.record.theme.as_ref().map(|name| Place::span(&self.path, name.span()));
        let languages = self.record.languages.first().zip(self.record.languages.last());
        let listed = languages.map(|(first, last)| Place::span(&self.path, first.span().start..last.span().end));
        theme::Wanted {
            name: &self.theme,
            languages: &self.languages,
            name_place: named.unwrap_or_else(file),
            languages_place: listed.unwrap_or_else(file),
        }
    }

    /// Terms that must not be written.
    pub fn wrong_terms(&self) -> &[WrongTerm] {
        self.glossary.as_ref().map_or(&[], |glossary| &glossary.record.wrong)
    }
}

/// A section: the first level of the document.
#[derive(Clone, Debug)]
pub struct Section {
    /// Number, from 1.
    pub number: u32,
    /// What stands in addresses.
    pub slug: String,
    /// `section.yaml`.
    pub path: RelPath,
    /// Title and topics.
    pub record: SectionRecord,
}

impl Section {
    /// The title for navigation.
    pub fn short_title(&self) -> &Localized {
        self.record.short_title.as_ref().unwrap_or(&self.record.title)
    }
}

/// A Markdown file in each language.
#[derive(Clone, Debug)]
pub struct Narrative {
    /// The files.
    pub files: Localized<NarrativeFile>,
}

/// A Markdown file in one language.
#[derive(Clone, Debug)]
pub struct NarrativeFile {
    /// Where it is.
    pub path: RelPath,
    /// What it says.
    pub doc: Arc<Doc>,
}

/// An issue.
#[derive(Clone, Debug)]
pub struct Issue {
    /// The record's file.
    pub path: RelPath,
    /// Its topic, and so its section.
    pub topic: TopicId,
    /// Its status at the date of the edition.
    pub status: Status,
    /// What was done.
    pub response: Option<Narrative>,
    /// As the author wrote it, the history in order.
    pub record: Arc<IssueRecord>,
}

impl Issue {
    /// The number in the document.
    pub fn number(&self) -> u32 {
        *self.record.number
    }

    /// What its status counts as.
    pub fn class(&self) -> StatusClass {
        self.status.class
    }

    /// The deadline.
    pub fn due(&self) -> Option<Date> {
        self.record.deadline().map(|due| *due)
    }

    /// Days between the deadline and `as_of`, if the deadline has passed with something still to be done.
    pub fn days_overdue(&self, as_of: Date) -> Option<i64> {
        let days = self.due()?.days_until(as_of);
        (self.class().is_outstanding() && days > 0).then_some(days)
    }

    /// The ids of its lead and responsible units, as the author gave them.
    pub fn unit_ids(&self) -> impl Iterator<Item = &Text> {
        self.record.lead.iter().chain(&self.record.responsible)
    }
}

/// Leads handled and persons held to account.
#[derive(Clone, Debug)]
pub struct Accountability {
    /// The record's file.
    pub path: RelPath,
    /// Figures, persons by measure taken, equations.
    pub record: AccountabilityRecord,
    /// The text.
    pub narrative: Option<Narrative>,
}

impl Person {
    /// The name, if it may be shown on a day. A period of publicity that is over stays over: editions of earlier days are published later.
    pub fn name_shown(&self, on: Date) -> Option<&Localized> {
        let expired = self.until.is_some_and(|until| until.is_before(on));
        self.name.as_ref().filter(|_| !expired && self.reason.is_some())
    }
}
