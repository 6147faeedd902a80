//! Measures of an issue: the text of each, and in brackets its status and what else is said of it.

use serde_yaml::{Mapping, Value};

use super::issues::IssueReader;
use super::passage::Passage;
use super::printed;

impl IssueReader<'_, '_> {
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
}
