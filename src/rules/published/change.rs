//! What differs between a published notice and an edition, found by loops over fields.

use std::borrow::Cow;
use std::ops::Range;

use super::read::{PublishedCorrection, PublishedFigure, PublishedIssue, PublishedNotice, Texts};
use crate::notice::edition::Edition;
use crate::notice::fields::{FIELDS, Field, FieldKind, ToldIn};
use crate::notice::{Figure, Issue};
use crate::text::locale::Locale;
use crate::value::{Approximation, Date, Decimal, Localized};

/// A change of something that was published.
pub(super) struct Change<'a> {
    /// Where readers should be told.
    pub(super) told_in: ToldIn,
    /// Where the new value stands in its file; none if it stands nowhere.
    pub(super) at: Option<Range<usize>>,
    /// What changed.
    pub(super) what: What<'a>,
}

/// What changed.
pub(super) enum What<'a> {
    /// A value is another one, or is gone.
    Value { label: Label<'a>, was: Shown<'a>, is: Option<Shown<'a>> },
    /// An issue is not there any more.
    Gone { number: u32, title: Texts },
    /// An issue has another number.
    Renumbered { from: u32, to: u32, title: Texts },
}

/// What a value is called.
pub(super) enum Label<'a> {
    /// A column of the table.
    Column(&'static str),
    /// A figure.
    Figure(&'a Localized),
    /// A figure that is gone.
    Published(Texts),
}

impl Label<'_> {
    /// Returns it in a language; nothing if it was not published in that language.
    pub(super) fn shown(&self, locale: &Locale) -> String {
        match self {
            Label::Column(key) => locale.text(&format!("data.columns.{key}.title")),
            Label::Figure(label) => label.text(locale.lang).to_owned(),
            Label::Published(label) => label.get(locale.lang.code()).cloned().unwrap_or_default(),
        }
    }
}

/// A value that pages show.
#[derive(PartialEq)]
pub(super) enum Shown<'a> {
    /// One of a few words; what pages call it is the message `PREFIX.WORD`.
    Word(&'static str, String),
    /// A date.
    Date(Date),
    /// A figure: value, unit and how exact it is.
    Figure(Decimal, Cow<'a, str>, Option<Approximation>),
}

impl<'a> Shown<'a> {
    fn figure(figure: &'a Figure) -> Shown<'a> {
        Shown::Figure(*figure.value, figure.unit.as_str().into(), figure.approx)
    }

    fn published<'p>(figure: &PublishedFigure) -> Shown<'p> {
        Shown::Figure(figure.value, figure.unit.clone().into(), figure.approx)
    }

    /// Returns it as pages in a language set it.
    pub(super) fn shown(&self, locale: &Locale) -> String {
        match self {
            // A status that the notice no longer has has no other name.
            Shown::Word(prefix, word) => match format!("{prefix}.{word}") {
                key if locale.messages.has(&key) => locale.text(&key),
                _ => word.clone(),
            },
            Shown::Date(date) => locale.date(*date),
            Shown::Figure(value, unit, approx) => {
                locale.figure(*value, unit, *approx).unwrap_or_else(|| format!("{} {unit}", locale.decimal(*value)))
            }
        }
    }
}

/// An issue that was published and is still there, and what changed in it.
pub(super) struct ChangedIssue<'a> {
    pub(super) issue: &'a Issue,
    pub(super) changes: Vec<Change<'a>>,
    /// The corrections that were published.
    pub(super) corrections: Vec<PublishedCorrection>,
}

/// All that changed.
#[derive(Default)]
pub(super) struct Changes<'a> {
    /// In figures of the notice, and in which issues there are.
    pub(super) notice: Vec<Change<'a>>,
    /// In figures of accountability.
    pub(super) accountability: Vec<Change<'a>>,
    /// In issues.
    pub(super) issues: Vec<ChangedIssue<'a>>,
}

