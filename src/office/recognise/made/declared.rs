//! What words of a document that gongkai made stand for: ids, statuses, responses, places, units, and what the notice answers.

mod vocabulary;

use serde_yaml::{Mapping, Value};

use super::around::MadeReader;
use super::printed;
use crate::office::report::Certainty;
use crate::say;
use crate::value::is_id;

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
