//! Sums of figures that are another figure, or that a slip of the pen keeps from it.

use super::{Proposal, are_alike, is_percent};
use crate::notice::Figure;
use crate::value::{Decimal, Ratio};

/// By how much a sum may miss what is stated to be told, of a hundred, and only by a slip.
const NEAR: i64 = 1;

/// Sums below are likely to be chance.
const LEAST: i64 = 10;

/// Sums of three parts below are.
const LEAST_OF_THREE: i64 = 100;

/// Sums of two or three figures.
pub(in crate::rules::suggestions) fn sums(figures: &[Figure]) -> Vec<Proposal<'_>> {
    let mut found = Vec::new();
    for total in figures {
        let parts: Vec<&Figure> = figures
            .iter()
            .filter(|part| part.id != total.id && *part.value < *total.value && are_alike(part, total))
            .collect();
        for (at, a) in parts.iter().enumerate() {
            for (next, b) in parts.iter().enumerate().skip(at + 1) {
                found.extend(sum(&[a, b], total, LEAST));
                found.extend(parts.iter().skip(next + 1).filter_map(|c| exact_sum(&[a, b, c], total)));
            }
        }
    }
    found
}

/// Returns a sum of three that holds: near misses of three are chance.
fn exact_sum<'a>(parts: &[&'a Figure], total: &'a Figure) -> Option<Proposal<'a>> {
    sum(parts, total, LEAST_OF_THREE).filter(|sum| sum.would_be.is_none())
}

fn sum<'a>(parts: &[&'a Figure], total: &'a Figure, least: i64) -> Option<Proposal<'a>> {
    let value = parts.iter().try_fold(Decimal::whole(0), |sum, part| sum.checked_add(*part.value))?;
    let would_be = miss(value, *total.value, least)?;
    // A rate and a change of it give another rate, if not this one.
    if would_be.is_some() && is_percent(total) {
        return None;
    }
    let names: Vec<&str> = parts.iter().map(|part| part.id.as_str()).collect();
    let equation = format!("{} = {}", names.join(" + "), total.id);
    Some(Proposal { equation, figures: parts.iter().copied().chain([total]).collect(), would_be })
}

/// Returns what is computed, if it misses what is stated by little; nothing inside if it does not miss at all, nothing
/// at all if it is far off.
fn miss(computed: Decimal, stated: Decimal, least: i64) -> Option<Option<String>> {
    if computed == stated {
        return (stated >= Decimal::whole(least)).then_some(None);
    }
    let gap = Ratio::of(computed)?.minus(Ratio::of(stated)?)?.abs().times(Ratio::whole(100))?;
    let is_near = stated >= Decimal::whole(LEAST) && gap <= Ratio::of(stated)?.times(Ratio::whole(NEAR))?;
    (is_near && is_slip(computed, stated)).then(|| Some(computed.to_string()))
}

/// Returns whether one may have been written for the other: one digit is another, or two neighbours are exchanged.
/// Other near misses are chance.
fn is_slip(one: Decimal, other: Decimal) -> bool {
    let places = one.places().max(other.places());
    let digits = |value: Decimal| {
        let (digits, own) = value.digits();
        Some(digits.checked_mul(10_i128.checked_pow(places - own)?)?.to_string().into_bytes())
    };
    let (Some(one), Some(other)) = (digits(one), digits(other)) else { return false };
    let differing: Vec<usize> = (0..one.len().min(other.len())).filter(|at| one[*at] != other[*at]).collect();
    one.len() == other.len()
        && match differing[..] {
            [_] => true,
            [first, second] => second == first + 1 && one[first] == other[second] && one[second] == other[first],
            _ => false,
        }
}

/// Returns the sum of the numbers of a column, if a figure states it; near misses of three and more are chance.
pub(in crate::rules::suggestions) fn column<'a>(numbers: &[Decimal], figures: &'a [Figure]) -> Option<Proposal<'a>> {
    let sum = numbers.iter().try_fold(Decimal::whole(0), |sum, number| sum.checked_add(*number))?;
    let written: Vec<String> =
        numbers.iter().filter(|number| **number != Decimal::whole(0)).map(ToString::to_string).collect();
    let of = |figure: &'a Figure| {
        let is_long = written.len() > 2;
        let would_be = miss(sum, *figure.value, if is_long { LEAST_OF_THREE } else { LEAST })?;
        if would_be.is_some() && is_long {
            return None;
        }
        let equation = format!("{} = {}", written.join(" + "), figure.id);
        Some(Proposal { equation, figures: vec![figure], would_be })
    };
    let proposals = figures.iter().filter(|figure| !is_percent(figure)).filter_map(of);
    (written.len() > 1).then(|| proposals.min_by_key(|proposal| proposal.would_be.is_some())).flatten()
}

#[cfg(test)]
mod tests {
    use super::is_slip;

    #[test]
    fn one_digit_or_two_neighbours() {
        for (one, other, slip) in [
            ("53.79", "53.7", true),
            ("229", "239", true),
            ("1476000", "1467000", true),
            ("53.41", "53.7", false),
            ("1648", "1632", false),
            ("99", "100", false),
            ("147.6", "14.76", false),
        ] {
            assert_eq!(
                is_slip(one.parse().expect("a number"), other.parse().expect("a number")),
                slip,
                "{one} {other}"
            );
        }
    }
}
