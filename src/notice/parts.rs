//! The parts of the document and the pages beside it: which there are, in which order, and what they are called.

use super::Narrative;
use super::content::Sourced;
use super::ids::ArticleId;
use super::records::PersonsRecord;
use crate::value::{Localized, is_reserved};

/// A text of the notice as a whole: a part of the document, or a page beside it.
#[derive(Clone, Debug)]
pub struct Article {
    /// What it is called in addresses.
    pub id: String,
    /// What it is.
    pub kind: ArticleKind,
    /// The text.
    pub narrative: Narrative,
    /// The persons that it lists below the text; only parts of the office's own have any.
    pub persons: Option<Sourced<PersonsRecord>>,
}

/// What a text of the notice as a whole is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ArticleKind {
    /// How the rectification was organised.
    Overview,
    /// A part of the office's own, by its number.
    Part(u32),
    /// The closing words.
    Closing,
    /// A page outside the document.
    Page,
}

/// A part of the document.
#[derive(Clone, Debug)]
pub struct Part {
    /// Its id.
    pub id: String,
    /// What the notice calls it; none if it goes by its usual name, or by none.
    pub title: Option<Localized>,
    /// Whether the document shows the title.
    pub has_heading: bool,
    /// The text that it consists of.
    pub article: Option<ArticleId>,
}

/// The parts that gongkai makes, with the numbers by which parts of the office's own stand before and after them.
pub const OVERVIEW: (&str, u32) = ("overview", 0);
/// The issues.
pub const ISSUES: (&str, u32) = ("issues", 50);
/// Leads handled and persons held to account.
pub const ACCOUNTABILITY: (&str, u32) = ("accountability", 60);
/// What is not finished; a document may do without it.
pub const OUTSTANDING: (&str, u32) = ("outstanding", 70);
/// The closing words.
pub const CLOSING: (&str, u32) = ("closing", 100);

/// The pages that the navigation may have, and whether it may do without them: what is published, how far it has come,
/// what is not finished and a way to find a word are never hidden.
pub const NAVIGABLE: [(&str, bool); 13] = [
    ("home", true),
    ("notice", true),
    ("overview", false),
    ("issues", true),
    ("outstanding", true),
    ("statistics", false),
    ("accountability", false),
    ("contact", false),
    ("data", false),
    ("search", true),
    ("units", false),
    ("ledger", false),
    ("accessibility", false),
];

/// Other names that pages and their anchors have.
const TAKEN: [&str; 9] =
    ["closing", "components", "index", "404", "section", "sections", "issue", "status", "not-found"];

/// Returns whether no text of the office's own can be called so: a page of gongkai is, or Windows keeps the name.
pub fn is_taken(id: &str) -> bool {
    NAVIGABLE.iter().any(|(name, _)| *name == id) || TAKEN.contains(&id) || is_reserved(id)
}
