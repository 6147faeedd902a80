//! A course of events: what happened, what is due, and how many issues were left.

use super::Square;
use crate::site::drawing::columns;

/// The most squares that stand upon one another.
pub(in crate::site) const STACK: usize = 6;

/// Something on a line of time of the length 1,000.
pub(in crate::site) struct TimelineMark {
    /// What it is: a class.
    pub(in crate::site) kind: &'static str,
    /// Where it begins, and where it ends if it takes a while.
    pub(in crate::site) at: u64,
    pub(in crate::site) to: Option<u64>,
    /// What it is and when, in words.
    pub(in crate::site) words: String,
    pub(in crate::site) date: String,
    /// When, in digits.
    pub(in crate::site) day: String,
    /// What it is about, at most [`STACK`], and how many more.
    pub(in crate::site) squares: Vec<Square>,
    pub(in crate::site) more: usize,
}

/// A course of events.
pub(in crate::site) struct Course {
    /// What happened, in order.
    pub(in crate::site) marks: Vec<TimelineMark>,
    /// What was moved, from where to where.
    pub(in crate::site) moves: Vec<(u64, u64)>,
    /// Where years begin, with their names.
    pub(in crate::site) years: Vec<(u64, String)>,
    /// How many were left from where on; empty where that is not known.
    pub(in crate::site) left: Vec<(u64, u64)>,
    /// How far it is known.
    pub(in crate::site) left_until: u64,
    /// What is left, in words.
    pub(in crate::site) left_words: String,
}

impl TimelineMark {
    /// How many squares high it is.
    pub(super) fn levels(&self) -> usize {
        self.squares.len() + usize::from(self.more > 0)
    }

    /// How wide its squares are: as wide as the longest number.
    pub(super) fn width(&self) -> usize {
        self.squares.iter().map(|square| columns(&square.number) * 8 + 10).max().unwrap_or(0).max(28)
    }
}
