//! What rules ask of a reading: what stands at a place, before it and after it.

use std::ops::Range;

use super::Reading;

impl Reading {
    /// Returns where a range of characters stands in the text.
    pub(in crate::rules::persons) fn place(&self, range: Range<usize>) -> Range<usize> {
        let start = self.at.get(range.start).map_or(0, |at| at.0 as usize);
        let end = range.end.checked_sub(1).and_then(|last| self.at.get(last)).map_or(start, |at| at.1 as usize);
        start..end.max(start)
    }

    /// Returns the character at a place.
    pub(in crate::rules::persons) fn char(&self, at: usize) -> Option<char> {
        self.chars.get(at).copied()
    }

    /// Returns what stands from a place on, as far as words that join the parts of a number may reach.
    pub(in crate::rules::persons) fn ahead(&self, at: usize) -> &[char] {
        const LONGEST: usize = 40;
        let rest = self.chars.get(at..).unwrap_or_default();
        &rest[..rest.len().min(LONGEST)]
    }

    /// Returns the character before a place.
    pub(in crate::rules::persons) fn char_before(&self, at: usize) -> Option<char> {
        self.char(at.checked_sub(1)?)
    }

    /// Returns whether a word stands at a place, in capitals or not.
    pub(in crate::rules::persons) fn has_at(&self, at: usize, word: &str) -> bool {
        let mut chars = self.chars.get(at..).unwrap_or_default().iter();
        word.chars().all(|c| chars.next().is_some_and(|shown| shown.eq_ignore_ascii_case(&c)))
    }

    /// Returns what stands before a place in the same sentence, at most `most` characters, in lower case.
    pub(in crate::rules::persons) fn before(&self, at: usize, most: usize) -> String {
        let shown = &self.chars[at.saturating_sub(most)..at];
        let cut = shown.iter().rposition(|c| "。！？；;".contains(*c)).map_or(0, |at| at + 1);
        shown[cut..].iter().map(char::to_ascii_lowercase).collect()
    }

    /// Returns what stands after a place in the same sentence, at most `most` characters, in lower case.
    pub(in crate::rules::persons) fn after(&self, at: usize, most: usize) -> String {
        let shown = &self.chars[at.min(self.chars.len())..(at + most).min(self.chars.len())];
        shown.iter().take_while(|c| !"。！？；;".contains(**c)).map(char::to_ascii_lowercase).collect()
    }

    /// How much stands at a place between two parts of a number: one of some signs, or one or two asterisks that did not become bold, or the
    /// sign between such asterisks.
    pub(in crate::rules::persons) fn gap_at(&self, at: usize, signs: &str) -> usize {
        let stars_at =
            |at: usize| self.chars.get(at..).unwrap_or_default().iter().take(3).take_while(|c| **c == '*').count();
        let is_sign = |at: usize| self.char(at).is_some_and(|c| signs.contains(c));
        match stars_at(at) {
            0 => usize::from(is_sign(at)),
            stars @ (1 | 2) if is_sign(at + stars) && stars_at(at + stars + 1) == stars => 2 * stars + 1,
            stars @ (1 | 2) => stars,
            _ => 0,
        }
    }

    /// Returns whether a range of characters has asterisks in it.
    pub(in crate::rules::persons) fn has_stars(&self, range: Range<usize>) -> bool {
        self.chars.get(range).unwrap_or_default().contains(&'*')
    }

    /// Returns the text of a range of characters.
    pub(in crate::rules::persons) fn text(&self, range: Range<usize>) -> String {
        self.chars.get(range).unwrap_or_default().iter().collect()
    }
}
