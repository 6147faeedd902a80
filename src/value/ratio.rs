//! Exact fractions: what sums, products and shares of figures are before they are rounded.

use std::cmp::Ordering;

use super::Decimal;

/// An exact fraction in its lowest terms. Arithmetic that would leave its range gives nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ratio {
    over: i128,
    /// Above zero.
    under: i128,
}

impl Ratio {
    /// Zero.
    pub const ZERO: Ratio = Ratio::whole(0);

    /// Returns a whole number.
    pub const fn whole(n: i64) -> Ratio {
        Ratio { over: n as i128, under: 1 }
    }

    /// Returns a decimal number, exactly.
    pub fn of(number: Decimal) -> Option<Ratio> {
        let (digits, places) = number.digits();
        Ratio::new(digits, 10i128.checked_pow(places)?)
    }

    fn new(over: i128, under: i128) -> Option<Ratio> {
        let divisor = i128::try_from(greatest_common_divisor(over.unsigned_abs(), under.unsigned_abs())).ok()?;
        let divisor = if under < 0 { -divisor } else { divisor };
        (under != 0).then(|| Ratio { over: over / divisor, under: under / divisor })
    }

    /// Returns the exact sum.
    pub fn plus(self, other: Ratio) -> Option<Ratio> {
        let common =
            i128::try_from(greatest_common_divisor(self.under.unsigned_abs(), other.under.unsigned_abs())).ok()?;
        let (left, right) = (other.under / common, self.under / common);
        let over = self.over.checked_mul(left)?.checked_add(other.over.checked_mul(right)?)?;
        Ratio::new(over, self.under.checked_mul(left)?)
    }

    /// Returns the exact difference.
    pub fn minus(self, other: Ratio) -> Option<Ratio> {
        self.plus(Ratio { over: other.over.checked_neg()?, under: other.under })
    }

    /// Returns the exact product.
    pub fn times(self, other: Ratio) -> Option<Ratio> {
        let (a, b) = (Ratio::new(self.over, other.under)?, Ratio::new(other.over, self.under)?);
        Ratio::new(a.over.checked_mul(b.over)?, a.under.checked_mul(b.under)?)
    }

    /// Returns the exact quotient; none by zero.
    pub fn divided_by(self, other: Ratio) -> Option<Ratio> {
        self.times(Ratio::new(other.under, other.over)?)
    }

    /// Returns the distance from zero.
    pub fn abs(self) -> Ratio {
        Ratio { over: self.over.saturating_abs(), under: self.under }
    }

    /// Returns the number rounded to a number of places, halves away from zero.
    pub fn rounded(self, places: u32) -> Option<Decimal> {
        let (whole, rest) = self.split(places)?;
        let up = rest.abs() >= self.under - rest.abs();
        Decimal::of_digits(whole.checked_add(if up { self.over.signum() } else { 0 })?, places)
    }

    /// Returns the number cut off after a number of places.
    pub fn cut(self, places: u32) -> Option<Decimal> {
        Decimal::of_digits(self.split(places)?.0, places)
    }

    /// Returns the digits down to a place, and what is left of the numerator.
    fn split(self, places: u32) -> Option<(i128, i128)> {
        let scaled = self.over.checked_mul(10i128.checked_pow(places)?)?;
        Some((scaled / self.under, scaled % self.under))
    }

    /// Returns the number as text: as it is if it has at most `places` decimal places, otherwise rounded to them.
    pub fn shown(self, places: u32) -> String {
        self.rounded(places).map_or_else(|| format!("{} / {}", self.over, self.under), |number| number.to_string())
    }
}

fn greatest_common_divisor(mut a: u128, mut b: u128) -> u128 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a.max(1)
}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Ratio) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Whole parts first, then the rest turned upside down: exact, and never too large.
impl Ord for Ratio {
    fn cmp(&self, other: &Ratio) -> Ordering {
        let (mut a, mut b) = ((self.over, self.under), (other.over, other.under));
        loop {
            let wholes = a.0.div_euclid(a.1).cmp(&b.0.div_euclid(b.1));
            let (left, right) = (a.0.rem_euclid(a.1), b.0.rem_euclid(b.1));
            if wholes.is_ne() || left == 0 || right == 0 {
                return wholes.then(left.min(1).cmp(&right.min(1)));
            }
            (a, b) = ((b.1, right), (a.1, left));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ratio(text: &str) -> Ratio {
        Ratio::of(text.parse().expect("a number")).expect("a ratio")
    }

    /// Long division by hand, digit by digit: no more in common with `Ratio` than arithmetic itself.
    fn by_hand(a: u32, b: u32, places: usize, rounds: bool) -> String {
        let mut digits = (a / b).to_string();
        let mut rest = a % b;
        for _ in 0..places {
            rest *= 10;
            digits.push(char::from_digit(rest / b, 10).expect("a digit"));
            rest %= b;
        }
        let mut number: u64 = digits.parse().expect("digits");
        number += u64::from(rounds && rest * 10 / b >= 5);
        let padded = format!("{number:0>width$}", width = places + 1);
        let (whole, fraction) = padded.split_at(padded.len() - places);
        let fraction = fraction.trim_end_matches('0');
        if fraction.is_empty() { whole.to_owned() } else { format!("{whole}.{fraction}") }
    }

    #[test]
    fn rounds_and_cuts_every_share_up_to_200() {
        for b in 1..=200 {
            for a in 0..=b {
                let percent = Ratio::whole(i64::from(a) * 100).divided_by(Ratio::whole(b.into())).expect("not nought");
                for places in 0..=2u32 {
                    let shown = |number: Option<Decimal>| number.expect("small").to_string();
                    let at = places as usize;
                    assert_eq!(shown(percent.rounded(places)), by_hand(a * 100, b, at, true), "{a} of {b}");
                    assert_eq!(shown(percent.cut(places)), by_hand(a * 100, b, at, false), "{a} of {b}");
                }
            }
        }
    }

    #[test]
    fn is_exact_and_says_where_it_cannot_be() {
        let third = Ratio::whole(1).divided_by(Ratio::whole(3)).expect("a third");
        assert_eq!(third.plus(third).and_then(|two| two.plus(third)), Some(Ratio::whole(1)));
        assert_eq!(ratio("0.1").plus(ratio("0.2")), Some(ratio("0.3")));
        assert_eq!(ratio("-0.5").rounded(0).map(|n| n.to_string()), Some("-1".to_owned()));
        assert_eq!(Ratio::whole(1).divided_by(Ratio::ZERO), None);
        let large = ratio("99999999999999999999");
        assert_eq!(large.times(large).and_then(|much| much.times(large)), None);
        assert_eq!(large.minus(large), Some(Ratio::ZERO));
    }

    #[test]
    fn is_ordered() {
        let third = Ratio::whole(1).divided_by(Ratio::whole(3)).expect("a third");
        let rising = ["-99999999999999999999.5", "-2", "-0.5", "0", "0.333333333333333333"].map(ratio);
        let rising: Vec<Ratio> = rising
            .into_iter()
            .chain([third])
            .chain(["0.333333333333333334", "1", "99999999999999999999"].map(ratio))
            .collect();
        for (at, number) in rising.iter().enumerate() {
            for (other, than) in rising.iter().enumerate() {
                assert_eq!(number.cmp(than), at.cmp(&other), "{number:?} and {than:?}");
            }
        }
    }
}
