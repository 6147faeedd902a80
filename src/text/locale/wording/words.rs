//! The words of a notice in a language, put where the messages say their names.

use serde_json::Value;

use super::super::patterns::filled;
use super::NamedWords;

/// How many times a word may stand within another.
const DEPTH: usize = 2;

/// The words of a notice in a language, by the names that messages have for them.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Words(NamedWords);

impl Words {
    /// Words that may say each other; with those that begin a sentence or a heading: `Noun` for `noun`.
    pub(super) fn of(mut words: NamedWords) -> Words {
        if let Some(noun) = words.get("noun").cloned() {
            words.entry("nouns".to_owned()).or_insert(noun);
        }
        for _ in 0..DEPTH {
            let known = with_initials(words.clone());
            words.values_mut().for_each(|word| *word = fill(word, &known));
        }
        Words(with_initials(words))
    }

    /// Returns the word of a name.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    /// Returns the names of the words.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// Puts the words where a tree of messages says their names.
    pub(in crate::text::locale) fn put_into(&self, messages: &mut Value) {
        match messages {
            Value::String(text) if text.contains('{') => *text = fill(text, &self.0),
            Value::Object(members) => members.values_mut().for_each(|member| self.put_into(member)),
            _ => {}
        }
    }
}

fn with_initials(mut words: NamedWords) -> NamedWords {
    let initial: Vec<_> = words.iter().map(|(name, word)| (capitalised(name), capitalised(word))).collect();
    words.extend(initial);
    words
}

fn fill(text: &str, words: &NamedWords) -> String {
    let parts: Vec<(&str, &str)> = words.iter().map(|(name, word)| (name.as_str(), word.as_str())).collect();
    filled(text, &parts)
}

/// Returns a text that begins with a capital letter, where its script has such.
pub fn capitalised(text: &str) -> String {
    let mut rest = text.chars();
    rest.next().map_or_else(String::new, |first| first.to_uppercase().chain(rest).collect())
}
