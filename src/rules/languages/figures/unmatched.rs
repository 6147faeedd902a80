//! Which figures of a block have no partner in its translation.

use std::collections::BTreeSet;

use crate::rules::languages::partners::Free;
use crate::rules::languages::side::SideBlock;
use crate::rules::languages::{beside, dates};
use crate::text::quantity::{Form, Quantity, QuantityKind};
use crate::value::Decimal;

/// The figures of one side that have no partner on the other.
pub(super) fn unmatched<'s>(one: &SideBlock<'s, '_>, other: &SideBlock<'_, '_>) -> Vec<&'s Quantity> {
    let mut free = Free::of(other.quantities.iter().filter(|q| !q.kind.is_date()));
    let mut rest: Vec<&Quantity> = one.quantities.iter().filter(|q| !q.kind.is_date()).collect();
    // Best partners first, so that a figure in words is not taken by the wrong one.
    type Fits = fn(&Quantity, &Quantity) -> bool;
    let rounds: [Fits; 4] = [
        |a, b| a.form == b.form && a.kind == b.kind && a.value == b.value && beside::is_same(a, b),
        |a, b| a.form == Form::Digits && b.form == Form::Digits && a.is_as_much_as(b) && beside::is_same(a, b),
        |a, b| a.form == Form::Digits && b.form == Form::Digits && a.is_as_much_as(b) && beside::agrees(a, b),
        |a, b| a.is_as_much_as(b) && beside::agrees(a, b),
    ];
    for fits in rounds {
        rest.retain(|quantity| !free.take(quantity, fits));
    }
    rest.retain(|quantity| !is_said_before(one, quantity));
    // A year without its sign may be a number to the other language, and a number a year.
    let years: BTreeSet<Decimal> = dates::years(other).collect();
    rest.retain(|q| q.kind != QuantityKind::Number || !years.contains(&q.value));
    // The 10th of each month is a number to a language that writes no sign for a day.
    let days: BTreeSet<Decimal> = dates::lone_days(other).collect();
    let is_place = |q: &Quantity| one.side.prose.text[q.range.clone()].ends_with(|c: char| c.is_ascii_alphabetic());
    rest.retain(|q| q.kind != QuantityKind::Number || !(days.contains(&q.value) && is_place(q)));
    let is_number = |part: &Quantity| free.count(part, |part, number| number.value == part.value) > 0;
    rest.extend(dates::unmatched(one, other, is_number));
    rest.sort_by_key(|quantity| quantity.range.start);
    rest
}

/// 4.2万亩（2800公顷）: a figure that says again in another unit what the one before it says.
fn is_said_before(part: &SideBlock<'_, '_>, quantity: &Quantity) -> bool {
    let before = part.quantities.partition_point(|other| other.range.start < quantity.range.start);
    let Some(last) = before.checked_sub(1).and_then(|at| part.quantities.get(at)) else { return false };
    let between = part.side.prose.text.get(last.range.end..quantity.range.start);
    let is_bracket =
        between.is_some_and(|between| between.trim_start().starts_with(['(', '（']) && between.len() <= 12);
    is_bracket
        && last.kind != quantity.kind
        && matches!(quantity.kind, QuantityKind::Measure(_))
        && last.is_as_much_as(quantity)
}
