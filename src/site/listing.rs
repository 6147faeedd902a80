//! The rows of long lists in order, and where lists of rows that weigh differently are cut.
//!
//! Pages and the plan of pages read the same rows here, so that what a page shows is what the plan promised.

use crate::notice::breakdown::breakdowns;
use crate::notice::edition::Edition;
use crate::notice::pagination::{Cuts, MOST_IN_LIST};
use crate::notice::statistics::Statistics;
use crate::notice::{Figure, FigureRecords, Issue, IssueId, Notice, PlaceId};
use crate::value::{Decimal, Inexact};

/// The most changes on a page.
const CHANGES: usize = 100;

/// Returns where the list of what changed is cut.
pub(super) fn changes(edition: &Edition) -> Cuts {
    // That the notice was published is no change.
    Cuts::every(CHANGES, edition.lists.events.len() - 1)
}

/// Returns the figures of an issue that say something of money.
pub(super) fn amounts_of(issue: &Issue) -> impl Iterator<Item = (usize, &Figure)> {
    issue.record.figures.iter().enumerate().filter(|(_, figure)| figure.is_money())
}

/// Returns where the page of statistics is cut, counted in issues with amounts of money: its first page has everything else.
pub(super) fn amounts(edition: &Edition) -> Cuts {
    const OF_AN_ISSUE: usize = 300;
    const OF_A_FIGURE: usize = 250;
    const BEFORE: usize = 40_000;
    let issues = &edition.lists.with_money;
    if issues.len() <= AMOUNTS {
        return Cuts::every(AMOUNTS, issues.len());
    }
    let weight = |id: &IssueId| OF_AN_ISSUE + OF_A_FIGURE * amounts_of(edition.notice.issue(*id)).count();
    Cuts::by_weight(issues.iter().map(weight), BEFORE, MOST_IN_LIST)
}

/// The amounts of so many issues stand with the other statistics.
const AMOUNTS: usize = 60;

/// A sum of money whose parts are stated.
pub(super) struct Sum<'a> {
    /// The record that states it.
    pub(super) record: FigureRecords<'a>,
    pub(super) whole: &'a Figure,
    /// How much of it is not stated to be settled; none where no part says what became of it.
    pub(super) missing: Option<Inexact>,
}

/// Returns every sum with parts, each once: those of one currency together, what is missing most first.
pub(super) fn sums(notice: &Notice) -> Vec<Sum<'_>> {
    let mut sums: Vec<Sum<'_>> = Vec::new();
    for record in notice.figure_records() {
        let first = sums.len();
        for breakdown in breakdowns(record.figures, record.equations) {
            let (whole, missing) = (breakdown.whole, breakdown.missing());
            match sums[first..].iter_mut().find(|sum| sum.whole.id == whole.id) {
                Some(known) => known.missing = known.missing.or(missing),
                None if whole.is_money() => sums.push(Sum { record, whole, missing }),
                None => {}
            }
        }
    }
    let mut currencies: Vec<&str> = Vec::new();
    for sum in &sums {
        if !currencies.contains(&sum.whole.unit.as_str()) {
            currencies.push(&sum.whole.unit);
        }
    }
    let currency = |sum: &Sum<'_>| currencies.iter().position(|unit| *unit == sum.whole.unit.as_str());
    let missing = |sum: &Sum<'_>| sum.missing.map_or(Decimal::whole(0), |missing| missing.value);
    let order = |a: &Sum<'_>, b: &Sum<'_>| currency(a).cmp(&currency(b)).then_with(|| missing(b).cmp(&missing(a)));
    // Those of which parts say what became of them stand before the others.
    sums.sort_by(|a, b| a.missing.is_none().cmp(&b.missing.is_none()).then_with(|| order(a, b)));
    sums
}

/// Returns the places of which something is told: issues name them, or persons were held to account there.
pub(super) fn places(notice: &Notice, statistics: &Statistics) -> Vec<PlaceId> {
    let persons = || notice.accountability.iter().flat_map(|part| &part.record.groups).flat_map(|group| &group.persons);
    let is_told = |id: &PlaceId| {
        statistics.of_place(*id).total() > 0
            || persons().any(|person| notice.places_of(&person.places).any(|place| place == *id))
    };
    notice.place_ids().filter(is_told).collect()
}
