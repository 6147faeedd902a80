//! Pieces as readers of one place see them: figures quoted, links resolved, line breaks joined, pictures with their descriptions.

use std::borrow::Cow;
use std::ops::Range;

use super::NoteMark;
use super::piece::Block;

/// A piece that is shown, and where it stands in the source.
#[derive(Clone, Debug)]
pub(super) struct Shown<'d> {
    pub(super) piece: ShownPiece<'d>,
    pub(super) at: Range<usize>,
}

/// A piece of a text, free of names: what is written out.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum ShownPiece<'d> {
    Open(&'d Block),
    Close,
    OpenSpan(ShownSpan<'d>),
    CloseSpan,
    Text(&'d str),
    /// What a quotation stands for, and the marks of notes about it.
    Figure(Cow<'d, str>, Vec<NoteMark>),
    Code(&'d str),
    Picture(Picture<'d>),
    /// A reference to the footnote of this label.
    Reference(&'d str),
    SoftBreak,
    HardBreak,
    Rule,
}

/// An element within a line.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum ShownSpan<'d> {
    Emphasis,
    Strong,
    Link(ShownLink<'d>),
    /// A picture whose description follows. Becomes [`ShownPiece::Picture`].
    Picture(ShownLink<'d>),
}

/// A link with its address on the page; none where it leads nowhere.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct ShownLink<'d> {
    pub(super) href: Option<String>,
    pub(super) title: &'d str,
    /// The width and height of a picture in pixels, if they are known.
    pub(super) size: Option<[u32; 2]>,
}

/// A picture with its description.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Picture<'d> {
    pub(super) link: ShownLink<'d>,
    pub(super) description: String,
}
