//! A straight part of a line: which parts of which pixels it covers.

use std::ops::Range;

use super::grid::{FINE, Parts, Point, UNIT, centre, pixels, reach, start};

/// A straight part of a line, with what is asked of it at every pixel worked out once.
pub(super) struct Segment {
    from: Point,
    to: Point,
    along: Point,
    length: i64,
    wide: i64,
    reach: i64,
}

impl Segment {
    pub(super) fn new(from: Point, to: Point, wide: i64) -> Segment {
        let along @ (dx, dy) = (to.0 - from.0, to.1 - from.1);
        Segment { from, to, along, length: dx * dx + dy * dy, wide, reach: reach(wide) }
    }

    /// Returns the rows that it may cover, of a picture so high.
    pub(super) fn rows(&self, height: usize) -> Range<usize> {
        pixels(self.from.1.min(self.to.1) - self.reach, self.from.1.max(self.to.1) + self.reach, height)
    }

    /// Returns the pixels of a row that it may cover, of a picture so wide.
    pub(super) fn columns(&self, y: usize, width: usize) -> Range<usize> {
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
    pub(super) fn parts(&self, (x, y): (usize, usize)) -> Parts {
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
