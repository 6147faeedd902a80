//! Pixels and the places between them, in whole parts of a pixel.

use std::ops::Range;

/// A place in sixty-fourths of a pixel.
pub(in crate::site::drawing) type Point = (i64, i64);

/// How many sixty-fourths a pixel has.
pub(in crate::site::drawing) const UNIT: i64 = 64;

/// How finely an edge is looked at, along each side of a pixel.
pub(super) const FINE: i64 = 4;

/// The pixels between two places on a side of this many pixels, those that hold them included.
pub(super) fn pixels(first: i64, last: i64, size: usize) -> Range<usize> {
    let place = |n: i64| usize::try_from(n.max(0)).unwrap_or(0).min(size);
    place(first.div_euclid(UNIT))..place(last.div_euclid(UNIT) + 1)
}

/// Where a pixel begins.
pub(super) fn start(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(0) * UNIT
}

/// Where its middle is.
pub(super) fn centre(n: usize) -> i64 {
    start(n) + UNIT / 2
}

/// How far from its middle a line may cover parts of a pixel.
pub(super) fn reach(wide: i64) -> i64 {
    wide / 2 + UNIT
}

/// The parts of a pixel that are covered, a bit for each of FINE × FINE.
pub(super) type Parts = u16;
