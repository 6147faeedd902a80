//! The sheets beside that of issues: measures, items and figures by their issue, bodies, and the words that columns may have.

mod choices;
mod figures;
mod items;
mod measures;
mod units;

use super::cells::{self, Cells};
use super::table::{CellRow, LedgerColumn, LedgerRows, LedgerTable};
use crate::notice::Issue;
use crate::notice::fields::STATUS;
use crate::site::formats::xlsx::{Cell, Style};
use choices::choices;
use figures::figures;
use items::items;
use measures::measures;
use units::units;

/// Returns the tables.
pub(super) fn tables(cells: Cells<'_>) -> Vec<LedgerTable<'_>> {
    vec![measures(cells), items(cells), figures(cells), units(cells), choices(cells)]
}

/// The rows of what issues have several of.
fn rows<'a, T: 'a>(
    cells: Cells<'a>,
    of: impl Fn(&'a Issue) -> &'a [T] + Copy + 'a,
    row: impl Fn(&'a Issue, usize, &'a T) -> CellRow + Copy + 'a,
) -> Vec<LedgerRows<'a>> {
    cells::in_pieces(cells, |issues| {
        let of_issue = move |issue: &'a Issue| {
            let key = Cell::text(Style::Word, issue.key.to_string());
            let each = of(issue).iter().enumerate();
            each.map(move |(at, one)| [vec![key.clone()], row(issue, at, one)].concat())
        };
        LedgerRows::of(move || issues.iter().flat_map(of_issue).collect())
    })
}

/// The columns of a table by issue: each its id, the message of its head, and its width.
fn columns(cells: Cells<'_>, list: &[(&str, &str, usize)]) -> Vec<LedgerColumn> {
    let issue = [("issue", "ledger.columns.issue", 9)];
    issue.iter().chain(list).map(|(id, message, width)| cells.column(id, message, *width)).collect()
}

/// Gives the columns of statuses and units their lists.
fn choose(columns: &mut [LedgerColumn]) {
    for column in columns {
        column.choices = match &*column.id {
            "status" => Some(cells::words(STATUS)),
            "lead" | "responsible" => Some(cells::units()),
            _ => None,
        };
    }
}
