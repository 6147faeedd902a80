//! Words that a notice declares: statuses, responses, places, units, and what it calls the things that were found.

use serde_yaml::{Mapping, Value};

use super::super::around::MadeReader;
use super::super::printed;
use crate::value::{BUILT_IN_RESPONSES, BUILT_IN_STATUSES};

impl MadeReader<'_> {
    /// Declares the statuses of the notice.
    pub(super) fn statuses(&mut self) {
        let status = |(word, id, class): &(String, String, String)| {
            let mut entry = Mapping::new();
            entry.insert("id".into(), id.as_str().into());
            entry.insert("label".into(), self.text(word));
            let built_in = BUILT_IN_STATUSES.iter().find(|known| known.id == class && class != id);
            let counts_as = built_in.and_then(|known| serde_yaml::to_value(known.class).ok());
            counts_as.map(|counts_as| entry.insert("counts_as".into(), counts_as));
            Value::Mapping(entry)
        };
        let statuses: Vec<Value> = self.statuses.iter().map(status).collect();
        if !statuses.is_empty() {
            self.put("statuses", Value::Sequence(statuses));
        }
    }

    /// Declares the responses of a notice that has some of its own.
    pub(super) fn declare_responses(&mut self) {
        let is_usual = |(word, id): &(String, String)| {
            let is_built_in = BUILT_IN_RESPONSES.iter().any(|(known, ..)| known == id);
            is_built_in && self.locale.text(&format!("answer.{id}")) == *word
        };
        let is_all = self.responses.len() == BUILT_IN_RESPONSES.len();
        if self.responses.is_empty() || is_all && self.responses.iter().all(is_usual) {
            return;
        }
        let response = |(word, id): &(String, String)| {
            let mut entry = Mapping::new();
            entry.insert("id".into(), id.as_str().into());
            entry.insert("label".into(), self.text(word));
            Value::Mapping(entry)
        };
        let responses = self.responses.iter().map(response).collect();
        self.put("responses", Value::Sequence(responses));
    }

    /// Declares the places that the document knows.
    pub(super) fn declare_places(&mut self) {
        let place = |(name, id): &(String, String)| {
            let mut entry = Mapping::new();
            entry.insert("id".into(), id.as_str().into());
            entry.insert("name".into(), self.text(name));
            Value::Mapping(entry)
        };
        let places: Vec<Value> = self.places.iter().map(place).collect();
        if !places.is_empty() {
            self.draft.records.push(("content/places.yaml".to_owned(), "places", Value::Sequence(places)));
        }
    }

    /// Takes down what the notice calls the things that were found.
    pub(super) fn noun(&mut self, text: &str) {
        let mut forms = Mapping::new();
        for (name, word) in printed::lines(text) {
            let key = match name {
                "noun" => "one",
                "nouns" => "other",
                name => name,
            };
            forms.insert(key.into(), word.into());
        }
        let mut noun = Mapping::new();
        noun.insert(self.lang.code().into(), Value::Mapping(forms));
        self.put("noun", Value::Mapping(noun));
    }

    /// Takes down a unit that the notice brings along.
    pub(super) fn figure_unit(&mut self, code: &str, text: &str) {
        let (mut unit, mut words) = (Mapping::new(), Mapping::new());
        unit.insert("id".into(), code.into());
        for (name, word) in printed::lines(text) {
            let of = if name == "kind" { &mut unit } else { &mut words };
            of.insert(name.into(), word.into());
        }
        let mut in_language = Mapping::new();
        in_language.insert(self.lang.code().into(), Value::Mapping(words));
        unit.insert("words".into(), Value::Mapping(in_language));
        let units = self.draft.more.entry("units".into()).or_insert_with(|| Value::Sequence(Vec::new()));
        if let Value::Sequence(units) = units {
            units.push(Value::Mapping(unit));
        }
    }
}
