//! What an author most likely means by a value in another form: the words of Chinese offices, dates and numbers as they
//! are written in texts.

mod dates;
mod keys;
mod numbers;
mod words;

use unicode_normalization::UnicodeNormalization;

pub(super) use dates::{date, is_not_stated, is_without_end};
pub(super) use keys::key;
pub(super) use numbers::{integer, number, unit_of_number};
pub(super) use words::listed;
pub use words::{ExpectedWord, unknown_word, word};

/// Full-width letters, digits and marks as plain ones, without quotation marks and spaces around.
pub(super) fn plain(text: &str) -> String {
    let text: String = text.nfkc().collect();
    text.trim()
        .trim_matches(['“', '”', '"', '\'', '‘', '’', '「', '」', '《', '》', '【', '】', '。', '.', '，', ','])
        .trim()
        .to_owned()
}

/// Returns a list of names or ids that was written as one text: what stands between the marks of enumeration.
pub(super) fn items(text: &str) -> Vec<&str> {
    let inner = text.trim().trim_matches(['【', '】', '［', '］', '[', ']']);
    inner.split(['、', '，', ',', '；', ';']).map(str::trim).filter(|item| !item.is_empty()).collect()
}
