//! Bars as a file.

use super::lines::wrapped;
use super::sheet::{Heading, sheet};
use super::square::colours;
use super::{INNER, MARGIN};
use crate::site::charts::SquareLook;
use crate::site::drawing::{Anchor, Area, Drawing, DrawnWords, INK, Shape};

/// A bar: what it is of, the same in digits, and what it consists of.
pub(in crate::site) struct BarRow {
    pub(in crate::site) label: String,
    pub(in crate::site) signs: String,
    pub(in crate::site) parts: Vec<(SquareLook, u64)>,
    /// What stands behind it.
    pub(in crate::site) said: String,
}

/// Returns bars as a file, each of the length of the whole sheet and its own hundred per cent.
pub(in crate::site) fn bars_file(heading: &Heading, bars: &[BarRow]) -> Drawing {
    const HIGH: i64 = 30;
    sheet(heading, |drawing, mut y| {
        for bar in bars {
            let lines = wrapped(&bar.label, 19, INNER - 160);
            for (n, line) in lines.into_iter().enumerate() {
                y += if n > 0 { 25 } else { 0 };
                let signs = if n == 0 { &*bar.signs } else { "" };
                drawing.say(DrawnWords::new([MARGIN, y + 18], 19, INK, line).bold().or(signs));
            }
            let end = [MARGIN + INNER, y + 18];
            drawing.say(DrawnWords::new(end, 18, INK, bar.said.clone()).anchored(Anchor::End));
            let total = bar.parts.iter().map(|(_, n)| n).sum::<u64>().max(1);
            let place = |n: u64| i64::try_from(u64::try_from(INNER).unwrap_or(0) * n / total).unwrap_or(0);
            let mut before = 0;
            for (look, n) in &bar.parts {
                let (from, to) = (place(before), place(before + n));
                before += n;
                part(drawing, [MARGIN + from, y + 28, to - from - 4, HIGH], *look);
            }
            y += 28 + HIGH + 26;
        }
        y - 26
    })
}

/// Draws a part of a bar, filled as far as its glyph.
fn part(drawing: &mut Drawing, [left, top, width, height]: Area, look: SquareLook) {
    let (colour, pale) = colours(look);
    let filled = match look.glyph {
        "completed" | "done-lasting" => 100,
        "substantially-completed" => 70,
        "in-progress" => 45,
        "ongoing" => 20,
        _ => 0,
    };
    drawing.draw(Shape::Fill([left, top, width, height], pale));
    let high = height * filled / 100;
    let area = [left, top + height - high, width, high];
    match look.is_inferred {
        true => drawing.draw(Shape::Hatch(area, colour, 4)),
        false => drawing.draw(Shape::Fill(area, colour)),
    }
}
