//! What changed in fields of the office's own.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::diagnostic::Place;
use crate::notice::fields::ToldIn;
use crate::notice::{FieldRecord, FieldType, FieldValue, Notice};
use crate::rules::published::shown::{PublishedChange, ShownValue, ValueLabel, What};
use crate::value::Decimal;

/// Compares what an issue, a measure or the notice says in fields of the office's own: dates, numbers and choices. What
/// was not stated before changes nothing.
pub(super) fn own_fields<'a>(
    notice: &'a Notice,
    values: &'a [Option<FieldValue>],
    published: &BTreeMap<String, Value>,
    at: &Place,
) -> Vec<PublishedChange<'a>> {
    let changed = notice.record.fields.iter().zip(values).filter_map(|(field, value)| {
        let was = own_value(field, published.get(field.id.as_str())?.as_str()?)?;
        let is = value.as_ref().and_then(|value| shown_value(field, value));
        let what =
            (Some(&was) != is.as_ref()).then_some(What::Value { label: ValueLabel::Figure(&field.label), was, is })?;
        Some(PublishedChange { told_in: ToldIn::Corrections, at: Some(at.clone()), what })
    });
    changed.collect()
}

/// Returns what a published word says in a field; nothing if the field is none of a word.
fn own_value<'a>(field: &'a FieldRecord, word: &str) -> Option<ShownValue<'a>> {
    match field.kind {
        FieldType::Date => word.parse().ok().map(ShownValue::Date),
        FieldType::Number => word.parse().ok().map(|number| number_of(field, number)),
        FieldType::Choice => {
            let choice = field.choices.iter().find(|choice| choice.id.as_str() == word);
            Some(ShownValue::Choice(word.to_owned(), choice.map(|choice| &choice.label)))
        }
        FieldType::Text | FieldType::Units => None,
    }
}

fn shown_value<'a>(field: &'a FieldRecord, value: &FieldValue) -> Option<ShownValue<'a>> {
    match value {
        FieldValue::Date(date) => Some(ShownValue::Date(*date)),
        FieldValue::Number(number) => Some(number_of(field, *number)),
        FieldValue::Choice(at) => {
            let choice = &field.choices[*at];
            Some(ShownValue::Choice(choice.id.to_string(), Some(&choice.label)))
        }
        FieldValue::Text(_) | FieldValue::Units(_) => None,
    }
}

fn number_of(field: &FieldRecord, number: Decimal) -> ShownValue<'_> {
    match &field.unit {
        Some(unit) => ShownValue::Figure(number, unit.as_str().into(), None),
        None => ShownValue::Number(number),
    }
}
