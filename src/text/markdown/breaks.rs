//! Line breaks of the source.
//!
//! Browsers show a line break between Han characters as a space, and Chinese has none there. So a break between two wide characters is no
//! break at all (CSS Text 3, section 4.1.3); any other stays, and is a space to the reader.

use super::character::{is_hangul, is_wide, is_wide_in_chinese, is_zero_width};
use super::piece::{Piece, Placed, Span};

/// Takes away each break between wide characters, looking across emphasis, links and references to footnotes.
pub(super) fn join(pieces: &mut [Placed], lang_is_east_asian: bool) {
    let is_joining = |c: char| (is_wide(c) && !is_hangul(c)) || (lang_is_east_asian && is_wide_in_chinese(c));
    let mut before: Option<char> = None;
    let mut pending: Option<usize> = None;
    let mut pictures = Vec::new();
    let mut joined = Vec::new();
    for (at, placed) in pieces.iter().enumerate() {
        match &placed.piece {
            Piece::Text(text) | Piece::Figure(text) | Piece::Code(text) => {
                let both = before.is_some_and(is_joining) && text.chars().next().is_some_and(is_joining);
                joined.extend(pending.take().filter(|_| both));
                before = text.chars().rev().find(|c| !is_zero_width(*c));
            }
            Piece::SoftBreak => pending = Some(at),
            Piece::Reference(_) => {}
            Piece::OpenSpan(span) => {
                pictures.push(matches!(span, Span::Picture(_)));
                forget_if(is_picture(&pictures), &mut before, &mut pending);
            }
            Piece::CloseSpan => {
                let picture = is_picture(&pictures);
                pictures.pop();
                forget_if(picture, &mut before, &mut pending);
            }
            Piece::Open(_) | Piece::Close | Piece::HardBreak | Piece::Rule | Piece::Picture(_) => {
                forget_if(true, &mut before, &mut pending);
            }
        }
    }
    for at in joined {
        pieces[at].piece = Piece::Text(String::new());
    }
}

/// A picture stands between the words around it like a word of its own.
fn is_picture(pictures: &[bool]) -> bool {
    pictures.last().is_some_and(|picture| *picture)
}

fn forget_if(condition: bool, before: &mut Option<char>, pending: &mut Option<usize>) {
    if condition {
        (*before, *pending) = (None, None);
    }
}
