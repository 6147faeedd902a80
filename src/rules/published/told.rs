//! Whether readers are told of a change, and the words to tell them.

use super::read::Texts;
use super::shown::{PublishedChange, ShownValue, What};
use crate::notice::fields::ToldIn;
use crate::notice::{Change as Moved, Correction, speaks};
use crate::text::locale::{Argument, Locale};
use crate::text::quantity;
use crate::value::{Date, Decimal, Localized};

/// What a record says that it did not say when it was published.
#[derive(Default)]
pub(super) struct News<'a> {
    /// Changes of status since.
    pub(super) history: Vec<&'a Moved>,
    /// Whether one of them is later than what was published.
    pub(super) moved_on: bool,
    /// Corrections that were not published.
    pub(super) corrections: Vec<&'a Correction>,
    /// The deadline that the record says it had before.
    pub(super) original_due: Option<Date>,
}

/// Returns whether any news tells of a change.
pub(super) fn is_told(change: &PublishedChange<'_>, news: &News<'_>, locales: &[Locale]) -> bool {
    use super::shown::ShownValue::{Date, Word};
    let moved = || match (&change.what, change.told_in) {
        // What texts and measures say of the course of things moves on with it.
        (_, ToldIn::History) if change.is_of_course() => news.moved_on,
        (What::Value { is: Some(Word(_, word)), .. }, ToldIn::History) => {
            news.history.iter().any(|moved| moved.status.as_str() == word)
        }
        (What::Value { was: Date(was), is, .. }, ToldIn::History) => {
            let mut notes = news.history.iter().filter_map(|moved| moved.note.as_ref());
            (is.is_some() && news.original_due == Some(*was)) || notes.any(|note| tells(note, &change.what, locales))
        }
        _ => false,
    };
    news.corrections.iter().any(|correction| tells(&correction.text, &change.what, locales)) || moved()
}

/// Returns whether a text speaks of a change: it names what changed, or the new value.
fn tells(text: &Localized, what: &What<'_>, locales: &[Locale]) -> bool {
    let in_language = |locale: &Locale| {
        let Some(text) = text.get(locale.lang).map(|text| text.as_str()) else { return false };
        let has = |part: &str| !part.is_empty() && text.contains(part);
        let counts = |number: Decimal| quantity::read(text, &locale.rules).iter().any(|read| read.value == number);
        match what {
            What::Value { label, was, is } => {
                let value = is.as_ref().unwrap_or(was);
                let is_stated = match value {
                    ShownValue::Figure(number, ..) | ShownValue::Number(number) => counts(*number),
                    ShownValue::Typed(figure) => counts(figure.value),
                    ShownValue::Texts(texts) => texts.get(locale.lang.code()).is_some_and(|words| has(words)),
                    _ => false,
                };
                // What a text is called does not tell which of its figures is meant.
                let is_named =
                    || !matches!(value, ShownValue::Typed(_)) && !label.is_of_many() && has(&label.shown(locale));
                is_stated || is_named() || has(&value.shown(locale))
            }
            What::Gone { name, title } | What::Renumbered { from: name, title, .. } => {
                let names = || name.parse().map_or_else(|_| has_word(text, name), counts);
                has(title.get(locale.lang.code()).map_or("", String::as_str)) || names()
            }
        }
    };
    locales.iter().any(in_language)
}

/// Returns whether a text has a word that is no part of another: A, but not that of “As stated”.
fn has_word(text: &str, word: &str) -> bool {
    let is_free = |c: Option<char>| !c.is_some_and(|c| c.is_ascii_alphanumeric());
    let is_word =
        |at: usize| is_free(text[..at].chars().next_back()) && is_free(text[at + word.len()..].chars().next());
    !word.is_empty() && text.match_indices(word).any(|(at, _)| is_word(at))
}

/// Tells of a change, as an entry would, in the language of a locale.
pub(super) fn sentence(change: &PublishedChange<'_>, locale: &Locale) -> String {
    let lang = locale.lang.code();
    match &change.what {
        What::Value { label, was, is } => {
            let (label, was) = (label.shown(locale), was.shown(locale));
            value(lang, change.told_in, &label, &was, is.as_ref().map(|is| is.shown(locale)).as_deref())
        }
        What::Gone { name, title } => {
            let called = called(locale, name, title);
            match lang {
                "zh" => format!("“{called}”不再列出。"),
                "en" => format!("“{called}” is no longer listed."),
                _ => format!("{called} → —"),
            }
        }
        What::Renumbered { from, to, title } => {
            let [from, to] = [from, to].map(|name| called(locale, name, title));
            match lang {
                "zh" => format!("“{from}”现为“{to}”。"),
                "en" => format!("“{from}” is now “{to}”."),
                _ => format!("{from} → {to}"),
            }
        }
    }
}

/// Returns what the notice calls an entry with this number or label: by the noun of the notice.
fn called(locale: &Locale, name: &str, title: &Texts) -> String {
    let title = title.get(locale.lang.code()).map_or("", String::as_str);
    let arguments = [("number", Argument::Text(name)), ("title", Argument::Text(title))];
    locale.say(if speaks(name) { "issue.name_labelled" } else { "issue.name" }, &arguments)
}

fn value(lang: &str, told_in: ToldIn, label: &str, was: &str, is: Option<&str>) -> String {
    match (lang, told_in, is) {
        ("zh", ToldIn::History, Some(is)) => format!("{label}由{was}变为{is}。"),
        ("zh", ToldIn::Corrections, Some(is)) => format!("{label}由{was}更正为{is}。"),
        ("zh", _, None) => format!("不再公布{label}，原为{was}。"),
        ("en", ToldIn::History, Some(is)) => format!("{label}: from {was} to {is}."),
        ("en", ToldIn::Corrections, Some(is)) => format!("{label}: corrected from {was} to {is}."),
        ("en", _, None) => format!("{label}: no longer stated, formerly {was}."),
        _ => format!("{label}: {was} → {}", is.unwrap_or("—")),
    }
}
