//! Ids of bodies, fields, sections and topics, by the words that a document has for them.

use serde_yaml::Value;

use super::super::draft::Draft;
use super::values::OneLanguage;
use crate::value::Lang;

/// The bodies and the fields of the office's own: those that the document knows by ids, and the others in the order of their first appearance.
pub(super) struct OwnNames {
    pub(super) lang: OneLanguage,
    pub(super) units: Vec<(String, String)>,
    /// Id, label, and what they are fields of.
    pub(super) fields: Vec<(String, String, Vec<String>)>,
}

impl OwnNames {
    pub(super) fn of(draft: &Draft) -> OwnNames {
        let lang = OneLanguage(draft.language.unwrap_or_else(|| Lang::new("zh")));
        let (mut units, mut fields) = (draft.known.units.clone(), draft.known.fields.clone());
        for issue in &draft.issues {
            for name in issue.lead.iter().chain(&issue.responsible) {
                if !units.iter().any(|(_, known)| known == name) {
                    units.push((format!("unit-{}", units.len() + 1), name.clone()));
                }
            }
            for (label, _) in &issue.fields {
                if !fields.iter().any(|(_, known, _)| known == label) {
                    fields.push((format!("field-{}", fields.len() + 1), label.clone(), Vec::new()));
                }
            }
        }
        OwnNames { lang, units, fields }
    }

    pub(super) fn ids(&self, bodies: &[String]) -> Value {
        let id = |name: &String| self.units.iter().find(|(_, known)| known == name).map(|(id, _)| id.as_str());
        let mut ids: Vec<&str> = bodies.iter().filter_map(id).collect();
        ids.dedup();
        Value::Sequence(ids.into_iter().map(Value::from).collect())
    }

    pub(super) fn field_id(&self, label: &str) -> &str {
        self.fields.iter().find(|(_, known, _)| known == label).map_or("", |(id, ..)| id)
    }

    /// The folder of a section, or that of a notice without sections.
    pub(super) fn folder(&self, draft: &Draft, section: Option<usize>) -> String {
        section.map_or("content/".to_owned(), |at| format!("content/{}-{}/", at + 1, section_id(draft, at)))
    }
}

/// The id of a section: the one that its title stands for, or one of its number.
fn section_id(draft: &Draft, at: usize) -> String {
    let known = draft.known.sections.iter().find(|(_, title)| *title == draft.sections[at].title);
    known.map_or_else(|| format!("section-{}", at + 1), |(id, _)| id.clone())
}

/// The id of a topic, one of its own in the whole notice: the one that its title stands for, or one of its number.
pub(super) fn topic_id(draft: &Draft, section: usize, topic: usize) -> String {
    let (slug, title) = (section_id(draft, section), &draft.sections[section].topics[topic]);
    let known = draft.known.topics.iter().find(|(of, _, known)| *of == slug && known == title);
    known.map_or_else(|| format!("topic-{}-{}", section + 1, topic + 1), |(_, id, _)| id.clone())
}
