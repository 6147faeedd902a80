//! Walls of small squares, one for each issue.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::SquareLook;
use crate::site::drawing::escaped;

/// The side of a small square, and the gap behind it.
const SIDE: usize = 8;
const STEP: usize = 10;

/// Small squares in a row.
const COLUMNS: usize = 40;

/// How high a square is filled by the glyph of its status; what is not named stays empty.
const FILLED: [(&str, usize); 5] =
    [("completed", SIDE), ("done-lasting", SIDE), ("substantially-completed", 6), ("in-progress", 4), ("ongoing", 2)];

/// Returns a wall of small squares in rows, each as it looks: those of one look in a row are one stroke with gaps. The picture is named `label`.
pub(in crate::site) fn squares(looks: &[SquareLook], label: &str) -> String {
    let rows = looks.len().div_ceil(COLUMNS);
    let columns = looks.len().min(COLUMNS);
    let (width, height) = ((columns * STEP).saturating_sub(STEP - SIDE), (rows * STEP).saturating_sub(STEP - SIDE));
    let mut svg = format!(
        "<svg class=\"squares\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\" aria-label=\"{}\">",
        escaped(label)
    );
    for (look, path) in strokes(looks) {
        let _ = write!(svg, "<g class=\"{}\"><path class=\"squares-box\" d=\"{path}\" {DASHES}/>", look.classes());
        let filled = FILLED.iter().find(|(glyph, _)| *glyph == look.glyph).map_or(0, |(_, height)| *height);
        if filled > 0 {
            let down = (SIDE - filled) / 2;
            let _ = write!(
                svg,
                "<path class=\"squares-fill\" d=\"{path}\" stroke-width=\"{filled}\" stroke-dasharray=\"{SIDE} {}\" transform=\"translate(0 {down})\"/>",
                STEP - SIDE
            );
        }
        if look.is_inferred {
            let _ = write!(
                svg,
                "<path class=\"squares-hole\" d=\"{path}\" stroke-width=\"4\" stroke-dasharray=\"4 6\" transform=\"translate(2 0)\"/>"
            );
        }
        svg.push_str("</g>");
    }
    svg + "</svg>"
}

/// A stroke of whole squares.
const DASHES: &str = "stroke-width=\"8\" stroke-dasharray=\"8 2\"";

/// Returns the strokes of every look, in the order of looks.
fn strokes(looks: &[SquareLook]) -> BTreeMap<SquareLook, String> {
    let mut paths: BTreeMap<SquareLook, String> = BTreeMap::new();
    for (row, looks) in looks.chunks(COLUMNS).enumerate() {
        let mut column = 0;
        for run in looks.chunk_by(|a, b| a == b) {
            let path = paths.entry(run[0]).or_default();
            let _ = write!(path, "M{} {}h{}", column * STEP, row * STEP + SIDE / 2, run.len() * STEP - (STEP - SIDE));
            column += run.len();
        }
    }
    paths
}

#[cfg(test)]
mod tests {
    use super::squares;
    use crate::site::charts::SquareLook;

    const DONE: SquareLook = SquareLook { glyph: "completed", is_inferred: false, is_overdue: false };
    const OPEN: SquareLook = SquareLook { glyph: "in-progress", is_inferred: false, is_overdue: true };

    #[test]
    fn squares_of_one_look_are_one_stroke_in_each_row() {
        let looks: Vec<SquareLook> = (0..45).map(|n| if n == 2 { OPEN } else { DONE }).collect();
        let svg = squares(&looks, "A & \"B\"");
        assert!(
            svg.contains("viewBox=\"0 0 398 18\"") && svg.contains("aria-label=\"A &amp; &quot;B&quot;\""),
            "{svg}"
        );
        assert!(svg.contains("d=\"M0 4h18M30 4h368M0 14h48\""), "{svg}");
        assert!(
            svg.contains("<g class=\"is-in-progress is-overdue\"><path class=\"squares-box\" d=\"M20 4h8\""),
            "{svg}"
        );
    }

    #[test]
    fn what_is_inferred_is_hollow() {
        let svg = squares(&[SquareLook { is_inferred: true, ..DONE }], "");
        assert!(svg.contains("class=\"is-completed is-inferred\"") && svg.contains("squares-hole"), "{svg}");
        assert!(!squares(&[DONE], "").contains("squares-hole"));
    }
}
