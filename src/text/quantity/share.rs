//! Shares: 三分之一, 千分之三.

use super::QuantityKind;
use crate::value::Decimal;

/// Returns a share as a quantity: a percentage where one states it exactly, else a number of parts of the whole, in
/// lowest terms.
pub(super) fn share(parts: i64, of: i64) -> Option<(Decimal, QuantityKind)> {
    if of <= 0 {
        return None;
    }
    let common = gcd(parts.unsigned_abs(), of.unsigned_abs());
    let common = i64::try_from(common).ok().filter(|n| *n > 0)?;
    let (parts, of) = (parts / common, of / common);
    // A denominator of twos and fives is that of a decimal.
    let (mut rest, mut factor, mut places) = (of, 1_i64, 0);
    for (prime, other) in [(2, 5), (5, 2)] {
        while rest % prime == 0 {
            rest /= prime;
            factor = factor.checked_mul(other)?;
            places += 1;
        }
    }
    if rest == 1 {
        let hundreds = Decimal::whole(parts).times(factor)?.times(100)?;
        return Some((hundreds.shifted_down(places), QuantityKind::Measure("percent".into())));
    }
    Some((Decimal::whole(parts), QuantityKind::Measure(format!("1/{of}"))))
}

/// Returns a phrase's meaning as its language states it: `50 percent`, `1/3`.
pub(super) fn stated(text: &str) -> Option<(Decimal, QuantityKind)> {
    if let Some((parts, of)) = text.split_once('/') {
        return share(parts.trim().parse().ok()?, of.trim().parse().ok()?);
    }
    let (value, code) = text.split_once(' ').unwrap_or((text, ""));
    let kind = if code.is_empty() { QuantityKind::Number } else { QuantityKind::Measure(code.to_owned()) };
    Some((value.parse().ok()?, kind))
}

fn gcd(a: u64, b: u64) -> u64 {
    if b == 0 { a } else { gcd(b, a % b) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_exact() {
        for (parts, of, shown) in [
            (1, 2, "50 percent"),
            (2, 4, "50 percent"),
            (3, 1000, "0.3 percent"),
            (3, 8, "37.5 percent"),
            (1, 3, "1 1/3"),
            (4, 6, "2 1/3"),
        ] {
            let (value, kind) = share(parts, of).expect("a share");
            assert_eq!(format!("{value} {}", kind.code()), shown);
        }
        assert_eq!((share(1, 0), share(1, -2)), (None, None));
    }
}
