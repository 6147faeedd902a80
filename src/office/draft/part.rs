//! Other parts of a notice, and tables in texts.

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
