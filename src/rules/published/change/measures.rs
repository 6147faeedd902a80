//! What changed in the measures of an issue.

use super::identity::{has_text, is_edited};
use super::own_fields::own_fields;
use crate::diagnostic::Place;
use crate::notice::fields::{STATUS, ToldIn};
use crate::notice::{Issue, Notice};
use crate::rules::published::read::PublishedMeasure;
use crate::rules::published::shown::{PublishedChange, ShownValue, ValueLabel, What};
use crate::rules::published::typed::Days;
use crate::value::{Date, Text};

/// Compares the measures of an issue, each with that of its words, or with that in its place whose words were edited.
pub(super) fn measures<'a>(
    notice: &'a Notice,
    issue: &'a Issue,
    published: &[PublishedMeasure],
    days: Days,
) -> Vec<PublishedChange<'a>> {
    let now = &issue.record.measures;
    let told_in = if days.published == days.now { ToldIn::Corrections } else { ToldIn::History };
    let of_measure = |(nth, before): (usize, &PublishedMeasure)| {
        let in_place = || now.get(nth).filter(|measure| is_edited(&measure.text, &before.text)).map(|_| nth);
        let place = now.iter().position(|measure| has_text(&measure.text, &before.text)).or_else(in_place);
        let measure = place.and_then(|place| now.get(place));
        let own = place.and_then(|place| issue.measure_values.get(place));
        let name = before.label.clone().unwrap_or_else(|| (nth + 1).to_string());
        let at = measure.and_then(|measure| measure.status.as_ref()).map_or(issue.record.number.span(), Text::span);
        let word = |word: &str| ShownValue::Word(STATUS, word.to_owned());
        let due = |date: Date| ShownValue::Date(date);
        // A date of completion that is gone went with the status.
        let completed = before.completed_on.filter(|_| measure.is_some_and(|measure| measure.completed_on.is_some()));
        let values = [
            (
                "status",
                before.status.as_deref().map(word),
                measure.and_then(|m| m.status.as_ref()).map(|status| word(status)),
            ),
            ("due", before.due.map(due), measure.and_then(|m| m.due.as_ref()).map(|date| due(**date))),
            ("completed_on", completed.map(due), measure.and_then(|m| m.completed_on.as_ref()).map(|on| due(**on))),
        ];
        let changed = values.into_iter().filter_map(move |(key, was, is)| {
            let was = was.filter(|was| Some(was) != is.as_ref())?;
            Some(What::Value { label: ValueLabel::Measure(name.clone(), key), was, is })
        });
        let at = Place::span(&issue.path, at);
        let own = own_fields(notice, own.map_or(&[], |own| own.as_slice()), &before.fields, &at);
        changed.map(move |what| PublishedChange { told_in, at: Some(at.clone()), what }).chain(own).collect::<Vec<_>>()
    };
    published.iter().enumerate().flat_map(of_measure).collect()
}
