//! From pieces to plain text, for search and descriptions.

use super::piece::{Block, Piece, Placed};

/// The words of a text: a line for each block, a space between the cells of a row, no markup and no numbers of footnotes.
pub(super) fn write(pieces: &[Placed]) -> String {
    let mut out = String::new();
    // Whether each block that is open is a cell.
    let mut cells = Vec::new();
    for placed in pieces {
        match &placed.piece {
            Piece::Open(Block::Cell) => {
                gap(&mut out, ' ');
                cells.push(true);
            }
            Piece::Open(_) => {
                gap(&mut out, '\n');
                cells.push(false);
            }
            Piece::Close if cells.pop() == Some(true) => {}
            Piece::Close | Piece::Rule => gap(&mut out, '\n'),
            Piece::Text(text) | Piece::Figure(text) | Piece::Code(text) => out.push_str(text),
            Piece::Picture(picture) => out.push_str(&picture.description),
            Piece::SoftBreak | Piece::HardBreak => gap(&mut out, ' '),
            Piece::OpenSpan(_) | Piece::CloseSpan | Piece::Reference(_) => {}
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
