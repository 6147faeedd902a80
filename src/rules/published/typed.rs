//! Figures that are typed in a text, and no longer those that were published: clause by clause, since a clause whose
//! words stayed is about the same thing. What a text quotes by name is no figure of its own.

mod clauses;
mod days;
mod pairs;
mod same;
mod surroundings;

use super::read::Texts;
use crate::diagnostic::Place;
use crate::notice::Passage;
use crate::text::locale::Locale;
use crate::text::markdown::{BlockKind, Prose};
use crate::text::quantity::QuantityKind;
use crate::value::Decimal;
use clauses::ReadText;
use days::is_the_day;
use pairs::pairs;
use same::has_same_words;

pub(super) use days::Days;

/// A figure that is typed in a text, with the words around it in each language that has it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct TypedFigure {
    /// Its value in the base unit.
    pub(super) value: Decimal,
    /// The code of its unit; empty if it has none.
    pub(super) unit: String,
    /// It and the words around it, by the code of the language.
    pub(super) words: Texts,
}

/// A figure that was published and is another one now.
pub(super) struct TypedChange {
    pub(super) was: TypedFigure,
    pub(super) is: TypedFigure,
    /// Where it stands.
    pub(super) at: Place,
    kind: QuantityKind,
}

/// Compares a text with what was published of it, in every language that both have.
pub(super) fn changes(passages: &[Passage<'_>], published: &Texts, locales: &[Locale], days: Days) -> Vec<TypedChange> {
    let mut found: Vec<TypedChange> = Vec::new();
    for locale in locales {
        let passage = passages.iter().find(|passage| passage.lang == Some(locale.lang));
        let (Some(passage), Some(before)) = (passage, published.get(locale.lang.code())) else { continue };
        if has_same_words(passage.text(), before) {
            continue;
        }
        for change in in_language(passage, before, locale, days) {
            match found.iter_mut().find(|other| other.is_translated_by(&change)) {
                Some(other) => other.add(change),
                None => found.push(change),
            }
        }
    }
    found
}

impl TypedFigure {
    /// Returns it as the text has it; in a language whose text has it not as pages set figures.
    pub(super) fn shown(&self, locale: &Locale) -> String {
        match self.words.get(locale.lang.code()) {
            Some(words) => format!("“{words}”"),
            None => locale.figure(self.value, &self.unit, None).unwrap_or_else(|| locale.decimal(self.value)),
        }
    }
}

impl TypedChange {
    /// Returns whether a change in another language is this one.
    fn is_translated_by(&self, other: &TypedChange) -> bool {
        let is_same = |one: &TypedFigure, two: &TypedFigure| one.value == two.value;
        let is_new = other.is.words.keys().all(|lang| !self.is.words.contains_key(lang));
        is_new && self.kind.converts_to(&other.kind) && is_same(&self.was, &other.was) && is_same(&self.is, &other.is)
    }

    fn add(&mut self, other: TypedChange) {
        self.was.words.extend(other.was.words);
        self.is.words.extend(other.is.words);
    }
}

fn in_language(passage: &Passage<'_>, published: &str, locale: &Locale, days: Days) -> Vec<TypedChange> {
    let prose = passage.prose();
    let text = in_rows(&prose);
    let (now, before) = (ReadText::of(&text, &locale.rules), ReadText::of(published, &locale.rules));
    let mut found: Vec<TypedChange> = Vec::new();
    for (words, clauses) in &now.clauses {
        let Some(published) = before.clauses.get(words) else { continue };
        for (is, was) in pairs(&now, clauses, &before, published) {
            if !was.is_as_much_as(is) && !is_the_day(was, is, days) {
                let at = passage.place(prose.place(is.range.clone()));
                let (was, kind) = (before.typed(was, locale), is.kind.clone());
                found.push(TypedChange { was, is: now.typed(is, locale), at, kind });
            }
        }
    }
    found.sort_by_key(|change| change.at.range().map(|range| range.start));
    found
}

/// The words of a text as downloads have them: the cells of a row in a line, lines that the author broke joined. Places
/// stay.
fn in_rows(prose: &Prose<'_>) -> String {
    let mut text = prose.text.clone().into_owned().into_bytes();
    for block in &prose.blocks {
        let inner = &mut text[block.range.clone()];
        inner.iter_mut().filter(|b| **b == b'\n').for_each(|b| *b = b' ');
        if matches!(block.kind, BlockKind::Cell(column) if column > 0) {
            let gap = block.range.start.saturating_sub(2)..block.range.start;
            text[gap].iter_mut().filter(|b| **b == b'\n').for_each(|b| *b = b' ');
        }
    }
    String::from_utf8(text).unwrap_or_else(|_| prose.text.clone().into_owned())
}
