//! What changed since the notice was published: changes of status and corrections by day, the newest first.

use serde::Serialize;

use super::super::parts::{LinkView, Parts};
use super::super::plan::PageKind;
use crate::notice::pagination::Window;
use crate::notice::{Change, Correction, IssueId};
use crate::value::Date;

/// What changed.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct ChangesView {
    pub total: u64,
    /// Days with something new, the newest first.
    pub days: Vec<ChangesOfDay>,
}

/// What changed on a day.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct ChangesOfDay {
    pub on: Date,
    pub changes: Vec<ChangeEntry>,
}

/// A change of status, or a correction.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct ChangeEntry {
    /// The issue that it is of; none for the notice as a whole.
    pub issue: Option<LinkView>,
    /// The status from that day on; none for a correction.
    pub status: Option<String>,
    /// What the issuer says of it.
    pub note: Option<String>,
}

pub(super) fn changes(parts: &Parts<'_>, mut window: Window) -> ChangesView {
    let notice = parts.notice();
    let of_notice =
        notice.record.corrections.iter().map(|correction| (correction.on, None, Told::Correction(correction)));
    let mut all: Vec<_> = of_notice.chain(notice.issue_ids().flat_map(|id| of_issue(parts, id))).collect();
    all.sort_by_key(|(on, ..)| std::cmp::Reverse(on.sort_key()));
    let total = u64::try_from(all.len()).unwrap_or(u64::MAX);
    let mut days: Vec<ChangesOfDay> = Vec::new();
    for (on, issue, told) in window.take(all).into_iter().flatten() {
        let change = entry(parts, issue, told);
        match days.last_mut().filter(|day| day.on == on) {
            Some(day) => day.changes.push(change),
            None => days.push(ChangesOfDay { on, changes: vec![change] }),
        }
    }
    ChangesView { total, days }
}

/// What is told: nothing is set in words that stands on another page.
enum Told<'a> {
    Status(&'a Change),
    Correction(&'a Correction),
}

fn of_issue<'a>(parts: &Parts<'a>, id: IssueId) -> impl Iterator<Item = (Date, Option<IssueId>, Told<'a>)> + use<'a> {
    let record = &parts.notice().issue(id).record;
    let statuses = record.history.iter().map(move |change| (*change.on, Some(id), Told::Status(change)));
    statuses.chain(record.corrections.iter().map(move |c| (c.on, Some(id), Told::Correction(c))))
}

fn entry(parts: &Parts<'_>, issue: Option<IssueId>, told: Told<'_>) -> ChangeEntry {
    let issue = issue.map(|id| parts.link(PageKind::Issue(id)));
    match told {
        Told::Status(change) => ChangeEntry {
            issue,
            status: Some(change.status.to_string()),
            note: change.note.as_ref().map(|note| parts.text(note)),
        },
        Told::Correction(correction) => ChangeEntry { issue, status: None, note: Some(parts.text(&correction.text)) },
    }
}
