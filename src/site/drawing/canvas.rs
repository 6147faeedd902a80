//! A picture of pixels, drawn with integers alone: rectangles and strokes of straight parts, smooth at their edges.

use std::ops::Range;

/// A colour: red, green, blue.
pub(in crate::site) type Colour = [u8; 3];

/// A place in sixty-fourths of a pixel.
pub(super) type Point = (i64, i64);

/// How many sixty-fourths a pixel has.
pub(super) const UNIT: i64 = 64;

/// How finely an edge is looked at, along each side of a pixel.
const FINE: i64 = 4;

/// A picture.
pub(super) struct Canvas {
    width: usize,
    height: usize,
    pixels: Vec<Colour>,
}

impl Canvas {
    pub(super) fn new(width: usize, height: usize, ground: Colour) -> Canvas {
        Canvas { width, height, pixels: vec![ground; width * height] }
    }

    /// Fills a rectangle (left, top, width, height), as far as it is inside.
    pub(super) fn fill(&mut self, area: [i64; 4], colour: Colour) {
        let (across, down) = self.inside(area);
        for y in down {
            self.pixels[y * self.width + across.start..y * self.width + across.end].fill(colour);
        }
    }

    /// Fills every other line from the lower left to the upper right of a rectangle, each some pixels wide.
    pub(super) fn hatch(&mut self, area: [i64; 4], colour: Colour, wide: i64) {
        let (across, down) = self.inside(area);
        let wide = usize::try_from(wide).unwrap_or(1).max(1);
        for y in down.clone() {
            for x in across.clone() {
                if ((x - across.start + y - down.start) / wide).is_multiple_of(2) {
                    self.pixels[y * self.width + x] = colour;
                }
            }
        }
    }

    /// The columns and rows of a rectangle that are inside.
    fn inside(&self, [left, top, width, height]: [i64; 4]) -> (Range<usize>, Range<usize>) {
        let range = |from: i64, long: i64, size: usize| {
            let place = |n: i64| usize::try_from(n).unwrap_or(0).min(size);
            place(from)..place(from + long).max(place(from))
        };
        (range(left, width, self.width), range(top, height, self.height))
    }

    /// Draws a line through points, as wide as given, round at its ends and corners.
    pub(super) fn stroke(&mut self, points: &[Point], wide: i64, colour: Colour) {
        for pair in points.windows(2) {
            self.segment(pair[0], pair[1], wide, colour);
        }
    }

    fn segment(&mut self, from: Point, to: Point, wide: i64, colour: Colour) {
        let reach = wide / 2 + UNIT;
        let (dx, dy) = (to.0 - from.0, to.1 - from.1);
        for y in pixels(from.1.min(to.1) - reach, from.1.max(to.1) + reach, self.height) {
            let (mut left, mut right) = (from.0.min(to.0) - reach, from.0.max(to.0) + reach);
            if dy != 0 {
                // No pixel of this row is near that is further from where the line crosses it.
                let crossing = from.0 + (centre(y) - from.1) * dx / dy;
                let aside = reach * (dx.abs() + dy.abs()) / dy.abs() + UNIT;
                (left, right) = (left.max(crossing - aside), right.min(crossing + aside));
            }
            for x in pixels(left, right, self.width) {
                let covered = covered((x, y), from, to, wide);
                if covered > 0 {
                    let pixel = &mut self.pixels[y * self.width + x];
                    *pixel = mixed(*pixel, colour, covered);
                }
            }
        }
    }

    /// Returns the rows of the picture from the top, each with its pixels from the left.
    pub(super) fn rows(&self) -> impl DoubleEndedIterator<Item = &[Colour]> {
        self.pixels.chunks(self.width)
    }

    pub(super) fn size(&self) -> (usize, usize) {
        (self.width, self.height)
    }
}

/// The pixels between two places on a side of this many pixels, those that hold them included.
fn pixels(first: i64, last: i64, size: usize) -> Range<usize> {
    let place = |n: i64| usize::try_from(n.max(0)).unwrap_or(0).min(size);
    place(first.div_euclid(UNIT))..place(last.div_euclid(UNIT) + 1)
}

/// Where a pixel begins.
fn start(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(0) * UNIT
}

/// Where its middle is.
fn centre(n: usize) -> i64 {
    start(n) + UNIT / 2
}

/// How much of a pixel a line covers, of FINE × FINE.
fn covered((x, y): (usize, usize), from: Point, to: Point, wide: i64) -> i64 {
    let centre = (centre(x), centre(y));
    // No part of a pixel is as far as a pixel from its centre.
    if !is_near(centre, from, to, wide + 2 * UNIT) {
        return 0;
    }
    if wide > 2 * UNIT && is_near(centre, from, to, wide - 2 * UNIT) {
        return FINE * FINE;
    }
    let at = |n: usize, part: i64| start(n) + (2 * part + 1) * UNIT / (2 * FINE);
    let parts = (0..FINE * FINE).filter(|n| is_near((at(x, n % FINE), at(y, n / FINE)), from, to, wide));
    i64::try_from(parts.count()).unwrap_or(0)
}

/// Whether a point lies on a line of a width.
fn is_near((px, py): Point, from: Point, to: Point, wide: i64) -> bool {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let (ax, ay) = (px - from.0, py - from.1);
    let (along, length) = (ax * dx + ay * dy, dx * dx + dy * dy);
    let near = |bx: i64, by: i64| 4 * (bx * bx + by * by) <= wide * wide;
    if along <= 0 {
        return near(ax, ay);
    }
    if along >= length {
        return near(px - to.0, py - to.1);
    }
    let across = ax * dy - ay * dx;
    4 * across * across <= wide * wide * length
}

fn mixed(under: Colour, over: Colour, covered: i64) -> Colour {
    let whole = FINE * FINE;
    let channel = |n: usize| {
        let sum = i64::from(under[n]) * (whole - covered) + i64::from(over[n]) * covered;
        u8::try_from((sum + whole / 2) / whole).unwrap_or(u8::MAX)
    };
    [channel(0), channel(1), channel(2)]
}
