//! The number of a paragraph as it shows: the text of its level, with the numbers of levels above it.

use super::super::numerals::written;
use super::{ListCounters, ParagraphNumber};

impl ListCounters {
    pub(super) fn label(&self, list: &str, kind: &str, level: usize) -> ParagraphNumber {
        let Some(shown) = self.level(list, kind, level) else { return ParagraphNumber::default() };
        if shown.format == "bullet" {
            let is_letter = |text: &str| text.chars().count() == 1 && text.starts_with(|c| c < '\u{250}');
            let letter = Some(&*shown.text).filter(|text| is_letter(text) && text.contains(char::is_alphanumeric));
            let text = letter.map_or_else(|| shown.text.chars().map(bullet).collect(), |_| "•".to_owned());
            return ParagraphNumber { text, unknown: None };
        }
        let mut label = ParagraphNumber::default();
        let mut chars = shown.text.chars().peekable();
        while let Some(c) = chars.next() {
            let other = chars.peek().and_then(|next| next.to_digit(10)).filter(|_| c == '%');
            match other.and_then(|other| (other as usize).checked_sub(1)) {
                Some(other) => {
                    chars.next();
                    self.put(&mut label, list, kind, other, shown.is_decimal);
                }
                None => label.text.push(c),
            }
        }
        label
    }

    /// Puts the number on a level into a label.
    fn put(&self, label: &mut ParagraphNumber, list: &str, kind: &str, level: usize, is_decimal: bool) {
        let Some(of) = self.level(list, kind, level) else { return };
        let count = self.counts.get(kind).and_then(|counts| counts.get(level).copied().flatten()).unwrap_or(of.start);
        let format = if is_decimal { "decimal" } else { &of.format };
        let text = written(count, format);
        if text.is_none() {
            label.unknown = Some(of.format.clone());
        }
        let width = of.width;
        label.text += &text.map_or_else(|| count.to_string(), |text| format!("{text:0>width$}"));
    }
}

/// Returns the sign of a list without numbers: fonts of signs have theirs where Unicode has none, or where it has letters.
fn bullet(c: char) -> char {
    if ('\u{E000}'..='\u{F8FF}').contains(&c) { '•' } else { c }
}
