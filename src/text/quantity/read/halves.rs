//! A half more, said between a number and its unit or behind the unit: 3个半月, 两年半.

use super::super::words::{begins_with_word, is_blank};
use super::QuantityReader;
use crate::value::Decimal;

impl<'a> QuantityReader<'a> {
    /// Two and a half hours, 3个半月: a half between a number and its unit, with the counter that begins the unit.
    pub(super) fn half_between(&self, value: Decimal, text: &str) -> Option<(Decimal, usize, &'a str)> {
        let after = text.trim_start_matches(is_blank);
        let word = self.reading.halves.between.iter().find(|word| begins_with_word(after, word))?;
        let counter = self.reading.counters.iter().find(|counter| word.starts_with(counter.as_str()));
        let length = text.len() - after.len() + word.len();
        Some((plus_half(value)?, length, counter.map_or("", String::as_str)))
    }

    /// 两年半, 六成半: a half behind a unit, if it is not of what follows: 3天半价.
    pub(super) fn half_behind(&self, value: Decimal, text: &str) -> Option<(Decimal, usize)> {
        const PARTS: [char; 10] = ['年', '月', '天', '日', '个', '個', '数', '價', '价', '径'];
        let word = self.reading.halves.behind.iter().find(|word| text.starts_with(word.as_str()))?;
        let joins = text[word.len()..].starts_with(PARTS);
        plus_half(value).filter(|_| !joins).map(|half| (half, word.len()))
    }
}

/// A half more.
fn plus_half(value: Decimal) -> Option<Decimal> {
    value.checked_add(Decimal::of_digits(5, 1)?)
}
