//! What changed since the notice was published: changes of status and corrections by day, the newest first.

use serde::Serialize;

use super::super::parts::{LinkView, Parts};
use super::super::plan::PageKind;
use crate::notice::lists::{Event, EventKind};
use crate::notice::pagination::Window;
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
    let events = parts.edition.lists.events.iter().filter(|event| event.what != EventKind::Published);
    let all: Vec<&Event> = events.collect();
    let total = u64::try_from(all.len()).unwrap_or(u64::MAX);
    let mut days: Vec<ChangesOfDay> = Vec::new();
    for event in window.take(all).into_iter().flatten() {
        let change = entry(parts, event);
        match days.last_mut().filter(|day| day.on == event.on) {
            Some(day) => day.changes.push(change),
            None => days.push(ChangesOfDay { on: event.on, changes: vec![change] }),
        }
    }
    ChangesView { total, days }
}

fn entry(parts: &Parts<'_>, event: &Event) -> ChangeEntry {
    let notice = parts.notice();
    let record = event.issue.map(|id| &notice.issue(id).record);
    let corrections = record.map_or(&notice.record.corrections, |record| &record.corrections);
    let (status, note) = match event.what {
        EventKind::Status(nth) => {
            let change = record.map(|record| &record.history[nth]);
            let note = change.and_then(|change| change.note.as_ref());
            (change.map(|change| change.status.to_string()), note.map(|note| parts.text(note)))
        }
        EventKind::Correction(nth) => (None, Some(parts.text(&corrections[nth].text))),
        EventKind::Published => (None, None),
    };
    ChangeEntry { issue: event.issue.map(|id| parts.link(PageKind::Issue(id))), status, note }
}
