//! What a line covers of the pixels around it, so that its parts cover none twice.

use std::ops::Range;

use super::grid::{Parts, Point, pixels};
use super::segment::Segment;

/// What a line covers, within the pixels around it.
pub(super) struct Mask {
    pub(super) across: Range<usize>,
    down: Range<usize>,
    parts: Vec<Parts>,
}

impl Mask {
    /// Returns one of nothing, for what is within reach of points on a picture of a size.
    pub(super) fn around(points: &[Point], reach: i64, (width, height): (usize, usize)) -> Mask {
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
    pub(super) fn rows(&self) -> impl Iterator<Item = (usize, &[Parts])> {
        self.down.clone().zip(self.parts.chunks(self.across.len().max(1)))
    }

    /// Adds a straight part of the line.
    pub(super) fn add(&mut self, segment: &Segment) {
        for y in segment.rows(self.down.end) {
            for x in segment.columns(y, self.across.end) {
                let at = (y - self.down.start) * self.across.len() + x - self.across.start;
                self.parts[at] |= segment.parts((x, y));
            }
        }
    }
}
