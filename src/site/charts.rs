//! Pictures as SVG, made of numbers and words alone.
//!
//! Takes what is to be drawn; gives an element. Nothing here knows of a notice or a language. Lengths are whole numbers; how a part is drawn is
//! said by classes, which a theme colours, and by attributes, since pages carry no styles of their own. The same charts as files of their own are
//! drawings: see [`files`].

mod files;

mod amounts;
mod tiles;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::drawing::{columns, escaped};

pub(super) use amounts::{PartLook, Share, slope, split, swatch};
pub use files::CHART_WIDTH;
pub(super) use files::{BarRow, Heading, LegendKey, WallPart, bars_file, course_file, square, wall_file};
pub(super) use tiles::{Tile, level, tiles};

/// The side of a small square, and the gap behind it.
const SIDE: usize = 8;
const STEP: usize = 10;

/// Small squares in a row.
const COLUMNS: usize = 40;

/// How a square looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct SquareLook {
    /// The name of the glyph of its status: what it counts as.
    pub(super) glyph: &'static str,
    /// Whether that is inferred.
    pub(super) is_inferred: bool,
    /// Whether its deadline has passed.
    pub(super) is_overdue: bool,
}

impl SquareLook {
    /// Returns the classes that say so.
    pub(super) fn classes(self) -> String {
        let inferred = if self.is_inferred { " is-inferred" } else { "" };
        let overdue = if self.is_overdue { " is-overdue" } else { "" };
        format!("is-{}{inferred}{overdue}", self.glyph)
    }
}

/// How high a square is filled by the glyph of its status; what is not named stays empty.
const FILLED: [(&str, usize); 5] =
    [("completed", SIDE), ("done-lasting", SIDE), ("substantially-completed", 6), ("in-progress", 4), ("ongoing", 2)];

