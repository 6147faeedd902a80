//! The figure that a number becomes, with its scale words, its unit and the words beside it.

use super::super::found::FoundQuantity;
use super::super::words::{is_blank, longest_at, words_before};
use super::super::{Form, Quantity, QuantityKind};
use super::{QuantityReader, ReadNumber};
use crate::value::{Decimal, Hedge};

impl<'a> QuantityReader<'a> {
    /// Returns a number with its scale word, unit and the words beside it.
    pub(super) fn with_unit(&self, number: ReadNumber) -> Option<FoundQuantity> {
        let (value, mut end) = self.scaled(number.value, number.end);
        let (mut scaled, mut hedge, mut counter) = (value, None, "");
        if let Some((half, length, within)) = self.half_between(value, &self.text[end..]) {
            (scaled, counter, end) = (half, within, end + length);
        } else if let Some((said, length, within)) = self.beside.after(&self.text[end..]) {
            (hedge, counter) = (Some(said), within);
            (scaled, end) = self.scaled(value, end + length);
        }
        let (number, mantissa) = (ReadNumber { value: scaled, ..number }, number.value);
        let Some((kind, unit_end)) = self.kind(number, end, counter) else {
            return Some(self.scaled_by(number, mantissa, QuantityKind::Number, end, hedge));
        };
        end = unit_end;
        let mut number = number;
        if matches!(kind, QuantityKind::Measure(_))
            && let Some((half, length)) = self.half_behind(number.value, &self.text[end..])
        {
            (number.value, end) = (half, end + length);
        }
        if hedge.is_none()
            && matches!(kind, QuantityKind::Measure(_))
            && let Some((said, length)) = self.beside.after_unit(&self.text[end..])
        {
            (hedge, end) = (Some(said), end + length);
        }
        Some(self.scaled_by(number, mantissa, kind, end, hedge))
    }

    /// Scale words after a number: 147.6万, 1.476 million, 万亿, 1亿2000万.
    pub(super) fn scaled(&self, value: Decimal, end: usize) -> (Decimal, usize) {
        let (mut value, mut end) = (value, end);
        loop {
            let after = self.text[end..].trim_start_matches(is_blank);
            let begins = self.text.len() - after.len();
            let lower = after.starts_with(|c: char| c.is_ascii_uppercase()).then(|| {
                let letters = after.bytes().take_while(u8::is_ascii_alphabetic).count();
                after[..letters].to_ascii_lowercase()
            });
            let scale = longest_at(&self.reading.scales, lower.as_deref().unwrap_or(after));
            let Some((word, power)) = scale else { return (value, end) };
            // 千瓦时 and 千克 are units.
            let is_unit = longest_at(&self.reading.units, after).is_some_and(|(unit, _)| unit.len() > word.len());
            let Some(shifted) = value.shifted_up(*power).filter(|_| !is_unit) else { return (value, end) };
            (value, end) = (shifted, begins + word.len());
            if !word.is_ascii()
                && let Some((more, behind)) = self.on_smaller_scale(end, *power)
                && let Some(sum) = value.checked_add(more)
            {
                return (sum, behind);
            }
        }
    }

    /// Returns what directly behind a scale word goes on with its number on smaller scales, and where that ends: 2000万
    /// of 1亿2000万, 零500万 of 3亿零500万.
    fn on_smaller_scale(&self, at: usize, power: u32) -> Option<(Decimal, usize)> {
        let after = self.text[at..].trim_start_matches(['零', '〇']);
        let begins = self.text.len() - after.len();
        let digits = begins + self.separators.length(after);
        let (value, _) = self.separators.value(&self.text[begins..digits])?;
        let (scaled, end) = self.scaled(value, digits);
        (end > digits && scaled < Decimal::whole(1).shifted_up(power)?).then_some((scaled, end))
    }

    /// A figure with the scale that was read behind its mantissa, if that stands in digits.
    fn scaled_by(
        &self,
        number: ReadNumber,
        mantissa: Decimal,
        kind: QuantityKind,
        end: usize,
        hedge: Option<Hedge>,
    ) -> FoundQuantity {
        let found = self.finished(number, kind, end, hedge);
        if !self.text[number.start..].starts_with(|c: char| c.is_ascii_digit()) {
            return found;
        }
        match (0..16).find(|power| mantissa.shifted_up(*power) == Some(number.value)) {
            Some(power) => FoundQuantity { mantissa, power, ..found },
            None => found,
        }
    }

    /// Returns a figure with the words beside it.
    pub(super) fn finished(
        &self,
        number: ReadNumber,
        kind: QuantityKind,
        end: usize,
        hedge: Option<Hedge>,
    ) -> FoundQuantity {
        let ReadNumber { value, start, form, .. } = number;
        let named = || self.currency_before(start).filter(|(_, code)| kind.code() == *code);
        let begins = self
            .prefix(start)
            .or_else(named)
            .map_or(start, |(prefix, _)| words_before(&self.text[..start]).len() - prefix.len());
        let (before, behind) = (&self.text[..begins], &self.text[end..]);
        let hedge = hedge.or_else(|| self.beside.behind(behind)).or_else(|| self.beside.before(before));
        let from = self.found.last().map_or(0, |found| found.quantity.range.end).min(begins);
        let trend = if kind.is_date() { None } else { self.beside.trend(self.text, from, begins, end) };
        let is_name = self.reading.han && matches!(form, Form::Word | Form::Ordinal);
        let is_open = kind == QuantityKind::Number && (is_name || self.beside.is_open(behind));
        let hedge = hedge.unwrap_or(Hedge::Exact);
        let counts = self.reading.han || !is_open;
        let quantity = Quantity { kind, value, hedge, trend, form, is_open, counts, lent: None, range: start..end };
        FoundQuantity { begins, ..FoundQuantity::plain(quantity) }
    }
}