/// Compares an edition with what was published.
pub(super) fn find<'a>(edition: &'a Edition, published: &PublishedNotice) -> Result<Changes<'a>, serde_json::Error> {
    let notice = &edition.notice;
    let mut changes = Changes { notice: figures(&published.stated, &notice.record.stated), ..Changes::default() };
    let accountability = notice.accountability.as_ref().map_or(&[][..], |part| &part.record.figures);
    changes.accountability = figures(&published.accountability, accountability);
    for before in &published.issues {
        let number = before.get("number")?.unwrap_or_default();
        let title: Texts = before.get("title")?.unwrap_or_default();
        let Some(issue) = same_issue(&notice.issues, number, &title) else {
            changes.notice.push(of_notice(What::Gone { number, title }));
            continue;
        };
        if issue.number() != number {
            changes.notice.push(of_notice(What::Renumbered { from: number, to: issue.number(), title }));
        }
        let corrections = before.list("corrections")?;
        changes.issues.push(ChangedIssue { issue, changes: of_issue(issue, before)?, corrections });
    }
    Ok(changes)
}

fn of_notice(what: What<'_>) -> Change<'_> {
    Change { told_in: ToldIn::Corrections, at: None, what }
}

/// The issue that was published under a number and a title: that of the same title, or else that of the same number, whose title was edited.
fn same_issue<'a>(issues: &'a [Issue], number: u32, title: &Texts) -> Option<&'a Issue> {
    let same_number = issues.iter().find(|issue| issue.number() == number);
    let has_title = |issue: &&Issue| has_text(&issue.record.title, title);
    same_number
        .filter(has_title)
        .or_else(|| issues.iter().find(has_title))
        .or_else(|| same_number.filter(|issue| is_edited(&issue.record.title, title)))
}

/// Whether a text is the published one in any language.
fn has_text(text: &Localized, published: &Texts) -> bool {
    in_both(text, published).any(|(now, before)| now == before)
}

/// Whether a text still is half of the published one in any language; less is another text.
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
fn of_issue<'a>(issue: &'a Issue, before: &PublishedIssue) -> Result<Vec<Change<'a>>, serde_json::Error> {
    let mut changes = Vec::new();
    for field in FIELDS {
        let Some(told_in) = field.told_in else { continue };
        let of_field = match field.kind {
            FieldKind::Figures(of) => figures(&before.list::<PublishedFigure>(field.key)?, of(&issue.record)),
            _ => value(issue, before, field)?.into_iter().collect(),
        };
        changes.extend(of_field.into_iter().map(|change| Change { told_in, ..change }));
    }
    Ok(changes)
}

/// Compares a word or a date. A date that is gone is a change of the deadline only: others go when a status goes back.
fn value<'a>(
    issue: &'a Issue,
    before: &PublishedIssue,
    field: &Field,
) -> Result<Option<Change<'a>>, serde_json::Error> {
    let record = &issue.record;
    let date = |date: Date| Shown::Date(date);
    let (was, is, at) = match field.kind {
        FieldKind::Word(prefix, word) => {
            let was = before.get(field.key)?.map(|was| Shown::Word(prefix, was));
            (was, word(issue).map(|word| Shown::Word(prefix, word.to_owned())), record.status.span())
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
    let label = Label::Column(field.key);
    let change = was.filter(|was| Some(was) != is.as_ref()).map(|was| What::Value { label, was, is });
    Ok(change.map(|what| Change { told_in: ToldIn::Corrections, at: Some(at), what }))
}

/// Compares figures, each with that of its id, or with that of its label if the id was renamed. A new figure changes nothing.
fn figures<'a>(published: &[PublishedFigure], now: &'a [Figure]) -> Vec<Change<'a>> {
    let change = |before: &PublishedFigure| {
        let by_id = now.iter().find(|figure| figure.id.as_str() == before.id);
        let figure = by_id.or_else(|| now.iter().find(|figure| has_text(&figure.label, &before.label)));
        let (was, is) = (Shown::published(before), figure.map(Shown::figure));
        let label =
            figure.map_or_else(|| Label::Published(before.label.clone()), |figure| Label::Figure(&figure.label));
        let at = figure.map(|figure| figure.value.span());
        let what = What::Value { label, was, is };
        (!matches!(&what, What::Value { was, is: Some(is), .. } if was == is)).then_some(Change {
            told_in: ToldIn::Corrections,
            at,
            what,
        })
    };
    published.iter().filter_map(change).collect()
}
