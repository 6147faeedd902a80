//! Figures read back out of running text: 35万人次 and 350,000 visits are the same quantity.
//!
//! Takes a text and the reading rules of its language (data of the messages file); gives every [`Quantity`] with its
//! place. What figures are compared for, and which differences matter, is decided by [`crate::rules`].

mod beside;
mod clock;
mod found;
mod han;
mod neighbours;
mod number;
mod read;
mod roman;
mod share;
mod units;
mod words;

use std::ops::Range;

pub use beside::{around, words_beside};
pub use neighbours::is_between;
pub use read::read;

use crate::value::{Decimal, Hedge, Trend};

/// A figure in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quantity {
    /// What kind of figure it is.
    pub kind: QuantityKind,
    /// Its value in the base unit: 1476000 for 147.6万元.
    pub value: Decimal,
    /// What the text says of how exact it is.
    pub hedge: Hedge,
    /// Which way the text says that it moved.
    pub trend: Option<Trend>,
    /// How it is written.
    pub form: Form,
    /// Whether nothing counted follows, so that its unit may stand at a neighbour or at the head of a column.
    pub is_open: bool,
    /// Whether it counts what follows, as far as its language tells: not “the two, ” nor “both”.
    pub counts: bool,
    /// The code of the unit of the figure after it, to which it may leave its own: 15 of 40 mu.
    pub lent: Option<String>,
    /// Where it stands, in bytes.
    pub range: Range<usize>,
}

impl Quantity {
    /// Returns the value in the unit into which all of its kind are converted: 15 for a hectare, as for 15 mu.
    pub fn base_value(&self) -> Decimal {
        units::in_base(self.value, self.kind.code())
    }

    /// Returns whether two figures are the same amount: of one kind, or one that leaves its unit to its neighbour.
    pub fn is_as_much_as(&self, other: &Quantity) -> bool {
        let is_open = |one: &Quantity, two: &Quantity| {
            // “3 times” are 3次, or 3倍.
            let leaves_unit = one.is_open || two.kind.code() == "times";
            leaves_unit && one.kind == QuantityKind::Number && matches!(two.kind, QuantityKind::Measure(_))
        };
        // 15 of 40 mu are 15亩 or a hectare, not 15 hectares.
        let is_same = |one: &Quantity, two: &Quantity| match &one.lent {
            Some(lent) if units::base(lent) != two.kind.base_code() => None,
            Some(lent) => Some(units::in_base(one.value, lent) == two.base_value()),
            None => Some(one.value == two.value),
        };
        let is_open_as = |one: &Quantity, two: &Quantity| if is_open(one, two) { is_same(one, two) } else { None };
        if let Some(is_same) = is_open_as(self, other).or_else(|| is_open_as(other, self)) {
            return is_same;
        }
        self.kind.converts_to(&other.kind) && self.base_value() == other.base_value()
    }
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
    /// Returns whether it is part of a date.
    pub fn is_date(&self) -> bool {
        matches!(self, QuantityKind::Year | QuantityKind::Month | QuantityKind::Day)
    }

    fn code(&self) -> &str {
        match self {
            QuantityKind::Measure(code) => code,
            _ => "",
        }
    }

    /// Returns the code of the unit that figures of the kind are converted to; empty without a unit.
    pub fn base_code(&self) -> &str {
        units::base(self.code())
    }

    /// Returns whether figures of the two kinds can be compared: kilometres and metres, not days and working days.
    pub fn converts_to(&self, other: &QuantityKind) -> bool {
        match (self, other) {
            (QuantityKind::Measure(one), QuantityKind::Measure(two)) => units::base(one) == units::base(two),
            _ => self == other,
        }
    }

    /// Returns whether figures of the two kinds measure the same thing, if not in units that convert: percentages and
    /// thirds.
    pub fn measures_as(&self, other: &QuantityKind) -> bool {
        match (self, other) {
            (QuantityKind::Measure(one), QuantityKind::Measure(two)) => units::dimension(one) == units::dimension(two),
            _ => false,
        }
    }
}

/// How a figure is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// In digits: it is meant as a figure.
    Digits,
    /// In words with something counted: 三轮.
    CountingWord,
    /// In words, as a place in an order: 第二届, second.
    Ordinal,
    /// In words that may be an idiom or a name: 第一时间, “四个意识”.
    Word,
}

#[cfg(test)]
mod tests;
