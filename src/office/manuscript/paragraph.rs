//! A paragraph: its text, its number, and what its style says of it.

use std::ops::Range;

use crate::site::formats::DOCUMENT_MARK;
use crate::value::Lang;

/// A paragraph.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// Which paragraph of the file it is (line of a text file), from 1.
    pub number: usize,
    /// The number that the word processor counted, as a person sees it (`（一）`), or nothing.
    pub label: String,
    /// The text as it stands, without the label; a soft break is `\n`, a tab `\t`.
    pub text: String,
    /// What the style says that it is.
    pub role: Role,
    /// What it states, in a document that gongkai made; nothing in others.
    pub mark: Option<ParagraphMark>,
    /// Which text it is set as.
    pub kind: TextKind,
    /// How deep it stands in lists, from 0.
    pub level: usize,
    /// What of the text stands out, in order.
    pub looks: Vec<TextLook>,
    /// Where it is set across, which tells of cells.
    pub across: Across,
}

/// What a paragraph states, in a document that gongkai made ([`crate::site::formats::document`]).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParagraphMark {
    /// The version of the names.
    pub version: u32,
    /// The language that the document is in.
    pub language: Lang,
    /// What the paragraph states: `issue`, `fact due` …
    pub states: String,
}

impl ParagraphMark {
    /// Returns what the name of a style says that its paragraphs state: `gongkai 1 zh Heading3 issue`.
    pub fn read(name: &str) -> Option<ParagraphMark> {
        let (first, rest) = name.split_once(' ')?;
        let mut words = rest.splitn(4, ' ');
        let (version, language) = (words.next()?.parse().ok()?, Lang::of(words.next()?)?);
        let (_look, states) = (words.next()?, words.next()?.trim().to_owned());
        (first == DOCUMENT_MARK && !states.is_empty()).then_some(ParagraphMark { version, language, states })
    }
}

/// Which text a paragraph is set as.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub enum TextKind {
    /// A paragraph like any other.
    #[default]
    Plain,
    /// An item of a list, or one that goes on with it.
    Item,
    /// Words of somebody else.
    Quotation,
    /// Text as typed.
    Code,
}

/// Where a text is set across its line.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub enum Across {
    /// Where its language begins.
    #[default]
    Start,
    /// In the middle.
    Center,
    /// To the right.
    Right,
}

/// A stretch of a text that stands out.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct TextLook {
    /// Its bytes; none of a footnote, which stands behind a text.
    pub range: Range<usize>,
    /// Whether it is set in bold.
    pub is_strong: bool,
    /// Whether it is set in italics.
    pub is_stressed: bool,
    /// Where it leads, in a document that gongkai made.
    pub link: Option<String>,
    /// What the footnote says that stands here, in a document that gongkai made.
    pub footnote: Option<String>,
}

impl TextLook {
    /// Returns whether another stretch looks the same.
    pub fn is_like(&self, other: &TextLook) -> bool {
        let look = |one: &TextLook| (one.is_strong, one.is_stressed);
        look(self) == look(other) && self.link == other.link && self.footnote == other.footnote
    }
}

/// What a paragraph is by its style.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Nothing but text.
    #[default]
    Body,
    /// The title of the document.
    Title,
    /// A heading, from 1, the outermost.
    Heading(u8),
}
