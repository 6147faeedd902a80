//! What changed in the items of an issue: their statuses, their days and their words.

use super::identity::has_text;
use crate::diagnostic::Place;
use crate::notice::edition::Edition;
use crate::notice::fields::{STATUS, ToldIn};
use crate::notice::{Issue, Item};
use crate::rules::published::read::PublishedItem;
use crate::rules::published::shown::{PublishedChange, ShownValue, ValueLabel, What};
use crate::rules::published::texts;
use crate::rules::published::typed::Days;
use crate::value::Date;

/// Compares the items of an issue, each with that of its title. A status that the history of an item tells of since it
/// was published is told.
pub(super) fn items<'a>(
    edition: &'a Edition,
    issue: &'a Issue,
    published: &[PublishedItem],
    days: Days,
) -> Vec<PublishedChange<'a>> {
    let told_in = ToldIn::Corrections;
    let mut changes = Vec::new();
    for before in published {
        let item = issue.record.items.iter().find(|item| has_text(&item.title, &before.title));
        let at = item.map_or(issue.record.number.span(), |item| item.status.span());
        let at = Some(Place::span(&issue.path, at));
        let values = item_changes(item, before, days.published);
        changes.extend(values.into_iter().map(|what| PublishedChange { told_in, at: at.clone(), what }));
        let Some(item) = item else { continue };
        let responses = item.response.iter().flat_map(|response| response.iter().map(|(_, doc)| doc.source()));
        for (key, written, published) in [
            ("statement", item.statement.as_ref().map(texts::sources).unwrap_or_default(), &before.statement),
            ("response", responses.collect(), &before.response),
        ] {
            let passages = texts::passages(edition, issue, written);
            let told_in = if key == "statement" || days.published == days.now { told_in } else { ToldIn::History };
            let label = || ValueLabel::Item(before.title.clone(), key);
            changes.extend(texts::typed_changes(edition, &passages, published, days, told_in, label));
        }
    }
    changes
}

fn item_changes<'a>(item: Option<&'a Item>, before: &PublishedItem, since: Date) -> Vec<What<'a>> {
    let is_told =
        |item: &Item| item.history.iter().any(|moved| moved.status == item.status && !moved.on.is_before(since));
    let status = (!item.is_some_and(is_told)).then(|| {
        let word = |word: &str| ShownValue::Word(STATUS, word.to_owned());
        ("status", Some(word(&before.status)), item.map(|item| word(&item.status)))
    });
    // A deadline that is gone is a change of its own only where the item stands where it stood.
    let dated = item.filter(|item| item.due.is_some() || item.status.as_str() == before.status);
    let due = dated.map(|item| ("due", before.due.map(ShownValue::Date), item.due.map(|due| ShownValue::Date(*due))));
    // A date of completion that is gone went with the status.
    let completed = item.and_then(|item| item.completed_on);
    let completed =
        completed.map(|on| ("completed_on", before.completed_on.map(ShownValue::Date), Some(ShownValue::Date(*on))));
    let values = [status, due, completed].into_iter().flatten();
    values
        .filter_map(|(key, was, is)| {
            let was = was.filter(|was| Some(was) != is.as_ref())?;
            Some(What::Value { label: ValueLabel::Item(before.title.clone(), key), was, is })
        })
        .collect()
}
