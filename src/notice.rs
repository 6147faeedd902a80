//! The notice as it is meant: records read, ids resolved, translations complete, issues in the order of the document.
//!
//! Takes the files of `content/`; gives a [`Notice`], and with a date and a theme an [`edition::Edition`]. Whether what
//! it says makes sense is the business of [`crate::rules`].

mod rule_ids;
pub mod breakdown;
mod common;
pub mod content;
pub mod edition;
pub mod equation;
mod external;
pub mod fields;
mod highlights;
mod declared;
pub mod measures;
mod ids;
mod known;
pub mod lists;
mod naming;
mod narrative;
mod notes;
mod numbers;
mod open;
mod outline;
pub mod pagination;
pub mod parts;
mod passages;
mod records;
mod resolve;
mod schemas;
pub mod statistics;
mod statuses;
mod stray;
pub mod wording;
mod written;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

pub use common::CommonText;
pub use declared::{FieldValue, FieldValues};
pub use highlights::{Highlight, NoHighlight};
pub use ids::{ArticleId, IssueId, IssueKey, PlaceId, ResponseId, SectionId, StatusId, TopicId, UnitId};
pub use naming::{Naming, NounForms};
pub use narrative::{Narrative, NarrativeFile};
pub use notes::{EditorNote, EditorNotes};
pub use numbers::speaks;
pub use open::{OpenValue, OpenValues};
pub use outline::Group;
pub use parts::{Article, ArticleKind, Part};
pub use passages::{Passage, PassageGroup};
pub use records::{
    AcceptedRecord as Accepted, ContactRecord as Contact, CorrectionRecord as Correction, ExternalRecord, FieldHolder,
    FieldPlace, FieldRecord, FieldType, FigureRecord as Figure, GroupRecord, HistoryRecord as Change,
    InspectionRecord as Inspection, IssueRecord, ItemRecord as Item, MeasureRecord as Measure, NoticeRecord, Original,
    PeriodRecord as Period, PersonRecord as Person, PlaceRecord, PublicityRecord as Publicity, SectionRecord,
    SiteRecord as Site, TopicRecord, UnitRecord, WrongTermRecord as WrongTerm,
};
pub use resolve::resolve;
pub use rule_ids::*;
pub use statuses::{MAX_STATUSES, ResponseSpec, Status, StatusSpec, Vocabulary};
pub use written::{Markdown, Written, WrittenText};

use crate::diagnostic::Place;
use crate::theme;
use crate::value::url::BaseUrl;
use crate::value::{Date, Due, Lang, Localized, RelPath, StatusClass, Text};
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
    /// What it says as a whole in fields that it declares.
    pub values: FieldValues,
    /// Units, in the order of `units.yaml`.
    pub units: Vec<UnitRecord>,
    /// Places, in the order of `places.yaml`.
    pub places: Vec<PlaceRecord>,
    /// Sections by number.
    pub sections: Vec<Section>,
    /// Issues in the order of the document: by section, topic and number.
    pub issues: Vec<Issue>,
    /// How many digits an issue number has in addresses: enough for the highest, at least three.
    pub number_width: usize,
    /// Texts of the notice as a whole: parts of the document, and pages beside it.
    pub articles: Vec<Article>,
    /// The parts of the document, in order.
    pub parts: Vec<Part>,
    /// Leads handled and persons held to account.
    pub accountability: Option<Accountability>,
    /// Documents and pictures that narratives link to.
    pub files: Vec<RelPath>,
    /// Terms and their translations; terms that must not be written.
    pub glossary: Option<Sourced<GlossaryRecord>>,
    /// The fingerprint of the source that each translation was made from, by the translation's file.
    pub translations: Option<(RelPath, BTreeMap<String, String>)>,
    unit_ids: BTreeMap<Box<str>, UnitId>,
    place_ids: BTreeMap<Box<str>, PlaceId>,
    places_path: Option<RelPath>,
    issue_ids: BTreeMap<RelPath, IssueId>,
    units_path: Option<RelPath>,
}

/// So many issues are very many: not all that is made of them can be looked at while somebody waits.
const VERY_MANY: usize = 5_000;

