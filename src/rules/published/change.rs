//! What differs between a published notice and an edition, found by loops over fields.

mod fields;
mod figures;
mod identity;
mod items;
mod measures;
mod own_fields;
mod rest;

use std::collections::BTreeMap;

use super::read::{PublishedCorrection, PublishedFigure, PublishedNotice, PublishedRecord, Texts};
use super::shown::{PublishedChange, What};
use super::texts;
use super::typed::Days;
use crate::diagnostic::Place;
use crate::notice::edition::Edition;
use crate::notice::fields::ToldIn;
use crate::notice::{Issue, IssueKey};
use fields::of_issue;
use figures::figures;
use identity::{PublishedNames, same_issue};
use items::items;
use measures::measures;
use own_fields::own_fields;

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
    /// The corrections of the notice that were published.
    pub(super) corrections: Vec<PublishedCorrection>,
}

/// Compares an edition with what was published.
pub(super) fn find<'a>(
    edition: &'a Edition,
    published: &PublishedNotice,
) -> Result<PublishedChanges<'a>, serde_json::Error> {
    let notice = &edition.notice;
    let (whole, days) = (&published.whole, Days { published: published.as_of, now: edition.as_of });
    let corrections = whole.list("corrections")?;
    let mut changes = PublishedChanges { corrections, ..PublishedChanges::default() };
    changes.notice = figures(&whole.list::<PublishedFigure>("stated")?, &notice.record.stated, &notice.path);
    changes.notice.extend(texts::of_whole(edition, published)?);
    let values = whole.get("values")?.unwrap_or_default();
    changes.notice.extend(own_fields(notice, &notice.values, &values, &Place::File(notice.path.clone())));
    if let Some(part) = &notice.accountability {
        let published: Vec<PublishedFigure> = whole.list("accountability")?;
        changes.accountability = figures(&published, &part.record.figures, &part.path);
    }
    rest::of_notice(edition, whole, days, &mut changes);
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
    before: &PublishedRecord,
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
    let here = Place::span(&issue.path, issue.record.number.span());
    changes.extend(own_fields(notice, &issue.values, &before.get("fields")?.unwrap_or_default(), &here));
    changes.extend(items(edition, issue, &before.list("items")?, days));
    changes.extend(measures(notice, issue, &before.list("measures")?, days));
    changes.extend(rest::of_issue(edition, issue, before, days));
    Ok((renumbered, Some(ChangedIssue { issue, changes, corrections })))
}

fn of_notice(what: What<'_>) -> PublishedChange<'_> {
    PublishedChange { told_in: ToldIn::Corrections, at: None, what }
}
