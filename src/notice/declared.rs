//! Fields that an office declares for itself: `fields` in notice.yaml, and the values that records give them.
//!
//! A record keeps values as they were written ([`super::open`]); here each has the type that its field declares.

mod typing;

use serde_json::{Map, json};

use super::records::{FieldRecord, FieldType};
use super::{Notice, UnitId};
use crate::value::{Date, Decimal, Lang, Localized, Text};
pub(super) use typing::Declared;

/// The value of a declared field.
#[derive(Clone, Debug, PartialEq)]
pub enum FieldValue {
    /// A text in each language.
    Text(Localized),
    /// A day, a month or a year.
    Date(Date),
    /// Units.
    Units(Vec<UnitId>),
    /// A number, in the unit that the field declares, if it does.
    Number(Decimal),
    /// One of the choices of the field, by its place among them.
    Choice(usize),
}

impl FieldValue {
    /// Returns the places of its choice or its units in the notice's lists; nothing for other types.
    pub fn places(&self) -> Vec<usize> {
        match self {
            FieldValue::Choice(at) => vec![*at],
            FieldValue::Units(units) => units.iter().map(|unit| unit.index()).collect(),
            _ => Vec::new(),
        }
    }
}

/// The values of an issue, a measure or the notice, one for each declared field in the order of notice.yaml.
pub type FieldValues = Vec<Option<FieldValue>>;

/// Returns what the notice calls its fields, as messages of a language.
pub(super) fn messages(fields: &[FieldRecord], lang: Lang) -> serde_json::Value {
    let column = |field: &FieldRecord| {
        let title = field.label.text(lang);
        let meaning = field.meaning.as_ref().map_or(title, |meaning| meaning.text(lang));
        (field.id.to_string(), json!({ "title": title, "meaning": meaning }))
    };
    json!({ "data": { "columns": Map::from_iter(fields.iter().map(column)) } })
}

impl Notice {
    /// Returns the id and the name of a choice of a field, or of a unit, by its place ([`FieldValue::places`]).
    pub fn option<'a>(&'a self, field: &'a FieldRecord, at: usize) -> (&'a Text, &'a Localized) {
        match field.choices.get(at) {
            Some(choice) if field.kind == FieldType::Choice => (&choice.id, &choice.label),
            _ => (&self.units[at].id, &self.units[at].name),
        }
    }
}
