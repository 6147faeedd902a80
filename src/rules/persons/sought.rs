//! Where the words of many kinds stand in a text, found in one pass.

use std::ops::Range;

use super::reading::Reading;

/// Lists of words, in buckets by the two characters that each begins with, those of one character by that one: most
/// places of a text find theirs empty.
pub(super) struct Sought {
    lists: usize,
    signs: Vec<Vec<SoughtWord>>,
    words: Vec<Vec<SoughtWord>>,
}

const BUCKETS: usize = 4096;

struct SoughtWord {
    list: usize,
    /// Its place in its list.
    nth: usize,
    text: &'static str,
    length: usize,
}

impl Sought {
    /// Prepares the search for some lists of words.
    pub(super) fn of(lists: &[&'static [&'static str]]) -> Sought {
        let empty = || std::iter::repeat_with(Vec::new).take(BUCKETS).collect::<Vec<Vec<SoughtWord>>>();
        let mut sought = Sought { lists: lists.len(), signs: empty(), words: empty() };
        for (list, words) in lists.iter().enumerate() {
            for (nth, text) in words.iter().enumerate() {
                let word = SoughtWord { list, nth, text, length: text.chars().count() };
                let mut chars = text.chars();
                match (chars.next(), chars.next()) {
                    (Some(first), Some(second)) => sought.words[bucket(first, second)].push(word),
                    (Some(sign), None) => sought.signs[bucket(sign, '\0')].push(word),
                    _ => {}
                }
            }
        }
        sought
    }

    /// Returns the places of the words of every list, in characters, in capitals or not; of two words of a list at one
    /// place the first counts.
    pub(super) fn places(&self, reading: &Reading) -> Vec<Vec<Range<usize>>> {
        let mut found: Vec<Vec<Range<usize>>> = vec![Vec::new(); self.lists];
        let seconds = reading.chars.iter().skip(1).chain(&['\0']);
        for (at, (first, second)) in reading.chars.iter().zip(seconds).enumerate() {
            let words = &self.words[bucket(*first, *second)];
            let signs = &self.signs[bucket(*first, '\0')];
            if words.is_empty() && signs.is_empty() {
                continue;
            }
            let here = || words.iter().chain(signs).filter(|word| reading.has_at(at, word.text));
            for word in here() {
                let is_first = here().all(|other| other.list != word.list || other.nth >= word.nth);
                if is_first {
                    found[word.list].push(at..at + word.length);
                }
            }
        }
        found
    }
}

fn bucket(first: char, second: char) -> usize {
    let code = |c: char| c.to_ascii_lowercase() as usize;
    (code(first) * 31 + code(second)) % BUCKETS
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
