//! The sheet of measures.

use super::{choose, columns, rows};
use crate::notice::fields::STATUS;
use crate::notice::{FieldHolder, Issue, Measure};
use crate::site::formats::ledger::cells::{self, Cells};
use crate::site::formats::ledger::table::LedgerTable;
use crate::site::formats::xlsx::{Cell, Style};
use crate::value::Text;

pub(super) fn measures(cells: Cells<'_>) -> LedgerTable<'_> {
    const HOLDER: FieldHolder = FieldHolder::Measure;
    let list = [
        ("n", "ledger.columns.n", 6),
        ("label", "ledger.columns.label", 8),
        ("text", "ledger.columns.measure", 50),
        ("status", "data.columns.status.title", 11),
        ("due", "data.columns.due.title", 11),
        ("due_text", "data.columns.due_text.title", 16),
        ("original_due", "data.columns.original_due.title", 11),
        ("completed_on", "data.columns.completed_on.title", 11),
        ("lead", "data.columns.lead.title", 16),
        ("responsible", "data.columns.responsible.title", 16),
    ];
    let mut columns = columns(cells, &list);
    choose(&mut columns);
    columns.extend(cells.declared_columns(HOLDER));
    let row = move |issue: &Issue, at: usize, measure: &Measure| {
        let mut row = vec![
            cells::number(at + 1),
            Cell::text(Style::Word, measure.label.as_ref().map_or("", |label| label.text(cells.locale.lang))),
            cells.text(Some(&measure.text)),
            cells.word(STATUS, measure.status.as_ref().map(Text::as_str)),
            cells::date(measure.due.map(|due| *due)),
            cells.text(measure.due_text.as_ref()),
            cells::date(measure.original_due.map(|due| *due)),
            cells::date(measure.completed_on.map(|on| *on)),
            cells.units(&measure.lead),
            cells.units(&measure.responsible),
        ];
        row.extend(cells.declared_row(HOLDER, &issue.measure_values[at]));
        row
    };
    LedgerTable { id: "measures", columns, rows: rows(cells, |issue| &issue.record.measures, row) }
}
