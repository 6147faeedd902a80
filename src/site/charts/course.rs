//! A course of events as a picture.

mod remaining;
mod mark;

use std::fmt::Write as _;

use mark::{draw_named, draw_stack};
use remaining::draw_left;

use super::events::{Course, TimelineMark};
use super::layout::{bases, rows, rows_of_dates};
use super::percent;
use crate::site::drawing::{columns, escaped};

/// Heights in pixels: a square of a stack, a line of words, the picture of what is left.
pub(super) const HIGH: usize = 24;
pub(super) const LINE: usize = 20;
pub(super) const LEFT: usize = 72;

/// Returns a course of events: marks without squares are named above the line of time, the dates of stacks of squares below it. Positions are
/// shares of the width, everything else is in pixels, so that words do not grow with the page. Words that find no room are left out: a list
/// has them. The picture is for the eye alone.
pub(in crate::site) fn course(course: &Course) -> String {
    let (named, stacked): (Vec<&TimelineMark>, Vec<&TimelineMark>) =
        course.marks.iter().partition(|mark| mark.squares.is_empty());
    let above = rows(named.iter().map(|mark| (mark.at, columns(&mark.words).max(columns(&mark.date)))));
    let below = rows_of_dates(&stacked);
    let depth = |rows: &[Option<usize>]| rows.iter().flatten().max().map_or(0, |row| row + 1);
    let bases = bases(&stacked);
    let highest = stacked.iter().zip(&bases).map(|(mark, base)| base + mark.levels()).max().unwrap_or(0);
    let axis = depth(&above) * 2 * LINE + 8 + highest.max(2) * HIGH;
    let years = axis + depth(&below) * LINE + LINE + 6;
    let left = if course.left.is_empty() { 0 } else { LEFT + 2 * LINE };
    let height = years + 8 + left;
    let mut svg =
        format!("<svg class=\"course\" width=\"100%\" height=\"{height}\" aria-hidden=\"true\" focusable=\"false\">");
    for (at, name) in &course.years {
        // A year is named behind the line that it begins at, unless the picture ends there.
        let side = at.saturating_sub(450);
        let (x, anchor) = (percent(*at), anchor(side));
        let _ = write!(svg, "<line class=\"course-year\" x1=\"{x}\" x2=\"{x}\" y1=\"{axis}\" y2=\"{years}\"/>");
        let _ = write!(
            svg,
            "<svg x=\"{x}\" class=\"course-at\" overflow=\"visible\"><text class=\"soft\" x=\"{}\" y=\"{}\" text-anchor=\"{anchor}\">{}</text></svg>",
            beside(side),
            years - 2,
            escaped(name)
        );
    }
    for (mark, row) in named.iter().zip(&above) {
        draw_named(&mut svg, mark, *row, axis);
    }
    let _ = write!(svg, "<line class=\"course-axis\" x1=\"0\" x2=\"100%\" y1=\"{axis}\" y2=\"{axis}\"/>");
    for (from, to) in &course.moves {
        let y = axis - 6;
        let _ = write!(
            svg,
            "<line class=\"course-move\" x1=\"{}\" x2=\"{}\" y1=\"{y}\" y2=\"{y}\"/>",
            percent(*from),
            percent(*to)
        );
    }
    for (mark, base) in stacked.iter().zip(&bases).filter(|(_, base)| **base > 0) {
        let (x, y) = (percent(mark.at), axis - base * HIGH);
        let _ = write!(svg, "<line class=\"course-stem\" x1=\"{x}\" x2=\"{x}\" y1=\"{y}\" y2=\"{axis}\"/>");
    }
    for ((mark, row), base) in stacked.iter().zip(&below).zip(&bases) {
        draw_stack(&mut svg, mark, *row, axis, base * HIGH);
    }
    if left > 0 {
        draw_left(&mut svg, course, years + 8);
    }
    svg + "</svg>"
}

/// On which side of its place a label stands.
pub(super) fn anchor(at: u64) -> &'static str {
    if at > 500 { "end" } else { "start" }
}

/// How far beside its place.
pub(super) fn beside(at: u64) -> i64 {
    if at > 500 { -6 } else { 6 }
}

#[cfg(test)]
mod tests {
    use super::course;
    use crate::site::charts::{Course, Square, SquareLook, TimelineMark};

    const OPEN: SquareLook = SquareLook { glyph: "in-progress", is_inferred: false, is_overdue: true };

    fn mark(kind: &'static str, at: u64, numbers: &[&str]) -> TimelineMark {
        let square =
            |number: &&str| Square { number: (*number).to_owned(), href: format!("issues/{number}.html"), look: OPEN };
        let (words, date, day) = (kind.to_owned(), "2021年12月".to_owned(), "2021-12".to_owned());
        TimelineMark { kind, at, to: None, words, date, day, squares: numbers.iter().map(square).collect(), more: 0 }
    }

    #[test]
    fn a_course_has_its_squares_and_what_is_left() {
        let marks = vec![mark("feedback", 0, &[]), mark("completed", 300, &["1"]), mark("due", 1000, &["2", "3"])];
        let known = Course {
            marks,
            moves: vec![(100, 1000)],
            years: vec![(250, "2022".to_owned())],
            left: vec![(0, 4), (300, 3)],
            left_until: 500,
            left_words: "Left".to_owned(),
        };
        let svg = course(&known);
        assert_eq!(svg.matches("tabindex=\"-1\"").count(), 3, "{svg}");
        assert!(svg.contains("<path class=\"course-left\" d=\"M0 100V0H300V25H500V100z\"/>"), "{svg}");
        assert!(svg.contains("class=\"course-move\" x1=\"10.0%\" x2=\"100.0%\""), "{svg}");
        assert_eq!(svg.matches("<svg").count(), svg.matches("</svg>").count());
        assert!(!course(&Course { left: Vec::new(), ..known }).contains("course-left"));
    }
}
