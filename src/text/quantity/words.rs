//! Words at the beginning and at the end of a text. Words of letters end where the letters end; Han characters have no
//! such ends.

use std::borrow::Cow;

use crate::text::locale::WordMap;

/// Returns whether a character is a letter of a script that sets its words apart.
pub(super) fn is_letter(c: char) -> bool {
    match c {
        '\0'..='\u{7F}' => c.is_ascii_alphabetic(),
        // Dashes and quotation marks, which every text has.
        '\u{2000}'..='\u{206F}' => false,
        _ => c < '\u{2E80}' && c.is_alphabetic(),
    }
}

/// Returns a text in small letters. Most have no others: Han characters and their marks come in one size.
pub(super) fn lowercase(text: &str) -> Cow<'_, str> {
    let has_one_size = |c: char| match c {
        '\0'..='\u{7F}' => !c.is_ascii_uppercase(),
        _ => matches!(c, '\u{2000}'..='\u{206F}' | '\u{2E80}'..='\u{9FFF}' | '\u{FF00}'..='\u{FF20}'),
    };
    if text.chars().all(has_one_size) { Cow::Borrowed(text) } else { Cow::Owned(text.to_lowercase()) }
}

/// Returns whether a character is a space within a line: one of those that languages set between a number and its unit,
/// too.
pub(super) fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\u{A0}' | '\u{202F}')
}

/// Returns what stands directly before a place, spaces apart. Words of another paragraph or cell say nothing about a
/// figure.
pub(super) fn words_before(text: &str) -> &str {
    let words = text.trim_end();
    if text[words.len()..].contains("\n\n") { "" } else { words }
}

/// Returns the longest word of a list that a text begins with.
pub(super) fn longest_at<'a, T>(words: &'a WordMap<T>, text: &str) -> Option<(&'a str, &'a T)> {
    let found = words.beginning_like(text).iter().find(|(word, _)| begins_with_word(text, word));
    found.map(|(word, what)| (word.as_str(), what))
}

/// Returns the longest word of a list that a text ends with.
pub(super) fn longest_before<'a, T>(words: &'a WordMap<T>, text: &str) -> Option<(&'a str, &'a T)> {
    let found = words.ending_like(text).iter().find(|(word, _)| ends_with_word(text, word));
    found.map(|(word, what)| (word.as_str(), what))
}

/// Returns whether a text begins with a word: one of letters must also end there.
pub(super) fn begins_with_word(text: &str, word: &str) -> bool {
    text.strip_prefix(word).is_some_and(|rest| !(word.ends_with(is_letter) && rest.starts_with(is_letter)))
}

/// Returns whether a text ends with a word: one of letters must also begin there.
pub(super) fn ends_with_word(text: &str, word: &str) -> bool {
    let is_one = |c: char| is_letter(c) || c.is_ascii_digit();
    text.strip_suffix(word).is_some_and(|rest| !(word.starts_with(is_letter) && rest.ends_with(is_one)))
}

#[cfg(test)]
mod tests {
    use super::{is_letter, lowercase};

    #[test]
    fn what_is_known_of_characters_is_what_unicode_says() {
        for c in '\0'..='\u{FFFF}' {
            assert_eq!(is_letter(c), c < '\u{2E80}' && c.is_alphabetic(), "{c:?}");
            let text = format!("约{c}。");
            assert_eq!(lowercase(&text), text.to_lowercase(), "{c:?}");
        }
    }
}
