//! Measures and items of an issue of a document that gongkai made, and the course of its statuses.

use serde_yaml::{Mapping, Value};

use super::issues::IssueReader;
use super::passage::Passage;
use super::{printed, texts};
use crate::office::report::Certainty;
use crate::say;

impl IssueReader<'_, '_> {
    /// Texts that stand in one paragraph.
    pub(super) fn listed_texts(&self, passage: &Passage<'_>) -> Vec<String> {
        let joiner = self.made.locale.text("document.joiner");
        passage.value().split(&*joiner).map(|text| text.trim().to_owned()).collect()
    }

    pub(super) fn history(&mut self, passage: &Passage<'_>) -> Value {
        let colon = self.made.locale.text("head.colon");
        let mut entries = Vec::new();
        for text in self.listed_texts(passage) {
            let words = self.made.statuses.iter().filter_map(|(word, id, _)| Some((text.find(&**word)?, word, id)));
            let found = words.min_by_key(|(at, word, _)| (*at, usize::MAX - word.len()));
            let entry = found.and_then(|(at, word, id)| {
                let mut entry = Mapping::new();
                entry.insert("on".into(), printed::date(self.made.locale, &text[..at])?.to_string().into());
                entry.insert("status".into(), id.as_str().into());
                let note = text[at + word.len()..].strip_prefix(&*colon);
                note.map(|note| entry.insert("note".into(), self.made.text(note)));
                Some(Value::Mapping(entry))
            });
            match entry {
                Some(entry) => entries.push(entry),
                None => {
                    let message = say!(
                        "状态变化没有读懂，没有收入",
                        "a change of status that was not understood, and not taken over"
                    );
                    self.made.report.at(Certainty::NotUnderstood, passage.first.number, &text, message);
                }
            }
        }
        Value::Sequence(entries)
    }

    /// A measure: its text, and in brackets its status and what else is said of it.
    pub(super) fn measure(&mut self, passage: &Passage<'_>) {
        let locale = self.made.locale;
        let whole = passage.first.text.trim();
        let mut measure = Mapping::new();
        let number = printed::ordinal(locale, "numbering.topic", whole);
        let counted = (self.measures.len() + 1).to_string();
        let text = match number.filter(|(label, _)| *label == counted) {
            Some((_, rest)) => rest,
            None => match whole.split_once(' ') {
                Some((label, rest)) => {
                    measure.insert("label".into(), label.into());
                    rest
                }
                None => whole,
            },
        };
        let split = printed::two(locale, "document.measure", ["text", "facts"], text);
        let facts = split.and_then(|(_, facts)| self.measure_facts(facts));
        let said = if facts.is_some() { split.map_or(text, |(text, _)| text) } else { text };
        measure.insert("text".into(), self.made.text(said.trim()));
        measure.extend(facts.unwrap_or_default());
        self.measures.push(Value::Mapping(measure));
        let words = said.trim().to_owned();
        self.last(|issue| issue.measures.push(words));
        self.texts_behind(passage);
    }

    /// Returns what is said of a measure; nothing if it is not of that form.
    fn measure_facts(&mut self, text: &str) -> Option<Mapping> {
        let locale = self.made.locale;
        let colon = locale.text("head.colon");
        let columns = |key: &str| locale.text(&format!("data.columns.{key}.title"));
        let mut facts = Mapping::new();
        let mut fields = Mapping::new();
        for (at, said) in text.split(&*locale.text("document.joiner")).enumerate() {
            let Some((label, value)) = said.split_once(&*colon) else {
                let status = self.made.statuses.iter().find(|(word, ..)| word == said).filter(|_| at == 0)?;
                facts.insert("status".into(), status.1.as_str().into());
                continue;
            };
            let (rest, was) = self.taken(value, "issue.original_due");
            match label {
                label if label == columns("due") => {
                    match printed::date(locale, rest) {
                        Some(date) => facts.insert("due".into(), date.to_string().into()),
                        None => facts.insert("due_text".into(), self.made.text(rest)),
                    };
                    was.map(|was| facts.insert("original_due".into(), was.to_string().into()));
                }
                label if label == columns("completed_on") => {
                    facts.insert("completed_on".into(), printed::date(locale, value)?.to_string().into());
                }
                label if label == columns("lead") => drop(facts.insert("lead".into(), self.made.unit_ids(value))),
                label if label == columns("responsible") => {
                    facts.insert("responsible".into(), self.made.unit_ids(value));
                }
                label => {
                    let (id, ..) = self.made.draft.known.fields.iter().find(|(_, known, _)| known == label)?;
                    fields.insert(id.as_str().into(), self.made.text(value));
                }
            }
        }
        if !fields.is_empty() {
            facts.insert("fields".into(), Value::Mapping(fields));
        }
        Some(facts)
    }

    /// An item, and what is said of it.
    pub(super) fn item(&mut self, passage: &Passage<'_>, key: &str) {
        let locale = self.made.locale;
        let whole = passage.first.text.trim();
        if key.is_empty() {
            let line = self.without_number(whole, &["numbering.topic"]);
            let (title, status) = printed::two(locale, "data.item", ["title", "status"], line).unwrap_or((line, ""));
            let mut item = Mapping::new();
            item.insert("title".into(), self.made.text(title));
            if let Some((id, _)) = self.status_of(status) {
                item.insert("status".into(), id.into());
            }
            if status.contains(&*self.made.inferred) {
                item.insert("status_basis".into(), "inferred".into());
            }
            return self.items.push(item);
        }
        let value = passage.value();
        let entry = match key {
            "due" | "completed_on" => {
                let (rest, was) = self.taken(value, "issue.original_due");
                if let (Some(was), Some(item)) = (was, self.items.last_mut()) {
                    item.insert("original_due".into(), was.to_string().into());
                }
                printed::date(locale, rest).map(|date| date.to_string().into())
            }
            "statement" => Some(self.made.text(value)),
            "history" => Some(self.history(passage)),
            _ => texts::of(locale, passage, true).map(|text| self.made.text(text.trim_end())),
        };
        match (entry, self.items.last_mut()) {
            (Some(entry), Some(item)) => drop(item.insert(key.into(), entry)),
            _ => self.made.left(passage, &say!("小项里的内容", "something of an item")),
        }
    }
}
