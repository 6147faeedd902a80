//! How many issues were left, as steps below a line of time.

use std::fmt::Write as _;

use super::{LEFT, LINE, anchor};
use crate::site::charts::events::Course;
use crate::site::charts::percent;
use crate::site::drawing::escaped;

/// How many were left, as steps that go down from all of them.
pub(super) fn draw_left(svg: &mut String, course: &Course, top: usize) {
    let most = course.left.iter().map(|(_, n)| *n).max().unwrap_or(1).max(1);
    let (Some(first), Some(last)) = (course.left.first(), course.left.last()) else { return };
    let height = |n: u64| 100 - n * 100 / most;
    let mut path = format!("M{} 100V{}", first.0, height(first.1));
    for (at, n) in &course.left[1..] {
        let _ = write!(path, "H{at}V{}", height(*n));
    }
    let _ = write!(path, "H{}V100z", course.left_until.max(last.0));
    let (text, y) = (top + LINE - 4, top + LINE);
    let _ = write!(
        svg,
        "<svg x=\"{}\" class=\"course-at\" overflow=\"visible\" text-anchor=\"{}\"><text class=\"strong\" y=\"{text}\">{} {}</text></svg>",
        percent(first.0),
        anchor(first.0),
        escaped(&course.left_words),
        first.1
    );
    let _ = write!(
        svg,
        "<svg y=\"{y}\" width=\"100%\" height=\"{LEFT}\" viewBox=\"0 0 1000 100\" preserveAspectRatio=\"none\"><path class=\"course-left\" d=\"{path}\"/></svg>"
    );
    let end = percent(course.left_until.max(last.0));
    let _ = write!(
        svg,
        "<svg x=\"{end}\" class=\"course-at\" overflow=\"visible\"><text class=\"strong\" x=\"6\" y=\"{}\">{}</text></svg>",
        top + LINE + LEFT - 4,
        last.1
    );
}
