//! What differs between a published notice and an edition, found by loops over fields.

use std::collections::BTreeMap;

use serde_json::Value;

use super::read::{
    PublishedCorrection, PublishedFigure, PublishedIssue, PublishedItem, PublishedMeasure, PublishedNotice, Texts,
};
use super::shown::{PublishedChange, ShownValue, ValueLabel, What};
use super::texts;
use super::typed::Days;
use crate::diagnostic::Place;
use crate::notice::edition::Edition;
use crate::notice::fields::{FIELDS, Field, FieldKind, STATUS, ToldIn};
use crate::notice::{FieldRecord, FieldType, FieldValue, Figure, Issue, IssueKey, Item, Notice};
use crate::value::{Date, Decimal, Lang, Localized, RelPath, Text};

/// An issue that was published and is still there, and what changed in it.
pub(super) struct ChangedIssue<'a> {
    pub(super) issue: &'a Issue,
    pub(super) changes: Vec<PublishedChange<'a>>,
    /// The corrections that were published.
    pub(super) corrections: Vec<PublishedCorrection>,
}

/// All that changed.
#[derive(Default)]
pub(super) struct PublishedChanges<'a> {
    /// In figures of the notice, and in which issues there are.
    pub(super) notice: Vec<PublishedChange<'a>>,
    /// In figures of accountability.
    pub(super) accountability: Vec<PublishedChange<'a>>,
    /// In issues.
    pub(super) issues: Vec<ChangedIssue<'a>>,
}

/// Compares an edition with what was published.
pub(super) fn find<'a>(
    edition: &'a Edition,
    published: &PublishedNotice,
) -> Result<PublishedChanges<'a>, serde_json::Error> {
    let notice = &edition.notice;
    let stated = figures(&published.stated, &notice.record.stated, &notice.path);
    let mut changes = PublishedChanges { notice: stated, ..PublishedChanges::default() };
    changes.notice.extend(texts::of_whole(edition, published));
    if let Some(part) = &notice.accountability {
        changes.accountability = figures(&published.accountability, &part.record.figures, &part.path);
    }
    let days = Days { published: published.as_of, now: edition.as_of };
    let issues: BTreeMap<IssueKey, &Issue> = notice.issues.iter().map(|issue| (issue.key, issue)).collect();
    let each: Result<Vec<_>, _> =
        published.issues.iter().map(|before| find_of_issue(edition, &issues, before, days)).collect();
    for (of_notice, of_issue) in each? {
        changes.notice.extend(of_notice);
        changes.issues.extend(of_issue);
    }
    Ok(changes)
}

/// Returns what the notice as a whole has to tell of an issue, and what changed in it if there is one still.
fn find_of_issue<'a>(
    edition: &'a Edition,
    issues: &BTreeMap<IssueKey, &'a Issue>,
    before: &PublishedIssue,
    days: Days,
) -> Result<(Option<PublishedChange<'a>>, Option<ChangedIssue<'a>>), serde_json::Error> {
    let notice = &edition.notice;
    let names = PublishedNames::of(before)?;
    let title: Texts = before.get("title")?.unwrap_or_default();
    let Some(issue) = same_issue(issues, names.key, &title) else {
        return Ok((Some(of_notice(What::Gone { name: names.label, title })), None));
    };
    let renumbered = names
        .changed(issue, notice.default_language())
        .map(|(from, to)| of_notice(What::Renumbered { from, to, title }));
    let corrections = before.list("corrections")?;
    let mut changes = of_issue(issue, before)?;
    changes.extend(texts::of_issue(edition, issue, before, days)?);
    changes.extend(own_fields(notice, issue, before)?);
    changes.extend(items(edition, issue, &before.list("items")?, days));
    changes.extend(measures(issue, &before.list("measures")?, days));
    Ok((renumbered, Some(ChangedIssue { issue, changes, corrections })))
}

fn of_notice(what: What<'_>) -> PublishedChange<'_> {
    PublishedChange { told_in: ToldIn::Corrections, at: None, what }
}

/// What stood for an issue in addresses, and what it was called. Data of earlier versions have its number alone.
struct PublishedNames {
    key: Option<IssueKey>,
    label: String,
}

impl PublishedNames {
    fn of(before: &PublishedIssue) -> Result<PublishedNames, serde_json::Error> {
        let number = before.get::<u32>("number")?.unwrap_or_default().to_string();
        let id = before.get::<String>("id")?;
        let key = IssueKey::read(id.as_deref().unwrap_or(&number));
        Ok(PublishedNames { key, label: before.get("label")?.unwrap_or(number) })
    }

    /// Returns what it was and is called; where that is the same, what stood and stands for it; nothing if both are the
    /// same.
    fn changed(&self, issue: &Issue, lang: Lang) -> Option<(String, String)> {
        let key = self.key.map_or_else(String::new, |key| key.to_string());
        let pairs = [(self.label.clone(), issue.label(lang)), (key, issue.key.to_string())];
        pairs.into_iter().find(|(from, to)| from != to)
    }
}

/// Returns the issue that was published under a key and a title: that of the same title, or else that of the same key,
/// whose title was edited.
fn same_issue<'a>(issues: &BTreeMap<IssueKey, &'a Issue>, key: Option<IssueKey>, title: &Texts) -> Option<&'a Issue> {
    let same_key = key.and_then(|key| issues.get(&key)).copied();
    let has_title = |issue: &&Issue| has_text(&issue.record.title, title);
    same_key
        .filter(has_title)
        .or_else(|| issues.values().copied().find(has_title))
        .or_else(|| same_key.filter(|issue| is_edited(&issue.record.title, title)))
}

