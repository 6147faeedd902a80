//! Addresses on the web in a reading: where each begins and ends.

use super::Reading;

impl Reading {
    /// Returns the address on the web that a character belongs to, up to there; of a long one the end.
    pub(in crate::rules::persons) fn address_before(&self, at: usize) -> Option<&[char]> {
        const LONGEST: usize = 80;
        let address = self.web.get(self.web.partition_point(|web| web.end <= at))?;
        (address.start <= at).then(|| &self.chars[address.start.max(at.saturating_sub(LONGEST))..at])
    }

    /// Notes where an address on the web begins and ends, as characters of the text go by.
    pub(super) fn follow_address(&mut self, address: &mut Option<usize>, c: char) {
        if let Some(start) = *address {
            if c.is_whitespace() || !c.is_ascii() || "<>\"`{}|^".contains(c) {
                self.web.push(start..self.chars.len());
                *address = None;
            }
            return;
        }
        *address = match c {
            '/' if self.chars.ends_with(&[':', '/']) => Some(self.start_of_scheme(2)),
            '.' if self.ends_with_word(&['w', 'w', 'w']) => Some(self.chars.len() - 3),
            _ if c != ':'
                && self.chars.last() == Some(&':')
                && self.ends_with_word(&['m', 'a', 'i', 'l', 't', 'o', ':']) =>
            {
                Some(self.chars.len())
            }
            _ => None,
        };
    }

    fn start_of_scheme(&self, signs: usize) -> usize {
        let before = &self.chars[..self.chars.len() - signs];
        before.len() - before.iter().rev().take(8).take_while(|c| c.is_ascii_alphabetic()).count()
    }

    fn ends_with_word(&self, word: &[char]) -> bool {
        let before = self.chars.len().checked_sub(word.len() + 1).and_then(|at| self.char(at));
        self.chars.ends_with(word) && before.is_none_or(|c| !c.is_ascii_alphanumeric())
    }
}
