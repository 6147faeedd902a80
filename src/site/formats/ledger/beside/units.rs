//! The sheet of units.

use crate::site::formats::ledger::cells::{Cells, UNITS};
use crate::site::formats::ledger::table::{LedgerRows, LedgerTable};
use crate::site::formats::xlsx::{Cell, Style};

pub(super) fn units(cells: Cells<'_>) -> LedgerTable<'_> {
    let columns = [("id", "ledger.columns.code", 18), ("name", "ledger.columns.name", 40)];
    let row = move |unit: &crate::notice::UnitRecord| {
        vec![Cell::text(Style::Word, unit.id.as_str()), Cell::text(Style::Word, unit.name.text(cells.locale.lang))]
    };
    LedgerTable {
        id: UNITS,
        columns: columns.map(|(id, message, width)| cells.column(id, message, width)).into(),
        rows: vec![LedgerRows::of(move || cells.notice().units.iter().map(row).collect())],
    }
}
