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

    /// Draws a line through points, as wide as given, round at its ends and corners. Where its parts meet, they cover a pixel once.
    pub(super) fn stroke(&mut self, points: &[Point], wide: i64, colour: Colour) {
        let mut mask = Mask::around(points, reach(wide), self.size());
        for pair in points.windows(2) {
            mask.add(&Segment::new(pair[0], pair[1], wide));
        }
        for (y, covered) in mask.rows() {
            let row = &mut self.pixels[y * self.width..][mask.across.clone()];
            for (pixel, parts) in row.iter_mut().zip(covered).filter(|(_, parts)| **parts != 0) {
                *pixel = mixed(*pixel, colour, parts.count_ones().into());
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

/// How far from its middle a line may cover parts of a pixel.
fn reach(wide: i64) -> i64 {
    wide / 2 + UNIT
}

/// The parts of a pixel that are covered, a bit for each of FINE × FINE.
type Parts = u16;

/// What a line covers, within the pixels around it.
struct Mask {
    across: Range<usize>,
    down: Range<usize>,
    parts: Vec<Parts>,
}

impl Mask {
    /// Returns one of nothing, for what is within reach of points on a picture of a size.
    fn around(points: &[Point], reach: i64, (width, height): (usize, usize)) -> Mask {
        let side = |of: fn(&Point) -> i64, size: usize| {
            let places = || points.iter().map(of);
            let range =
                places().min().zip(places().max()).map(|(first, last)| pixels(first - reach, last + reach, size));
            range.filter(|range| range.start < range.end).unwrap_or(0..0)
        };
        let (across, down) = (side(|point| point.0, width), side(|point| point.1, height));
        let parts = vec![0; across.len() * down.len()];
        Mask { across, down, parts }
    }

    /// Returns each row, from the top, with its pixels from the left.
    fn rows(&self) -> impl Iterator<Item = (usize, &[Parts])> {
        self.down.clone().zip(self.parts.chunks(self.across.len().max(1)))
    }

    /// Adds a straight part of the line.
    fn add(&mut self, segment: &Segment) {
        for y in segment.rows(self.down.end) {
            for x in segment.columns(y, self.across.end) {
                let at = (y - self.down.start) * self.across.len() + x - self.across.start;
                self.parts[at] |= segment.parts((x, y));
            }
        }
    }
}

/// A straight part of a line, with what is asked of it at every pixel worked out once.
struct Segment {
    from: Point,
    to: Point,
    along: Point,
    length: i64,
    wide: i64,
    reach: i64,
}

impl Segment {
    fn new(from: Point, to: Point, wide: i64) -> Segment {
        let along @ (dx, dy) = (to.0 - from.0, to.1 - from.1);
        Segment { from, to, along, length: dx * dx + dy * dy, wide, reach: reach(wide) }
    }

    /// Returns the rows that it may cover, of a picture so high.
    fn rows(&self, height: usize) -> Range<usize> {
        pixels(self.from.1.min(self.to.1) - self.reach, self.from.1.max(self.to.1) + self.reach, height)
    }

    /// Returns the pixels of a row that it may cover, of a picture so wide.
    fn columns(&self, y: usize, width: usize) -> Range<usize> {
        let (Segment { from, to, reach, .. }, (dx, dy)) = (self, self.along);
        let (mut left, mut right) = (from.0.min(to.0) - reach, from.0.max(to.0) + reach);
        if dy != 0 {
            // No pixel of this row is near that is further from where the line crosses it.
            let crossing = from.0 + (centre(y) - from.1) * dx / dy;
            let aside = reach * (dx.abs() + dy.abs()) / dy.abs() + UNIT;
            (left, right) = (left.max(crossing - aside), right.min(crossing + aside));
        }
        pixels(left, right, width)
    }

    /// Returns the parts of a pixel that it covers.
    fn parts(&self, (x, y): (usize, usize)) -> Parts {
        let centre = (centre(x), centre(y));
        // No part of a pixel is as far as a pixel from its centre.
        if !self.is_near(centre, self.wide + 2 * UNIT) {
            return 0;
        }
        if self.wide > 2 * UNIT && self.is_near(centre, self.wide - 2 * UNIT) {
            return Parts::MAX;
        }
        let at = |n: usize, part: i64| start(n) + (2 * part + 1) * UNIT / (2 * FINE);
        let is_covered = |n: i64| self.is_near((at(x, n % FINE), at(y, n / FINE)), self.wide);
        (0..FINE * FINE).fold(0, |parts, n| parts | Parts::from(is_covered(n)) << n)
    }

    /// Returns whether a point lies on it, were it so wide.
    fn is_near(&self, (px, py): Point, wide: i64) -> bool {
        let (dx, dy) = self.along;
        let (ax, ay) = (px - self.from.0, py - self.from.1);
        let along = ax * dx + ay * dy;
        let near = |bx: i64, by: i64| 4 * (bx * bx + by * by) <= wide * wide;
        if along <= 0 {
            return near(ax, ay);
        }
        if along >= self.length {
            return near(px - self.to.0, py - self.to.1);
        }
        let across = ax * dy - ay * dx;
        4 * across * across <= wide * wide * self.length
    }
}

fn mixed(under: Colour, over: Colour, covered: i64) -> Colour {
    let whole = FINE * FINE;
    let channel = |n: usize| {
        let sum = i64::from(under[n]) * (whole - covered) + i64::from(over[n]) * covered;
        u8::try_from((sum + whole / 2) / whole).unwrap_or(u8::MAX)
    };
    [channel(0), channel(1), channel(2)]
}
