//! Shapes painted as pixels, words among them as strokes.

use super::canvas::{Canvas, UNIT};
use super::colours::{RED, WHITE};
use super::crest::{CREST, CREST_WIDE};
use super::shapes::{DASH, Shape};
use super::signs;
use super::words::{Anchor, DrawnWords};

/// Paints a shape.
pub(super) fn paint(canvas: &mut Canvas, shape: &Shape) {
    let fine = |n: i64| n * UNIT;
    match shape {
        Shape::Fill(area, colour) => canvas.fill(*area, *colour),
        Shape::Hatch(area, colour, wide) => canvas.hatch(*area, *colour, *wide),
        Shape::Line(places, wide, colour) => {
            let points: Vec<_> = places.iter().map(|[x, y]| (fine(*x), fine(*y))).collect();
            canvas.stroke(&points, fine(*wide), *colour);
        }
        Shape::Dashes([x, y], [right, bottom], wide, colour) => {
            let length = (right - x).max(bottom - y);
            for n in (0..length).step_by(usize::try_from(2 * DASH).unwrap_or(1)) {
                let long = DASH.min(length - n);
                let area = match right > x {
                    true => [x + n, y - wide / 2, long, *wide],
                    false => [x - wide / 2, y + n, *wide, long],
                };
                canvas.fill(area, *colour);
            }
        }
        Shape::Words(words) => letters(canvas, words),
        Shape::Crest([left, top], side) => {
            canvas.fill([*left, *top, *side, *side], RED);
            let scale = |n: i64| n * side * UNIT / 400;
            for (stroke, wide) in CREST.iter().zip(CREST_WIDE) {
                let place = |&(x, y): &(i64, i64)| (fine(*left) + scale(x), fine(*top) + scale(y));
                canvas.stroke(&stroke.iter().map(place).collect::<Vec<_>>(), scale(wide).max(UNIT), WHITE);
            }
        }
    }
}

/// Paints words as strokes, the signs as high as capitals of their size.
fn letters(canvas: &mut Canvas, words: &DrawnWords) {
    let text = words.drawn();
    // A sign is drawn on 16 parts from top to base line, of which capitals take 14; capitals take seven tenths of a font's size.
    let scale = |n: i64| n * words.size * UNIT * 7 / (10 * 14);
    let width = scale(signs::width(text));
    let left = words.at[0] * UNIT
        - match words.anchor {
            Anchor::Start => 0,
            Anchor::Middle => width / 2,
            Anchor::End => width,
        };
    let top = words.at[1] * UNIT - scale(signs::BASE);
    let wide = words.size * UNIT * if words.is_bold { 11 } else { 8 } / 100;
    for (right, stroke) in signs::strokes(text) {
        let place = |(x, y): (i64, i64)| (left + scale(right + x), top + scale(y));
        canvas.stroke(&stroke.into_iter().map(place).collect::<Vec<_>>(), wide, words.colour);
    }
}
