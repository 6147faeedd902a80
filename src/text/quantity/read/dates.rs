//! Parts of dates: names of months, what stands behind a year, a month or a day, and decades.

use super::super::found::FoundQuantity;
use super::super::words::{begins_with_word, ends_with_word, is_blank, longest_at};
use super::super::{Form, Quantity, QuantityKind};
use super::{QuantityReader, ReadNumber};
use crate::value::{Decimal, Hedge};

impl<'a> QuantityReader<'a> {
    pub(super) fn month_name(&self, first: char) -> Option<FoundQuantity> {
        self.reading.derived.months.binary_search(&first).ok()?;
        let (number, name) =
            (1..).zip(&self.rules.dates.months).find(|(_, name)| begins_with_word(self.rest(), name))?;
        // “May” also begins sentences; a month is only meant beside a number, or after a word such as “in”.
        let has_number = |text: &str| text.trim_matches([' ', ',', '–']).starts_with(|c: char| c.is_ascii_digit());
        let before = self.text[..self.at].trim_end_matches([' ', '–', '-']);
        let is_said = || self.reading.before_months.iter().any(|word| ends_with_word(before, word));
        let is_date = has_number(&self.rest()[name.len()..])
            || before.ends_with(|c: char| c.is_ascii_digit())
            || self.reading.before_months.is_empty()
            || name != "May"
            || is_said();
        is_date.then(|| {
            FoundQuantity::plain(Quantity {
                kind: QuantityKind::Month,
                value: Decimal::whole(number),
                hedge: Hedge::Exact,
                trend: None,
                form: Form::Digits,
                is_open: false,
                counts: false,
                lent: None,
                range: self.at..self.at + name.len(),
            })
        })
    }

    /// 年, 月, 日 after digits, or after a space: 6 月 30 日.
    pub(super) fn date_suffix(&self, after: &str, is_year: bool) -> Option<(QuantityKind, usize)> {
        let suffixed = after.trim_start_matches(is_blank);
        let blanks = after.len() - suffixed.len();
        let [month, day] =
            [&self.reading.month, &self.reading.day].map(|s| s.as_deref().filter(|s| suffixed.starts_with(s)));
        let year = self.year_suffix(suffixed);
        let suffix = year.or(month).or(day)?;
        // 日元 is a currency.
        if longest_at(&self.reading.units, suffixed).is_some_and(|(unit, _)| unit.len() > suffix.len()) {
            return None;
        }
        let kind = match (year, month) {
            (Some(_), _) => is_year.then_some(QuantityKind::Year),
            (_, Some(_)) => Some(QuantityKind::Month),
            _ => (!self.is_limit(&suffixed[suffix.len()..])).then_some(QuantityKind::Day),
        };
        kind.map(|kind| (kind, blanks + suffix.len()))
    }

    /// Returns what a text begins with that stands after a year: 年, 财年.
    pub(super) fn year_suffix(&self, text: &str) -> Option<&'a str> {
        let suffixes = self.reading.year.iter().chain(&self.reading.fiscal_year);
        suffixes.map(String::as_str).find(|suffix| text.starts_with(suffix))
    }

    /// 15日内, 不少于30日 are days, unless a month stands before.
    fn is_limit(&self, after: &str) -> bool {
        let has_month = |last: &FoundQuantity| {
            let Quantity { kind, range, .. } = &last.quantity;
            *kind == QuantityKind::Month && self.text[range.end..self.at].chars().all(is_blank)
        };
        let is_bounded = || self.beside.before(&self.text[..self.at]).is_some_and(|hedge| hedge != Hedge::Exact);
        let is_limit = longest_at(&self.reading.behind, after).is_some() || is_bounded();
        is_limit && !self.found.last().is_some_and(has_month)
    }

    /// 6月底, 2022年初: which part of a date is meant, directly after it.
    pub(super) fn part(&self) -> Option<FoundQuantity> {
        let last = &self.found.last()?.quantity;
        if !last.kind.is_date() || last.range.end != self.at {
            return None;
        }
        let (word, part) = longest_at(&self.reading.parts, self.rest())?;
        let (value, end) = (Decimal::whole((*part).into()), self.at + word.len());
        let number = ReadNumber { value, start: self.at, end, form: Form::Word, is_grouped: true };
        Some(self.finished(number, QuantityKind::Measure("part".into()), end, Some(Hedge::Exact)))
    }

    /// 1990s, 90年代, 20世纪90年代: ten years, by the first of them.
    pub(super) fn decade(&self, digits: &str, end: usize) -> Option<FoundQuantity> {
        let words = &self.reading.decades;
        let behind = words.behind.as_deref()?;
        let of_century = || {
            let year = self.text[end..].strip_prefix(words.century.as_deref()?)?;
            let length = year.bytes().take_while(u8::is_ascii_digit).count();
            let century: i64 = digits.parse().ok()?;
            Some((century.checked_sub(1)?.checked_mul(100)?, &year[..length], self.text.len() - year.len() + length))
        };
        let alone = || {
            let years: i64 = digits.parse().ok()?;
            let century = if digits.len() == 4 {
                0
            } else if years < 30 {
                2000
            } else {
                1900
            };
            Some((century, digits, end))
        };
        let (century, years, end) = of_century().or_else(alone)?;
        let first =
            years.parse::<i64>().ok().filter(|first| first % 10 == 0 && [2, 4].contains(&years.len()))? + century;
        let begins = begins_with_word(&self.text[end..], behind) && (1800..2100).contains(&first);
        let (value, end) = (Decimal::whole(first), end + behind.len());
        let number = ReadNumber { value, start: self.at, end, form: Form::Digits, is_grouped: true };
        begins.then(|| self.finished(number, QuantityKind::Measure("decade".into()), end, None))
    }
}
