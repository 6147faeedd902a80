//! A chart on its sheet: a heading above, a key and a source line below.

use super::lines::{width, wrapped};
use super::square::square;
use super::{INNER, MARGIN, WIDTH};
use crate::site::charts::SquareLook;
use crate::site::drawing::{Drawing, DrawnWords, GREY, INK, LINE, RED, Shape};

/// What stands above and below a chart.
pub(in crate::site) struct Heading {
    /// What was found, and what stands for it in digits.
    pub(in crate::site) title: String,
    pub(in crate::site) signs: String,
    /// What the chart is of, and when.
    pub(in crate::site) subtitle: String,
    /// The day of it in digits.
    pub(in crate::site) day: String,
    /// What the squares and bars mean; empty where the chart says so itself.
    pub(in crate::site) key: Vec<LegendKey>,
    /// Whose notice it is from, and where that is.
    pub(in crate::site) source: String,
    /// The address of the site without its scheme, if it is known.
    pub(in crate::site) address: String,
}

/// What a square or a part of a bar means, and how many of them there are.
pub(in crate::site) struct LegendKey {
    pub(in crate::site) look: SquareLook,
    pub(in crate::site) label: String,
    pub(in crate::site) n: u64,
}

/// Returns a sheet with a heading, a key and a source line around what `body` draws: it is given where it begins and gives where it ends.
pub(super) fn sheet(heading: &Heading, body: impl FnOnce(&mut Drawing, i64) -> i64) -> Drawing {
    const TITLE: i64 = 32;
    let mut drawing = Drawing::new(WIDTH, 0);
    drawing.draw(Shape::Fill([0, 0, WIDTH, 8], RED));
    let mut y = 76;
    let lines = wrapped(&heading.title, TITLE, INNER);
    for (n, line) in lines.iter().enumerate() {
        let signs = if n == 0 { &*heading.signs } else { "" };
        drawing.say(DrawnWords::new([MARGIN, y], TITLE, INK, line.clone()).bold().or(signs));
        y += 44;
    }
    drawing.say(DrawnWords::new([MARGIN, y - 6], 19, GREY, heading.subtitle.clone()).or(heading.day.clone()));
    y = body(&mut drawing, y + 30);
    if !heading.key.is_empty() {
        y = key(&mut drawing, y + 34, &heading.key);
    }
    y += 36;
    drawing.draw(Shape::Fill([MARGIN, y, INNER, 1], LINE));
    y += 28;
    for (n, line) in wrapped(&heading.source, 15, INNER).into_iter().enumerate() {
        let signs = if n == 0 { &*heading.address } else { "" };
        drawing.say(DrawnWords::new([MARGIN, y], 15, GREY, line).or(signs));
        y += 22;
    }
    drawing.cut(y + 14);
    drawing
}

/// Draws the key in rows; returns where it ends.
fn key(drawing: &mut Drawing, top: i64, keys: &[LegendKey]) -> i64 {
    const SIDE: i64 = 22;
    let (mut x, mut y) = (MARGIN, top);
    for LegendKey { look, label, n } in keys {
        let text = if *n > 0 { format!("{label} {n}") } else { label.clone() };
        let wide = SIDE + 10 + width(&text, 18) + 36;
        if x + wide > MARGIN + INNER && x > MARGIN {
            (x, y) = (MARGIN, y + 34);
        }
        square(drawing, [x, y, SIDE, SIDE], *look);
        let signs = if *n > 0 { n.to_string() } else { String::new() };
        drawing.say(DrawnWords::new([x + SIDE + 10, y + 17], 18, INK, text).or(signs));
        x += wide;
    }
    y + SIDE
}
