//! Figures read back out of running text: 35万人次 and 350,000 visits are the same quantity.
//!
//! Takes a text and the reading rules of its language (data of the messages file); gives every [`Quantity`] with its place. What figures are
//! compared for, and which differences matter, is decided by [`crate::rules`].

mod han;
mod read;

use std::ops::Range;

pub use read::read;

use crate::value::{Approximation, Decimal};

/// A figure in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quantity {
    /// What kind of figure it is.
    pub kind: QuantityKind,
    /// Its value in the base unit: 1476000 for 147.6万元.
    pub value: Decimal,
    /// Whether the text says that it is not exact.
    pub approx: Option<Approximation>,
    /// How it is written.
    pub form: Form,
    /// Where it stands, in bytes.
    pub range: Range<usize>,
}

/// What kind of figure it is. Counters are not told apart: languages count differently.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum QuantityKind {
    /// A number of things, or a number in a name.
    Number,
    /// A measure with a unit that languages share, by its code: `CNY`, `percent`, `percentage-points`, `km`, `mu`.
    Measure(String),
    /// A year.
    Year,
    /// A month of the year.
    Month,
    /// A day of the month.
    Day,
}

impl QuantityKind {
    /// Whether it is part of a date.
    pub fn is_date(&self) -> bool {
        matches!(self, QuantityKind::Year | QuantityKind::Month | QuantityKind::Day)
    }
}

/// How a figure is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// In digits: it is meant as a figure.
    Digits,
    /// In words with something counted: 三轮.
    CountingWord,
    /// In words that may be an idiom or a name: 第一时间, “四个意识”.
    Word,
}

#[cfg(test)]
mod tests;