/// Returns a wall of small squares in rows, each as it looks: those of one look in a row are one stroke with gaps. The picture is named `label`.
pub(super) fn squares(looks: &[SquareLook], label: &str) -> String {
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

/// The most squares that stand upon one another.
pub(super) const STACK: usize = 6;

/// A square with a number that leads somewhere.
pub(super) struct Square {
    pub(super) number: String,
    pub(super) href: String,
    pub(super) look: SquareLook,
}

/// Something on a line of time of the length 1,000.
pub(super) struct TimelineMark {
    /// What it is: a class.
    pub(super) kind: &'static str,
    /// Where it begins, and where it ends if it takes a while.
    pub(super) at: u64,
    pub(super) to: Option<u64>,
    /// What it is and when, in words.
    pub(super) words: String,
    pub(super) date: String,
    /// When, in digits.
    pub(super) day: String,
    /// What it is about, at most [`STACK`], and how many more.
    pub(super) squares: Vec<Square>,
    pub(super) more: usize,
}

/// A course of events.
pub(super) struct Course {
    /// What happened, in order.
    pub(super) marks: Vec<TimelineMark>,
    /// What was moved, from where to where.
    pub(super) moves: Vec<(u64, u64)>,
    /// Where years begin, with their names.
    pub(super) years: Vec<(u64, String)>,
    /// How many were left from where on; empty where that is not known.
    pub(super) left: Vec<(u64, u64)>,
    /// How far it is known.
    pub(super) left_until: u64,
    /// What is left, in words.
    pub(super) left_words: String,
}

/// Heights in pixels: a square of a stack, a line of words, the picture of what is left.
const HIGH: usize = 24;
const LINE: usize = 20;
const LEFT: usize = 72;

/// The width in pixels for which words are kept apart: that of the narrowest page that shows the picture.
const NARROW: usize = 700;

/// The most squares above one another, whatever they belong to.
const HIGHEST: usize = 14;

/// The most rows of words above and below the line of time.
const ROWS: usize = 3;

/// Returns a course of events: marks without squares are named above the line of time, the dates of stacks of squares below it. Positions are
/// shares of the width, everything else is in pixels, so that words do not grow with the page. Words that find no room are left out: a list
/// has them. The picture is for the eye alone.
pub(super) fn course(course: &Course) -> String {
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

/// Something that happened, as a line or a band down to the line of time, with its words at the top.
fn draw_named(svg: &mut String, mark: &TimelineMark, row: Option<usize>, axis: usize) {
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

impl TimelineMark {
    /// How many squares high it is.
    fn levels(&self) -> usize {
        self.squares.len() + usize::from(self.more > 0)
    }

    /// How wide its squares are: as wide as the longest number.
    fn width(&self) -> usize {
        self.squares.iter().map(|square| columns(&square.number) * 8 + 10).max().unwrap_or(0).max(28)
    }
}

/// Returns upon how many squares each stack stands, so that it covers none before it.
fn bases(stacks: &[&TimelineMark]) -> Vec<usize> {
    let mut taken: Vec<(usize, usize, usize)> = Vec::new();
    let base = |mark: &&TimelineMark| {
        let (from, to) = span(mark.at, mark.width() + 4);
        let below = taken.iter().filter(|(begin, end, _)| to > *begin && from < *end).map(|(.., top)| *top);
        let base = below.max().filter(|base| base + mark.levels() <= HIGHEST).unwrap_or(0);
        taken.push((from, to, base + mark.levels()));
        base
    };
    stacks.iter().map(base).collect()
}

/// Squares above the line of time, the date below it.
fn draw_stack(svg: &mut String, mark: &TimelineMark, row: Option<usize>, axis: usize, base: usize) {
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

/// How many were left, as steps that go down from all of them.
fn draw_left(svg: &mut String, course: &Course, top: usize) {
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

/// Returns for each of some labels, in order, the row in which it overlaps none before it; none where all rows are taken. Each is where it
/// stands and how many columns it is wide; those in the second half end there.
fn rows(labels: impl Iterator<Item = (u64, usize)>) -> Vec<Option<usize>> {
    let mut taken: Vec<Vec<(usize, usize)>> = Vec::new();
    let place = |(at, columns): (u64, usize)| {
        let (from, to) = span(at, columns * 8 + 16);
        let is_free = |row: &Vec<(usize, usize)>| row.iter().all(|(begin, end)| to <= *begin || from >= *end);
        let row = taken.iter().position(is_free).or_else(|| (taken.len() < ROWS).then_some(taken.len()))?;
        if row == taken.len() {
            taken.push(Vec::new());
        }
        taken[row].push((from, to));
        Some(row)
    };
    labels.map(place).collect()
}

/// Returns the rows of the dates of stacks. Those of deadlines are placed first, since a reader looks for them.
fn rows_of_dates(stacked: &[&TimelineMark]) -> Vec<Option<usize>> {
    let mut order: Vec<usize> = (0..stacked.len()).collect();
    order.sort_by_key(|at| stacked[*at].kind != "due");
    let placed = rows(order.iter().map(|at| (stacked[*at].at, columns(&stacked[*at].date))));
    let mut found = vec![None; stacked.len()];
    order.into_iter().zip(placed).for_each(|(at, row)| found[at] = row);
    found
}

/// From where to where something reaches that is so many pixels wide: in the first half from its place on, in the second half up to it.
fn span(at: u64, width: usize) -> (usize, usize) {
    let place = usize::try_from(at).unwrap_or(0) * NARROW / 1000;
    if at > 500 { (place.saturating_sub(width), place) } else { (place, place + width) }
}

/// On which side of its place a label stands.
fn anchor(at: u64) -> &'static str {
    if at > 500 { "end" } else { "start" }
}

/// How far beside its place.
fn beside(at: u64) -> i64 {
    if at > 500 { -6 } else { 6 }
}

/// A share of 1,000 as a length: no floating point is published.
fn percent(of_1000: u64) -> String {
    format!("{}.{}%", of_1000 / 10, of_1000 % 10)
}

#[cfg(test)]
mod tests {
    use super::{Course, Square, SquareLook, TimelineMark, course, rows, rows_of_dates, squares};

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

    #[test]
    fn labels_that_would_overlap_stand_in_rows() {
        let labels = [(0, 10), (50, 10), (100, 10), (120, 10), (1000, 10)];
        assert_eq!(rows(labels.into_iter()), [Some(0), Some(1), Some(2), None, Some(0)]);
        let marks = [("completed", 0), ("completed", 10), ("completed", 20), ("due", 30)]
            .map(|(kind, at)| mark(kind, at, &["1"]));
        let stacked: Vec<&TimelineMark> = marks.iter().collect();
        assert_eq!(rows_of_dates(&stacked), [Some(1), Some(2), None, Some(0)], "a deadline first");
    }
}
