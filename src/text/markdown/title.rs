//! The title of a text that has one, and whether it says more than that.

use std::ops::Range;

use super::context::RenderContext;
use super::piece::{Block, PackedPieces, Piece, Placed, Span};
use super::{Doc, plain};

impl Doc {
    /// The words of the heading of the first level that the text begins with, and where it stands: the title of a text that has one.
    pub fn title(&self) -> Option<(String, Range<usize>)> {
        let pieces = self.pieces();
        let heading = &pieces[..title_end(&pieces)?];
        Some((plain::write(&self.shown(heading, &RenderContext::neutral())), heading.first()?.at()))
    }

    /// The text without its title.
    pub fn body(&self) -> Doc {
        let pieces = self.pieces();
        let body = PackedPieces::of(&pieces[title_end(&pieces).unwrap_or(0)..]);
        Doc { source: self.source.clone(), pieces: body, problems: Box::default() }
    }

    /// Whether all that it says are headings, if that: a rule alone, a title with nothing below it.
    pub fn is_silent(&self) -> bool {
        let mut in_heading = false;
        let mut says = |placed: &Placed| match &placed.piece {
            Piece::Open(block) => {
                in_heading = matches!(block, Block::Heading(_));
                false
            }
            Piece::Close => {
                in_heading = false;
                false
            }
            Piece::Text(words) => !in_heading && !self.words_of(words, placed).trim().is_empty(),
            Piece::Quote(_) | Piece::Code(_) | Piece::OpenSpan(Span::Picture(_)) => !in_heading,
            _ => false,
        };
        !self.pieces().iter().any(&mut says)
    }
}

/// How many pieces the title takes up, if the text begins with one.
fn title_end(pieces: &[Placed]) -> Option<usize> {
    matches!(pieces.first()?.piece, Piece::Open(Block::Heading(1))).then_some(())?;
    Some(pieces.iter().position(|placed| placed.piece == Piece::Close)? + 1)
}
