//! Numbers in digits, with what decides whether they are a time of day or part of a name.

use super::super::found::FoundQuantity;
use super::super::words::{begins_with_word, longest_at};
use super::super::{Form, QuantityKind, clock};
use super::{QuantityReader, ReadNumber};
use crate::value::{Decimal, Hedge};

impl<'a> QuantityReader<'a> {
    pub(super) fn digits(&self) -> Option<FoundQuantity> {
        let (start, rest) = (self.at, self.rest());
        let length = self.separators.length(rest);
        if let Some(time) = self.clock(length) {
            return Some(time);
        }
        let (value, is_grouped) = self.separators.value(&rest[..length])?;
        let end = start + length;
        if let Some(found) = self.decade(&rest[..length], end) {
            return Some(found);
        }
        if let Some(found) = self.share(value, end).or_else(|| self.fraction(value, end)) {
            return Some(found);
        }
        // 3rd, 14th: the ending belongs to the number. A1, B-52: part of a name, still a number.
        let ordinal = self.reading.ordinals.iter().find(|o| begins_with_word(&self.text[end..], o));
        let end = end + ordinal.map_or(0, String::len);
        // COVID-19, PM2.5: part of a name.
        let before = self.text[..start].strip_suffix('-').unwrap_or(&self.text[..start]);
        let after = &self.text[end..];
        let is_name = before.len() < start && before.ends_with(|c: char| c.is_ascii_uppercase())
            // 5G, 4K
            || after.starts_with(|c: char| c.is_ascii_uppercase()) && longest_at(&self.reading.units, after).is_none()
            // “3·15”
            || after.strip_prefix('·').is_some_and(|after| after.starts_with(|c: char| c.is_ascii_digit()))
            || self.text[..start].strip_suffix('·').is_some_and(|before| before.ends_with(|c: char| c.is_ascii_digit()));
        let form = if is_name { Form::Word } else { Form::Digits };
        self.with_unit(ReadNumber { value, start, end, form, is_grouped })
    }

    fn clock(&self, digits: usize) -> Option<FoundQuantity> {
        // The minutes of 8.30 p.m. are no decimals.
        let digits = self.rest()[..digits].bytes().take_while(u8::is_ascii_digit).count();
        let time = clock::time(self.reading, &self.text[..self.at], self.rest(), digits)?;
        let (value, end) = (Decimal::whole(time.minutes), self.at + time.length);
        let number = ReadNumber { value, start: self.at, end, form: Form::Digits, is_grouped: true };
        let found = self.finished(number, QuantityKind::Measure("clock".into()), end, Some(Hedge::Exact));
        Some(FoundQuantity { is_marked: time.is_marked, ..found })
    }
}
