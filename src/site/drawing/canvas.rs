//! A picture of pixels, drawn with integers alone: rectangles and strokes of straight parts, smooth at their edges.

mod grid;
mod mask;
mod segment;

use std::ops::Range;

pub(super) use grid::UNIT;
use grid::{FINE, Point, reach};
use mask::Mask;
use segment::Segment;

/// A colour: red, green, blue.
pub(in crate::site) type Colour = [u8; 3];

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

fn mixed(under: Colour, over: Colour, covered: i64) -> Colour {
    let whole = FINE * FINE;
    let channel = |n: usize| {
        let sum = i64::from(under[n]) * (whole - covered) + i64::from(over[n]) * covered;
        u8::try_from((sum + whole / 2) / whole).unwrap_or(u8::MAX)
    };
    [channel(0), channel(1), channel(2)]
}
