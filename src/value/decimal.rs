//! Decimal numbers that keep every digit: what is published is never rounded by a floating-point unit.

mod arithmetic;
mod written;

use std::cmp::Ordering;

/// An exact decimal number, `digits × 10^-places`, with at most 18 decimal places and an absolute value below 10^20.
#[derive(Clone, Copy, Debug)]
pub struct Decimal {
    digits: i128,
    places: u32,
}

/// Why a text is not a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecimalError {
    /// Not of the form `-12.5`.
    Form,
    /// More digits than a figure of a notice can have.
    Size,
}

const MAX_PLACES: u32 = 18;

const MAX_WHOLE: i128 = 100_000_000_000_000_000_000;

impl Decimal {
    /// Returns a whole number.
    pub fn whole(n: i64) -> Decimal {
        Decimal { digits: i128::from(n), places: 0 }
    }

    /// Decimal places that are not trailing zeros.
    pub fn places(self) -> u32 {
        self.normal().places
    }

    /// Returns whether there is no fractional part.
    pub fn is_whole(self) -> bool {
        self.places() == 0
    }

    /// Returns how many digits it has before its decimal point, no zero first: 0 below 1.
    pub fn whole_digits(self) -> u32 {
        self.digits.unsigned_abs().checked_ilog10().map_or(0, |log| (log + 1).saturating_sub(self.places))
    }

    /// The digits and how many of them stand behind the point, without trailing zeros there: 74.10 is 741 and 1.
    pub fn digits(self) -> (i128, u32) {
        let Decimal { digits, places } = self.normal();
        (digits, places)
    }

    /// Returns the last place that is not zero: 10 of 1230, 0.01 of 98.92; 0 of 0.
    pub fn last_place(self) -> Decimal {
        let Decimal { mut digits, places } = self.normal();
        let mut last = i128::from(digits != 0);
        while digits != 0 && digits % 10 == 0 {
            digits /= 10;
            last *= 10;
        }
        Decimal { digits: last, places }
    }

    /// Returns the number with these digits, `places` of them after the point; `None` where it has more digits than a
    /// figure can have.
    pub fn of_digits(digits: i128, places: u32) -> Option<Decimal> {
        let number = Decimal { digits, places }.normal();
        if number.places <= MAX_PLACES { number.in_size() } else { None }
    }

    /// Without trailing zeros after the point.
    fn normal(self) -> Decimal {
        let Decimal { mut digits, mut places } = self;
        while places > 0 && digits % 10 == 0 {
            digits /= 10;
            places -= 1;
        }
        Decimal { digits, places }
    }
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Decimal) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Decimal {}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Decimal) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Decimal) -> Ordering {
        if self.places == other.places {
            return self.digits.cmp(&other.digits);
        }
        let (a, b) = (self.normal(), other.normal());
        let places = a.places.max(b.places);
        match (a.scaled(places), b.scaled(places)) {
            (Some(x), Some(y)) => x.cmp(&y),
            // Only a number of very many places overflows; its whole part then decides.
            _ => (a.digits / 10i128.pow(a.places.min(38))).cmp(&(b.digits / 10i128.pow(b.places.min(38)))),
        }
    }
}

impl std::hash::Hash for Decimal {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        let n = self.normal();
        (n.digits, n.places).hash(state);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap_or_else(|e| panic!("{text}: {e:?}"))
    }

    #[test]
    fn keeps_every_digit() {
        for (text, printed) in [
            ("1476000", "1476000"),
            ("74.137", "74.137"),
            ("839.3625", "839.3625"),
            ("98.920", "98.92"),
            ("-0.05", "-0.05"),
            ("0", "0"),
            ("007", "7"),
            ("0.10", "0.1"),
        ] {
            assert_eq!(decimal(text).to_string(), printed);
        }
    }

    #[test]
    fn the_last_place_that_is_not_zero() {
        for (text, place) in [("1230", "10"), ("98.92", "0.01"), ("20", "10"), ("7", "1"), ("-0.50", "0.1"), ("0", "0")]
        {
            assert_eq!(decimal(text).last_place(), decimal(place), "{text}");
        }
    }

    #[test]
    fn refuses_what_is_not_a_number() {
        for text in ["", "-", ".5", "5.", "1,000", "1e3", "１２", "1.2.3", " 1", "+1"] {
            assert_eq!(text.parse::<Decimal>(), Err(DecimalError::Form), "{text}");
        }
        assert_eq!("1".repeat(21).parse::<Decimal>(), Err(DecimalError::Size));
        assert_eq!(format!("0.{}", "1".repeat(19)).parse::<Decimal>(), Err(DecimalError::Size));
    }

    #[test]
    fn shifts_and_adds_exactly() {
        assert_eq!(decimal("1476000").shifted_down(4).to_string(), "147.6");
        assert_eq!(decimal("2705099.8").shifted_down(4).to_string(), "270.50998");
        assert_eq!(decimal("147.6").shifted_up(4), Some(decimal("1476000")));
        let largest = decimal("99999999999999999999.5");
        assert_eq!(
            (largest.shifted_up(1), decimal("1").shifted_up(20), largest.checked_add(decimal("0.5"))),
            (None, None, None)
        );
        assert_eq!((decimal("0.5").times(30), largest.times(2)), (Some(decimal("15")), None));
        assert_eq!(decimal("0.1").checked_add(decimal("0.2")), Some(decimal("0.3")));
        assert!(decimal("1.10") == decimal("1.1") && decimal("-2") < decimal("0.5"));
    }
}
