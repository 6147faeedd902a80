//! The ends of a range, which share their unit, their scale and the half of the day.

use super::super::found::FoundQuantity;
use super::super::{Form, Quantity, QuantityKind};
use super::is_between;
use crate::text::locale::Reading;
use crate::value::Decimal;

/// 1—6月, 3–5%, 1~2万元, CNY 1 to 2 million: one end has the unit and the scale of both.
pub(super) fn share_in_ranges(text: &str, reading: &Reading, found: &mut [FoundQuantity]) {
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
