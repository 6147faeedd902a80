//! What changed in the fields that every issue has.

use super::figures::figures;
use crate::diagnostic::Place;
use crate::notice::Issue;
use crate::notice::fields::{FIELDS, Field, FieldKind, ToldIn};
use crate::rules::published::read::{PublishedFigure, PublishedRecord};
use crate::rules::published::shown::{PublishedChange, ShownValue, ValueLabel, What};
use crate::value::Date;

/// Compares an issue field by field.
pub(super) fn of_issue<'a>(
    issue: &'a Issue,
    before: &PublishedRecord,
) -> Result<Vec<PublishedChange<'a>>, serde_json::Error> {
    let mut changes = Vec::new();
    for field in FIELDS {
        let Some(told_in) = field.told_in else { continue };
        let of_field = match field.kind {
            FieldKind::Figures(of) => {
                figures(&before.list::<PublishedFigure>(field.key)?, of(&issue.record), &issue.path)
            }
            _ => value(issue, before, field)?.into_iter().collect(),
        };
        changes.extend(of_field.into_iter().map(|change| PublishedChange { told_in, ..change }));
    }
    Ok(changes)
}

/// Compares a word or a date. A date that is gone is a change of the deadline only: others go when a status goes back.
fn value<'a>(
    issue: &'a Issue,
    before: &PublishedRecord,
    field: &Field,
) -> Result<Option<PublishedChange<'a>>, serde_json::Error> {
    let record = &issue.record;
    let date = |date: Date| ShownValue::Date(date);
    let (was, is, at) = match field.kind {
        FieldKind::Word(prefix, word) => {
            let was = before.get(field.key)?.map(|was| ShownValue::Word(prefix, was));
            (was, word(issue).map(|word| ShownValue::Word(prefix, word.to_owned())), record.status.span())
        }
        FieldKind::Deadline(of) => {
            let at = record.deadline().map_or(record.status.span(), |due| due.span());
            (before.get(field.key)?.map(date), of(record).map(date), at)
        }
        FieldKind::Date(of) => {
            let was: Option<Date> = before.get(field.key)?;
            (was.filter(|_| of(record).is_some()).map(date), of(record).map(date), record.number.span())
        }
        _ => return Ok(None),
    };
    let label = ValueLabel::Column(field.key);
    let change = was.filter(|was| Some(was) != is.as_ref()).map(|was| What::Value { label, was, is });
    let at = Some(Place::span(&issue.path, at));
    Ok(change.map(|what| PublishedChange { told_in: ToldIn::Corrections, at, what }))
}