/// Returns whether a text is the published one in any language.
fn has_text(text: &Localized, published: &Texts) -> bool {
    in_both(text, published).any(|(now, before)| now == before)
}

/// Returns whether a text still is half of the published one in any language; less is another text.
fn is_edited(text: &Localized, published: &Texts) -> bool {
    let is_half = |(now, before): (&str, &str)| {
        let longest = now.chars().count().max(before.chars().count());
        strsim::levenshtein(now, before) * 2 <= longest
    };
    in_both(text, published).any(is_half)
}

fn in_both<'a>(text: &'a Localized, published: &'a Texts) -> impl Iterator<Item = (&'a str, &'a str)> {
    text.iter().filter_map(|(lang, text)| Some((text.as_str(), published.get(lang.code())?.as_str())))
}

/// Compares an issue field by field.
fn of_issue<'a>(issue: &'a Issue, before: &PublishedIssue) -> Result<Vec<PublishedChange<'a>>, serde_json::Error> {
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
    before: &PublishedIssue,
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

/// Compares what an issue says in fields of the office's own: dates, numbers and choices. What was not stated before
/// changes nothing.
fn own_fields<'a>(
    notice: &'a Notice,
    issue: &'a Issue,
    before: &PublishedIssue,
) -> Result<Vec<PublishedChange<'a>>, serde_json::Error> {
    let published: BTreeMap<String, Value> = before.get("fields")?.unwrap_or_default();
    let changed = notice.record.fields.iter().zip(&issue.values).filter_map(|(field, value)| {
        let was = own_value(field, published.get(field.id.as_str())?.as_str()?)?;
        let is = value.as_ref().and_then(|value| shown_value(field, value));
        let at = Some(Place::span(&issue.path, issue.record.number.span()));
        let what =
            (Some(&was) != is.as_ref()).then_some(What::Value { label: ValueLabel::Figure(&field.label), was, is })?;
        Some(PublishedChange { told_in: ToldIn::Corrections, at, what })
    });
    Ok(changed.collect())
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

/// Compares the items of an issue, each with that of its title. A status that the history of an item tells of since it
/// was published is told.
fn items<'a>(
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

/// Compares the measures of an issue, each with that of its words, or with that in its place whose words were edited.
fn measures<'a>(issue: &'a Issue, published: &[PublishedMeasure], days: Days) -> Vec<PublishedChange<'a>> {
    let now = &issue.record.measures;
    let told_in = if days.published == days.now { ToldIn::Corrections } else { ToldIn::History };
    let of_measure = |(nth, before): (usize, &PublishedMeasure)| {
        let in_place = || now.get(nth).filter(|measure| is_edited(&measure.text, &before.text));
        let measure = now.iter().find(|measure| has_text(&measure.text, &before.text)).or_else(in_place);
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
        let at = Some(Place::span(&issue.path, at));
        changed.map(move |what| PublishedChange { told_in, at: at.clone(), what }).collect::<Vec<_>>()
    };
    published.iter().enumerate().flat_map(of_measure).collect()
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

/// Compares figures, each with that of its id, or with that of its label if the id was renamed. A new figure changes
/// nothing.
fn figures<'a>(published: &[PublishedFigure], now: &'a [Figure], path: &RelPath) -> Vec<PublishedChange<'a>> {
    let change = |before: &PublishedFigure| {
        let by_id = now.iter().find(|figure| figure.id.as_str() == before.id);
        let figure = by_id.or_else(|| now.iter().find(|figure| has_text(&figure.label, &before.label)));
        let (was, is) = (ShownValue::published(before), figure.map(ShownValue::figure));
        let label = figure
            .map_or_else(|| ValueLabel::Published(before.label.clone()), |figure| ValueLabel::Figure(&figure.label));
        let at = figure.map(|figure| Place::span(path, figure.value.span()));
        let what = What::Value { label, was, is };
        (!matches!(&what, What::Value { was, is: Some(is), .. } if was == is)).then_some(PublishedChange {
            told_in: ToldIn::Corrections,
            at,
            what,
        })
    };
    published.iter().filter_map(change).collect()
}
