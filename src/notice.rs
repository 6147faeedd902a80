//! The notice as it is meant: records read, ids resolved, translations complete, issues in the order of the document.
//!
//! Takes the files of `content/`; gives a [`Notice`], and with a date and a theme an [`edition::Edition`]. Whether what
//! it says makes sense is the business of [`crate::rules`].

mod rule_ids;
mod accountability;
pub mod breakdown;
mod common;
pub mod content;
pub mod edition;
pub mod equation;
mod external;
pub mod fields;
mod figure_records;
mod highlights;
mod declared;
pub mod measures;
mod ids;
mod issue;
mod known;
mod labels;
pub mod lists;
mod lookup;
mod naming;
mod narrative;
mod notes;
mod noun_forms;
mod numbers;
mod open;
mod outline;
pub mod pagination;
pub mod parts;
mod passages;
mod places;
mod records;
mod resolve;
mod schemas;
mod section;
pub mod statistics;
mod statuses;
mod stray;
pub mod wording;
mod written;

use std::collections::BTreeMap;
use std::sync::Arc;

pub use accountability::{Accountability, PersonTable};
pub use common::CommonText;
pub use declared::{FieldValue, FieldValues};
pub use figure_records::{FigureHolder, FigureRecords};
pub use highlights::{Highlight, NoHighlight};
pub use ids::{ArticleId, IssueId, IssueKey, PlaceId, ResponseId, SectionId, StatusId, TopicId, UnitId};
pub use issue::Issue;
pub use labels::speaks;
pub use naming::Naming;
pub use narrative::{Narrative, NarrativeFile};
pub use notes::{EditorNote, EditorNotes};
pub use noun_forms::NounForms;
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
pub use section::Section;
pub use statuses::{MAX_STATUSES, ResponseSpec, Status, StatusSpec, Vocabulary};
pub use written::{Markdown, Written, WrittenText};

use crate::diagnostic::Place;
use crate::theme;
use crate::value::url::BaseUrl;
use crate::value::{Lang, RelPath};
use content::Sourced;
use records::GlossaryRecord;

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
