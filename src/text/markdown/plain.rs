//! From pieces to plain text, for search, downloads and descriptions.

use super::piece::Block;
use super::shown::{Shown, ShownPiece};

/// The words of a text: a line for each block, a space between the cells of a row, no markup and no numbers of footnotes.
pub(super) fn write(pieces: &[Shown<'_>]) -> String {
    let mut out = String::new();
    // Whether each block that is open is a cell.
    let mut cells = Vec::new();
    for shown in pieces {
        match &shown.piece {
            ShownPiece::Open(Block::Cell) => {
                gap(&mut out, ' ');
                cells.push(true);
            }
            ShownPiece::Open(_) => {
                gap(&mut out, '\n');
                cells.push(false);
            }
            ShownPiece::Close if cells.pop() == Some(true) => {}
            ShownPiece::Close | ShownPiece::Rule => gap(&mut out, '\n'),
            ShownPiece::Text(text) | ShownPiece::Code(text) => out.push_str(text),
            ShownPiece::Figure(text, _) => out.push_str(text),
            ShownPiece::Picture(picture) => out.push_str(&picture.description),
            ShownPiece::SoftBreak | ShownPiece::HardBreak => gap(&mut out, ' '),
            ShownPiece::OpenSpan(_) | ShownPiece::CloseSpan | ShownPiece::Reference(_) => {}
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// Parts what follows from what there is by exactly one sign; a new line outweighs a space.
fn gap(out: &mut String, sign: char) {
    if sign == '\n' {
        out.truncate(out.trim_end().len());
    }
    if !out.is_empty() && !out.ends_with(['\n', sign]) {
        out.push(sign);
    }
}
