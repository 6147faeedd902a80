//! The sheet of items.

use super::{choose, columns, rows};
use crate::notice::fields::STATUS;
use crate::notice::{Issue, Item};
use crate::site::MarkdownRenderer;
use crate::site::formats::ledger::cells::{self, Cells};
use crate::site::formats::ledger::table::LedgerTable;
use crate::site::formats::xlsx::{Cell, Style};

pub(super) fn items(cells: Cells<'_>) -> LedgerTable<'_> {
    let list = [
        ("n", "ledger.columns.n", 6),
        ("title", "ledger.columns.item", 26),
        ("statement", "ledger.columns.item_statement", 26),
        ("status", "data.columns.status.title", 11),
        ("due", "data.columns.due.title", 11),
        ("original_due", "data.columns.original_due.title", 11),
        ("completed_on", "data.columns.completed_on.title", 11),
        ("response", "ledger.columns.item_response", 44),
    ];
    let mut columns = columns(cells, &list);
    choose(&mut columns);
    let row = move |issue: &Issue, at: usize, item: &Item| {
        let response = MarkdownRenderer::of_issue(cells.edition, cells.locale, issue).plain_item(issue, item);
        vec![
            cells::number(at + 1),
            cells.text(Some(&item.title)),
            cells.text(item.statement.as_ref()),
            cells.word(STATUS, Some(&item.status)),
            cells::date(item.due.map(|due| *due)),
            cells::date(item.original_due.map(|due| *due)),
            cells::date(item.completed_on.map(|on| *on)),
            Cell::text(Style::Text, response.unwrap_or_default()),
        ]
    };
    LedgerTable { id: "items", columns, rows: rows(cells, |issue| &issue.record.items, row) }
}
