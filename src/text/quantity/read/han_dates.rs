//! Parts of dates in Chinese numerals: 二〇二一年三月十五日.

use super::super::found::FoundQuantity;
use super::super::{Form, QuantityKind, han, neighbours};
use super::{QuantityReader, ReadNumber};
use crate::value::{Decimal, Hedge};

impl<'a> QuantityReader<'a> {
    /// 二〇二一年, 三月, 十五日 behind a month: a part of a date that is spelled.
    pub(super) fn han_date(&self) -> Option<FoundQuantity> {
        let rest = self.rest();
        let [year, month, day] = [&self.reading.year, &self.reading.month, &self.reading.day].map(Option::as_deref);
        let part = |kind, found: Option<(u64, usize)>, suffix: Option<&str>| {
            let (value, length) = found?;
            rest[length..].starts_with(suffix?).then(|| (kind, value, length + suffix.map_or(0, str::len)))
        };
        let numeral = |highest| han::numeral(rest).filter(|(value, _)| (1..=highest).contains(value));
        let follows_month = || {
            let last = self.found.last().map(|found| &found.quantity);
            last.is_some_and(|last| last.kind == QuantityKind::Month && last.range.end == self.at)
        };
        // 一月一表 is one a month.
        let is_month = |(_, _, length): &(QuantityKind, u64, usize)| {
            let after = &rest[*length..];
            han::numeral(after).is_none_or(|(_, length)| day.is_some_and(|day| after[length..].starts_with(day)))
        };
        let (kind, value, length) = part(QuantityKind::Year, han::year(rest), year)
            .or_else(|| self.han_years())
            .or_else(|| part(QuantityKind::Month, numeral(12), month).filter(is_month))
            .or_else(|| part(QuantityKind::Day, numeral(31).filter(|_| follows_month()), day))?;
        let (value, end) = (Decimal::whole(i64::try_from(value).ok()?), self.at + length);
        let number = ReadNumber { value, start: self.at, end, form: Form::Digits, is_grouped: true };
        Some(self.finished(number, kind, end, Some(Hedge::Exact)))
    }

    /// 二〇二三至二四年度: each of two years that are spelled with one 年, of the second perhaps only the last digits.
    fn han_years(&self) -> Option<(QuantityKind, u64, usize)> {
        let rest = self.rest();
        let second = |text: &str, first: u64| {
            let next = |(digits, length)| (digits == (first + 1) % 100).then_some((first + 1, length));
            let (year, length) = han::year(text).or_else(|| han::digits(text, 2).and_then(next))?;
            Some((QuantityKind::Year, year, length + self.year_suffix(&text[length..])?.len()))
        };
        if let Some((first, length)) = han::year(rest) {
            const WIDEST: usize = 4;
            let behind = rest[length..].char_indices().take(WIDEST);
            let gap = behind.into_iter().find(|(_, c)| han::digit(*c).is_some()).map(|(gap, _)| length + gap)?;
            let is_first =
                neighbours::is_between(&rest[length..gap], self.reading) && second(&rest[gap..], first).is_some();
            return is_first.then_some((QuantityKind::Year, first, length));
        }
        let last = &self.found.last().filter(|last| last.quantity.kind == QuantityKind::Year)?.quantity;
        let between = self.text.get(last.range.end..self.at)?;
        let first = (1900..2100).find(|year| last.value == Decimal::whole(*year))?;
        second(rest, u64::try_from(first).ok()?).filter(|_| neighbours::is_between(between, self.reading))
    }
}
