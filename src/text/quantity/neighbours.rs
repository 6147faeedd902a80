//! What figures leave to their neighbours: the unit and the scale of a range, the days beside months, the half of the
//! day.

use std::collections::BTreeSet;
use std::ops::Range;

use super::found::FoundQuantity;
use super::words::is_blank;
use super::{Form, Quantity, QuantityKind};
use crate::text::locale::Reading;
use crate::value::Decimal;

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

/// 1—6月, 3–5%, 1~2万元, CNY 1 to 2 million: one end has the unit and the scale of both.
fn share_in_ranges(text: &str, reading: &Reading, found: &mut [FoundQuantity]) {
    let touch = |found: &[FoundQuantity], i: usize| {
        found.get(i + 1).is_some_and(|next| found[i].quantity.range.end == next.quantity.range.start)
    };
    for i in (0..found.len().saturating_sub(1)).rev() {
        let is_run = i > 0 && touch(found, i - 1) || touch(found, i + 1);
        let (head, tail) = found.split_at_mut(i + 1);
        let (Some(one), Some(two)) = (head.last_mut(), tail.first_mut()) else { return };
        let between = text.get(one.quantity.range.end..two.begins);
        // 2015/16 is a year of accounts.
        if between == Some("/") {
            short_year(&mut one.quantity, &mut two.quantity);
        }
        // 两三天: two numerals side by side, one of them as good as the other.
        if between == Some("") && !is_run && is_pair(&one.quantity, &two.quantity) {
            one.quantity.form = two.quantity.form;
            share(one, two);
        }
        if between.is_some_and(|between| is_between(between, reading)) {
            short_year(&mut one.quantity, &mut two.quantity);
            half_of_day(one, two);
            share(one, two);
        }
    }
}

/// Whether two numerals of one character stand for either of them: 三四, 七八, but not 一二三.
fn is_pair(one: &Quantity, two: &Quantity) -> bool {
    let in_words = one.form != Form::Digits && two.form != Form::Digits;
    let is_next = one.value.checked_add(Decimal::whole(1)) == Some(two.value) && two.value < Decimal::whole(10);
    in_words && is_next && one.range.len() == '一'.len_utf8() && one.kind == QuantityKind::Number
}

fn share(one: &mut FoundQuantity, two: &mut FoundQuantity) {
    let is_bare = |found: &FoundQuantity| found.quantity.kind == QuantityKind::Number && found.quantity.is_open;
    let has_prefix = one.begins < one.quantity.range.start;
    if one.quantity.kind.is_date() || one.quantity.form != two.quantity.form {
        return;
    }
    // The smaller end of 1~2万 is in ten thousands, too; that of 800 to 1.2 million is not.
    let is_scaled = one.mantissa < two.mantissa && one.power == 0 && two.power > 0 && !two.quantity.kind.is_date();
    if is_scaled && let Some(value) = one.quantity.value.shifted_up(two.power) {
        one.quantity.value = value;
    }
    if is_bare(one) {
        one.quantity.kind = two.quantity.kind.clone();
        one.quantity.is_open = two.quantity.is_open;
    } else if (is_bare(two) || two.quantity.kind == QuantityKind::Number && has_prefix)
        && matches!(one.quantity.kind, QuantityKind::Measure(_))
    {
        two.quantity.kind = one.quantity.kind.clone();
    }
    two.quantity.trend = two.quantity.trend.or(one.quantity.trend);
}

/// 2016–17: the second year of a pair.
fn short_year(first: &mut Quantity, second: &mut Quantity) {
    let is_year = first.kind == QuantityKind::Year
        || first.kind == QuantityKind::Number && first.range.len() == 4 && first.form == Form::Digits;
    let next = || (1900..2100).find(|year| first.value == Decimal::whole(*year)).map(|year| year + 1);
    let Some(next) = is_year.then(next).flatten() else { return };
    let is_short = second.value == Decimal::whole(next % 100) && !matches!(second.kind, QuantityKind::Month);
    if is_short && second.range.len() < 6 {
        (second.kind, second.value) = (QuantityKind::Year, Decimal::whole(next));
        first.kind = QuantityKind::Year;
    }
}

/// 下午2:30—5:30, 2:30 to 5:30 p.m.: one end says of which half of the day both are.
fn half_of_day(one: &mut FoundQuantity, two: &mut FoundQuantity) {
    const NOON: i64 = 720;
    let is_clock = |found: &FoundQuantity| found.quantity.kind == QuantityKind::Measure("clock".into());
    if !is_clock(one) || !is_clock(two) {
        return;
    }
    let (first, second) = (one.quantity.value, two.quantity.value);
    let noon = Decimal::whole(NOON);
    if one.is_marked && !two.is_marked && second < first {
        two.quantity.value = second.checked_add(noon).unwrap_or(second);
    } else if two.is_marked && !one.is_marked && first < noon {
        let later = first.checked_add(noon).filter(|later| *later < second);
        one.quantity.value = later.unwrap_or(first);
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
