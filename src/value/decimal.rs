//! Decimal numbers that keep every digit: what is published is never rounded by a floating-point unit.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

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

    /// Returns the same number divided by `10^power`, exactly.
    pub fn shifted_down(self, power: u32) -> Decimal {
        Decimal { digits: self.digits, places: self.places + power }.normal()
    }

    /// Returns how many digits it has before its decimal point, no zero first: 0 below 1.
    pub fn whole_digits(self) -> u32 {
        self.digits.unsigned_abs().checked_ilog10().map_or(0, |log| (log + 1).saturating_sub(self.places))
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

    /// The digits and how many of them stand behind the point, without trailing zeros there: 74.10 is 741 and 1.
    pub fn digits(self) -> (i128, u32) {
        let Decimal { digits, places } = self.normal();
        (digits, places)
    }

    /// Returns the number with these digits, `places` of them after the point; `None` where it has more digits than a
    /// figure can have.
    pub fn of_digits(digits: i128, places: u32) -> Option<Decimal> {
        let number = Decimal { digits, places }.normal();
        if number.places <= MAX_PLACES { number.in_size() } else { None }
    }

    fn in_size(self) -> Option<Decimal> {
        (self.digits.abs() / 10i128.checked_pow(self.places)? < MAX_WHOLE).then_some(self)
    }

    fn scaled(self, places: u32) -> Option<i128> {
        self.digits.checked_mul(10i128.checked_pow(places - self.places)?)
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

impl FromStr for Decimal {
    type Err = DecimalError;

    fn from_str(text: &str) -> Result<Decimal, DecimalError> {
        let (negative, body) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, fraction) = match body.split_once('.') {
            Some((_, "")) => return Err(DecimalError::Form),
            Some(parts) => parts,
            None => (body, ""),
        };
        let all_digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
        if whole.is_empty() || !all_digits(whole) || !all_digits(fraction) {
            return Err(DecimalError::Form);
        }
        let places = u32::try_from(fraction.len()).map_err(|_| DecimalError::Size)?;
        if places > MAX_PLACES || whole.trim_start_matches('0').len() > 20 {
            return Err(DecimalError::Size);
        }
        let digits: i128 = format!("{whole}{fraction}").parse().map_err(|_| DecimalError::Size)?;
        Decimal { digits: if negative { -digits } else { digits }, places }.in_size().ok_or(DecimalError::Size)
    }
}

/// Plain digits with a point, without trailing zeros: `147.6`, `-0.05`, `3284`.
impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let n = self.normal();
        if n.places == 0 {
            return write!(f, "{}", n.digits);
        }
        let sign = if n.digits < 0 { "-" } else { "" };
        let places = n.places as usize;
        let digits = format!("{:0>width$}", n.digits.unsigned_abs(), width = places + 1);
        let (whole, fraction) = digits.split_at(digits.len() - places);
        write!(f, "{sign}{whole}.{fraction}")
    }
}

/// A whole number serialises as a number, any other as text, so that no reader rounds it.
impl serde::Serialize for Decimal {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let n = self.normal();
        match (n.places, i64::try_from(n.digits)) {
            (0, Ok(whole)) => serializer.serialize_i64(whole),
            _ => serializer.collect_str(self),
        }
    }
}

impl<'de> serde::Deserialize<'de> for Decimal {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Decimal, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(|_| serde::de::Error::custom(format!("`{text}` is not a number")))
    }
}

impl schemars::JsonSchema for Decimal {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Decimal".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": ["number", "string"],
            "format": "gongkai-decimal",
            "pattern": "^-?(0|[1-9][0-9]*)(\\.[0-9]+)?$",
            "description": "数值，按基本单位写全，不带千分位逗号，如 1476000、74.137。An exact number in the base unit, without separators: 1476000, 74.137."
        })
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
