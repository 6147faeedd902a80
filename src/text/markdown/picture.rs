//! Pictures: the pieces of a description become one text.

use super::Problem;
use super::piece::{Link, Picture, Piece, Placed, Span};
use crate::say;

/// Makes one piece of every picture and its description; a description that is empty is reported.
pub(super) fn gather(pieces: Vec<Placed>, found: &mut Vec<Problem>) -> Vec<Placed> {
    let mut kept = Vec::with_capacity(pieces.len());
    let mut open: Option<Open> = None;
    for placed in pieces {
        match (&mut open, placed.piece) {
            (None, Piece::OpenSpan(Span::Picture(link))) => open = Some(Open { link, text: String::new(), depth: 0 }),
            (None, piece) => kept.push(Placed { piece, at: placed.at }),
            (Some(picture), Piece::CloseSpan) if picture.depth == 0 => {
                let picture = Picture { link: picture.link.clone(), description: picture.text.trim().to_owned() };
                found.extend(undescribed(&picture, &placed.at));
                kept.push(Placed { piece: Piece::Picture(picture), at: placed.at });
                open = None;
            }
            (Some(picture), piece) => picture.add(piece),
        }
    }
    kept
}

/// A picture whose description is being gathered.
struct Open {
    link: Link,
    text: String,
    /// How many spans stand open within the description.
    depth: usize,
}

impl Open {
    fn add(&mut self, piece: Piece) {
        match piece {
            Piece::Text(text) | Piece::Figure(text) | Piece::Code(text) => self.text.push_str(&text),
            Piece::SoftBreak | Piece::HardBreak => self.text.push(' '),
            Piece::OpenSpan(_) => self.depth += 1,
            Piece::CloseSpan => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
    }
}

fn undescribed(picture: &Picture, at: &std::ops::Range<usize>) -> Option<Problem> {
    picture.description.is_empty().then(|| Problem {
        rule: "missing-alt",
        range: at.clone(),
        message: say!(
            "图片没有文字说明，看不见图片的人无从得知内容",
            "the picture has no description for those who cannot see it"
        ),
        help: say!(
            "请在方括号里写明图片内容：![图片内容](文件)",
            "say in the brackets what it shows: ![what it shows](file)"
        ),
    })
}
