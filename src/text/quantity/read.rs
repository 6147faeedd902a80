//! The reader: one pass over a text, by the reading rules of its language.

mod counted;
mod dates;
mod digits;
mod figure;
mod fractions;
mod halves;
mod han_dates;
mod han_numbers;
mod letters;
mod phrases;

use super::beside::Beside;
use super::found::FoundQuantity;
use super::number::{Separators, code};
use super::words::is_letter;
use super::{Form, Quantity, QuantityKind, han, neighbours, roman};
use crate::text::locale::{Reading, Rules};
use crate::value::Decimal;

/// Returns every figure of a text, in order.
pub fn read(text: &str, rules: &Rules) -> Vec<Quantity> {
    let mut reader = QuantityReader::new(text, rules);
    while reader.at < text.len() {
        reader.step();
    }
    let mut quantities = neighbours::settle(text, &rules.reading, reader.found);
    if !rules.conversions.is_empty() {
        quantities.iter_mut().for_each(|quantity| convert(quantity, rules));
    }
    quantities
}

/// A figure in a unit that the notice converts, in the unit that it is converted into.
fn convert(quantity: &mut Quantity, rules: &Rules) {
    let QuantityKind::Measure(code) = &quantity.kind else { return };
    let Some((base, times)) = rules.conversions.get(code) else { return };
    let ((digits, places), (factor, more)) = (quantity.value.digits(), times.digits());
    if let Some(value) = digits.checked_mul(factor).and_then(|digits| Decimal::of_digits(digits, places + more)) {
        (quantity.kind, quantity.value) = (QuantityKind::Measure(base.clone()), value);
    }
}

struct QuantityReader<'a> {
    text: &'a str,
    rules: &'a Rules,
    reading: &'a Reading,
    beside: Beside<'a>,
    separators: Separators,
    at: usize,
    /// Where the fixed words end that have begun.
    fixed_until: usize,
    found: Vec<FoundQuantity>,
}

/// A number as it is read, before what stands after it.
#[derive(Clone, Copy)]
struct ReadNumber {
    value: Decimal,
    start: usize,
    end: usize,
    form: Form,
    /// Whether it is no year: set in groups, or in words.
    is_grouped: bool,
}

impl<'a> QuantityReader<'a> {
    fn new(text: &'a str, rules: &'a Rules) -> QuantityReader<'a> {
        let reading = &rules.reading;
        QuantityReader {
            text,
            rules,
            reading,
            beside: Beside::of(reading),
            separators: Separators::of(&rules.numbers),
            at: 0,
            fixed_until: 0,
            found: Vec::new(),
        }
    }

    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn step(&mut self) {
        let rest = self.rest();
        let Some(c) = rest.chars().next() else { return };
        if let Some(value) = roman::of_char(c) {
            let (value, end) = (Decimal::whole(value), self.at + c.len_utf8());
            let number = ReadNumber { value, start: self.at, end, form: Form::Ordinal, is_grouped: true };
            self.found.push(self.finished(number, QuantityKind::Number, end, None));
            self.at = end;
            return;
        }
        if !c.is_ascii() && !self.reading.derived.initials.may_have(c) && !han::may_begin(c) {
            self.at += c.len_utf8();
            return;
        }
        let letters = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
        let starts_word =
            c.is_ascii_alphanumeric() && !self.text[..self.at].ends_with(|c: char| c.is_ascii_digit() || is_letter(c));
        if starts_word && let Some(length) = code(rest) {
            self.at += length;
            return;
        }
        let may_be_phrase = starts_word || !c.is_ascii();
        if may_be_phrase && let Some(end) = self.end_of_fixed() {
            self.fixed_until = self.fixed_until.max(end);
        }
        let phrase = if may_be_phrase { self.phrase() } else { None }.or_else(|| self.part());
        let read = match c {
            _ if phrase.is_some() => phrase,
            '0'..='9' => self.digits(),
            _ if letters > 0 => {
                let word =
                    || self.month_name(c).or_else(|| self.roman(c, letters)).or_else(|| self.word(&rest[..letters]));
                starts_word.then(word).flatten()
            }
            _ if self.reading.han && !c.is_ascii() => self.han(),
            _ => None,
        };
        match read {
            Some(found) => {
                let found = self.as_fixed(found);
                self.at = found.quantity.range.end.max(self.at + c.len_utf8());
                self.found.push(found);
            }
            // More digits than a figure can have: none of them is one.
            None if c.is_ascii_digit() => self.at += self.separators.length(rest),
            None => self.at += letters.max(c.len_utf8()),
        }
    }
}