impl Notice {
    /// Returns whether it has very many issues.
    pub fn is_very_long(&self) -> bool {
        self.issues.len() > VERY_MANY
    }

    /// Returns the language at the root of the site.
    pub fn default_language(&self) -> Lang {
        self.languages[0]
    }

    /// Returns whether it says whom to ask.
    pub fn has_contact(&self) -> bool {
        let mut has_text = false;
        self.record.contact.each_text(&mut |_| has_text = true);
        has_text
    }

    /// Returns whether any issue has a lead or a responsible unit.
    pub fn has_acting_units(&self) -> bool {
        self.issues.iter().any(|issue| issue.unit_ids().next().is_some())
    }

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

    /// The tables of persons: those held to account, then those of parts of the office's own.
    pub fn person_tables(&self) -> impl Iterator<Item = PersonTable<'_>> {
        let held = self.accountability.iter();
        let held = held.map(|part| PersonTable { article: None, path: &part.path, groups: &part.record.groups });
        let of_articles = self.article_ids().filter_map(|id| {
            let Sourced { path, record } = self.article(id).persons.as_ref()?;
            Some(PersonTable { article: Some(id), path, groups: &record.groups })
        });
        held.chain(of_articles)
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

    /// A place.
    pub fn place(&self, id: PlaceId) -> &PlaceRecord {
        &self.places[id.index()]
    }

    /// Every place, in the order of `places.yaml`.
    pub fn place_ids(&self) -> impl Iterator<Item = PlaceId> + use<> {
        (0..self.places.len()).map(PlaceId::new)
    }

    /// The places of these ids, each once; ids that no place has are left out.
    pub fn places_of<'a>(&'a self, ids: &'a [Text]) -> impl Iterator<Item = PlaceId> + 'a {
        let mut known = BTreeSet::new();
        let place = |id: &Text| self.place_ids.get(id.as_str()).copied();
        ids.iter().filter_map(place).filter(move |place| known.insert(*place))
    }

    /// The file that declares the places, if there is one.
    pub fn places_path(&self) -> Option<&RelPath> {
        self.places_path.as_ref()
    }

    /// Whether anything is told of a place.
    pub fn has_places(&self) -> bool {
        let groups = self.accountability.iter().flat_map(|part| &part.record.groups);
        let mut persons = groups.flat_map(|group| &group.persons);
        let is_placed = |ids: &[Text]| self.places_of(ids).next().is_some();
        self.issues.iter().any(|issue| is_placed(&issue.record.places))
            || persons.any(|person| is_placed(&person.places))
    }

    /// The issue whose record is this file.
    pub fn issue_of_record(&self, path: &str) -> Option<IssueId> {
        self.issue_ids.get(path).copied()
    }

    /// Every record that has figures: its file, them, and the equations between them.
    pub fn figure_records(&self) -> impl Iterator<Item = FigureRecords<'_>> {
        let whole = FigureRecords {
            path: &self.path,
            holder: FigureHolder::Notice,
            figures: &self.record.stated,
            equations: &self.record.equations,
        };
        let part = self.accountability.iter().map(|part| FigureRecords {
            path: &part.path,
            holder: FigureHolder::Accountability,
            figures: &part.record.figures,
            equations: &part.record.equations,
        });
        let issues = self.issue_ids().map(|id| {
            let issue = self.issue(id);
            let (figures, equations) = (&*issue.record.figures, &*issue.record.equations);
            FigureRecords { path: &issue.path, holder: FigureHolder::Issue(id), figures, equations }
        });
        std::iter::once(whole).chain(part).chain(issues)
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

    /// Returns the theme and the languages that are wanted, and where the notice says so.
    pub fn theme_wanted(&self) -> theme::ThemeRequest<'_> {
        let file = || Place::File(self.path.clone());
        let named = self.record.theme.as_ref().map(|name| Place::span(&self.path, name.span()));
        let languages = self.record.languages.first().zip(self.record.languages.last());
        let listed = languages.map(|(first, last)| Place::span(&self.path, first.span().start..last.span().end));
        theme::ThemeRequest {
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

/// The figures of a record.
#[derive(Clone, Copy, Debug)]
pub struct FigureRecords<'a> {
    /// Its file.
    pub path: &'a RelPath,
    /// Whose figures they are.
    pub holder: FigureHolder,
    /// The figures.
    pub figures: &'a [Figure],
    /// What must hold between them.
    pub equations: &'a [Text],
}

/// Whose figures a record has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FigureHolder {
    /// Those of the notice as a whole.
    Notice,
    /// Those of leads handled and persons held to account.
    Accountability,
    /// Those of an issue.
    Issue(IssueId),
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
    /// Returns the title for navigation.
    pub fn short_title(&self) -> &Localized {
        self.record.short_title.as_ref().unwrap_or(&self.record.title)
    }
}

