//! Notes of the editor in a document that gongkai made: footnotes and remarks whose label says what they are.

use std::collections::BTreeMap;

use serde_yaml::{Mapping, Value};

use super::figures::KnownAcceptance;
use super::passage::Passage;
use super::printed;
use crate::office::files::markdown::escaped;
use crate::text::locale::Locale;
use crate::value::Lang;

/// What stands around the number of a note in a text that is not whole yet: signs that no text may have.
const MARK: [char; 2] = ['\u{FDD0}', '\u{FDD1}'];

/// Returns what stands for a note in a text until it is known which figure it is about.
pub(super) fn mark(number: u32) -> String {
    let [open, close] = MARK;
    format!("{open}{number}{close}")
}

/// The notes of a record, by their numbers, with the figures that they are about.
#[derive(Debug, Default)]
pub(super) struct FoundNotes(BTreeMap<u32, (String, Vec<String>)>);

impl FoundNotes {
    /// Takes the notes of a passage, wherever in it they stand.
    pub(super) fn take(&mut self, locale: &Locale, passage: &Passage<'_>) {
        passage.looks().filter_map(|look| look.footnote.as_deref()).for_each(|text| self.add(locale, text));
    }

    /// Takes a note with its label; whatever else stands in a footnote is no note of the editor.
    pub(super) fn add(&mut self, locale: &Locale, text: &str) {
        if let Some((number, text)) = printed::editors_note(locale, text) {
            self.0.entry(number).or_insert_with(|| (text.to_owned(), Vec::new()));
        }
    }

    /// Says that a note is about a figure.
    pub(super) fn is_about(&mut self, number: u32, figure: &str) {
        if let Some((_, figures)) =
            self.0.get_mut(&number).filter(|(_, figures)| !figures.iter().any(|id| id == figure))
        {
            figures.push(figure.to_owned());
        }
    }

    /// Takes the marks out of a text. A figure that one stands behind is quoted, so that the note is about it: `shown` are the figures of the
    /// record as texts show them, with their ids.
    pub(super) fn settle(&mut self, text: &str, shown: &[(String, String)]) -> String {
        if !text.contains(MARK) {
            return text.to_owned();
        }
        let shown: Vec<(&String, String)> = shown.iter().map(|(id, shown)| (id, escaped(shown))).collect();
        let mut settled = String::new();
        let mut rest = text;
        while let Some((before, number, behind)) = split(rest) {
            settled += before;
            rest = behind;
            let of = shown.iter().filter(|(_, shown)| !shown.is_empty() && settled.ends_with(&**shown));
            if let Some((id, shown)) = of.max_by_key(|(_, shown)| shown.len()) {
                settled.truncate(settled.len() - shown.len());
                settled += &format!("{{{{ {id} }}}}");
                self.is_about(number, id);
            }
        }
        settled + rest
    }

    /// Puts them into a record; those that say what was accepted with that.
    pub(super) fn write(self, lang: Lang, accepted: &[KnownAcceptance], into: &mut Mapping) {
        let (mut notes, mut acceptances) = (Vec::new(), Vec::new());
        for (text, figures) in self.0.into_values() {
            let mut words = Mapping::new();
            words.insert(lang.code().into(), text.as_str().into());
            let mut said = accepted.iter().filter(|accepted| accepted.note == text).peekable();
            let is_note = said.peek().is_none();
            let figures: Vec<Value> = figures.into_iter().map(Value::from).collect();
            let with_figures = |mut entry: Mapping| {
                (!figures.is_empty()).then(|| entry.insert("figures".into(), Value::Sequence(figures.clone())));
                Value::Mapping(entry)
            };
            for KnownAcceptance { rule, text, note } in said {
                let entry = [("rule", rule), ("text", text), ("reason", note)];
                let mut entry: Mapping =
                    entry.map(|(key, word)| (key.into(), word.as_str().into())).into_iter().collect();
                entry.insert("note".into(), Value::Mapping(words.clone()));
                acceptances.push(with_figures(entry));
            }
            if is_note {
                notes.push(with_figures([("text".into(), Value::Mapping(words))].into_iter().collect()));
            }
        }
        for (key, all) in [("notes", notes), ("accepted", acceptances)] {
            if !all.is_empty() {
                into.insert(key.into(), Value::Sequence(all));
            }
        }
    }
}

/// Returns what stands before the next mark in a text, its number and what stands behind it.
fn split(text: &str) -> Option<(&str, u32, &str)> {
    let [open, close] = MARK;
    let (before, rest) = text.split_once(open)?;
    let (number, behind) = rest.split_once(close)?;
    Some((before, number.parse().ok()?, behind))
}
