//! A figure as it was found, with what only its neighbours need to know of it.

use super::Quantity;
use crate::value::Decimal;

/// A figure as it was found.
pub(super) struct FoundQuantity {
    pub(super) quantity: Quantity,
    /// Where it begins with what stands before it of its unit: CNY.
    pub(super) begins: usize,
    /// The number as it stands before its scale word.
    pub(super) mantissa: Decimal,
    /// The power of ten of its scale words.
    pub(super) power: u32,
    /// Whether a time of day says of which half of the day it is.
    pub(super) is_marked: bool,
}

impl FoundQuantity {
    pub(super) fn plain(quantity: Quantity) -> FoundQuantity {
        let (mantissa, begins) = (quantity.value, quantity.range.start);
        FoundQuantity { quantity, begins, mantissa, power: 0, is_marked: false }
    }
}
