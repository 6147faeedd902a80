//! Words that are read as a whole: phrases that are a figure (一半), and fixed words in which a numeral is none (第三方).

use super::super::found::FoundQuantity;
use super::super::words::{is_blank, longest_at};
use super::super::{Form, Quantity, QuantityKind, han, share};
use super::{QuantityReader, ReadNumber};
use crate::text::locale::WordMap;
use crate::value::Hedge;

impl<'a> QuantityReader<'a> {
    /// Where a fixed word ends that begins here: 第三方, but not in 第三方面.
    pub(super) fn end_of_fixed(&self) -> Option<usize> {
        let (length, ()) = self.longest_here(&self.reading.derived.fixed)?;
        let end = self.at + length;
        let (before, after) = self.text.split_at(end);
        let goes_on = |counter: &String| {
            let mut cuts = counter.char_indices().skip(1);
            cuts.any(|(cut, _)| before.ends_with(&counter[..cut]) && after.starts_with(&counter[cut..]))
        };
        (!self.reading.counters.iter().any(goes_on) && !self.is_amount(before, after)).then_some(end)
    }

    /// Returns whether a word that ends in a digit is a number of something, or the beginning of one: the hotline 12315 is neither
    /// in 12315万元 nor in 123150.
    fn is_amount(&self, word: &str, after: &str) -> bool {
        let digits = after.strip_prefix('.').unwrap_or(after);
        let counted = after.trim_start_matches(is_blank);
        let is_counted = || {
            longest_at(&self.reading.scales, counted).is_some()
                || longest_at(&self.reading.units, counted).is_some()
                || self.reading.counters.iter().any(|counter| counted.starts_with(counter.as_str()))
        };
        word.ends_with(|c: char| c.is_ascii_digit())
            && (digits.starts_with(|c: char| c.is_ascii_digit()) || is_counted())
    }

    /// A numeral within a fixed word is a word. With a counter it may still be rendered as a number: 四个意识.
    pub(super) fn as_fixed(&self, found: FoundQuantity) -> FoundQuantity {
        let (start, end) = (found.quantity.range.start, found.quantity.range.end);
        if start >= self.fixed_until {
            return found;
        }
        let numeral = han::numeral(&self.text[start..]).map_or(0, |(_, length)| length);
        let after = &self.text[start + numeral..];
        let counts = numeral > 0 && self.reading.counters.iter().any(|counter| after.starts_with(counter.as_str()));
        FoundQuantity::plain(Quantity {
            kind: QuantityKind::Number,
            value: found.quantity.value,
            hedge: Hedge::Exact,
            trend: None,
            form: Form::Word,
            is_open: true,
            counts,
            lent: None,
            range: start..end.min(self.fixed_until),
        })
    }

    /// The longest word of a list that begins here, at the beginning of a sentence in capitals.
    fn longest_here<T>(&self, words: &'a WordMap<T>) -> Option<(usize, &'a T)> {
        let rest = self.rest();
        let capital = || {
            let first = rest.chars().next().filter(char::is_ascii_uppercase)?;
            let near = rest.floor_char_boundary(Self::LONGEST_PHRASE);
            let lower = first.to_ascii_lowercase().to_string();
            let may_be = !words.beginning_like(&lower).is_empty();
            let lower = may_be.then(|| lower + &rest[1..near])?;
            longest_at(words, &lower).map(|(word, stated)| (word.len(), stated))
        };
        longest_at(words, rest).map(|(word, stated)| (word.len(), stated)).or_else(capital)
    }

    /// How far a phrase reaches at most, in bytes.
    const LONGEST_PHRASE: usize = 48;

    /// 一半, half: words that are a figure as a whole.
    pub(super) fn phrase(&self) -> Option<FoundQuantity> {
        let (length, stated) = self.longest_here(&self.reading.phrases)?;
        let (value, kind) = share::stated(stated)?;
        let (kind, form) = match kind.code() {
            // 首批: a place in an order.
            "place" => (QuantityKind::Number, Form::Ordinal),
            _ => (kind, Form::Word),
        };
        let (start, end) = (self.at, self.at + length);
        Some(self.finished(ReadNumber { value, start, end, form, is_grouped: true }, kind, end, None))
    }
}
