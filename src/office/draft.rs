//! What was read of a notice, before it is records: every text as it stands.

use serde_yaml::{Mapping, Value};

use crate::value::{Date, Lang};

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

/// A table in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextTable {
    /// Behind how many paragraphs of the text it stands.
    pub behind: usize,
    /// The file that it was read from, and which block of that it is.
    pub place: (usize, usize),
    /// Its rows, all of them of one width; the first has the heads.
    pub rows: Vec<Vec<String>>,
}

/// The scrutiny that a notice answers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Inspection {
    /// 巡视, 巡察 …
    pub kind: Option<String>,
    /// Who inspected.
    pub body: Option<String>,
    /// Who was inspected.
    pub subject: Option<String>,
    /// First day.
    pub from: Option<Date>,
    /// Last day.
    pub to: Option<Date>,
    /// When the findings were reported.
    pub fed_back_on: Option<Date>,
}

/// How to reach the office.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Contact {
    /// The words before the addresses.
    pub invitation: Option<String>,
    /// Telephone numbers.
    pub telephones: Vec<String>,
    /// Postal address.
    pub address: Option<String>,
    /// Postcode.
    pub postcode: Option<String>,
    /// E-mail addresses.
    pub emails: Vec<String>,
    /// Fax.
    pub fax: Vec<String>,
    /// Post-office box.
    pub po_box: Option<String>,
    /// Persons to ask.
    pub persons: Vec<String>,
    /// Hours.
    pub hours: Option<String>,
}

/// A section.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DraftSection {
    /// Its title.
    pub title: String,
    /// Titles of its topics.
    pub topics: Vec<String>,
}

/// An issue.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DraftIssue {
    /// Its number, one of its own in the notice.
    pub number: u32,
    /// The number that is printed; 0 if none is.
    pub printed: u32,
    /// The paragraph or row that it stands in.
    pub line: usize,
    /// Its section.
    pub section: Option<usize>,
    /// Its topic in the section.
    pub topic: Option<usize>,
    /// Its title, where it has one beside what was found.
    pub title: Option<String>,
    /// What was found, as it stands.
    pub statement: String,
    /// What was done, paragraph by paragraph.
    pub response: Vec<String>,
    /// The tables among them.
    pub tables: Vec<TextTable>,
    /// How far it has come, if the notice states it.
    pub status: Option<&'static str>,
    /// Whether that is inferred, and the file says so.
    pub is_inferred: bool,
    /// By when.
    pub due: Option<Date>,
    /// When it was completed.
    pub completed_on: Option<Date>,
    /// Lead bodies.
    pub lead: Vec<String>,
    /// Responsible bodies.
    pub responsible: Vec<String>,
    /// Measures.
    pub measures: Vec<String>,
    /// What is still to be done.
    pub next_steps: Vec<String>,
    /// Fields of the office's own: label and text.
    pub fields: Vec<(String, String)>,
    /// What was done as Markdown, where the document says how it is set.
    pub markdown: Option<String>,
    /// Further entries of the record, as they are written; they count before what else is read.
    pub more: Mapping,
}

/// Another part of the notice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftPart {
    /// What it is.
    pub kind: PartKind,
    /// Its title; none if it has no heading.
    pub title: Option<String>,
    /// Its paragraphs.
    pub paragraphs: Vec<String>,
    /// The tables among them.
    pub tables: Vec<TextTable>,
    /// Its id, where the document says it.
    pub id: Option<String>,
    /// Its text as Markdown, where the document says how it is set.
    pub markdown: Option<String>,
}

/// What a part is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartKind {
    /// How the rectification was organised.
    Overview,
    /// Leads handled and persons held to account.
    Accountability,
    /// Closing words.
    Closing,
    /// A part of the office's own before the issues.
    Before,
    /// A part of the office's own after them.
    After,
}
