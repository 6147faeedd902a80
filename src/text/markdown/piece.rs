//! What a text consists of, free of the parser: a flat list of pieces in reading order.
//!
//! A list, not a tree, so that no nesting that an author can type exhausts the stack.

use std::ops::Range;

/// A piece of a text and where it stands in the source, in bytes.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Placed {
    pub(super) piece: Piece,
    pub(super) at: Range<usize>,
}

/// A piece of a text. Every `Open` has its `Close` and every `OpenSpan` its `CloseSpan`, nested properly.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Piece {
    Open(Block),
    Close,
    OpenSpan(Span),
    CloseSpan,
    /// Words of the author.
    Text(String),
    /// What a quotation such as `{{ fines }}` stands for.
    Figure(String),
    Code(String),
    Picture(Picture),
    /// A reference to the footnote of this label.
    Reference(String),
    /// A line break of the source that is none for the reader.
    SoftBreak,
    HardBreak,
    Rule,
}

impl Piece {
    /// Whether the piece is set alike at any place: it has no address, which depends on the page, and no level or id, which are the page's.
    pub(super) fn stands_anywhere(&self) -> bool {
        !matches!(
            self,
            Piece::Open(Block::Heading(_) | Block::Note(_))
                | Piece::OpenSpan(Span::Link(_) | Span::Picture(_))
                | Piece::Picture(_)
                | Piece::Reference(_)
        )
    }
}

/// An element that stands on lines of its own, or a part of one.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Block {
    Paragraph,
    /// A heading of a level from 1 to 6.
    Heading(u8),
    Quotation,
    /// Text as typed.
    Code,
    /// A list: numbered from a start, or with bullets.
    List(Option<u64>),
    Item,
    Table(Vec<Alignment>),
    Head,
    Row,
    Cell,
    /// The text of the footnote of this label.
    Note(String),
}

/// An element within a line.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Span {
    Emphasis,
    Strong,
    Link(Link),
    /// A picture; what it encloses is its description. Becomes [`Piece::Picture`].
    Picture(Link),
}

/// Where a link or a picture leads. Without a destination the text stands alone.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Link {
    pub(super) destination: Option<String>,
    pub(super) title: String,
}

/// A picture with its description.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Picture {
    pub(super) link: Link,
    pub(super) description: String,
}

/// How the author aligned a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Alignment {
    /// As the theme sets it, which is where text begins.
    Start,
    Center,
    Right,
}
