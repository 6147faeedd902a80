//! From the pieces of a document to what one place shows: names and addresses are resolved here, and nowhere else.

use super::piece::{Link, Piece, Placed, Span};
use super::shown::{Shown, ShownLink, ShownPiece, ShownSpan};
use super::{Doc, RenderContext, Target, breaks, picture};

impl Doc {
    /// Pieces of it as they are shown in a place.
    pub(super) fn shown<'d>(&'d self, pieces: &'d [Placed], context: &RenderContext<'_>) -> Vec<Shown<'d>> {
        let mut shown: Vec<Shown<'_>> = pieces.iter().map(|placed| self.show(placed, context)).collect();
        breaks::join(&mut shown, context.lang_is_east_asian);
        picture::gather(shown)
    }

    fn show<'d>(&'d self, placed: &'d Placed, context: &RenderContext<'_>) -> Shown<'d> {
        let piece = match &placed.piece {
            Piece::Open(block) => ShownPiece::Open(block),
            Piece::Close => ShownPiece::Close,
            Piece::OpenSpan(span) => ShownPiece::OpenSpan(show_span(span, context)),
            Piece::CloseSpan => ShownPiece::CloseSpan,
            Piece::Text(words) => ShownPiece::Text(self.words_of(words, placed)),
            Piece::Quote(name) => match (context.quote)(name) {
                Some(figure) => ShownPiece::Figure(figure.into(), (context.marks)(name)),
                None => ShownPiece::Text(self.typed(placed)),
            },
            Piece::Code(words) => ShownPiece::Code(self.words_of(words, placed)),
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
        ShownLink { href, title: &link.title, size: None }
    };
    match span {
        Span::Emphasis => ShownSpan::Emphasis,
        Span::Strong => ShownSpan::Strong,
        Span::Link(link) => ShownSpan::Link(show(link)),
        Span::Picture(link) => {
            let size = link.destination.as_deref().and_then(context.size);
            ShownSpan::Picture(ShownLink { size, ..show(link) })
        }
    }
}
