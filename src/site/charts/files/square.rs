//! Squares as they look on a sheet.

use crate::site::charts::{Square, SquareLook};
use crate::site::drawing::{
    AMBER, Anchor, Area, Colour, Drawing, DrawnWords, GREEN, IDLE, INK, PALE_AMBER, PALE_GREEN, PALE_IDLE, RED, Shape,
    WHITE, columns,
};

/// The colour of a look, and the pale one for what is empty in it.
pub(super) fn colours(look: SquareLook) -> (Colour, Colour) {
    match look.glyph {
        "completed" | "done-lasting" => (GREEN, PALE_GREEN),
        "closed" | "not-stated" => (IDLE, PALE_IDLE),
        _ => (AMBER, PALE_AMBER),
    }
}

/// Draws a square as it looks: full, or filled as far as its glyph; hatched where it is inferred; with a red frame where it is overdue.
pub(in crate::site) fn square(drawing: &mut Drawing, area: Area, look: SquareLook) {
    let [left, top, width, height] = area;
    let (colour, pale) = colours(look);
    let wide = (width / 14).max(1);
    let filled = match look.glyph {
        "completed" | "done-lasting" => height,
        "substantially-completed" => height * 72 / 100,
        "in-progress" => height * 45 / 100,
        "ongoing" => height / 5,
        _ => 0,
    };
    let is_done = filled == height;
    drawing.draw(Shape::Fill(area, if is_done && !look.is_inferred { colour } else { WHITE }));
    if look.is_inferred {
        drawing.draw(Shape::Hatch(area, if is_done { colour } else { pale }, (width / 14).max(2)));
    } else if !is_done && filled > 0 {
        drawing.draw(Shape::Fill([left, top + height - filled, width, filled], pale));
    }
    if look.glyph == "done-lasting" && !look.is_inferred {
        drawing.frame([left + 2 * wide, top + 2 * wide, width - 4 * wide, height - 4 * wide], wide, WHITE);
    }
    if look.glyph == "closed" {
        drawing.draw(Shape::Line(vec![[left, top + height], [left + width, top]], wide, colour));
    }
    match (look.is_overdue, look.glyph) {
        (true, _) => drawing.frame(area, wide.max(2) + 1, RED),
        (false, "not-started" | "not-stated") => broken(drawing, area, wide, colour),
        (false, _) => drawing.frame(area, wide, colour),
    }
}

/// Draws a frame of dashes.
fn broken(drawing: &mut Drawing, [left, top, width, height]: Area, wide: i64, colour: Colour) {
    let (right, bottom, half) = (left + width, top + height, wide / 2);
    for (from, to) in [
        ([left, top + half], [right, top + half]),
        ([left, bottom - wide + half], [right, bottom - wide + half]),
        ([left + half, top], [left + half, bottom]),
        ([right - wide + half, top], [right - wide + half, bottom]),
    ] {
        drawing.draw(Shape::Dashes(from, to, wide, colour));
    }
}

/// Draws a square with its number on ground of its own where it is hatched.
pub(super) fn numbered(drawing: &mut Drawing, area: Area, square_of: &Square) {
    let [left, top, width, height] = area;
    let look = square_of.look;
    square(drawing, area, look);
    let is_full = matches!(look.glyph, "completed" | "done-lasting") && !look.is_inferred;
    let size =
        (height * 4 / 10).min(width * 17 / 10 / i64::try_from(square_of.number.chars().count().max(1)).unwrap_or(1));
    if look.is_inferred {
        let wide = i64::try_from(columns(&square_of.number)).unwrap_or(1) * size * 6 / 10 + 6;
        drawing.draw(Shape::Fill([left + (width - wide) / 2, top + (height - size) / 2 - 2, wide, size + 4], WHITE));
    }
    let at = [left + width / 2, top + height / 2 + size * 36 / 100];
    let colour = if is_full { WHITE } else { INK };
    let words = DrawnWords::new(at, size, colour, square_of.number.clone()).anchored(Anchor::Middle);
    drawing.say(if is_full { words } else { words.bold() });
}
