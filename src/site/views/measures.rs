//! The measures of an issue, each with what is shown of it.

use serde::Serialize;

use super::super::parts::Parts;
use super::facts::{FactView, labelled, of_declared};
use crate::notice::{FieldHolder, FieldPlace, FieldValue, Issue, Measure};

/// An itemised measure.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct MeasureView {
    /// What it is numbered by, if the issuer says so.
    pub label: Option<String>,
    /// What is done.
    pub text: String,
    /// Its status.
    pub status: Option<String>,
    /// Deadline, date of completion, units and whatever else the office says of it.
    pub facts: Vec<FactView>,
}

/// Returns the measures of an issue with what is shown of them in a place.
pub(in crate::site) fn measures(parts: &Parts<'_>, issue: &Issue, place: FieldPlace) -> Vec<MeasureView> {
    let measures = issue.record.measures.iter().zip(&issue.measure_values);
    measures.map(|(measure, values)| measure_view(parts, measure, values, place)).collect()
}

fn measure_view(parts: &Parts<'_>, measure: &Measure, values: &[Option<FieldValue>], place: FieldPlace) -> MeasureView {
    let units = |ids| FactView::of_units(parts, parts.notice().units_of(ids));
    let was = measure.original_due.map(|due| *due);
    let known = [
        ("due", FactView::of_deadline(parts, measure.due.map(|due| *due), measure.due_text.as_ref(), was)),
        ("completed_on", measure.completed_on.map(|on| FactView::of_date(*on))),
        ("lead", units(&measure.lead)),
        ("responsible", units(&measure.responsible)),
    ];
    let known = known.into_iter().filter_map(|(key, fact)| Some(labelled(parts, key, fact?)));
    MeasureView {
        label: measure.label.as_ref().map(|label| label.text(parts.locale.lang).to_owned()),
        text: parts.text(&measure.text),
        status: measure.status.as_ref().map(ToString::to_string),
        facts: known.chain(of_declared(parts, FieldHolder::Measure, values, place)).collect(),
    }
}
