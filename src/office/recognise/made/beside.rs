//! Figures and notes of the editor that are about the notice as a whole, or about persons held to account.

use serde_yaml::{Mapping, Value};

use super::around::MadeReader;
use super::notes::FoundNotes;
use super::passage::Passage;
use crate::say;
use crate::text::locale::Locale;

impl MadeReader<'_> {
    /// Takes the notes of the editor that are about no issue, and says which sentences follow from equations that the document does not know.
    pub(super) fn beside(&mut self, passages: &[Passage<'_>]) {
        let mut record = "notice";
        for passage in passages {
            record = match passage.states.split_once(' ').unwrap_or((passage.states, "")) {
                ("part" | "text", "accountability") => "accountability",
                ("part" | "text", "issues") | ("section" | "topic" | "issue", _) => "issues",
                ("part" | "text", _) => "notice",
                _ => record,
            };
            if passage.kind() == "rest" && !self.known.has_figures(record) {
                self.left(passage, &say!("由算式得出的句子", "a sentence that follows from equations"));
            }
            match (passage.kind(), self.notes_of(record)) {
                ("note", Some((notes, locale))) => notes.add(locale, &passage.first.text),
                (_, Some((notes, locale))) => notes.take(locale, passage),
                _ => {}
            }
        }
    }

    /// Returns the notes about the notice as a whole, or about persons held to account.
    fn notes_of(&mut self, record: &str) -> Option<(&mut FoundNotes, &Locale)> {
        let at = ["notice", "accountability"].iter().position(|known| *known == record)?;
        Some((&mut self.notes[at], self.locale))
    }

    /// Returns the figures of a record, as texts show them, with their ids.
    fn shown(&self, record: &str) -> Vec<(String, String)> {
        let figures = self.known.of(record).iter();
        figures.map(|figure| (figure.id.clone(), figure.text.clone())).collect()
    }

    /// Returns the Markdown of a text of a record, in which its notes stand where they stood.
    pub(super) fn settled(&mut self, record: &str, markdown: Option<String>) -> Option<String> {
        let shown = self.shown(record);
        let settled = |markdown: String| match self.notes_of(record) {
            Some((notes, _)) => notes.settle(&markdown, &shown),
            None => markdown,
        };
        markdown.map(settled)
    }

    /// Puts the figures, equations and notes of a record into it.
    pub(super) fn put_figures(&mut self, record: &str, into: &mut Mapping) {
        let key = if record == "notice" { "stated" } else { "figures" };
        let figures: Vec<Value> = self.known.of(record).iter().map(|figure| figure.record(self.lang)).collect();
        let there: Vec<&str> = self.known.of(record).iter().map(|figure| &*figure.id).collect();
        self.known.equations(record, &there).map(|equations| into.insert("equations".into(), equations));
        if !figures.is_empty() {
            into.insert(key.into(), Value::Sequence(figures));
        }
        let notes = self.notes_of(record).map(|(notes, _)| std::mem::take(notes)).unwrap_or_default();
        notes.write(self.lang, self.known.accepted(record), into);
    }
}
