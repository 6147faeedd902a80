//! Sums, products and shares of decimals, exact, or none where there is no room.

use super::{Decimal, MAX_WHOLE};

impl Decimal {
    /// Returns the same number divided by `10^power`, exactly.
    pub fn shifted_down(self, power: u32) -> Decimal {
        Decimal { digits: self.digits, places: self.places + power }.normal()
    }

    /// Returns the same number multiplied by `10^power`, exactly.
    ///
    /// Returns `None` where the result would have more digits than a figure can have.
    pub fn shifted_up(self, power: u32) -> Option<Decimal> {
        let n = self.normal();
        let factor = 10i128.checked_pow(power.saturating_sub(n.places))?;
        Decimal { digits: n.digits.checked_mul(factor)?, places: n.places.saturating_sub(power) }.in_size()
    }

    /// Returns the exact product with a whole number, or `None` where it would have more digits than a figure can have.
    pub fn times(self, n: i64) -> Option<Decimal> {
        let Decimal { digits, places } = self.normal();
        Decimal { digits: digits.checked_mul(i128::from(n))?, places }.normal().in_size()
    }

    /// Returns the absolute value.
    pub fn abs(self) -> Decimal {
        Decimal { digits: self.digits.abs(), places: self.places }
    }

    /// Returns the exact sum, or `None` where it would have more digits than a figure can have.
    pub fn checked_add(self, other: Decimal) -> Option<Decimal> {
        let places = self.places.max(other.places);
        let digits = self.scaled(places)?.checked_add(other.scaled(places)?)?;
        Decimal { digits, places }.normal().in_size()
    }

    /// The exact difference, or `None` where it would have more digits than a figure can have.
    pub fn checked_sub(self, other: Decimal) -> Option<Decimal> {
        self.checked_add(Decimal { digits: other.digits.checked_neg()?, places: other.places })
    }

    /// How many thousandths of another number it is, rounded down; 0 of what is not above 0.
    pub fn thousandths_of(self, whole: Decimal) -> u64 {
        let places = self.places.max(whole.places);
        let scaled = self.scaled(places).and_then(|digits| digits.checked_mul(1000)).zip(whole.scaled(places));
        let share = scaled.filter(|(_, whole)| *whole > 0).map(|(digits, whole)| digits / whole);
        share.and_then(|share| u64::try_from(share).ok()).unwrap_or(0)
    }

    pub(super) fn in_size(self) -> Option<Decimal> {
        (self.digits.abs() / 10i128.checked_pow(self.places)? < MAX_WHOLE).then_some(self)
    }

    pub(super) fn scaled(self, places: u32) -> Option<i128> {
        self.digits.checked_mul(10i128.checked_pow(places - self.places)?)
    }
}
