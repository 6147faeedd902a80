//! By what a list of issues can be filtered beside its own columns: fields of the office's own, and places.

use std::collections::BTreeSet;

use serde::Serialize;

use super::super::parts::{PLACES, Parts};
use crate::notice::{FieldHolder, FieldRecord, FieldValue};

/// A field of the office's own by which the list can be filtered.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct FilterView {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub label: String,
    /// What there is to choose from: the word that rows have, and what it is called.
    pub options: Vec<OptionView>,
}

/// A value by which a list can be filtered.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct OptionView {
    pub value: String,
    pub title: String,
}

/// The filters of fields that the notice declares, with the values that occur.
pub(super) fn filters(parts: &Parts<'_>) -> Vec<FilterView> {
    let notice = parts.notice();
    let options = |at: usize, field: &FieldRecord| -> Vec<OptionView> {
        let occurring = notice.issues.iter().filter_map(|issue| issue.values[at].as_ref()).flat_map(FieldValue::places);
        let occurring: BTreeSet<usize> = occurring.collect();
        let option = |at: usize| {
            let (id, name) = notice.option(field, at);
            OptionView { value: id.to_string(), title: parts.text(name) }
        };
        occurring.into_iter().map(option).collect()
    };
    let fields = notice.record.fields.iter().enumerate();
    let filters = fields.filter(|(_, field)| field.filter && field.is_of(FieldHolder::Issue));
    let view = filters.map(|(at, field)| FilterView {
        id: field.id.to_string(),
        label: parts.text(&field.label),
        options: options(at, field),
    });
    let places = std::iter::once(place_filter(parts));
    view.chain(places).filter(|filter| filter.options.len() > 1).collect()
}

/// The places that issues name, as a filter.
fn place_filter(parts: &Parts<'_>) -> FilterView {
    let notice = parts.notice();
    let occurring = notice.place_ids().filter(|id| parts.edition.statistics.of_place(*id).total() > 0);
    let option = |id| {
        let place = notice.place(id);
        OptionView { value: place.id.to_string(), title: parts.text(&place.name) }
    };
    let label = parts.locale.text("data.columns.places.title");
    FilterView { id: PLACES.to_owned(), label, options: occurring.map(option).collect() }
}
