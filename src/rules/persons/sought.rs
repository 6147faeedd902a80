//! Where the words of many kinds stand in a text, found in one pass.

use std::ops::Range;

use super::reading::Reading;

/// Lists of words, in buckets by the lowest bits of the character that each begins with: most characters find theirs empty.
pub(super) struct Sought {
    lists: usize,
    buckets: Vec<Vec<Word>>,
}

const BUCKETS: usize = 4096;

struct Word {
    list: usize,
    text: &'static str,
    length: usize,
}

impl Sought {
    /// Prepares the search for some lists of words.
    pub(super) fn of(lists: &[&'static [&'static str]]) -> Sought {
        let mut sought = Sought { lists: lists.len(), buckets: Vec::new() };
        sought.buckets.resize_with(BUCKETS, Vec::new);
        for (list, words) in lists.iter().enumerate() {
            for text in *words {
                let Some(first) = text.chars().next() else { continue };
                sought.buckets[bucket(first)].push(Word { list, text, length: text.chars().count() });
            }
        }
        sought
    }

    /// The places of the words of every list, in characters, in capitals or not; of two words of a list at one place the first counts.
    pub(super) fn places(&self, reading: &Reading) -> Vec<Vec<Range<usize>>> {
        let mut found: Vec<Vec<Range<usize>>> = vec![Vec::new(); self.lists];
        for (at, c) in reading.chars.iter().enumerate() {
            for word in &self.buckets[bucket(*c)] {
                let places = &mut found[word.list];
                if places.last().is_none_or(|last| last.start < at) && reading.has_at(at, word.text) {
                    places.push(at..at + word.length);
                }
            }
        }
        found
    }
}

fn bucket(first: char) -> usize {
    first.to_ascii_lowercase() as usize % BUCKETS
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
