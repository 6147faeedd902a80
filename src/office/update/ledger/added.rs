//! Rows of something new: bodies, and entries of the lists of an issue.

use super::super::cell::CellKind;
use super::super::editor::Editor;
use super::super::rows::SheetRows;
use super::super::target::CellTarget;
use super::LedgerSheet;
use super::columns::columns;
use super::new_issue::new_issue;
use crate::office::manuscript::Row;
use crate::say;
use crate::source::yaml::Value;
use crate::value::RelPath;

/// A row of something new.
pub(super) fn added(editor: &mut Editor<'_>, sheet: &LedgerSheet<'_>, key: &[String], row: &Row) {
    let (kind, rows) = (sheet.kind, &sheet.rows);
    let (path, prefix) = match kind {
        "units" => return new_unit(editor, key, rows, row),
        "issues" => match new_issue(editor, key, rows, row) {
            Some(path) => (path, Vec::new()),
            None => return,
        },
        _ => {
            let notice = &editor.edition.notice;
            let Some(issue) = notice.issues.iter().find(|issue| Some(&issue.key.to_string()) == key.first()) else {
                return editor.refuse(
                    row.number,
                    &row.text(),
                    say!("没有这个序号的问题", "there is no issue of this number"),
                );
            };
            let path = issue.path.clone();
            let count = match editor.value(&path).get(&[kind]) {
                Some(Value::List(items)) => items.len(),
                _ => 0,
            };
            if count == 0 {
                editor.value(&path).set(&[kind], Value::List(Vec::new()), &[]);
            }
            if kind == "figures" {
                let code = key.get(1).cloned().unwrap_or_default();
                editor.value(&path).set(&[kind, &count.to_string(), "id"], Value::text(code), &[]);
            }
            (path, vec![kind.to_owned(), count.to_string()])
        }
    };
    for column in columns(editor, kind, &prefix) {
        let text = rows.text(row, &column.id);
        if text.is_empty()
            || matches!(column.kind, CellKind::Fixed)
            || kind == "issues" && column.id == "label" && text == key[0]
        {
            continue;
        }
        let head = rows.head(&column.id);
        let target = CellTarget {
            path: &path,
            issue: None,
            keys: &column.keys,
            kind: column.kind,
            head: &head,
            row: row.number,
        };
        editor.put(&target, "", text);
    }
}

fn new_unit(editor: &mut Editor<'_>, key: &[String], rows: &SheetRows<'_>, row: &Row) {
    let (path, lang) = (RelPath::of("content/units.yaml"), editor.lang.code().to_owned());
    let name = rows.text(row, "name").to_owned();
    if key[0].is_empty() {
        let _ = editor.new_unit(row.number, &name).map_err(|message| editor.refuse(row.number, &name, message));
        return;
    }
    let value = editor.value(&path);
    let at = if let Value::List(items) = value { items.len() } else { 0 };
    if at == 0 {
        *value = Value::List(Vec::new());
    }
    value.set(&[&at.to_string(), "id"], Value::text(&key[0]), &[]);
    value.set(&[&at.to_string(), "name", &lang], Value::text(&name), &[]);
    editor.added(&path, &key[0], &name);
}
