//! The sheet that nobody sees: what every cell was when the ledger was made, so that an import can tell what was edited in the ledger since
//! from what was edited in the notice.

use sha2::{Digest, Sha256};

use super::cells::CHOICES;
use super::table::{LedgerRows, LedgerTable, MARK, VERSION};
use crate::site::formats::xlsx::{Cell, Row, Sheet, SheetRows, Style, Value};
use crate::value::Lang;

/// What the table is called in the names of its columns.
pub const ID: &str = "exported";
/// The name of its sheet.
pub const SHEET: &str = "gongkai exported";

/// Returns the sheet: a row for each row of the tables, with the table, what the row is known by, and `column:fingerprint` of each cell.
pub(super) fn sheet<'a>(tables: &'a [LedgerTable<'_>], lang: Lang) -> Sheet<'a> {
    let columns = ["table", "key", "cells"];
    let mark = |column: &str| Cell::text(Style::Mark, format!("{MARK} {VERSION} {lang} {ID} {column}"));
    let marks = Row { cells: columns.map(mark).into(), is_hidden: true, ..Row::default() };
    let tables = tables.iter().filter(|table| table.id != CHOICES);
    let rows = tables.flat_map(|table| table.rows.iter().map(|rows| exported(table, rows)));
    Sheet {
        name: SHEET.to_owned(),
        widths: columns.map(|_| 20).into(),
        above: vec![marks],
        rows: rows.collect(),
        is_hidden: true,
        ..Sheet::default()
    }
}

fn exported<'a>(table: &'a LedgerTable<'_>, rows: &'a LedgerRows<'_>) -> SheetRows<'a> {
    let row = |row: &Vec<Cell>| Row { cells: cells(table, row).into(), ..Row::default() };
    SheetRows {
        count: rows.count(),
        begins: table.begins(ID, &[]),
        make: Box::new(move || rows.cells().iter().map(row).collect()),
    }
}

fn cells(table: &LedgerTable<'_>, row: &[Cell]) -> [Cell; 3] {
    let columns = || table.columns.iter().map(|column| &*column.id);
    let text = |name: &str| columns().position(|column| column == name).map(|at| said(&row[at].value));
    let key: Vec<String> = keys(table.id, columns()).iter().filter_map(|key| text(key)).collect();
    let cells = columns().zip(row).map(|(column, cell)| format!("{column}:{}", fingerprint(&said(&cell.value))));
    let cells: Vec<String> = cells.collect();
    [table.id.to_owned(), key.join(" "), cells.join(" ")].map(|text| Cell::text(Style::Mark, text))
}

/// What a cell says, as far as programs keep it.
fn said(value: &Value) -> String {
    match value {
        Value::Text(text) => Cell::kept(text),
        Value::Number(number) => number.clone(),
        Value::Day(day) => day.to_string(),
    }
}

/// Returns the columns by which a row of a table is known.
pub fn keys<'c>(table: &str, mut columns: impl Iterator<Item = &'c str>) -> &'static [&'static str] {
    match table {
        "issues" if columns.any(|column| column == "id") => &["id"],
        "issues" => &["number"],
        "units" => &["id"],
        "figures" => &["issue", "id"],
        _ => &["issue", "n"],
    }
}

/// Returns what the text of a cell is known by again, without what programs put around its lines.
pub fn fingerprint(text: &str) -> String {
    let [first, second, third, fourth, ..] = <[u8; 32]>::from(Sha256::digest(tidy(text)));
    format!("{:08x}", u32::from_be_bytes([first, second, third, fourth]))
}

/// Returns the text of a cell without what programs put around its lines.
pub fn tidy(text: &str) -> String {
    text.trim().lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
}
