//! Pieces as readers of one place see them: figures quoted, links resolved, line breaks joined, pictures with their descriptions.

use std::borrow::Cow;
use std::ops::Range;

use super::piece::{Block, Link, Piece, Span};
use super::{Doc, RenderContext, Target, breaks, picture};

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
    /// What a quotation stands for.
    Figure(Cow<'d, str>),
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
}

/// A picture with its description.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Picture<'d> {
    pub(super) link: ShownLink<'d>,
    pub(super) description: String,
}

impl Doc {
    /// The pieces as they are shown in a place.
    pub(super) fn shown(&self, context: &RenderContext<'_>) -> Vec<Shown<'_>> {
        let mut shown: Vec<Shown<'_>> = self.pieces.iter().map(|placed| self.show(placed, context)).collect();
        breaks::join(&mut shown, context.lang_is_east_asian);
        picture::gather(shown)
    }

    fn show<'d>(&'d self, placed: &'d super::piece::Placed, context: &RenderContext<'_>) -> Shown<'d> {
        let piece = match &placed.piece {
            Piece::Open(block) => ShownPiece::Open(block),
            Piece::Close => ShownPiece::Close,
            Piece::OpenSpan(span) => ShownPiece::OpenSpan(show_span(span, context)),
            Piece::CloseSpan => ShownPiece::CloseSpan,
            Piece::Text(words) => ShownPiece::Text(self.words(words, placed)),
            Piece::Quote(name) => match (context.quote)(name) {
                Some(figure) => ShownPiece::Figure(figure.into()),
                None => ShownPiece::Text(self.typed(placed)),
            },
            Piece::Code(words) => ShownPiece::Code(self.words(words, placed)),
            Piece::Reference(label) => ShownPiece::Reference(label),
            Piece::SoftBreak => ShownPiece::SoftBreak,
            Piece::HardBreak => ShownPiece::HardBreak,
            Piece::Rule => ShownPiece::Rule,
        };
        Shown { piece, at: placed.at() }
    }
}

fn show_span<'d>(span: &'d Span, context: &RenderContext<'_>) -> ShownSpan<'d> {
    let show = |link: &'d Link| {
        let href = link.destination.as_deref().and_then(|destination| match (context.link)(destination) {
            Target::Href(href) => Some(href),
            Target::Broken(..) => None,
        });
        ShownLink { href, title: &link.title }
    };
    match span {
        Span::Emphasis => ShownSpan::Emphasis,
        Span::Strong => ShownSpan::Strong,
        Span::Link(link) => ShownSpan::Link(show(link)),
        Span::Picture(link) => ShownSpan::Picture(show(link)),
    }
}
