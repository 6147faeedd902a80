//! Pictures made at build: the crest as icons for browsers and telephones, and the card that goes with a shared link. Nothing in them needs a
//! font: digits are strokes of our own, and issues are squares.

mod canvas;
mod png;

use std::sync::LazyLock;

use canvas::{Canvas, Colour, Point, UNIT};

use crate::notice::Issue;
use crate::notice::edition::Edition;
use crate::value::{Lang, StatusBasis, StatusClass};

/// The picture that goes with a shared link.
pub const CARD: &str = "card.png";

/// How wide and how high it is.
pub const CARD_SIZE: [usize; 2] = [1200, 630];

const RED: Colour = [0xb3, 0x17, 0x1c];
const WHITE: Colour = [0xff; 3];
const INK: Colour = [0x1a, 0x1a, 0x1a];
const GREY: Colour = [0x76, 0x76, 0x76];
const GREEN: Colour = [0x1a, 0x6b, 0x3c];
const PALE_GREEN: Colour = [0xc4, 0xdf, 0xcd];
const AMBER: Colour = [0x94, 0x5b, 0x05];
const PALE_AMBER: Colour = [0xf7, 0xe3, 0xbd];

/// The strokes of the crest on a square of 400: the two falling strokes of 公, and the bent one below with its drop.
const CREST: [&[Point]; 4] = [
    &[(166, 86), (154, 122), (134, 155), (110, 180), (88, 196)],
    &[(234, 86), (246, 122), (266, 155), (290, 180), (312, 196)],
    &[(206, 172), (184, 218), (158, 258), (122, 298), (195, 293), (268, 282)],
    &[(236, 228), (264, 268), (290, 314)],
];

/// The strokes of each digit and of a slash, on a field 10 wide and 16 high.
const SIGNS: [&[Point]; 11] = [
    &[(3, 1), (7, 1), (9, 4), (9, 12), (7, 15), (3, 15), (1, 12), (1, 4), (3, 1)],
    &[(2, 4), (5, 1), (5, 15)],
    &[(1, 4), (3, 1), (7, 1), (9, 4), (9, 6), (1, 15), (9, 15)],
    &[(1, 1), (9, 1), (5, 7), (7, 7), (9, 10), (9, 12), (7, 15), (3, 15), (1, 13)],
    &[(7, 15), (7, 1), (1, 11), (9, 11)],
    &[(9, 1), (2, 1), (1, 7), (6, 7), (9, 9), (9, 12), (7, 15), (3, 15), (1, 13)],
    &[(8, 1), (4, 4), (1, 10), (1, 12), (3, 15), (7, 15), (9, 12), (9, 10), (7, 7), (3, 7), (1, 10)],
    &[(1, 1), (9, 1), (4, 15)],
    &[
        (3, 8),
        (1, 6),
        (1, 3),
        (3, 1),
        (7, 1),
        (9, 3),
        (9, 6),
        (7, 8),
        (9, 10),
        (9, 13),
        (7, 15),
        (3, 15),
        (1, 13),
        (1, 10),
        (3, 8),
        (7, 8),
    ],
    &[(9, 6), (7, 9), (3, 9), (1, 6), (1, 4), (3, 1), (7, 1), (9, 4), (9, 6), (6, 12), (3, 15)],
    &[(8, 1), (2, 15)],
];

/// The icons, which no notice changes: drawn once.
static ICONS: LazyLock<[Vec<u8>; 2]> = LazyLock::new(|| [png::icon(&crest_of(32)), png::png(&crest_of(180))]);

pub(super) fn favicon(_: &Edition, _: Lang) -> Vec<u8> {
    ICONS[0].clone()
}

pub(super) fn touch_icon(_: &Edition, _: Lang) -> Vec<u8> {
    ICONS[1].clone()
}

fn crest_of(side: usize) -> Canvas {
    let mut canvas = Canvas::new(side, side, WHITE);
    crest(&mut canvas, [0, 0], side);
    canvas
}

