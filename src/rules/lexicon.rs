//! Words of a language with what they mean to a rule, found in a text in one pass.

use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};

use crate::value::width::is_wide;

/// Words with what they mean, some of them several things. Of words that overlap the longest counts.
#[derive(Clone)]
pub(super) struct Lexicon<T> {
    words: Vec<LexiconWord<T>>,
    finder: Option<AhoCorasick>,
}

#[derive(Clone, Debug, PartialEq)]
struct LexiconWord<T> {
    text: String,
    /// Whether it is the beginning of longer words, too: `unresolv*`.
    is_open: bool,
    meanings: Vec<T>,
}

/// The finder follows from the words.
impl<T: PartialEq> PartialEq for Lexicon<T> {
    fn eq(&self, other: &Lexicon<T>) -> bool {
        self.words == other.words
    }
}

impl<T: fmt::Debug> fmt::Debug for Lexicon<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.words.fmt(f)
    }
}

impl<T: Copy + PartialEq> Lexicon<T> {
    /// Prepares the search; a word that ends in `*` is the beginning of a word.
    pub(super) fn of<'w>(words: impl IntoIterator<Item = (&'w str, T)>) -> Lexicon<T> {
        let mut known: Vec<LexiconWord<T>> = Vec::new();
        let mut places: BTreeMap<String, usize> = BTreeMap::new();
        for (written, meaning) in words {
            let text = written.strip_suffix('*').unwrap_or(written);
            if text.is_empty() {
                continue;
            }
            let at = *places.entry(text.to_owned()).or_insert(known.len());
            if at == known.len() {
                let is_open = text.len() < written.len();
                known.push(LexiconWord { text: text.to_owned(), is_open, meanings: Vec::new() });
            }
            if !known[at].meanings.contains(&meaning) {
                known[at].meanings.push(meaning);
            }
        }
        let words = known;
        // Every byte of every text goes through it.
        let finder = AhoCorasick::builder()
            .kind(Some(AhoCorasickKind::DFA))
            .match_kind(MatchKind::LeftmostLongest)
            .ascii_case_insensitive(true)
            .build(words.iter().map(|word| &word.text));
        Lexicon { finder: finder.ok().filter(|_| !words.is_empty()), words }
    }

    /// Returns whether there are no words at all.
    pub(super) fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Returns where words stand in a text, whole words in languages that part them.
    pub(super) fn find(&self, text: &str) -> Vec<(Range<usize>, T)> {
        let Some(finder) = &self.finder else { return Vec::new() };
        let found = finder.find_iter(text).flat_map(|found| {
            let word = &self.words[found.pattern().as_usize()];
            let is_whole = is_whole(text, found.range(), word.is_open);
            let meanings = if is_whole { &word.meanings[..] } else { &[] };
            meanings.iter().map(move |meaning| (found.range(), *meaning))
        });
        found.collect()
    }
}

/// Returns whether no letter joins a word to what stands before it, or after it if it is not open. Han characters are
/// no letters of that kind.
fn is_whole(text: &str, Range { start, end }: Range<usize>, is_open: bool) -> bool {
    let is_letter = |c: char| c.is_alphanumeric() && !is_wide(c);
    let joins = |one: Option<char>, other: Option<char>| one.is_some_and(is_letter) && other.is_some_and(is_letter);
    let (before, word, after) = (&text[..start], &text[start..end], &text[end..]);
    !joins(before.chars().next_back(), word.chars().next())
        && (is_open || !joins(word.chars().next_back(), after.chars().next()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_whole_and_the_longest_counts() {
        let lexicon =
            Lexicon::of([("not", 1), ("not yet", 2), ("un*", 3), ("under*", 4), ("未", 5), ("尚未", 6), ("", 7)]);
        let found = |text| lexicon.find(text).into_iter().map(|(_, meaning)| meaning).collect::<Vec<_>>();
        assert_eq!(found("Not noted, cannot, not yet unresolved under it"), [1, 2, 3, 4]);
        assert_eq!(found("尚未完成，3个未动"), [6, 5]);
        let twice = Lexicon::of([("twice a year", 1), ("twice a year", 2), ("twice a year", 1)]);
        assert_eq!(twice.find("twice a year"), [(0..12, 1), (0..12, 2)]);
        assert!(Lexicon::<u8>::of([]).is_empty() && Lexicon::<u8>::of([]).find("not").is_empty());
    }
}
