//! Where the words of many kinds stand in a text, found in one pass.

use std::collections::HashMap;
use std::ops::Range;

use super::reading::Reading;

/// Lists of words, by the character that each word begins with.
pub(super) struct Sought {
    lists: usize,
    /// A bit for the lowest bits of every first character, so that most characters cost no search.
    firsts: [u64; BITS / 64],
    words: HashMap<char, Vec<Word>>,
}

const BITS: usize = 4096;

struct Word {
    list: usize,
    text: &'static str,
    length: usize,
}

impl Sought {
    /// Prepares the search for some lists of words.
    pub(super) fn of(lists: &[&'static [&'static str]]) -> Sought {
        let mut sought = Sought { lists: lists.len(), firsts: [0; BITS / 64], words: HashMap::new() };
        for (list, words) in lists.iter().enumerate() {
            for text in *words {
                let Some(first) = text.chars().next().map(|c| c.to_ascii_lowercase()) else { continue };
                sought.firsts[bit(first) / 64] |= 1 << (bit(first) % 64);
                sought.words.entry(first).or_default().push(Word { list, text, length: text.chars().count() });
            }
        }
        sought
    }

    /// The places of the words of every list, in characters, in capitals or not; of two words of a list at one place the first counts.
    pub(super) fn places(&self, reading: &Reading) -> Vec<Vec<Range<usize>>> {
        let mut found: Vec<Vec<Range<usize>>> = vec![Vec::new(); self.lists];
        for (at, c) in reading.chars.iter().enumerate() {
            let first = c.to_ascii_lowercase();
            if self.firsts[bit(first) / 64] & 1 << (bit(first) % 64) == 0 {
                continue;
            }
            for word in self.words.get(&first).into_iter().flatten() {
                let places = &mut found[word.list];
                if places.last().is_none_or(|last| last.start < at) && reading.has_at(at, word.text) {
                    places.push(at..at + word.length);
                }
            }
        }
        found
    }
}

fn bit(c: char) -> usize {
    c as usize % BITS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_all_lists_are_found_in_one_pass() {
        let sought = Sought::of(&[&["出生于", "出生", "生"], &["WeChat", "wx"], &[]]);
        let reading = Reading::of("出生于一九八五年，微信wechat、WX；男，出生。");
        assert_eq!(sought.places(&reading), [vec![0..3, 1..2, 23..25, 24..25], vec![11..17, 18..20], vec![]]);
    }
}
