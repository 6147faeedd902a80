//! The course of the statuses of an issue.

use serde_yaml::{Mapping, Value};

use super::issues::IssueReader;
use super::passage::Passage;
use super::printed;
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
}
