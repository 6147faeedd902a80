//! Line breaks of the source.
//!
//! Browsers show a line break between Han characters as a space, and Chinese has none there. So a break between two wide characters is no
//! break at all (CSS Text 3, section 4.1.3); any other stays, and is a space to the reader.

use super::character::{is_joining, is_zero_width};
use super::shown::{Shown, ShownPiece, ShownSpan};

/// Removes each break between wide characters, looking across emphasis, links and references to footnotes.
pub(super) fn join(pieces: &mut [Shown<'_>], lang_is_east_asian: bool) {
    let mut joiner = Joiner { lang_is_east_asian, before: None, pending: None, joined: Vec::new() };
    let mut pictures = Vec::new();
    for (at, shown) in pieces.iter().enumerate() {
        match &shown.piece {
            ShownPiece::Text(text) | ShownPiece::Code(text) => joiner.words(text),
            ShownPiece::Figure(text, _) => joiner.words(text),
            ShownPiece::SoftBreak => joiner.pending = Some(at),
            ShownPiece::Reference(_) => {}
            ShownPiece::OpenSpan(span) => {
                pictures.push(matches!(span, ShownSpan::Picture(_)));
                joiner.forget_if(is_picture(&pictures));
            }
            ShownPiece::CloseSpan => {
                let picture = is_picture(&pictures);
                pictures.pop();
                joiner.forget_if(picture);
            }
            ShownPiece::Open(_)
            | ShownPiece::Close
            | ShownPiece::HardBreak
            | ShownPiece::Rule
            | ShownPiece::Picture(_) => {
                joiner.forget_if(true);
            }
        }
    }
    for at in joiner.joined {
        pieces[at].piece = ShownPiece::Text("");
    }
}

/// A picture stands between the words around it like a word of its own.
fn is_picture(pictures: &[bool]) -> bool {
    pictures.last().is_some_and(|picture| *picture)
}

/// What stands before a break, and the break that waits for what stands behind it.
pub(super) struct Joiner {
    pub(super) lang_is_east_asian: bool,
    before: Option<char>,
    pending: Option<usize>,
    joined: Vec<usize>,
}

impl Joiner {
    fn words(&mut self, text: &str) {
        let joins = |c| is_joining(c, self.lang_is_east_asian);
        let both = self.before.is_some_and(joins) && text.chars().next().is_some_and(joins);
        self.joined.extend(self.pending.take().filter(|_| both));
        self.before = text.chars().rev().find(|c| !is_zero_width(*c));
    }

    fn forget_if(&mut self, condition: bool) {
        if condition {
            (self.before, self.pending) = (None, None);
        }
    }
}
