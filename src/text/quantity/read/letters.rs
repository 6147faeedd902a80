//! Numbers in letters: twenty-five, second, Volume III.

use super::super::found::FoundQuantity;
use super::super::words::{ends_with_word, is_blank};
use super::super::{Form, QuantityKind, neighbours, roman};
use super::{QuantityReader, ReadNumber};
use crate::value::Decimal;

impl<'a> QuantityReader<'a> {
    pub(super) fn word(&self, letters: &str) -> Option<FoundQuantity> {
        let known = |word: &str| self.reading.words.get(word).copied();
        let is_lower = letters.bytes().all(|b| b.is_ascii_lowercase());
        let value = if is_lower { known(letters) } else { known(&letters.to_ascii_lowercase()) }?;
        let (start, mut end) = (self.at, self.at + letters.len());
        let mut value = i64::from(value);
        // twenty-five
        if (20..100).contains(&value)
            && let Some(rest) = self.text[end..].strip_prefix('-')
            && let Some(units) = known(&rest[..rest.bytes().take_while(u8::is_ascii_alphabetic).count()])
            && units < 10
        {
            value += i64::from(units);
            end += 1 + rest.bytes().take_while(u8::is_ascii_alphabetic).count();
        }
        let is_ordinal = self.reading.order.words.iter().any(|word| word.eq_ignore_ascii_case(letters));
        let form = if is_ordinal { Form::Ordinal } else { Form::Word };
        let number = ReadNumber { value: Decimal::whole(value), start, end, form, is_grouped: true };
        let mut found = self.with_unit(number)?;
        found.quantity.counts &= !self.reading.uncounted.iter().any(|word| word.eq_ignore_ascii_case(letters));
        Some(found)
    }

    /// Volume III, Class I–III: a number in Roman letters behind a word that has one, or behind another such number.
    pub(super) fn roman(&self, first: char, letters: usize) -> Option<FoundQuantity> {
        if !matches!(first, 'I' | 'V' | 'X') || self.reading.roman.is_empty() {
            return None;
        }
        let value = roman::value(&self.rest()[..letters])?;
        let before = self.text[..self.at].trim_end_matches(is_blank);
        let follows = || {
            let last = self.found.last().map(|found| &found.quantity)?;
            let between = self.text.get(last.range.end..self.at)?;
            let joins = || self.reading.joins.iter().any(|join| join == between.trim_matches(is_blank));
            (last.form == Form::Ordinal && (neighbours::is_between(between, self.reading) || joins())).then_some(())
        };
        let is_one = self.reading.roman.iter().any(|word| ends_with_word(before, word)) || follows().is_some();
        let (value, start, end) = (Decimal::whole(value), self.at, self.at + letters);
        let number = ReadNumber { value, start, end, form: Form::Ordinal, is_grouped: true };
        is_one.then(|| self.finished(number, QuantityKind::Number, end, None))
    }
}
