//! What a text consists of, free of the parser: a flat list of pieces in reading order.
//!
//! A list, not a tree, so that no nesting that an author can type exhausts the stack. A document keeps its pieces as long as its notice
//! lives, so they are kept packed: words that the source has as they are shown are a range of it, and all else takes a few bytes.

use std::ops::Range;

use serde::{Deserialize, Serialize};

/// The pieces of a text as a document keeps them.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct PackedPieces(Box<[u8]>);

impl PackedPieces {
    /// Packs pieces. Into memory that does not fail, nor does it to unpack what was packed.
    pub(super) fn of(pieces: &[Placed]) -> PackedPieces {
        PackedPieces(postcard::to_stdvec(pieces).unwrap_or_default().into())
    }

    /// Returns the pieces.
    pub(super) fn unpacked(&self) -> Vec<Placed> {
        postcard::from_bytes(&self.0).unwrap_or_default()
    }
}

/// A piece of a text and where it stands in the source, in bytes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Placed {
    pub(super) piece: Piece,
    start: u32,
    end: u32,
}

impl Placed {
    /// A piece at a range of the source.
    pub(super) fn new(piece: Piece, at: Range<usize>) -> Placed {
        let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Placed { piece, start: offset(at.start), end: offset(at.end) }
    }

    /// Where it stands in the source.
    pub(super) fn at(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A piece of a text. Every `Open` has its `Close` and every `OpenSpan` its `CloseSpan`, nested properly.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum Piece {
    Open(Block),
    Close,
    OpenSpan(Span),
    CloseSpan,
    /// Words of the author.
    Text(OwnWords),
    /// A quotation such as `{{ fines }}`: the name.
    Quote(Box<str>),
    Code(OwnWords),
    /// A reference to the footnote of this label.
    Reference(Box<str>),
    /// A line break of the source that is none for the reader.
    SoftBreak,
    HardBreak,
    Rule,
}

impl Piece {
    /// Whether it can be written out more than once, or only when the rest is known.
    pub(super) fn is_written_late(&self) -> bool {
        matches!(
            self,
            Piece::Open(Block::Table(_) | Block::Note(_)) | Piece::OpenSpan(Span::Link(_)) | Piece::Reference(_)
        )
    }
}

/// Words: none of their own if the source has the very same where the piece stands.
pub(super) type OwnWords = Option<Box<str>>;

/// An element that stands on lines of its own, or a part of one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
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
    Table(Box<[Alignment]>),
    Head,
    Row,
    Cell,
    /// The text of the footnote of this label.
    Note(Box<str>),
}

/// An element within a line.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum Span {
    Emphasis,
    Strong,
    Link(Box<Link>),
    /// A picture; what it encloses is its description.
    Picture(Box<Link>),
}

/// Where a link or a picture leads, as the author wrote it, controls left out. Without a destination the text stands alone.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Link {
    pub(super) destination: Option<String>,
    pub(super) title: String,
}

/// How the author aligned a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Alignment {
    /// As the theme sets it, which is where text begins.
    Start,
    Center,
    Right,
}
