//! The notice as it is meant: ids resolved, translations complete, issues in the order of the document.
//!
//! Takes [`crate::notice::content::Content`], gives a [`Notice`]; from here on the shape is right. The model reads no YAML and writes no JSON:
//! records above it and views below it do. Whether what it says makes sense is the business of [`crate::rules`].

pub mod content;
pub mod edition;
mod moved;
mod records;
mod resolve;
pub mod statistics;

pub use crate::notice::content::{
    AcceptedRecord as Accepted, ContactRecord as Contact, CorrectionRecord as Correction, FigureRecord as Figure,
    GroupRecord as Group, HistoryRecord as Change, InspectionRecord as Inspection, IssueRecord as Record,
    MeasureRecord as Measure, PersonRecord as Person, SiteRecord as Site, WrongTermRecord as WrongTerm,
};
pub use resolve::resolve;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::value::{Date, Lang, Localized, RelPath};

/// A notice: how a public body rectified what an inspection found.
#[derive(Clone, Debug)]
pub struct Notice {
    /// `content/notice.yaml`.
    pub path: RelPath,
    /// Title.
    pub title: Localized,
    /// Issuer.
    pub issuer: Localized,
    /// Date of issue.
    pub issued_on: Date,
    /// The date that statuses and statistics hold for.
    pub as_of: Date,
    /// What the notice is, in a sentence or two.
    pub summary: Localized,
    /// The inspection that the notice answers.
    pub inspection: Option<Inspection>,
    /// Languages; the first is the default.
    pub languages: Vec<Lang>,
    /// The name of the theme.
    pub theme: String,
    /// The address that the site will have, ending in `/`.
    pub base_url: Option<String>,
    /// A note in the footer of every page.
    pub disclaimer: Option<Localized>,
    /// How statuses were established.
    pub method: Option<Localized>,
    /// Whom to ask.
    pub contact: Contact,
    /// Identity of a government site.
    pub site: Site,
    /// Figures that the issuer states for the whole notice.
    pub stated: Vec<Figure>,
    /// Hosts that the notice may link to.
    pub allowed_hosts: Vec<String>,
    /// Units, in the order of `units.yaml`.
    pub units: Vec<Unit>,
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
    /// Terms and their translations.
    pub glossary: Vec<Localized>,
    /// Terms that must not be written.
    pub wrong_terms: Vec<WrongTerm>,
    /// Equations that must hold between figures.
    pub equations: Vec<String>,
    /// Findings that were looked at and accepted.
    pub accepted: Vec<Accepted>,
    /// The fingerprint of the source that each translation was made from, by the translation's file.
    pub translations: Option<(RelPath, BTreeMap<String, String>)>,
}

impl Notice {
    /// The language at the root of the site.
    pub fn default_language(&self) -> &Lang {
        &self.languages[0]
    }

    /// The topic of an issue.
    pub fn topic(&self, issue: &Issue) -> &Topic {
        &self.sections[issue.section].topics[issue.topic]
    }

    /// The issues of a section, in the order of the document.
    pub fn issues_of_section(&self, section: usize) -> &[Issue] {
        let start = self.issues.partition_point(|i| i.section < section);
        let end = self.issues.partition_point(|i| i.section <= section);
        &self.issues[start..end]
    }

    /// The issues of a topic, by number.
    pub fn issues_of_topic(&self, section: usize, topic: usize) -> &[Issue] {
        let start = self.issues.partition_point(|i| (i.section, i.topic) < (section, topic));
        let end = self.issues.partition_point(|i| (i.section, i.topic) <= (section, topic));
        &self.issues[start..end]
    }
}

/// A lead or responsible unit.
#[derive(Clone, Debug)]
pub struct Unit {
    /// Id.
    pub id: String,
    /// Name.
    pub name: Localized,
}

/// A section: the first level of the document.
#[derive(Clone, Debug)]
pub struct Section {
    /// Number, from 1.
    pub number: u32,
    /// What stands in addresses.
    pub slug: String,
    /// Title.
    pub title: Localized,
    /// Title for navigation.
    pub short_title: Localized,
    /// Topics in order.
    pub topics: Vec<Topic>,
}

/// A topic: the second level of the document.
#[derive(Clone, Debug)]
pub struct Topic {
    /// Number within its section, from 1.
    pub number: usize,
    /// Id, unique in the notice.
    pub id: String,
    /// Title.
    pub title: Localized,
}

/// A Markdown file in each language.
#[derive(Clone, Debug)]
pub struct Narrative {
    /// The files.
    pub files: Localized<RelPath>,
}

/// An issue.
#[derive(Clone, Debug)]
pub struct Issue {
    /// The record's file.
    pub path: RelPath,
    /// Its section, a position in [`Notice::sections`].
    pub section: usize,
    /// Its topic, a position in [`Section::topics`].
    pub topic: usize,
    /// Lead units, positions in [`Notice::units`].
    pub lead: Vec<usize>,
    /// Responsible units, positions in [`Notice::units`].
    pub responsible: Vec<usize>,
    /// The response.
    pub narrative: Option<Narrative>,
    /// All else is as the author wrote it, the history in order.
    pub record: Arc<Record>,
}

impl std::ops::Deref for Issue {
    type Target = Record;

    fn deref(&self) -> &Record {
        &self.record
    }
}

impl Issue {
    /// Days between the deadline and `as_of`, if the deadline has passed with something still to be done.
    pub fn days_overdue(&self, as_of: Date) -> Option<i64> {
        let days = self.due?.days_until(as_of);
        (self.status.is_outstanding() && days > 0).then_some(days)
    }
}

/// Leads handled and persons held to account.
#[derive(Clone, Debug)]
pub struct Accountability {
    /// The record's file.
    pub path: RelPath,
    /// The date that these figures hold for.
    pub as_of: Option<Date>,
    /// Figures.
    pub figures: Vec<Figure>,
    /// Persons by measure taken.
    pub groups: Vec<Group>,
    /// Equations that must hold between figures.
    pub equations: Vec<String>,
    /// Findings that were looked at and accepted.
    pub accepted: Vec<Accepted>,
    /// The text.
    pub narrative: Option<Narrative>,
}

impl Accountability {
    /// The name of a person that may be shown at a date, if any.
    pub fn name_shown(person: &Person, as_of: Date) -> Option<&Localized> {
        let expired = person.until.is_some_and(|until| until.is_before(as_of));
        person.name.as_ref().filter(|_| !expired && person.reason.is_some())
    }
}
