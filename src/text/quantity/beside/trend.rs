//! Words for which way a figure moved.

use super::super::words::{is_blank, longest_at, longest_before, lowercase};
use super::{Beside, CLAUSE, NEAR, last_of};
use crate::value::Trend;

impl<'a> Beside<'a> {
    /// Returns which way a figure moved, by the words of its clause from `from` on, or by those after it.
    pub(in crate::text::quantity) fn trend(&self, text: &str, from: usize, start: usize, end: usize) -> Option<Trend> {
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
}
