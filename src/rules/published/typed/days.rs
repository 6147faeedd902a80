//! The days that two editions hold for, which a text may give and move along with.

use crate::text::quantity::{Quantity, QuantityKind};
use crate::value::{Date, Decimal};

/// The days that two editions hold for.
#[derive(Clone, Copy)]
pub(in crate::rules::published) struct Days {
    pub(in crate::rules::published) published: Date,
    pub(in crate::rules::published) now: Date,
}

/// Returns whether a date only moved from the day of the published edition to that of the new one.
pub(super) fn is_the_day(was: &Quantity, is: &Quantity, days: Days) -> bool {
    let nth = match is.kind {
        QuantityKind::Year => 0,
        QuantityKind::Month => 1,
        QuantityKind::Day => 2,
        QuantityKind::Number | QuantityKind::Measure(_) => return false,
    };
    let is_part = |day: Date, value: Decimal| {
        day.to_string()
            .split('-')
            .nth(nth)
            .and_then(|part| part.parse().ok())
            .is_some_and(|part: Decimal| part == value)
    };
    is_part(days.published, was.value) && is_part(days.now, is.value)
}
