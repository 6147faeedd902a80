//! The words beside a figure: how exact it is, and which way it moved.

use std::ops::Range;

use super::words::{begins_with_word, is_blank, is_letter, longest_at, longest_before, lowercase, words_before};
use crate::text::locale::{Around, Reading, WordMap};
use crate::value::{Hedge, Trend};

/// Marks at which a clause ends.
const CLAUSE: [char; 16] = [',', ';', ':', '(', ')', '，', '。', '；', '：', '！', '？', '（', '）', '、', '\n', '|'];

/// How far before a figure a word may stand that says which way it moved, in bytes.
const NEAR: usize = 72;

/// How far after a number 多 may stand, with its counter, in bytes.
const NEAR_BEHIND: usize = 24;

/// What words may stand beside a figure in a language.
pub(super) struct Beside<'a> {
    reading: &'a Reading,
}

impl<'a> Beside<'a> {
    pub(super) fn of(reading: &'a Reading) -> Beside<'a> {
        Beside { reading }
    }

    /// 余 and 多 after a number, or after a counter that begins its unit (3个多月); with the length of all, and the counter.
    pub(super) fn after(&self, text: &str) -> Option<(Hedge, usize, &'a str)> {
        let hedged = |text: &str| longest_at(&self.reading.after, text).map(|(word, hedge)| (*hedge, word.len()));
        if let Some((hedge, length)) = hedged(text) {
            return Some((hedge, length, ""));
        }
        let counted = |counter: &'a String| {
            let (hedge, length) = hedged(text.strip_prefix(counter.as_str())?)?;
            Some((hedge, counter.len() + length, counter.as_str()))
        };
        let near = &text[..text.floor_char_boundary(NEAR_BEHIND)];
        let may_be = self.reading.after.keys().any(|word| near.contains(word.as_str()));
        if may_be { self.reading.counters.iter().find_map(counted) } else { None }
    }

    /// 5年多: 多 after a unit, if it does not count what follows, as in 5天多次.
    pub(super) fn after_unit(&self, text: &str) -> Option<(Hedge, usize)> {
        let (word, hedge) = longest_at(&self.reading.after, text)?;
        let rest = &text[word.len()..];
        let counts = self.reading.counters.iter().any(|counter| rest.starts_with(counter.as_str()));
        (!counts && !rest.starts_with(['种', '種', '样', '樣', '元'])).then_some((*hedge, word.len()))
    }

    /// 左右 and 以上 after the unit, or after what is counted: 30岁左右, 100 people or more.
    pub(super) fn behind(&self, text: &str) -> Option<Hedge> {
        const COUNTER: usize = 3;
        let behind = text.trim_start_matches(is_blank);
        if let Some((_, hedge)) = longest_at(&self.reading.behind, behind) {
            return Some(*hedge);
        }
        if behind.starts_with(is_letter) {
            let noun = behind.trim_start_matches(|c| is_letter(c) || c == '-').strip_prefix(is_blank)?;
            return longest_at(&self.reading.behind, noun).map(|(_, hedge)| *hedge);
        }
        let counter = text.char_indices().take(COUNTER).take_while(|(_, c)| !c.is_ascii() && c.is_alphanumeric());
        let mut ends = counter.map(|(at, c)| at + c.len_utf8());
        ends.find_map(|end| longest_at(&self.reading.behind, &text[end..])).map(|(_, hedge)| *hedge)
    }

    /// 约 and 超过 before a number and its prefix.
    pub(super) fn before(&self, text: &str) -> Option<Hedge> {
        let before = words_before(text);
        let near = &before[before.floor_char_boundary(before.len().saturating_sub(NEAR))..];
        let said = longest_before(&self.reading.before, &lowercase(near)).map(|(_, hedge)| *hedge);
        said.or_else(|| self.near(before))
    }

    /// 至少检查2次: a limit with a word between it and the figure.
    fn near(&self, before: &str) -> Option<Hedge> {
        const FEW: usize = 21;
        let clause = &before[before.ceil_char_boundary(before.len().saturating_sub(FEW))..];
        let clause = clause.rfind(CLAUSE).map_or(clause, |at| &clause[at..]);
        if clause.contains(|c: char| c.is_ascii_digit()) {
            return None;
        }
        last_of(&self.reading.near, &lowercase(clause))
    }

    /// Returns which way a figure moved, by the words of its clause from `from` on, or by those after it.
    pub(super) fn trend(&self, text: &str, from: usize, start: usize, end: usize) -> Option<Trend> {
        let words = &self.reading.trend;
        let behind = text[end..].trim_start_matches(|c| is_blank(c) || c == '-');
        if let Some((_, trend)) = longest_at(&words.behind, behind) {
            return Some(*trend);
        }
        let before = &text[text.floor_char_boundary(start.saturating_sub(NEAR)).max(from)..start];
        let clause = before.rfind(CLAUSE).map_or(before, |at| &before[at..]);
        let clause = clause.rfind(". ").map_or(clause, |at| &clause[at..]);
        let clause = lowercase(clause);
        self.trend_beside(clause.trim_end()).or_else(|| last_of(&words.before, &clause))
    }

    /// “Down 20%”, “down nearly 20%”: a word beside the figure, or beside the word for how exact it is.
    fn trend_beside(&self, before: &str) -> Option<Trend> {
        let hedge = longest_before(&self.reading.before, before).map_or(0, |(word, _)| word.len());
        let before = before[..before.len() - hedge].trim_end();
        longest_before(&self.reading.trend.beside, before).map(|(_, trend)| *trend)
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

/// On which side of a date something lies, by the words before it and behind it; the end of the month and the like stand between.
pub fn around(before: &str, behind: &str, reading: &Reading) -> Option<Around> {
    let part = longest_at(&reading.parts, behind).map_or(0, |(word, _)| word.len());
    let said_behind = || longest_at(&reading.around.behind, behind[part..].trim_start_matches(is_blank));
    if let Some((_, side)) = longest_at(&reading.around.behind, behind).or_else(said_behind) {
        return Some(*side);
    }
    let near = &before[before.floor_char_boundary(before.len().saturating_sub(NEAR))..];
    let near = lowercase(words_before(near));
    let mut words = &*near;
    // By the end of June, by early June.
    while let Some((word, _)) = longest_before(&reading.phrases, words).filter(|(_, stated)| stated.ends_with(" part"))
    {
        words = words[..words.len() - word.len()].trim_end();
        words = words.strip_suffix(" the").unwrap_or(words);
    }
    longest_before(&reading.around.before, words).map(|(_, side)| *side)
}

/// The last word of a list in a text.
fn last_of<T: Copy>(words: &WordMap<T>, text: &str) -> Option<T> {
    let begins = |at: usize| !(text[at..].starts_with(is_letter) && text[..at].ends_with(is_letter));
    let mut places = text.char_indices().rev().map(|(at, _)| at).filter(|at| begins(*at));
    places.find_map(|at| longest_at(words, &text[at..])).map(|(_, what)| *what)
}