/// An issue.
#[derive(Clone, Debug)]
pub struct Issue {
    /// The record's file.
    pub path: RelPath,
    /// What stands for it in addresses, anchors and downloads.
    pub key: IssueKey,
    /// Its section and topic, as far as the notice has them.
    pub group: Group,
    /// Its status at the date of the edition.
    pub status: Status,
    /// What was done.
    pub response: Option<Narrative>,
    /// What it says in fields that the notice declares.
    pub values: FieldValues,
    /// The same of each measure.
    pub measure_values: Vec<FieldValues>,
    /// As the author wrote it, the history in order.
    pub record: Arc<IssueRecord>,
}

impl Issue {
    /// Returns the number of its file.
    pub fn number(&self) -> u32 {
        *self.record.number
    }

    /// Returns what it is called wherever its number is named: its label, or else its number.
    pub fn label(&self, lang: Lang) -> String {
        self.record.label.as_ref().map_or_else(|| self.number().to_string(), |label| label.text(lang).to_owned())
    }

    /// Returns the same issue with its narratives as nobody has read them.
    pub fn unread(&self) -> Issue {
        let mut issue = self.clone();
        let narratives = issue.response.iter_mut().flat_map(|narrative| narrative.files.values_mut());
        narratives.for_each(|file| *file = file.unread());
        issue
    }

    /// Returns whether its label says by itself what it is, as 第二十七项 and A-13-001 do; a bare number or letter does not.
    pub fn has_speaking_label(&self, lang: Lang) -> bool {
        self.record.label.as_ref().is_some_and(|label| numbers::speaks(label.text(lang)))
    }

    /// Returns what authors are told that it is called: its label, or else its key, which is the only one of its kind.
    pub fn name(&self) -> String {
        self.record.label.as_ref().map_or_else(|| self.key.to_string(), |label| label.first().to_owned())
    }

    /// Returns whether the record says that no deadline is stated, or has none for what is still to be done.
    pub fn has_no_due(&self) -> bool {
        let is_unstated = self.record.due.is_some_and(|due| *due == Due::NotStated);
        let is_open = self.class().is_outstanding() && self.due().is_none();
        self.record.due_text.is_none() && (is_unstated || is_open)
    }

    /// Returns what its status counts as.
    pub fn class(&self) -> StatusClass {
        self.status.class
    }

    /// Returns the deadline.
    pub fn due(&self) -> Option<Date> {
        self.record.deadline().map(|due| *due)
    }

    /// Returns days between the deadline and `as_of`, if the deadline has passed with something still to be done.
    pub fn days_overdue(&self, as_of: Date) -> Option<i64> {
        let days = self.due()?.days_until(as_of);
        (self.class().is_outstanding() && days > 0).then_some(days)
    }

    /// Returns the ids of its lead and responsible units, as the author gave them.
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

/// The persons that a part of the notice lists, by measure taken or another kind.
#[derive(Clone, Copy, Debug)]
pub struct PersonTable<'a> {
    /// The part of the office's own that it belongs to; none for accountability.
    pub article: Option<ArticleId>,
    /// The file.
    pub path: &'a RelPath,
    /// The groups, in order.
    pub groups: &'a [GroupRecord],
}

impl Person {
    /// Returns the name, if it may be shown on a day. A period of publicity that is over stays over: editions of
    /// earlier days are published later.
    pub fn name_shown(&self, on: Date) -> Option<&Localized> {
        let expired = self.until.is_some_and(|until| until.is_before(on));
        self.name.as_ref().filter(|_| !expired && self.reason.is_some())
    }
}
