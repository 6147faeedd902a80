//! What was read of a notice, before it is records: every text as it stands.

mod front;
mod issue;
mod joined;
mod part;
mod stated;

use serde_yaml::{Mapping, Value};

use crate::value::{Date, Lang};

pub use front::{Contact, Inspection};
pub use issue::{DraftIssue, DraftSection};
pub use joined::one_line;
pub use part::{DraftPart, PartKind, TextTable};
pub use stated::StatedField;

/// A notice as it was read.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Draft {
    /// Its language; Chinese if nothing says so.
    pub language: Option<Lang>,
    /// Title.
    pub title: Option<String>,
    /// Issuers.
    pub issuers: Vec<String>,
    /// Date of issue.
    pub issued_on: Option<Date>,
    /// Document number.
    pub document_number: Option<String>,
    /// What it answers.
    pub inspection: Option<Inspection>,
    /// The paragraph that opens the notice.
    pub opening: Vec<String>,
    /// How to reach the office.
    pub contact: Contact,
    /// Sections in order.
    pub sections: Vec<DraftSection>,
    /// Issues in order.
    pub issues: Vec<DraftIssue>,
    /// The other parts, in order.
    pub parts: Vec<DraftPart>,
    /// What the part with the issues is called.
    pub issues_title: Option<String>,
    /// What the part with the outstanding matters is called, if there is one.
    pub outstanding_title: Option<String>,
    /// Whether the notice states as many issues as were read.
    pub states_total: bool,
    /// Whether numbers begin anew in every section.
    pub is_numbered_per_section: bool,
    /// Whether numbers have gaps.
    pub has_own_numbers: bool,
    /// Whether gongkai made the document, which states whatever there is: nothing is put in its place where something is missing.
    pub is_made: bool,
    /// Further entries of the record of the notice, as they are written; they count before what else is read.
    pub more: Mapping,
    /// Further records: the path of each, its schema and what it says.
    pub records: Vec<(String, &'static str, Value)>,
    /// Ids that words of the document stand for.
    pub known: KnownIds,
}

/// Ids with the words that stand for them, in the order of the notice that they come from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct KnownIds {
    /// Units.
    pub units: Vec<(String, String)>,
    /// Fields of the office's own, with what they are fields of.
    pub fields: Vec<(String, String, Vec<String>)>,
    /// Sections.
    pub sections: Vec<(String, String)>,
    /// Topics, with the section of each.
    pub topics: Vec<(String, String, String)>,
}

impl Draft {
    /// Returns what may stand for the summary: the paragraph that opens the notice, if it is short.
    pub fn summary(&self) -> Option<&str> {
        const LONGEST: usize = 200;
        self.opening.first().map(String::as_str).filter(|text| text.chars().count() <= LONGEST)
    }
}
