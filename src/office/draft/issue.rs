//! Sections, and the issues in them.

use serde_yaml::Mapping;

use super::part::TextTable;
use crate::value::Date;

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
    /// What the office calls it by, where that is no plain number.
    pub label: Option<String>,
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
    /// Whether those are its measures, as the file says nothing else of what was done.
    pub is_by_measures: bool,
    /// The tables among them.
    pub tables: Vec<TextTable>,
    /// How far it has come, if the notice states it.
    pub status: Option<&'static str>,
    /// Whether that is inferred, and the file says so.
    pub is_inferred: bool,
    /// By when.
    pub due: Option<Date>,
    /// By when in words, where they say more than that.
    pub due_text: Option<String>,
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
    /// Fields of the office's own: label and text, each label once ([`DraftIssue::add_field`]).
    pub fields: Vec<(String, String)>,
    /// What was done as Markdown, where the document says how it is set.
    pub markdown: Option<String>,
    /// Further entries of the record, as they are written; they count before what else is read.
    pub more: Mapping,
}

impl DraftIssue {
    /// Adds a field of the office's own; what is said under a label that is there is a further line of it.
    pub fn add_field(&mut self, label: &str, text: &str) {
        match self.fields.iter_mut().find(|(known, _)| known == label) {
            Some((_, said)) if said.lines().eq(text.lines()) => {}
            Some((_, said)) => *said = format!("{said}\n{text}"),
            None => self.fields.push((label.to_owned(), text.to_owned())),
        }
    }
}
