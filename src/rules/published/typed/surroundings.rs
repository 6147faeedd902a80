//! The words around a figure, as many as tell what it is.

use super::TypedFigure;
use super::clauses::{ReadText, ends_clause};
use crate::text::locale::Locale;
use crate::text::markdown::OBJECT;
use crate::text::quantity::{Quantity, QuantityKind};

impl<'a> ReadText<'a> {
    /// Returns a figure with the words around it: as many as tell what it is, and no other figure.
    pub(super) fn typed(&self, figure: &Quantity, locale: &Locale) -> TypedFigure {
        let unit = if let QuantityKind::Measure(code) = &figure.kind { code.clone() } else { String::new() };
        let words = [(locale.lang.code().to_owned(), self.around(figure, locale))].into();
        TypedFigure { value: figure.value, unit, words }
    }

    fn around(&self, figure: &Quantity, locale: &Locale) -> String {
        // As many characters as a few words of the language have.
        let (most_before, most_behind) = if locale.rules.language.east_asian { (16, 8) } else { (48, 24) };
        let at = self.figures.partition_point(|other| other.range.start < figure.range.start);
        let last = at.checked_sub(1).map_or(0, |before| self.figures[before].range.end.min(figure.range.start));
        let next = self.figures.get(at + 1).map_or(self.text.len(), |next| next.range.start.max(figure.range.end));
        let (before, behind) = (&self.text[last..figure.range.start], &self.text[figure.range.end..next]);
        let is_end = |(at, c): (usize, char), text: &str| c == OBJECT || ends_clause(c, &text[at + c.len_utf8()..]);
        let cut =
            before.char_indices().rev().find(|found| is_end(*found, before)).map_or(0, |(at, c)| at + c.len_utf8());
        let before = last_words(&before[cut..], most_before);
        let end = behind.char_indices().find(|found| is_end(*found, behind)).map_or(behind.len(), |(at, _)| at);
        let behind = first_words(&behind[..end], most_behind);
        [before, &self.text[figure.range.clone()], behind].concat().trim().to_owned()
    }
}

/// Returns the last words of a text that are not much longer than a limit, in characters of Chinese.
fn last_words(text: &str, most: usize) -> &str {
    let mut from = text.char_indices().rev().nth(most - 1).map_or(0, |(at, _)| at);
    while text[..from].ends_with(|c: char| c.is_ascii_alphanumeric())
        && text[from..].starts_with(|c: char| c.is_ascii_alphanumeric())
    {
        from -= 1;
    }
    &text[from..]
}

/// Returns the first words of a text that are not much longer than a limit.
fn first_words(text: &str, most: usize) -> &str {
    let mut to = text.char_indices().nth(most).map_or(text.len(), |(at, _)| at);
    while text[..to].ends_with(|c: char| c.is_ascii_alphanumeric())
        && text[to..].starts_with(|c: char| c.is_ascii_alphanumeric())
    {
        to += 1;
    }
    &text[..to]
}
