//! Words at the beginning and at the end of a text. Words of letters end where the letters end; Han characters have no such ends.

use crate::text::locale::WordMap;

/// Whether a character is a letter of a script that sets its words apart.
pub(super) fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic() || !c.is_ascii() && c < '\u{2E80}' && c.is_alphabetic()
}

/// Whether a character is a blank within a line: one of those that languages set between a number and its unit, too.
pub(super) fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\u{A0}' | '\u{202F}')
}

/// What stands directly before a place, blanks apart. Words of another paragraph or cell say nothing about a figure.
pub(super) fn words_before(text: &str) -> &str {
    let words = text.trim_end();
    if text[words.len()..].contains("\n\n") { "" } else { words }
}

/// The longest word of a list that a text begins with.
pub(super) fn longest_at<'a, T>(words: &'a WordMap<T>, text: &str) -> Option<(&'a str, &'a T)> {
    let found = words.beginning_like(text).iter().find(|(word, _)| begins_with_word(text, word));
    found.map(|(word, what)| (word.as_str(), what))
}

/// The longest word of a list that a text ends with.
pub(super) fn longest_before<'a, T>(words: &'a WordMap<T>, text: &str) -> Option<(&'a str, &'a T)> {
    let found = words.ending_like(text).iter().find(|(word, _)| ends_with_word(text, word));
    found.map(|(word, what)| (word.as_str(), what))
}

/// Whether a text begins with a word: one of letters must also end there.
pub(super) fn begins_with_word(text: &str, word: &str) -> bool {
    text.strip_prefix(word).is_some_and(|rest| !(word.ends_with(is_letter) && rest.starts_with(is_letter)))
}

/// Whether a text ends with a word: one of letters must also begin there.
pub(super) fn ends_with_word(text: &str, word: &str) -> bool {
    let is_one = |c: char| is_letter(c) || c.is_ascii_digit();
    text.strip_suffix(word).is_some_and(|rest| !(word.starts_with(is_letter) && rest.ends_with(is_one)))
}
