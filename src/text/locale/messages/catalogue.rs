//! The words of a language, by keys such as `nav.home`.

use serde_json::Value;

use super::message::MessageForms;

/// The words of a language, by keys such as `nav.home`.
#[derive(Clone, Debug, PartialEq)]
pub struct Messages {
    root: Value,
}

impl Messages {
    /// Messages as a tree of texts and plural forms.
    pub fn of(root: Value) -> Messages {
        Messages { root }
    }

    /// Lays other words over these.
    pub fn lay_over(&mut self, words: Value) {
        merge(&mut self.root, words);
    }

    /// Returns all messages as a tree, for templates.
    pub fn tree(&self) -> &Value {
        &self.root
    }

    pub(in crate::text::locale) fn tree_mut(&mut self) -> &mut Value {
        &mut self.root
    }

    pub(in crate::text::locale) fn find(&self, key: &str) -> Option<MessageForms<'_>> {
        let mut value = &self.root;
        for step in key.split('.') {
            value = value.get(step)?;
        }
        (value.is_string() || value.get("other").is_some()).then_some(MessageForms(value))
    }

    /// Returns whether there is a message of this key.
    pub fn has(&self, key: &str) -> bool {
        self.find(key).is_some()
    }

    /// Returns every key that leads to a text, in order.
    pub fn keys(&self) -> Vec<String> {
        let mut keys = Vec::new();
        collect(&self.root, "", &mut keys);
        keys
    }
}

/// Lays one tree over another: maps are merged key by key, anything else is replaced.
fn merge(base: &mut Value, over: Value) {
    match (base, over) {
        (Value::Object(base), Value::Object(over)) => {
            for (key, value) in over {
                merge(base.entry(key).or_insert(Value::Null), value);
            }
        }
        (base, over) => *base = over,
    }
}

pub(super) fn collect(value: &Value, key: &str, keys: &mut Vec<String>) {
    match value.as_object() {
        Some(map) if !map.contains_key("other") => {
            for (step, value) in map {
                collect(value, &if key.is_empty() { step.clone() } else { format!("{key}.{step}") }, keys);
            }
        }
        _ => keys.push(key.to_owned()),
    }
}
