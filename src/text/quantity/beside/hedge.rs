//! Words for how exact a figure is: 约 before it, 多 within it, 左右 behind it.

use super::super::words::{is_blank, is_letter, longest_at, longest_before, lowercase, words_before};
use super::{Beside, CLAUSE, NEAR, last_of};
use crate::value::Hedge;

/// How far after a number 多 may stand, with its counter, in bytes.
const NEAR_BEHIND: usize = 24;

impl<'a> Beside<'a> {
    /// 余 and 多 after a number, or after a counter that begins its unit (3个多月); with the length of all, and the counter.
    pub(in crate::text::quantity) fn after(&self, text: &str) -> Option<(Hedge, usize, &'a str)> {
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
    pub(in crate::text::quantity) fn after_unit(&self, text: &str) -> Option<(Hedge, usize)> {
        let (word, hedge) = longest_at(&self.reading.after, text)?;
        let rest = &text[word.len()..];
        let counts = self.reading.counters.iter().any(|counter| rest.starts_with(counter.as_str()));
        (!counts && !rest.starts_with(['种', '種', '样', '樣', '元'])).then_some((*hedge, word.len()))
    }

    /// 左右 and 以上 after the unit, or after what is counted: 30岁左右, 100 people or more.
    pub(in crate::text::quantity) fn behind(&self, text: &str) -> Option<Hedge> {
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
    pub(in crate::text::quantity) fn before(&self, text: &str) -> Option<Hedge> {
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
}
