//! A language's own rules: how numbers, money, dates and rates are set, and the words of the pages.
//!
//! Takes a messages file of a theme; gives texts. A language is data: adding one needs a file, no Rust. Everything that
//! is set on a page, in a download or in a narrative goes through here, so a figure looks the same wherever it stands.

mod dates;
mod dates_in;
mod figures;
mod messages;
mod numbering;
mod numbers;
mod own;
mod patterns;
mod plural;
mod rates;
mod unit;
mod wording;
mod wordmap;

pub use messages::{
    Argument, Around, ClockWords, Direction, Messages, MessagesRecord, Numbers, Reading, Rules, placeholders,
};
pub use own::OwnUnit;
pub use unit::{UnitKind, UnitRule};
pub use wording::{Choice, Choices, NamedWords, Wording, Words, capitalised};
pub use wordmap::WordMap;

use std::sync::Arc;

use crate::value::Lang;

/// A language with its rules and words.
#[derive(Clone, Debug, PartialEq)]
pub struct Locale {
    /// The language.
    pub lang: Lang,
    /// How numbers, dates and units are set.
    pub rules: Rules,
    /// The words of pages.
    pub messages: Messages,
    /// What scrutiny and what it found may be called.
    pub wording: Arc<Wording>,
}

impl Locale {
    /// Puts the words of a notice where the messages say their names.
    pub fn speak(&mut self, words: &Words) {
        words.put_into(self.messages.tree_mut());
    }

    /// Returns a message with its arguments. A key that does not exist yields itself, and a place that no argument fills
    /// yields both, so that nothing of that is published: finished pages are looked through for these brackets.
    pub fn say(&self, key: &str, arguments: &[(&str, Argument<'_>)]) -> String {
        let Some(message) = self.messages.find(key) else { return format!("⟦{key}⟧") };
        let set = message.set(self, arguments);
        // Patterns are asked for without arguments, and filled later.
        let may_lack = !arguments.is_empty() && set.contains('{');
        match may_lack.then(|| message.unfilled(self, arguments)).flatten() {
            Some(place) => format!("⟦{key} {{{place}}}⟧"),
            None => set,
        }
    }

    /// Returns a place of a message that no argument fills, if there is one.
    pub fn unfilled(&self, key: &str, arguments: &[(&str, Argument<'_>)]) -> Option<String> {
        self.messages.find(key)?.unfilled(self, arguments)
    }

    /// Returns a message without arguments.
    pub fn text(&self, key: &str) -> String {
        self.say(key, &[])
    }

    /// Returns a message that takes no arguments and has no plural, as it is written; nothing where there is none.
    pub fn word(&self, key: &str) -> &str {
        self.messages.find(key).map_or("", |message| message.as_written())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The built-in languages, read as the theme reads them.
    pub(super) fn locale(code: &str) -> Locale {
        let text = match code {
            "zh" => include_str!("../../themes/bulletin/messages/zh.yaml"),
            _ => include_str!("../../themes/bulletin/messages/en.yaml"),
        };
        let file: messages::MessagesRecord = serde_yaml::from_str(text).expect("the built-in messages can be read");
        let mut locale = file.into_locale(Lang::new(code));
        locale.speak(&locale.wording.words(&Choices::default()));
        locale
    }
}
