//! Facts about an issue or the notice: what stands at the head of a page and in the full notice.

use serde::Serialize;

use super::super::declared;
use super::super::parts::{LinkView, Parts};
use crate::notice::fields::{Field, FieldKind};
use crate::notice::{FieldHolder, FieldPlace, FieldValue, Issue, UnitId};
use crate::value::{Date, Due, Localized, Text};

/// A fact: one of a date, units and a text.
#[derive(Clone, Debug, Default, Serialize, schemars::JsonSchema)]
pub struct FactView {
    /// What it is called.
    pub label: String,
    /// A date as precise as it was given.
    pub date: Option<Date>,
    /// The author's own words for the date.
    pub date_text: Option<String>,
    /// The date for machines: for a deadline its last day.
    pub datetime: Option<Date>,
    /// The date before it was moved.
    pub was: Option<Date>,
    /// The day that days are counted to where the words of the date do not name it; none where no days are counted.
    pub counted_as: Option<Date>,
    /// Units or places, with where their issues are listed.
    pub units: Vec<LinkView>,
    /// Anything else.
    pub text: Option<String>,
}

impl FactView {
    pub(super) fn of_date(date: Date) -> FactView {
        FactView { date: Some(date), datetime: Some(date), ..FactView::default() }
    }

    /// A deadline by its date, its words or both.
    pub(super) fn of_deadline(
        parts: &Parts<'_>,
        date: Option<Date>,
        text: Option<&Localized>,
        was: Option<Date>,
    ) -> Option<FactView> {
        let date_text = text.map(|text| parts.text(text));
        let is_stated = date.is_some() || date_text.is_some();
        is_stated.then(|| FactView { date, date_text, datetime: date.map(Date::last_day), was, ..FactView::default() })
    }

    fn of_places(parts: &Parts<'_>, ids: &[Text]) -> Option<FactView> {
        let units: Vec<_> = parts.notice().places_of(ids).map(|place| parts.place_link(place)).collect();
        (!units.is_empty()).then_some(FactView { units, ..FactView::default() })
    }

    fn of_text(text: String) -> FactView {
        FactView { text: Some(text), ..FactView::default() }
    }

    pub(super) fn of_units(parts: &Parts<'_>, units: impl Iterator<Item = UnitId>) -> Option<FactView> {
        let units: Vec<_> = units.map(|unit| parts.unit_link(unit)).collect();
        (!units.is_empty()).then_some(FactView { units, ..FactView::default() })
    }
}

/// Returns the facts about an issue that stand in a place, those that there are.
pub(in crate::site) fn facts(parts: &Parts<'_>, issue: &Issue, place: FieldPlace) -> Vec<FactView> {
    let is_shown = |field: &Field| match field.kind {
        FieldKind::Declared(at) => parts.notice().record.fields[at].is_shown(place),
        _ => true,
    };
    let fields = parts.edition.fields.iter().filter(|field| field.is_fact && is_shown(field)).copied();
    let fields = in_order_of_reading(fields.collect()).into_iter();
    fields.filter_map(|field| Some(labelled(parts, field.name(parts.notice()), fact(parts, issue, &field)?))).collect()
}

/// Returns fields in the order of downloads, but who verified something behind those who did it.
fn in_order_of_reading(mut fields: Vec<Field>) -> Vec<Field> {
    let place = |key| fields.iter().position(|field| field.key == key);
    if let (Some(verified), Some(did)) = (place("verified_by"), place("responsible")) {
        fields[verified..=did].rotate_left(1);
    }
    fields
}

/// Returns what the notice as a whole says in fields that it declares.
pub(in crate::site) fn facts_of_notice(parts: &Parts<'_>, place: FieldPlace) -> Vec<FactView> {
    of_declared(parts, FieldHolder::Notice, &parts.notice().values, place)
}

pub(super) fn of_declared(
    parts: &Parts<'_>,
    holder: FieldHolder,
    values: &[Option<FieldValue>],
    place: FieldPlace,
) -> Vec<FactView> {
    let fields = parts.notice().record.fields.iter().enumerate().zip(values);
    let shown = fields.filter(|((_, field), _)| field.is_of(holder) && field.is_shown(place));
    shown
        .filter_map(|((at, field), value)| Some(labelled(parts, &field.id, of_value(parts, at, value.as_ref()?)?)))
        .collect()
}

pub(super) fn labelled(parts: &Parts<'_>, key: &str, fact: FactView) -> FactView {
    FactView { label: parts.locale.text(&format!("data.columns.{key}.title")), ..fact }
}

fn of_value(parts: &Parts<'_>, at: usize, value: &FieldValue) -> Option<FactView> {
    match value {
        FieldValue::Date(date) => Some(FactView::of_date(*date)),
        FieldValue::Units(units) => FactView::of_units(parts, units.iter().copied()),
        other => Some(FactView::of_text(declared::shown(parts.edition, parts.locale, at, other))),
    }
}

fn fact(parts: &Parts<'_>, issue: &Issue, field: &Field) -> Option<FactView> {
    let record = &issue.record;
    match field.kind {
        FieldKind::Date(date) => date(record).map(FactView::of_date),
        FieldKind::Deadline(_) if record.due.is_some_and(|due| *due == Due::NotStated) && record.due_text.is_none() => {
            Some(FactView::of_text(parts.locale.text("issue.no_due")))
        }
        FieldKind::Deadline(due) => {
            let was = record.original_due.map(|due| *due);
            let fact = FactView::of_deadline(parts, due(record), record.due_text.as_ref(), was)?;
            let counted_as = fact.datetime.filter(|_| fact.date_text.is_some() && issue.class().is_outstanding());
            Some(FactView { counted_as, ..fact })
        }
        FieldKind::Units(ids) => FactView::of_units(parts, parts.notice().units_of(ids(record))),
        FieldKind::Places(ids) => FactView::of_places(parts, ids(record)),
        FieldKind::Text(text) => text(record).map(|text| FactView::of_text(parts.text(text))),
        FieldKind::Number(number) => Some(FactView::of_text(parts.locale.number(number(issue).into()))),
        FieldKind::Word(prefix, word) => {
            word(issue).map(|word| FactView::of_text(parts.locale.text(&format!("{prefix}.{word}"))))
        }
        FieldKind::Declared(at) => of_value(parts, at, issue.values[at].as_ref()?),
        _ => None,
    }
}
