//! One sheet of a ledger: its rows, each compared, added or named.

use std::collections::BTreeSet;

use super::super::editor::Editor;
use super::super::exported::twin;
use super::super::rows::{SheetRows, words};
use super::added::added;
use super::compared::{Was, same};
use super::past::{Past, fresh, gone, since};
use super::{LedgerSheet, keys};
use crate::office::manuscript::{Row, Table};
use crate::office::report::Certainty;
use crate::say;

pub(super) fn sheet(editor: &mut Editor<'_>, kind: &str, table: &Table, now: Option<&Table>, past: &Past) {
    let empty = Table::default();
    let now = now.unwrap_or(&empty);
    let keys = keys(kind, if now.marks.is_empty() { table } else { now });
    let now = SheetRows::of(now, keys, &BTreeSet::new());
    let heads = now.heads.iter().flat_map(|row| &row.cells).map(|cell| words(&cell.text)).collect();
    let rows = SheetRows::of(table, keys, &heads);
    if rows.lacks_key() {
        let message = say!(
            "少了认行用的一列（序号、编号或代码），请重新导出台账再改",
            "the column that says which row is which is gone (number or code): export the ledger again"
        );
        return editor.refuse(1, &table.name, message);
    }
    let fates = past.exported.as_ref().map(|exported| exported.fates(kind, &now, &past.issues)).unwrap_or_default();
    for row in &rows.twice {
        editor.refuse(
            row.number,
            &row.text(),
            say!("与上面的一行是同一条，请只留一行", "a row above is of the same: keep one of them"),
        );
    }
    unmarked(editor, table, &rows);
    unread(editor, table, &rows);
    let sheet = LedgerSheet { kind, name: &table.name, rows, now, fates };
    for (key, row) in &sheet.rows.known {
        match &past.exported {
            Some(exported) => match exported.row(kind, key) {
                Some(prints) => since(editor, &sheet, key, row, prints),
                None => fresh(editor, &sheet, &past.key_now(kind, key.clone()), row),
            },
            None if sheet.now.known.contains_key(key) => same(editor, &sheet, key, row, &Was::NotKnown),
            None => added(editor, &sheet, key, row),
        }
    }
    for row in &sheet.rows.other {
        if is_meant(kind, &sheet.rows, row) {
            let key = past.key_now(kind, sheet.rows.key(row));
            match twin(kind, &sheet.rows, row, &key, &sheet.now).filter(|_| past.exported.is_some()) {
                Some(key) => same(editor, &sheet, &key, row, &Was::New),
                None => added(editor, &sheet, &key, row),
            }
        }
    }
    gone(editor, &sheet, past.exported.is_some());
}

/// Whether a row that is not known says something; the line to sign on does not.
fn is_meant(kind: &str, rows: &SheetRows<'_>, row: &Row) -> bool {
    let says = |column: &str| !rows.text(row, column).is_empty();
    match kind {
        "issues" => says("title") || says("statement"),
        "units" => says("name"),
        "figures" => says("issue") && says("label"),
        "items" => says("issue") && says("title"),
        _ => says("issue") && says("text"),
    }
}

/// Refuses cells in which something stands that cannot be read: they would count as emptied.
fn unread(editor: &mut Editor<'_>, table: &Table, rows: &SheetRows<'_>) {
    for row in &table.rows {
        let marked = table.marks.iter().zip(&row.cells).filter(|(_, cell)| cell.is_unread);
        for mark in marked.filter_map(|(mark, _)| mark.as_ref()) {
            let message = say!(
                "这一栏里的内容没有读懂（见报告），请改成文字或数字",
                "what stands in this column cannot be read (see the report): write it as text or a number"
            );
            editor.refuse(row.number, &rows.head(&mark.column), message);
        }
    }
}

/// Names columns that people put in.
fn unmarked(editor: &mut Editor<'_>, table: &Table, rows: &SheetRows<'_>) {
    let Some(heads) = rows.heads else { return };
    for (at, cell) in heads.cells.iter().enumerate() {
        if table.marks.get(at).is_none_or(Option::is_none) && !cell.text.trim().is_empty() {
            editor.report.at(
                Certainty::LeftOut,
                heads.number,
                &cell.text,
                say!("自己添的列，没有收入", "a column that was put in; it was not taken over"),
            );
        }
    }
}
