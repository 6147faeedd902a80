//! Pictures: the pieces of a description become one text.

use super::shown::{Picture, Shown, ShownLink, ShownPiece, ShownSpan};

/// Makes one piece of every picture and its description.
pub(super) fn gather(pieces: Vec<Shown<'_>>) -> Vec<Shown<'_>> {
    if !pieces.iter().any(|shown| matches!(shown.piece, ShownPiece::OpenSpan(ShownSpan::Picture(_)))) {
        return pieces;
    }
    let mut kept = Vec::with_capacity(pieces.len());
    let mut open: Option<OpenPicture<'_>> = None;
    for Shown { piece, at } in pieces {
        match (&mut open, piece) {
            (None, ShownPiece::OpenSpan(ShownSpan::Picture(link))) => {
                open = Some(OpenPicture { link, text: String::new(), depth: 0 });
            }
            (None, piece) => kept.push(Shown { piece, at }),
            (Some(picture), ShownPiece::CloseSpan) if picture.depth == 0 => {
                let picture = Picture { link: picture.link.clone(), description: picture.text.trim().to_owned() };
                kept.push(Shown { piece: ShownPiece::Picture(picture), at });
                open = None;
            }
            (Some(picture), piece) => picture.add(piece),
        }
    }
    kept
}

/// A picture whose description is being gathered.
struct OpenPicture<'d> {
    link: ShownLink<'d>,
    text: String,
    /// How many spans stand open within the description.
    depth: usize,
}

impl OpenPicture<'_> {
    fn add(&mut self, piece: ShownPiece<'_>) {
        match piece {
            ShownPiece::Text(text) | ShownPiece::Code(text) => self.text.push_str(text),
            ShownPiece::Figure(text, _) => self.text.push_str(&text),
            ShownPiece::SoftBreak | ShownPiece::HardBreak => self.text.push(' '),
            ShownPiece::OpenSpan(_) => self.depth += 1,
            ShownPiece::CloseSpan => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
    }
}