/// Draws the crest with its upper left corner at a place.
fn crest(canvas: &mut Canvas, [left, top]: [usize; 2], side: usize) {
    canvas.fill([left, top, side, side], RED);
    let scale = |n: i64| n * pixels(side) * UNIT / 400;
    let place = |&(x, y): &Point| (pixels(left) * UNIT + scale(x), pixels(top) * UNIT + scale(y));
    let frame = [(34, 34), (366, 34), (366, 366), (34, 366), (34, 34)];
    canvas.stroke(&frame.each_ref().map(place), scale(12).max(UNIT), WHITE);
    for stroke in CREST {
        canvas.stroke(&stroke.iter().map(place).collect::<Vec<_>>(), scale(34), WHITE);
    }
}

fn pixels(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// Returns the card: the crest, how many of how many issues are not completed, and every issue as a square.
pub(super) fn card(edition: &Edition, _: Lang) -> Vec<u8> {
    let [width, height] = CARD_SIZE;
    let mut canvas = Canvas::new(width, height, WHITE);
    canvas.fill([0, 0, width, 12], RED);
    crest(&mut canvas, [80, 76], 128);
    let all = &edition.statistics.all;
    let end = number(&mut canvas, [248, 76], 8, &all.outstanding().n.to_string(), AMBER);
    number(&mut canvas, [end, 76], 8, &format!("/{}", all.total()), INK);
    wall(&mut canvas, &edition.notice.issues, [80, 264, width - 160, height - 264 - 56]);
    png::png(&canvas)
}

/// Writes a number, its digits `unit` tenths wide; returns where the next sign would stand.
fn number(canvas: &mut Canvas, [left, top]: [usize; 2], unit: usize, text: &str, colour: Colour) -> usize {
    let mut at = left;
    for sign in text.chars() {
        let strokes = SIGNS[sign.to_digit(10).map_or(10, |digit| usize::try_from(digit).unwrap_or(10))];
        let place = |&(x, y): &Point| ((pixels(at) + x * pixels(unit)) * UNIT, (pixels(top) + y * pixels(unit)) * UNIT);
        canvas.stroke(&strokes.iter().map(place).collect::<Vec<_>>(), pixels(unit) * UNIT * 2, colour);
        at += unit * 12;
    }
    at
}

/// Draws a square for each issue, as large as the room allows; of very many, one of several.
fn wall(canvas: &mut Canvas, issues: &[Issue], [left, top, width, height]: [usize; 4]) {
    const SIDES: [usize; 9] = [76, 60, 48, 36, 28, 20, 14, 9, 5];
    let gap = |side: usize| (side / 8).max(1);
    let room = |side: usize| (width + gap(side)) / (side + gap(side)) * ((height + gap(side)) / (side + gap(side)));
    let side = SIDES.into_iter().find(|side| room(*side) >= issues.len()).unwrap_or(5);
    let step = issues.len().div_ceil(room(side)).max(1);
    let columns = (width + gap(side)) / (side + gap(side));
    for (n, issue) in issues.iter().step_by(step).enumerate() {
        let place = |n: usize, start: usize| start + n * (side + gap(side));
        square(canvas, [place(n % columns, left), place(n / columns, top)], side, issue);
    }
}

/// Draws an issue: completed is green, and hatched where that is inferred; not completed is amber, with as much of it full as is done.
fn square(canvas: &mut Canvas, [left, top]: [usize; 2], side: usize, issue: &Issue) {
    let class = issue.class();
    let (edge, ground) = match class {
        _ if class.is_done() => (GREEN, PALE_GREEN),
        _ if class.is_outstanding() => (AMBER, PALE_AMBER),
        _ => (GREY, WHITE),
    };
    let wide = (side / 12).max(1);
    canvas.fill([left, top, side, side], edge);
    let inner = [left + wide, top + wide, side - 2 * wide, side - 2 * wide];
    let full = match class {
        StatusClass::Substantially => 3,
        StatusClass::Open | StatusClass::Ongoing => 2,
        _ => 0,
    };
    if class.is_done() && issue.record.status_basis == StatusBasis::Inferred {
        canvas.fill(inner, ground);
        canvas.hatch(inner, edge, wide);
    } else if !class.is_done() {
        let empty = inner[3] - inner[3] * full / 4;
        canvas.fill([inner[0], inner[1], inner[2], empty], ground);
    }
}
