//! What an author may want to declare or look at: equations that hold between figures, that nearly hold, and figures
//! that no text quotes.
//!
//! Coincidences are common among small numbers, so little is said unasked: a share stated to a hundredth of a point
//! that two figures of one unit nearly give. The rest is looked for when `check --suggest` asks. The work is bounded:
//! of a record the first [`MOST`] figures are looked at, so that it grows with the number of records alone.

mod amounts;
mod equation;
mod near;
mod search;
mod tables;
mod unquoted;

use std::collections::BTreeSet;

use crate::diagnostic::{Diagnostic, Place};
use crate::notice::Figure;
use crate::notice::edition::Edition;
use crate::value::{RelPath, Text};
use amounts::other_amounts;
use equation::told;
use search::Proposal;
use unquoted::unquoted;

pub(super) use amounts::OTHER_AMOUNT;
pub(super) use equation::SUGGESTED_EQUATION;
pub(super) use near::NEAR_EQUATION;
pub(super) use unquoted::UNQUOTED_FIGURE;

/// How many figures of a record are looked at.
const MOST: usize = 24;

/// A record: its file, what it declares, its figures.
type DeclaringRecord<'a> = (&'a RelPath, &'a [Text], &'a [Figure]);

fn records(edition: &Edition) -> impl Iterator<Item = DeclaringRecord<'_>> {
    let notice = &edition.notice;
    let whole = (&notice.path, &*notice.record.equations, &*notice.record.stated);
    let issues = notice.issues.iter().map(|issue| (&issue.path, &*issue.record.equations, &*issue.record.figures));
    let part = notice.accountability.iter().map(|part| (&part.path, &*part.record.equations, &*part.record.figures));
    std::iter::once(whole).chain(issues).chain(part)
}

/// Returns all suggestions, for an author who asks for them.
pub fn suggestions(edition: &Edition) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for record in records(edition) {
        let figures = looked_at(record.2);
        let sums = search::sums(figures).into_iter().chain(search::shares(figures));
        let near: BTreeSet<String> = search::near_shares(figures).into_iter().map(|near| near.equation).collect();
        found.extend(new(record, sums.filter(|sum| !near.contains(&sum.equation))).map(|sum| told(record.0, &sum)));
    }
    for issue in &edition.notice.issues {
        let record = (&issue.path, &*issue.record.equations, &*issue.record.figures);
        let columns = tables::columns(issue, edition.notice.default_language());
        let sums = columns.iter().filter_map(|column| search::column(column, looked_at(record.2)));
        found.extend(new(record, sums).map(|sum| told(record.0, &sum)));
        found.extend(unquoted(edition, issue));
        found.extend(other_amounts(edition, issue));
    }
    found
}

fn looked_at(figures: &[Figure]) -> &[Figure] {
    &figures[..figures.len().min(MOST)]
}

/// Returns those proposals whose figures no declared equation brings together already.
fn new<'a>(
    (_, equations, _): DeclaringRecord<'a>,
    proposals: impl IntoIterator<Item = Proposal<'a>>,
) -> impl Iterator<Item = Proposal<'a>> {
    let declared: Vec<BTreeSet<&str>> = equations.iter().map(|equation| ids(equation).collect()).collect();
    let is_new = move |proposal: &Proposal<'_>| {
        !declared.iter().any(|equation| proposal.figures.iter().all(|figure| equation.contains(figure.id.as_str())))
    };
    proposals.into_iter().filter(is_new)
}

/// Returns the words of an equation: the ids of its figures, and what else stands between its signs.
fn ids(equation: &str) -> impl Iterator<Item = &str> {
    equation.split(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '.')
}

fn place(path: &RelPath, proposal: &Proposal<'_>) -> Place {
    let last = proposal.figures.last();
    last.map_or_else(|| Place::File(path.clone()), |figure| Place::span(path, figure.value.span()))
}
