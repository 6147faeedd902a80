//! The wall of squares as a file.

use super::lines::wrapped;
use super::sheet::{Heading, sheet};
use super::square::{numbered, square};
use super::{INNER, MARGIN};
use crate::site::charts::Square;
use crate::site::drawing::{Drawing, DrawnWords, INK};

/// A part of a wall: what it is called and comes to, the same in digits, and its squares.
pub(in crate::site) struct WallPart {
    pub(in crate::site) label: String,
    pub(in crate::site) signs: String,
    pub(in crate::site) squares: Vec<Square>,
}

/// Returns the wall as a file: every square of every part, numbered unless there are very many.
pub(in crate::site) fn wall_file(heading: &Heading, parts: &[WallPart], is_dense: bool) -> Drawing {
    let (side, gap) = if is_dense { (14, 3) } else { (48, 6) };
    let columns = usize::try_from((INNER + gap) / (side + gap)).unwrap_or(1);
    sheet(heading, |drawing, mut y| {
        for part in parts {
            if !part.label.is_empty() {
                for (n, line) in wrapped(&part.label, 19, INNER).into_iter().enumerate() {
                    let signs = if n == 0 { &*part.signs } else { "" };
                    drawing.say(DrawnWords::new([MARGIN, y + 20], 19, INK, line).bold().or(signs));
                    y += 27;
                }
                y += 9;
            }
            for (n, of) in part.squares.iter().enumerate() {
                let place = |n: usize| i64::try_from(n).unwrap_or(0) * (side + gap);
                let area = [MARGIN + place(n % columns), y + place(n / columns), side, side];
                if is_dense { square(drawing, area, of.look) } else { numbered(drawing, area, of) }
            }
            y += i64::try_from(part.squares.len().div_ceil(columns)).unwrap_or(0) * (side + gap) + 26;
        }
        y - 26
    })
}
