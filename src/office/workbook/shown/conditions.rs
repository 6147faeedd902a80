//! Which part of a format a number is shown by: that for its sign, or that of which it meets the condition.

use std::cmp::Ordering;

use super::decimal::DecimalDigits;
use super::tokens::FormatToken;

/// A condition: what it compares as, and with what.
type Condition = (String, DecimalDigits);

/// Returns the part of a format for a number, and the sign that stands before it; nothing if the format does not say.
pub(super) fn section_of<'s>(
    sections: &'s [Vec<FormatToken>],
    number: &DecimalDigits,
) -> Option<(&'s [FormatToken], &'static str)> {
    let conditions: Vec<Option<&str>> = sections.iter().map(|section| condition(section)).collect();
    if conditions.iter().any(Option::is_some) {
        return conditional(&conditions, number).and_then(|at| Some((&**sections.get(at)?, "")));
    }
    let (at, sign) = match (number.is_negative, sections.len()) {
        (_, 3..) if number.is_zero() => (2, ""),
        _ if number.is_zero() => (0, ""),
        // Only its colour says that it is below zero.
        (true, 2..) if bare(&sections[0]).eq(bare(&sections[1])) && sections[0] != sections[1] => (1, "-"),
        (true, 2..) => (1, ""),
        (true, _) => (0, "-"),
        _ => (0, ""),
    };
    Some((&**sections.get(at)?, sign))
}

/// The signs of a part without its colours.
fn bare(section: &[FormatToken]) -> impl Iterator<Item = &FormatToken> {
    section.iter().filter(|token| !matches!(token, FormatToken::Bracket(inner) if !inner.starts_with('$')))
}

/// The condition that a part of a format makes, as it stands.
fn condition(section: &[FormatToken]) -> Option<&str> {
    section.iter().find_map(|token| match token {
        FormatToken::Bracket(inner) if inner.starts_with(['<', '>', '=']) => Some(&**inner),
        _ => None,
    })
}

/// Which part a number is shown by where parts make conditions: the first that it meets, or the one for all others.
fn conditional(conditions: &[Option<&str>], number: &DecimalDigits) -> Option<usize> {
    if number.is_negative {
        return None;
    }
    let read: Vec<Option<Condition>> = conditions.iter().map(|text| text.and_then(parsed)).collect();
    if (0..read.len()).any(|at| read[at].is_none() && conditions[at].is_some()) {
        return None;
    }
    let meets = |(comparison, limit): &Condition| match (&**comparison, number.compare(limit)) {
        ("<", order) => order == Ordering::Less,
        ("<=", order) => order != Ordering::Greater,
        (">", order) => order == Ordering::Greater,
        (">=", order) => order != Ordering::Less,
        ("=", order) => order == Ordering::Equal,
        (_, order) => order != Ordering::Equal,
    };
    let met = read.iter().position(|condition| condition.as_ref().is_some_and(meets));
    // Without a condition of its own the second of three is for numbers below zero.
    let other =
        conditions.len().checked_sub(1).filter(|at| *at > 0 && conditions[*at].is_none() && conditions[0].is_some());
    met.or(other)
}

/// Reads a condition, `>=10000`.
fn parsed(text: &str) -> Option<Condition> {
    let length = text.len() - text.trim_start_matches(['<', '>', '=']).len();
    let (comparison, limit) = text.split_at(length);
    let limit = DecimalDigits::read(limit).filter(|limit| !limit.is_negative)?;
    ["<", "<=", ">", ">=", "=", "<>"].contains(&comparison).then(|| (comparison.to_owned(), limit))
}
