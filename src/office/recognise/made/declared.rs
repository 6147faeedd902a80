//! What words of a document that gongkai made stand for: ids, statuses, responses, places, units, and what the notice answers.

use serde_yaml::{Mapping, Value};

use super::around::MadeReader;
use super::printed;
use crate::office::report::Certainty;
use crate::say;
use crate::value::{BUILT_IN_RESPONSES, BUILT_IN_STATUSES, is_id};

impl MadeReader<'_> {
    /// Takes down what words of the document stand for.
    pub(super) fn declare(&mut self, words: &[(String, String)]) {
        let mut section = String::new();
        let has_id = ["status", "unit", "field", "section", "topic", "response", "place", "group"];
        for (name, text) in words {
            let (kind, id) = name.split_once(' ').unwrap_or((name, ""));
            // Ids become names of files: one that somebody changed into something else is none.
            if has_id.contains(&kind) && !is_id(id) {
                continue;
            }
            let (id, first) = (id.to_owned(), text.split_once(' '));
            match (kind, first) {
                ("status", Some((class, word))) => self.statuses.push((word.to_owned(), id, class.to_owned())),
                ("unit", _) => self.draft.known.units.push((id, text.clone())),
                ("field", Some((on, label))) => {
                    let on = on.split(',').map(str::to_owned).collect();
                    self.draft.known.fields.push((id, label.to_owned(), on));
                }
                ("section", _) => {
                    section = id.clone();
                    self.draft.known.sections.push((id, text.clone()));
                }
                ("topic", _) => self.draft.known.topics.push((section.clone(), id, text.clone())),
                ("numbering" | "noun" | "work", _) => self.put(kind, text.as_str().into()),
                ("own-work", _) => {
                    let work = self.text(text);
                    self.put("work", work);
                }
                ("as-of", _) => self.put("as_of", text.as_str().into()),
                ("issued-on", _) => self.draft.issued_on = text.parse().ok(),
                ("label", _) => self.labels.push((id, text.parse().ok())),
                ("figures", _) => self.known.take(&id, text),
                ("equations", _) => self.known.take_equations(&id, text),
                ("accepted", _) => self.known.take_accepted(&id, text),
                ("group", _) => self.groups.push((id, text.clone())),
                ("part", _) => self.titles.push((id, text.clone())),
                ("place", _) => self.places.push((text.clone(), id)),
                ("shown-in", _) => self.put("shown_in", text.as_str().into()),
                ("own-noun", _) => self.noun(text),
                ("own-unit", _) => self.figure_unit(&id, text),
                ("due", _) => self.deadlines.extend(text.parse().ok().map(|date| (id, date))),
                ("response", _) => self.responses.push((text.clone(), id)),
                ("inspection", _) => self.inspection(text),
                _ => {}
            }
        }
        if words.is_empty() {
            let message = say!(
                "文档属性里没有标识（可能用“检查文档”删去了），方面、单位、状态的标识按顺序另编",
                "the properties of the document hold no ids (perhaps they were removed by inspecting it): sections, bodies and statuses get new ones"
            );
            self.report.say(Certainty::Likely, message);
        }
        self.statuses();
        self.declare_responses();
        self.declare_places();
    }

    /// Declares the places that the document knows.
    fn declare_places(&mut self) {
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
    fn noun(&mut self, text: &str) {
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
    fn figure_unit(&mut self, code: &str, text: &str) {
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

    /// Declares the responses of a notice that has some of its own.
    fn declare_responses(&mut self) {
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

    /// Declares the statuses of the notice.
    fn statuses(&mut self) {
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

    /// Takes down a scrutiny that the notice answers: a line for each thing that is said of it.
    fn inspection(&mut self, text: &str) {
        let mut found = Mapping::new();
        for (key, value) in printed::lines(text) {
            match key {
                "own-kind" => found.insert("kind".into(), self.text(value)),
                "body" | "subject" => found.insert(key.into(), self.text(value)),
                _ => found.insert(key.into(), value.into()),
            };
        }
        let mut all = match self.draft.more.remove("inspection") {
            Some(Value::Sequence(all)) => all,
            one => one.into_iter().collect(),
        };
        all.push(Value::Mapping(found));
        let only = if all.len() == 1 { all.pop() } else { None };
        self.put("inspection", only.unwrap_or(Value::Sequence(all)));
    }
}
