//! The sheet of figures.

use super::{columns, rows};
use crate::notice::{Figure, Issue};
use crate::site::formats::ledger::cells::{self, Cells};
use crate::site::formats::ledger::table::LedgerTable;
use crate::site::formats::xlsx::{Cell, Style};
use crate::value::Text;

pub(super) fn figures(cells: Cells<'_>) -> LedgerTable<'_> {
    let list = [
        ("id", "ledger.columns.code", 14),
        ("label", "ledger.columns.figure", 34),
        ("value", "ledger.columns.value", 14),
        ("unit", "ledger.columns.unit", 11),
        ("approx", "ledger.columns.approx", 9),
        ("as_of", "ledger.columns.as_of", 11),
        ("was", "ledger.columns.was", 14),
        ("of", "ledger.columns.of", 14),
        ("kind", "ledger.columns.kind", 11),
    ];
    let row = move |_: &Issue, _: usize, figure: &Figure| {
        vec![
            Cell::text(Style::Word, figure.id.as_str()),
            cells.text(Some(&figure.label)),
            cells::decimal(*figure.value),
            Cell::text(Style::Word, figure.unit.as_str()),
            cells.word("ledger.approx", figure.approx.map(|approx| approx.word())),
            cells::date(figure.as_of),
            figure.was.map_or_else(|| Cell::text(Style::Word, ""), |was| cells::decimal(*was)),
            Cell::text(Style::Word, figure.of.as_ref().map_or("", Text::as_str)),
            cells.word("part_kind", figure.kind.map(|kind| kind.word())),
        ]
    };
    LedgerTable { id: "figures", columns: columns(cells, &list), rows: rows(cells, |issue| &issue.record.figures, row) }
}
