//! Bodies and places that a list names, and their ids.

use serde_yaml::Value;

use super::around::MadeReader;
use crate::office::recognise::bodies::is_closed;

impl MadeReader<'_> {
    /// Returns the bodies that a list names; a name that the document knows may have commas inside.
    pub(super) fn bodies(&self, text: &str) -> Vec<String> {
        let comma = self.locale.text("head.comma");
        let known = |name: &str| self.draft.known.units.iter().any(|(_, known)| known == name);
        let mut names: Vec<String> = Vec::new();
        let mut open = String::new();
        for part in text.split(&*comma) {
            open = if open.is_empty() { part.to_owned() } else { format!("{open}{comma}{part}") };
            let is_name = is_closed(&open);
            if known(open.trim())
                || is_name && !self.draft.known.units.iter().any(|(_, name)| name.starts_with(open.trim()))
            {
                names.push(open.trim().to_owned());
                open.clear();
            }
        }
        names.extend(Some(open.trim().to_owned()).filter(|open| !open.is_empty()));
        names
    }

    /// Returns the ids of the places that a list names; nothing if one of them is not known.
    pub(super) fn place_ids(&self, text: &str) -> Option<Value> {
        let comma = self.locale.text("head.comma");
        let id = |name: &str| self.places.iter().find(|(known, _)| known == name.trim()).map(|(_, id)| id.as_str());
        let ids = text.split(&*comma).map(|name| id(name).map(Value::from)).collect::<Option<Vec<_>>>()?;
        Some(Value::Sequence(ids))
    }

    /// Returns their ids; a body that is new gets one.
    pub(super) fn unit_ids(&mut self, text: &str) -> Value {
        let mut ids = Vec::new();
        for name in self.bodies(text) {
            let known = self.draft.known.units.iter().find(|(_, known)| *known == name).map(|(id, _)| id.clone());
            let id = known.unwrap_or_else(|| {
                let id = format!("unit-{}", self.draft.known.units.len() + 1);
                self.draft.known.units.push((id.clone(), name));
                id
            });
            ids.push(Value::from(id));
        }
        Value::Sequence(ids)
    }
}
