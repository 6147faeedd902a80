//! What a number counts: the unit before it or behind it, or a year.

use super::super::words::{begins_with_word, is_blank, longest_at, longest_before, words_before};
use super::super::{Form, QuantityKind};
use super::{QuantityReader, ReadNumber};
use crate::value::Decimal;

impl<'a> QuantityReader<'a> {
    /// Returns what a number counts, from what stands before it for money, or else after it. `counter` began its unit.
    pub(super) fn kind(&self, number: ReadNumber, end: usize, counter: &str) -> Option<(QuantityKind, usize)> {
        let ReadNumber { value, start, is_grouped, .. } = number;
        let after = &self.text[end..];
        let is_year = !is_grouped && value.is_whole() && value >= Decimal::whole(1900) && value < Decimal::whole(2100);
        if counter.is_empty()
            && number.form == Form::Digits
            && let Some((kind, length)) = self.date_suffix(after, is_year)
        {
            return Some((kind, end + length));
        }
        if let Some((_, code)) = self.prefix(start).filter(|(_, code)| !code.is_empty()) {
            let behind = self.unit(after, "").filter(|(behind, _)| *behind == code);
            let end = behind.map_or(end, |(_, length)| end + length);
            return Some((QuantityKind::Measure(code.to_owned()), end));
        }
        if let Some((code, length)) = self.named_money(start, after).or_else(|| self.unit(after, counter)) {
            return Some((QuantityKind::Measure(code.to_owned()), end + length));
        }
        (is_year && self.reading.bare_years && end - start == 4).then_some((QuantityKind::Year, end))
    }

    /// Returns the unit that a text begins with, and its length with what stands before it.
    fn unit(&self, text: &str, counter: &str) -> Option<(&'a str, usize)> {
        let units = &self.reading.units;
        let unit = text.trim_start_matches(|c| is_blank(c) || c == '-');
        let found = if counter.is_empty() { longest_at(units, unit) } else { None };
        let counted = || {
            let rest = |word: &'a String| word.strip_prefix(counter).filter(|_| !counter.is_empty());
            units.iter().find_map(|(word, code)| Some((rest(word).filter(|rest| unit.starts_with(rest))?, code)))
        };
        let plain = || if counter.is_empty() { None } else { longest_at(units, unit) };
        if let Some((word, code)) = found.or_else(counted).or_else(plain) {
            let is_other = |other: &String| other.len() > word.len() && begins_with_word(unit, other);
            let is_unit = !self.reading.counted.iter().any(is_other);
            return is_unit.then_some((code.as_str(), text.len() - unit.len() + word.len()));
        }
        let between = self.reading.between.iter().find(|word| begins_with_word(unit, word))?;
        let (code, length) = self.unit(&unit[between.len()..], "")?;
        Some((code, text.len() - unit.len() + between.len() + length))
    }

    /// Returns the unit that stands before a number, with its code: CNY, US$.
    pub(super) fn prefix(&self, start: usize) -> Option<(&'a str, &'a str)> {
        let before = words_before(&self.text[..start]);
        let may_be_prefix = |c: char| c.is_ascii_uppercase() || !c.is_alphanumeric() && !c.is_whitespace();
        if !before.ends_with(may_be_prefix) && !self.reading.han {
            return None;
        }
        longest_before(&self.reading.derived.prefixes, before).map(|(word, code)| (word, code.as_str()))
    }

    /// Returns the currency that is named in words before a number, with its code.
    pub(super) fn currency_before(&self, start: usize) -> Option<(&'a str, &'a str)> {
        let before = words_before(&self.text[..start]);
        longest_before(&self.reading.derived.currencies, before).map(|(word, code)| (word, code.as_str()))
    }

    /// Returns the currency that is named before a number, and the length of what stands behind it for any: 港币5万元, 新台币5万.
    fn named_money(&self, start: usize, after: &str) -> Option<(&'a str, usize)> {
        let (_, code) = self.currency_before(start)?;
        let length = match self.unit(after, "") {
            Some((behind, length)) => {
                let is_money = self.reading.derived.currencies.values().any(|code| code == behind);
                (is_money && after[..length].chars().count() == 1).then_some(length)
            }
            None => (!after.starts_with(char::is_alphanumeric)).then_some(0),
        };
        Some((code, length?))
    }
}
