//! What figures leave to their neighbours: the unit and the scale of a range, the days beside months, the half of the
//! day.

mod ranges;

use std::collections::BTreeSet;
use std::ops::Range;

use super::found::FoundQuantity;
use super::words::is_blank;
use super::{Form, Quantity, QuantityKind};
use crate::text::locale::Reading;
use crate::value::Decimal;
use ranges::share_in_ranges;

/// Dashes that stand between the ends of a range.
const DASHES: [char; 5] = ['—', '–', '-', '～', '~'];

/// Gives each figure what its neighbours say of it.
pub(super) fn settle(text: &str, reading: &Reading, found: Vec<FoundQuantity>) -> Vec<Quantity> {
    let mut found = found;
    share_in_ranges(text, reading, &mut found);
    lend(text, reading, &mut found);
    let mut quantities: Vec<Quantity> = found.into_iter().map(|found| found.quantity).collect();
    days_beside_months(text, &mut quantities);
    quantities
}

/// Returns whether a text stands between the ends of a range.
pub fn is_between(text: &str, reading: &Reading) -> bool {
    let words = text.trim_matches(is_blank);
    let mut chars = words.chars();
    let is_dash = chars.next().is_some_and(|c| DASHES.contains(&c)) && chars.all(|c| c == '—');
    is_dash || reading.ranges.iter().any(|range| range == words)
}

/// 15 of 40 mu, 3 and 5 km: a bare number may leave its unit to the figure after it.
fn lend(text: &str, reading: &Reading, found: &mut [FoundQuantity]) {
    for i in 1..found.len() {
        let (head, tail) = found.split_at_mut(i);
        let (Some(one), Some(two)) = (head.last_mut(), tail.first()) else { return };
        let QuantityKind::Measure(code) = &two.quantity.kind else { continue };
        let between = text.get(one.quantity.range.end..two.begins).map(|between| between.trim_matches(is_blank));
        let joins = between.is_some_and(|between| reading.joins.iter().any(|join| join == between));
        let is_bare = one.quantity.kind == QuantityKind::Number && one.quantity.is_open;
        one.quantity.lent = (is_bare && joins).then(|| code.clone());
    }
}

/// 30 June, June 30: a small number beside the name of a month is a day.
fn days_beside_months(text: &str, found: &mut [Quantity]) {
    let is_month = |q: &Quantity| {
        q.kind == QuantityKind::Month && text[q.range.clone()].starts_with(|c: char| c.is_ascii_alphabetic())
    };
    let months: Vec<Range<usize>> = found.iter().filter(|q| is_month(q)).map(|q| q.range.clone()).collect();
    let starts: BTreeSet<usize> = months.iter().map(|month| month.start).collect();
    let ends: BTreeSet<usize> = months.iter().map(|month| month.end).collect();
    for quantity in found.iter_mut().filter(|q| q.kind == QuantityKind::Number && q.form == Form::Digits) {
        let small =
            quantity.value.is_whole() && quantity.value >= Decimal::whole(1) && quantity.value <= Decimal::whole(31);
        let Range { start, end } = quantity.range;
        let beside = text[end..].starts_with(' ') && starts.contains(&(end + 1))
            || text[..start].ends_with(' ') && ends.contains(&(start - 1));
        if small && beside {
            quantity.kind = QuantityKind::Day;
        }
    }
}
