//! The shapes that a picture is made of.

use super::canvas::Colour;
use super::words::DrawnWords;
use super::{Area, Place};

/// A shape.
pub(in crate::site) enum Shape {
    /// A full rectangle.
    Fill(Area, Colour),
    /// Stripes from the lower left to the upper right, as wide as their gaps.
    Hatch(Area, Colour, i64),
    /// A line through places, so wide, round at its ends.
    Line(Vec<Place>, i64, Colour),
    /// A line from left to right or from top to bottom in dashes.
    Dashes(Place, Place, i64, Colour),
    /// A line of words.
    Words(DrawnWords),
    /// The crest, by its upper left corner and its side.
    Crest(Place, i64),
}

/// How long a dash is, and the gap behind it.
pub(super) const DASH: i64 = 5;
