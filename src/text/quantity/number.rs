//! Numbers in digits, by the separators of a language.

use super::words::is_blank;
use crate::text::locale::Numbers;
use crate::value::Decimal;

/// How a language sets numbers apart in digits.
#[derive(Clone, Copy)]
pub(super) struct Separators {
    point: char,
    /// Whether spaces stand between groups of three digits; else commas.
    has_blanks: bool,
}

impl Separators {
    /// Commas between groups and a point are read where a language has no comma for a point, whatever groups it sets.
    pub(super) fn of(numbers: &Numbers) -> Separators {
        let point = numbers.point.chars().next().unwrap_or('.');
        Separators { point, has_blanks: numbers.group.starts_with(is_blank) }
    }

    fn is_group(self, c: char) -> bool {
        if self.has_blanks { is_blank(c) } else { c == ',' && self.point != ',' || c == '.' && self.point == ',' }
    }

    /// Returns the length of a number at the beginning of a text.
    pub(super) fn length(self, text: &str) -> usize {
        let digits_from = |at: usize| text[at..].bytes().take_while(u8::is_ascii_digit).count();
        let mut length = digits_from(0);
        // A separator between a digit and exactly three more.
        if length <= 3 {
            while let Some(c) = text[length..].chars().next().filter(|c| self.is_group(*c))
                && digits_from(length + c.len_utf8()) == 3
            {
                length += c.len_utf8() + 3;
            }
        }
        if text[length..].starts_with(self.point) && digits_from(length + self.point.len_utf8()) > 0 {
            length += self.point.len_utf8();
            length += digits_from(length);
        }
        length
    }

    /// Returns the value of a number, and whether it is set in groups; none where it has too many digits.
    pub(super) fn value(self, text: &str) -> Option<(Decimal, bool)> {
        let plain: String = text.chars().filter(|c| !self.is_group(*c)).collect();
        let is_grouped = plain.len() != text.len();
        Some((plain.replace(self.point, ".").parse().ok()?, is_grouped))
    }
}

/// Returns the length of a code at the beginning of a text: letters and digits mixed, as in 91350700MA2Y0XXN6T. Its
/// digits are no figures.
pub(super) fn code(text: &str) -> Option<usize> {
    const SHORTEST: usize = 6;
    let length = text.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(text.len());
    let word = &text[..length];
    let letters = word.bytes().filter(u8::is_ascii_uppercase).count();
    let has_digits = word.bytes().any(|b| b.is_ascii_digit());
    (length >= SHORTEST && letters > 0 && has_digits && !is_year(word)).then_some(length)
}

/// Returns whether a word is a year of a kind that two capitals name: FY2015.
fn is_year(word: &str) -> bool {
    let year = word.trim_start_matches(|c: char| c.is_ascii_uppercase());
    word.len() == 6
        && year.len() == 4
        && (year.starts_with("19") || year.starts_with("20"))
        && year.parse::<u16>().is_ok()
}
