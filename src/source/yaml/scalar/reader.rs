//! What was written for a scalar, read character by character of its value, escapes undone.

use std::ops::Range;

/// Reads what was written for a scalar, character by character of its value.
pub(super) struct ScalarReader<'a> {
    pub(super) written: &'a str,
    pub(super) at: usize,
    pub(super) quote: Option<char>,
}

impl<'a> ScalarReader<'a> {
    pub(super) fn new(written: &'a str) -> ScalarReader<'a> {
        let quote = written.chars().next().filter(|c| matches!(c, '"' | '\''));
        let is_block = written.starts_with(['|', '>']);
        let header = if is_block { written.find('\n').map_or(written.len(), |at| at + 1) } else { 0 };
        ScalarReader { written, at: header + usize::from(quote.is_some()), quote }
    }

    /// Returns the range that a character of the value was written as; the reader stands after it then.
    pub(super) fn find(&mut self, c: char) -> Option<Range<usize>> {
        loop {
            let start = self.at;
            let (decoded, length) = self.unit()?;
            if decoded == Some(c) {
                self.at += length;
                return Some(start..self.at);
            }
            // A line break that was folded, and the indentation of the next line.
            if c.is_whitespace() && decoded.is_some_and(char::is_whitespace) {
                return Some(start..start + length);
            }
            if decoded.is_some_and(|unit| !unit.is_whitespace()) {
                return None;
            }
            self.at += length;
        }
    }

    /// Returns the next character that was written, escapes undone, and its length; nothing stands for an escaped line
    /// break.
    fn unit(&self) -> Option<(Option<char>, usize)> {
        let rest = &self.written[self.at..];
        let c = rest.chars().next()?;
        match (self.quote, c) {
            (Some('\''), '\'') => Some((Some('\''), if rest.starts_with("''") { 2 } else { 1 })),
            (Some('"'), '\\') => escape(rest),
            _ => Some((Some(c), c.len_utf8())),
        }
    }
}

/// Returns what an escape of a double-quoted scalar stands for (YAML 1.2.2, 5.7), and its length.
fn escape(rest: &str) -> Option<(Option<char>, usize)> {
    let c = rest.chars().nth(1)?;
    let digits = match c {
        'x' => 2,
        'u' => 4,
        'U' => 8,
        _ => 0,
    };
    if digits > 0 {
        let code = u32::from_str_radix(rest.get(2..2 + digits)?, 16).ok()?;
        return surrogates(code, rest).or_else(|| Some((Some(char::from_u32(code)?), 2 + digits)));
    }
    let meant = match c {
        '\n' | '\r' => None,
        '0' => Some('\0'),
        'a' => Some('\u{7}'),
        'b' => Some('\u{8}'),
        't' | '\t' => Some('\t'),
        'n' => Some('\n'),
        'v' => Some('\u{B}'),
        'f' => Some('\u{C}'),
        'r' => Some('\r'),
        'e' => Some('\u{1B}'),
        'N' => Some('\u{85}'),
        '_' => Some('\u{A0}'),
        'L' => Some('\u{2028}'),
        'P' => Some('\u{2029}'),
        same => Some(same),
    };
    Some((meant, 1 + c.len_utf8()))
}

/// Two escapes that stand for one character, as JSON writes those beyond U+FFFF.
fn surrogates(high: u32, rest: &str) -> Option<(Option<char>, usize)> {
    let low = u32::from_str_radix(rest.get(6..)?.strip_prefix("\\u")?.get(..4)?, 16).ok()?;
    let units = [u16::try_from(high).ok()?, u16::try_from(low).ok()?];
    let c = char::decode_utf16(units).next()?.ok().filter(|c| c.len_utf16() == 2)?;
    Some((Some(c), 12))
}
