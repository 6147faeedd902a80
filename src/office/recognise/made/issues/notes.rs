//! Notes of the editor about issues, put with the figures that they are about and the equations into the records.

use serde_yaml::Value;

use super::super::notes::FoundNotes;
use super::super::passage::Passage;
use super::{IssueReader, record_of};

impl IssueReader<'_, '_> {
    /// Takes the notes of the editor that stand in a passage about the issue that is read.
    pub(super) fn note(&mut self, passage: &Passage<'_>) {
        self.is_behind = match passage.kind() {
            "issue" => false,
            "part" | "text" | "section" | "topic" | "open-status" => true,
            _ => self.is_behind,
        };
        let locale = self.made.locale;
        let Some(notes) = self.notes.last_mut().filter(|_| !self.is_behind && passage.kind() != "issue") else {
            return;
        };
        match passage.kind() {
            "note" => notes.add(locale, &passage.first.text),
            _ => notes.take(locale, passage),
        }
    }

    /// Puts notes where they belong, with the figures that they are about, and the equations of each issue into its record.
    pub(super) fn settle(&mut self) {
        let notes = std::mem::take(&mut self.notes).into_iter().zip(&self.shown);
        for (issue, (mut notes, shown)) in self.issues.iter_mut().zip(notes) {
            let record = record_of(self.made, issue);
            issue.markdown = issue.markdown.take().map(|text| notes.settle(&text, shown));
            issue.more.iter_mut().for_each(|(_, value)| settle(value, &mut notes, shown));
            notes.write(self.made.lang, self.made.known.accepted(&record), &mut issue.more);
            let figures = issue.more.get("figures").and_then(Value::as_sequence);
            let there: Vec<&str> = figures.into_iter().flatten().filter_map(|figure| figure["id"].as_str()).collect();
            let equations = self.made.known.equations(&record, &there);
            equations.map(|equations| issue.more.insert("equations".into(), equations));
        }
    }
}

/// Takes the marks of notes out of the texts of a record.
fn settle(value: &mut Value, notes: &mut FoundNotes, shown: &[(String, String)]) {
    match value {
        Value::String(text) => *text = notes.settle(text, shown),
        Value::Sequence(all) => all.iter_mut().for_each(|value| settle(value, notes, shown)),
        Value::Mapping(all) => all.iter_mut().for_each(|(_, value)| settle(value, notes, shown)),
        _ => {}
    }
}
