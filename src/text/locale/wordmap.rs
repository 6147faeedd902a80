//! Words and what they mean, found by the character that they begin or end with.

mod char_set;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Deref;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Deserialize;

pub(crate) use char_set::CharSet;

/// A mapping of words, with the two orders in which a reader looks for them.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(from = "BTreeMap<String, T>", bound = "T: Clone + Deserialize<'de>")]
pub struct WordMap<T> {
    words: BTreeMap<String, T>,
    first: Groups<T>,
    last: Groups<T>,
}

/// Words by a character, in the order of characters; of each the longest first. Most characters of a text are none of
/// these, which the set tells at once.
#[derive(Clone, Debug, PartialEq)]
struct Groups<T> {
    chars: CharSet,
    words: Vec<(char, Vec<(String, T)>)>,
}

impl<T> WordMap<T> {
    /// Returns the words that begin with the character that a text begins with, the longest first.
    pub fn beginning_like(&self, text: &str) -> &[(String, T)] {
        text.chars().next().map_or(&[], |c| self.first.of(c))
    }

    /// Returns the words that end with the character that a text ends with, the longest first.
    pub fn ending_like(&self, text: &str) -> &[(String, T)] {
        text.chars().next_back().map_or(&[], |c| self.last.of(c))
    }
}

impl<T> Groups<T> {
    fn of(&self, c: char) -> &[(String, T)] {
        if !self.chars.may_have(c) {
            return &[];
        }
        self.words.binary_search_by_key(&c, |(of, _)| *of).map_or(&[], |at| &self.words[at].1)
    }
}

impl<T: Clone> Groups<T> {
    fn new(words: &BTreeMap<String, T>, by: impl Fn(&str) -> Option<char>) -> Groups<T> {
        let mut groups: BTreeMap<char, Vec<(String, T)>> = BTreeMap::new();
        for (word, what) in words {
            if let Some(c) = by(word) {
                groups.entry(c).or_default().push((word.clone(), what.clone()));
            }
        }
        groups.values_mut().for_each(|words| words.sort_by_key(|(word, _)| std::cmp::Reverse(word.len())));
        Groups { chars: groups.keys().copied().collect(), words: groups.into_iter().collect() }
    }
}

impl<T> Default for Groups<T> {
    fn default() -> Groups<T> {
        Groups { chars: CharSet::default(), words: Vec::new() }
    }
}

impl<T: Clone> From<BTreeMap<String, T>> for WordMap<T> {
    fn from(words: BTreeMap<String, T>) -> WordMap<T> {
        let first = Groups::new(&words, |word| word.chars().next());
        let last = Groups::new(&words, |word| word.chars().next_back());
        WordMap { words, first, last }
    }
}

impl<T> Default for WordMap<T> {
    fn default() -> WordMap<T> {
        WordMap { words: BTreeMap::new(), first: Groups::default(), last: Groups::default() }
    }
}

impl<T> Deref for WordMap<T> {
    type Target = BTreeMap<String, T>;

    fn deref(&self) -> &BTreeMap<String, T> {
        &self.words
    }
}

impl<T: JsonSchema> JsonSchema for WordMap<T> {
    fn schema_name() -> Cow<'static, str> {
        BTreeMap::<String, T>::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        BTreeMap::<String, T>::json_schema(generator)
    }

    fn inline_schema() -> bool {
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_by_their_ends_the_longest_first() {
        let words = [("万", 1), ("万亿", 2), ("亿", 3)].map(|(word, n)| (word.to_owned(), n));
        let words: WordMap<i32> = BTreeMap::from(words).into();
        let shown = |words: &[(String, i32)]| words.iter().map(|(_, n)| *n).collect::<Vec<_>>();
        assert_eq!(shown(words.beginning_like("万元")), [2, 1]);
        assert_eq!(shown(words.ending_like("3亿")), [2, 3]);
        assert!(words.beginning_like("").is_empty());
        assert_eq!(words.get("亿"), Some(&3));
    }
}
