//! The words beside a figure: how exact it is, and which way it moved.

mod around;
mod hedge;
mod trend;

use std::ops::Range;

use super::words::{begins_with_word, is_blank, is_letter, longest_at};
use crate::text::locale::{Reading, WordMap};
use crate::value::{Hedge, Trend};

pub use around::around;

/// Marks at which a clause ends.
const CLAUSE: [char; 16] = [',', ';', ':', '(', ')', '，', '。', '；', '：', '！', '？', '（', '）', '、', '\n', '|'];

/// How far before a figure a word may stand that says which way it moved, in bytes.
const NEAR: usize = 72;

/// What words may stand beside a figure in a language.
pub(super) struct Beside<'a> {
    reading: &'a Reading,
}

impl<'a> Beside<'a> {
    pub(super) fn of(reading: &'a Reading) -> Beside<'a> {
        Beside { reading }
    }

    /// Returns whether what follows a number counts nothing: the end, a mark, or a word that joins it to the next.
    pub(super) fn is_open(&self, text: &str) -> bool {
        let rest = text.trim_start_matches(is_blank);
        let hyphen = rest.strip_prefix('-').is_some_and(|rest| rest.starts_with(is_letter));
        let is_word = rest.starts_with(char::is_alphanumeric)
            && !self.reading.joins.iter().any(|join| begins_with_word(rest, join));
        !hyphen && !is_word
    }
}

/// Returns what the words beside something say that stands for a figure; those before `from` are of another.
pub fn words_beside(text: &str, at: Range<usize>, from: usize, reading: &Reading) -> (Hedge, Option<Trend>) {
    let beside = Beside::of(reading);
    let hedge = beside.behind(&text[at.end..]).or_else(|| beside.before(&text[..at.start]));
    (hedge.unwrap_or(Hedge::Exact), beside.trend(text, from.min(at.start), at.start, at.end))
}

/// The last word of a list in a text.
fn last_of<T: Copy>(words: &WordMap<T>, text: &str) -> Option<T> {
    let begins = |at: usize| !(text[at..].starts_with(is_letter) && text[..at].ends_with(is_letter));
    let mut places = text.char_indices().rev().map(|(at, _)| at).filter(|at| begins(*at));
    places.find_map(|at| longest_at(words, &text[at..])).map(|(_, what)| *what)
}
