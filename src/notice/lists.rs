//! What long lists show, in their order, found once for an edition: pages and feeds take their rows from here, however many they are.

use std::ops::Range;

use super::{Figure, Issue, IssueId, Notice, PlaceId, UnitId, breakdown};
use crate::value::Date;

/// What long lists show, in their order.
#[derive(Clone, Debug)]
pub struct Lists {
    /// What happened since the notice was published, the newest first; what happened on a day in the order of the document.
    pub events: Vec<Event>,
    /// The issues with something still to be done, the earliest deadline first; those of one in the order of the document.
    pub outstanding: Vec<IssueId>,
    /// Each of their deadlines, and where its issues stand among them.
    deadlines: Vec<(Date, Range<usize>)>,
    /// The issues that have a figure of money.
    pub with_money: Vec<IssueId>,
    /// Whether there is money of which parts are stated.
    pub has_money_in_parts: bool,
    of_units: Vec<Vec<IssueId>>,
    of_places: Vec<Vec<IssueId>>,
}

/// Something that happened on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Event {
    /// The day.
    pub on: Date,
    /// The issue that it is of; none for the notice as a whole.
    pub issue: Option<IssueId>,
    /// What happened.
    pub what: EventKind,
}

/// What happened, by its place in the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventKind {
    /// The notice was published.
    Published,
    /// The status of the issue changed.
    Status(usize),
    /// Something was corrected.
    Correction(usize),
}

impl Lists {
    /// Returns the lists of a notice.
    pub fn of(notice: &Notice) -> Lists {
        let wanted = |is_wanted: fn(&Issue) -> bool| -> Vec<IssueId> {
            notice.issue_ids().filter(|id| is_wanted(notice.issue(*id))).collect()
        };
        let mut outstanding = wanted(|issue| issue.class().is_outstanding());
        outstanding.sort_by_cached_key(|id| notice.issue(*id).due().map_or((i64::MAX, 0), Date::sort_key));
        let deadlines = deadlines(notice, &outstanding);
        let with_money = wanted(|issue| issue.record.figures.iter().any(Figure::is_money));
        let units = |id| -> Vec<usize> {
            let record = &notice.issue(id).record;
            notice.units_of(&record.lead).chain(notice.units_of(&record.responsible)).map(UnitId::index).collect()
        };
        let places = |id| notice.places_of(&notice.issue(id).record.places).map(PlaceId::index).collect();
        Lists {
            events: events(notice),
            outstanding,
            deadlines,
            with_money,
            has_money_in_parts: notice
                .figure_records()
                .any(|record| breakdown::has_money(record.figures, record.equations)),
            of_units: named_by_issues(notice, notice.units.len(), units),
            of_places: named_by_issues(notice, notice.places.len(), places),
        }
    }

    /// Returns the issues with something still to be done by a deadline, in the order of the document.
    pub fn due(&self, due: Date) -> &[IssueId] {
        let known = self.deadlines.iter().find(|(known, _)| known.sort_key() == due.sort_key());
        known.map_or(&[], |(_, places)| &self.outstanding[places.clone()])
    }

    /// Returns the issues that name a unit, in the order of the document.
    pub fn of_unit(&self, id: UnitId) -> &[IssueId] {
        &self.of_units[id.index()]
    }

    /// Returns the issues that name a place, in the order of the document.
    pub fn of_place(&self, id: PlaceId) -> &[IssueId] {
        &self.of_places[id.index()]
    }
}

fn events(notice: &Notice) -> Vec<Event> {
    let published = Event { on: *notice.record.issued_on, issue: None, what: EventKind::Published };
    let corrected = |issue| move |(nth, on)| Event { on, issue, what: EventKind::Correction(nth) };
    let corrections = notice.record.corrections.iter().map(|correction| correction.on);
    let mut events = vec![published];
    events.extend(corrections.enumerate().map(corrected(None)));
    for id in notice.issue_ids() {
        let record = &notice.issue(id).record;
        let days = record.history.iter().map(|change| *change.on).enumerate();
        events.extend(days.map(|(nth, on)| Event { on, issue: Some(id), what: EventKind::Status(nth) }));
        let days = record.corrections.iter().map(|correction| correction.on).enumerate();
        events.extend(days.map(corrected(Some(id))));
    }
    events.sort_by_cached_key(|event| std::cmp::Reverse(event.on.sort_key()));
    events
}

/// Returns each deadline of issues that stand in the order of their deadlines, and where those that it binds stand.
fn deadlines(notice: &Notice, issues: &[IssueId]) -> Vec<(Date, Range<usize>)> {
    let mut deadlines: Vec<(Date, Range<usize>)> = Vec::new();
    for (at, id) in issues.iter().enumerate() {
        let Some(due) = notice.issue(*id).due() else { break };
        match deadlines.last_mut().filter(|(known, _)| known.sort_key() == due.sort_key()) {
            Some((_, places)) => places.end = at + 1,
            None => deadlines.push((due, at..at + 1)),
        }
    }
    deadlines
}

/// Returns for each of some things the issues that name it, by what each issue names.
fn named_by_issues(notice: &Notice, things: usize, named: impl Fn(IssueId) -> Vec<usize>) -> Vec<Vec<IssueId>> {
    let mut issues: Vec<Vec<IssueId>> = vec![Vec::new(); things];
    for id in notice.issue_ids() {
        for thing in named(id) {
            if issues[thing].last() != Some(&id) {
                issues[thing].push(id);
            }
        }
    }
    issues
}
