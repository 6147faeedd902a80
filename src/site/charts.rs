//! Pictures as SVG, made of numbers and words alone.
//!
//! Takes what is to be drawn; gives an element. Nothing here knows of a notice or a language. Lengths are whole numbers; how a part is drawn is
//! said by classes, which a theme colours, and by attributes, since pages carry no styles of their own. The same charts as files of their own are
//! drawings: see [`files`].

mod amounts;
mod course;
mod events;
mod files;
mod layout;
mod squares;
mod tiles;

pub(super) use amounts::{PartLook, Share, slope, split, swatch};
pub(super) use course::course;
pub(super) use events::{Course, STACK, TimelineMark};
pub use files::CHART_WIDTH;
pub(super) use files::{BarRow, Heading, LegendKey, WallPart, bars_file, course_file, square, wall_file};
pub(super) use squares::squares;
pub(super) use tiles::{Tile, level, tiles};

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

/// A square with a number that leads somewhere.
pub(super) struct Square {
    pub(super) number: String,
    pub(super) href: String,
    pub(super) look: SquareLook,
}

/// A share of 1,000 as a length: no floating point is published.
fn percent(of_1000: u64) -> String {
    format!("{}.{}%", of_1000 / 10, of_1000 % 10)
}
