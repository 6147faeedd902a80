//! The course of events as a file.

use super::lines::number;
use super::sheet::{Heading, sheet};
use super::square::numbered;
use super::{INNER, MARGIN};
use crate::site::charts::layout::{bases, rows};
use crate::site::charts::{Course, TimelineMark};
use crate::site::drawing::{
    AMBER, Anchor, Drawing, DrawnWords, GREY, IDLE, INK, LINE, PALE_AMBER, RED, Shape, columns,
};

/// Heights in a course of events: a square, a line of words, the picture of what is left.
const HIGH: i64 = 31;
const ROW: i64 = 44;
const LEFT: i64 = 90;

/// Returns the course of events as a file: what happened is named above the line of time, deadlines stand upon it as squares with their days below.
pub(in crate::site) fn course_file(heading: &Heading, course: &Course) -> Drawing {
    let (named, stacked): (Vec<&TimelineMark>, Vec<&TimelineMark>) =
        course.marks.iter().partition(|mark| mark.squares.is_empty());
    let above = rows(named.iter().map(|mark| (mark.at, columns(&mark.words).max(columns(&mark.date)))));
    let below = rows(stacked.iter().map(|mark| (mark.at, columns(&mark.date))));
    let depth = |rows: &[Option<usize>]| number(rows.iter().flatten().max().map_or(0, |row| row + 1));
    let bases = bases(&stacked);
    let highest = stacked.iter().zip(&bases).map(|(mark, base)| base + mark.levels()).max().unwrap_or(0).max(2);
    sheet(heading, |drawing, top| {
        let axis = top + depth(&above) * ROW + 8 + number(highest) * HIGH;
        let years = axis + depth(&below) * 26 + 30;
        for (at, name) in &course.years {
            drawing.draw(Shape::Fill([x(*at), axis, 1, years - axis], LINE));
            let words = DrawnWords::new([beside(*at, 6), years - 4], 16, GREY, name.clone());
            drawing.say(words.anchored(anchor(*at)).or(name.chars().filter(char::is_ascii_digit).collect::<String>()));
        }
        for (mark, row) in named.iter().zip(&above) {
            draw_named(drawing, mark, row.map(|row| top + number(row) * ROW), axis);
        }
        drawing.draw(Shape::Fill([MARGIN, axis - 1, INNER, 2], IDLE));
        for (from, to) in &course.moves {
            drawing.draw(Shape::Dashes([x(*from), axis - 7], [x(*to), axis - 7], 2, AMBER));
        }
        for ((mark, row), base) in stacked.iter().zip(&below).zip(&bases) {
            draw_stack(drawing, mark, row.map(|row| axis + number(row) * 26 + 22), axis, number(*base) * HIGH);
        }
        if course.left.is_empty() { years } else { draw_left(drawing, course, years + 20) }
    })
}

fn draw_named(drawing: &mut Drawing, mark: &TimelineMark, top: Option<i64>, axis: i64) {
    let from = x(mark.at);
    match mark.to {
        Some(to) => drawing.draw(Shape::Fill([from, axis - HIGH, (x(to) - from).max(3), HIGH - 1], [0xe8, 0xb9, 0xba])),
        None => {
            let (y, colour) = (top.unwrap_or(axis - HIGH) + 4, if mark.kind == "notice" { RED } else { IDLE });
            drawing.draw(Shape::Fill([from - 1, y, if mark.kind == "notice" { 3 } else { 2 }, axis - y], colour));
        }
    }
    let Some(top) = top else { return };
    let at = |down: i64| [beside(mark.at, 8), top + down];
    drawing.say(DrawnWords::new(at(17), 17, INK, mark.words.clone()).bold().anchored(anchor(mark.at)));
    drawing.say(DrawnWords::new(at(36), 15, GREY, mark.date.clone()).anchored(anchor(mark.at)).or(mark.day.clone()));
}

fn draw_stack(drawing: &mut Drawing, mark: &TimelineMark, date: Option<i64>, axis: i64, base: i64) {
    let width = number(mark.width()) + 8;
    let left = if mark.at > 500 { x(mark.at) - width } else { x(mark.at) };
    if base > 0 {
        drawing.draw(Shape::Dashes([x(mark.at), axis - base], [x(mark.at), axis], 1, IDLE));
    }
    for (n, of) in mark.squares.iter().enumerate() {
        numbered(drawing, [left, axis - base - number(n + 1) * HIGH, width, HIGH - 3], of);
    }
    if mark.more > 0 {
        let y = axis - base - number(mark.squares.len()) * HIGH - 8;
        let words = DrawnWords::new([left + width / 2, y], 15, GREY, format!("+{}", mark.more));
        drawing.say(words.anchored(Anchor::Middle));
    }
    if let Some(y) = date {
        let words = DrawnWords::new([x(mark.at), y], 16, INK, mark.date.clone()).bold().or(mark.day.clone());
        drawing.say(words.anchored(anchor(mark.at)));
    }
}

/// Draws how many were left as steps; returns where they end.
fn draw_left(drawing: &mut Drawing, course: &Course, top: i64) -> i64 {
    let (Some(first), Some(last)) = (course.left.first(), course.left.last()) else { return top };
    let most = course.left.iter().map(|(_, n)| *n).max().unwrap_or(1).max(1);
    let height = |n: u64| i64::try_from(u64::try_from(LEFT).unwrap_or(0) * n / most).unwrap_or(0);
    let title = DrawnWords::new([x(first.0), top + 16], 16, INK, format!("{} {}", course.left_words, first.1)).bold();
    drawing.say(title.anchored(anchor(first.0)).or(first.1.to_string()));
    let bottom = top + 28 + LEFT;
    let ends = course.left[1..].iter().map(|(at, _)| *at).chain([course.left_until.max(last.0)]);
    for ((at, n), end) in course.left.iter().zip(ends) {
        let area = [x(*at), bottom - height(*n), x(end) - x(*at), height(*n)];
        drawing.draw(Shape::Fill(area, PALE_AMBER));
        drawing.draw(Shape::Fill([area[0], area[1], area[2], 2], AMBER));
    }
    let end = [x(course.left_until.max(last.0)) + 8, bottom - 4];
    drawing.say(DrawnWords::new(end, 17, INK, last.1.to_string()).bold());
    bottom
}

/// The place of a share of 1,000 between the margins.
fn x(at: u64) -> i64 {
    MARGIN + i64::try_from(at).unwrap_or(0) * INNER / 1000
}

/// The same, some pixels beside it on the side where words have room.
fn beside(at: u64, by: i64) -> i64 {
    if at > 500 { x(at) - by } else { x(at) + by }
}

fn anchor(at: u64) -> Anchor {
    if at > 500 { Anchor::End } else { Anchor::Start }
}
