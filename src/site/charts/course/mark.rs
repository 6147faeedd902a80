//! What stands upon a line of time: events with their words, and stacks of squares.

use std::fmt::Write as _;

use super::{HIGH, LINE, anchor, beside};
use crate::site::charts::events::TimelineMark;
use crate::site::charts::percent;
use crate::site::drawing::escaped;

/// Something that happened, as a line or a band down to the line of time, with its words at the top.
pub(super) fn draw_named(svg: &mut String, mark: &TimelineMark, row: Option<usize>, axis: usize) {
    let (x, top) = (percent(mark.at), row.unwrap_or(0) * 2 * LINE);
    match mark.to {
        Some(to) => {
            let width = percent(to.saturating_sub(mark.at).max(2));
            let (y, height) = (axis - HIGH, HIGH);
            let _ = write!(
                svg,
                "<rect class=\"course-{}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/>",
                mark.kind
            );
        }
        None => {
            let y = top + 4;
            let _ =
                write!(svg, "<line class=\"course-{}\" x1=\"{x}\" x2=\"{x}\" y1=\"{y}\" y2=\"{axis}\"/>", mark.kind);
        }
    }
    if row.is_some() {
        let (beside, anchor) = (beside(mark.at), anchor(mark.at));
        let _ = write!(
            svg,
            "<svg x=\"{x}\" class=\"course-at\" overflow=\"visible\" text-anchor=\"{anchor}\"><text class=\"strong\" x=\"{beside}\" y=\"{}\">{}</text>",
            top + 16,
            escaped(&mark.words)
        );
        let _ =
            write!(svg, "<text class=\"soft\" x=\"{beside}\" y=\"{}\">{}</text></svg>", top + 34, escaped(&mark.date));
    }
}

/// Squares above the line of time, the date below it.
pub(super) fn draw_stack(svg: &mut String, mark: &TimelineMark, row: Option<usize>, axis: usize, base: usize) {
    let (x, width) = (percent(mark.at), mark.width());
    let _ = write!(svg, "<svg x=\"{x}\" class=\"course-at course-{}\" overflow=\"visible\">", mark.kind);
    let left = if mark.at > 500 { format!("-{width}") } else { "0".to_owned() };
    let middle = if mark.at > 500 { format!("-{}", width / 2) } else { (width / 2).to_string() };
    for (n, square) in mark.squares.iter().enumerate() {
        let y = axis - base - (n + 1) * HIGH;
        let _ = write!(
            svg,
            "<a href=\"{}\" tabindex=\"-1\" class=\"{}\"><rect x=\"{left}\" y=\"{y}\" width=\"{width}\" height=\"21\"/><text x=\"{middle}\" y=\"{}\" text-anchor=\"middle\">{}</text></a>",
            escaped(&square.href),
            square.look.classes(),
            y + 16,
            escaped(&square.number)
        );
    }
    if mark.more > 0 {
        let y = axis - base - mark.squares.len() * HIGH - 8;
        let _ =
            write!(svg, "<text class=\"soft\" x=\"{middle}\" y=\"{y}\" text-anchor=\"middle\">+{}</text>", mark.more);
    }
    if let Some(row) = row {
        let (anchor, y) = (anchor(mark.at), axis + (row + 1) * LINE - 3);
        let date = escaped(&mark.date);
        let _ = write!(svg, "<text class=\"strong\" y=\"{y}\" text-anchor=\"{anchor}\">{date}</text>");
    }
    svg.push_str("</svg>");
}
