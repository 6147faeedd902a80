//! The ledger as it was when it was exported: rows that it had then, rows that are new since, and rows that are gone.

use std::collections::{BTreeMap, BTreeSet};

use super::super::editor::Editor;
use super::super::exported::{Exported, Fate, Fingerprints};
use super::super::rows::{Key, SheetRows};
use super::added::added;
use super::columns::{CellColumn, columns};
use super::compared::{Was, same};
use super::{LedgerSheet, keys, of_kind};
use crate::office::Manuscript;
use crate::office::manuscript::{Row, Table};
use crate::office::report::Certainty;
use crate::say;

/// What the ledger was when it was exported.
pub(super) struct Past {
    pub(super) exported: Option<Exported>,
    /// What became of its issues in the notice since.
    pub(super) issues: BTreeMap<Key, Fate>,
}

impl Past {
    pub(super) fn of(tables: &[&Table], now: &Manuscript) -> Past {
        let exported = Exported::of(tables);
        let issues = of_kind(now, "issues").zip(exported.as_ref()).map(|(table, exported)| {
            let rows = SheetRows::of(table, keys("issues", table), &BTreeSet::new());
            exported.fates("issues", &rows, &BTreeMap::new())
        });
        Past { issues: issues.unwrap_or_default(), exported }
    }

    /// Returns the key of a new row with the number that its issue has in the notice now.
    pub(super) fn key_now(&self, kind: &str, mut key: Key) -> Key {
        if let (false, Some(Fate::Here(issue))) = (matches!(kind, "issues" | "units"), self.issues.get(&key[..1])) {
            key[..1].clone_from_slice(issue);
        }
        key
    }
}

/// A row with a key that was not exported.
pub(super) fn fresh(editor: &mut Editor<'_>, sheet: &LedgerSheet<'_>, key: &Key, row: &Row) {
    if sheet.fates.values().any(|fate| matches!(fate, Fate::Here(taken) if taken == key)) {
        let message = say!(
            "台账导出以后，通报里别的一条用了这个序号；新增的一行不写序号",
            "since the ledger was exported, something else got this number: leave the number of a new row out"
        );
        return editor.refuse(row.number, &row.text(), message);
    }
    match sheet.now.known.contains_key(key) {
        true => same(editor, sheet, key, row, &Was::New),
        false => added(editor, sheet, key, row),
    }
}

/// A row that was exported: it is what it was then, whatever its key is in the notice now.
pub(super) fn since(editor: &mut Editor<'_>, sheet: &LedgerSheet<'_>, key: &Key, row: &Row, prints: &Fingerprints) {
    let message = match sheet.fates.get(key) {
        Some(Fate::Here(now)) => return same(editor, sheet, now, row, &Was::Exported(prints)),
        Some(Fate::Rewritten) => say!(
            "台账导出以后，通报里这个序号的内容换过，不能确定还是不是同一条；请重新导出台账再改",
            "since the ledger was exported, what has this number in the notice was rewritten, and may be something else: export the ledger again"
        ),
        _ => say!(
            "台账导出以后，通报里删去了这一条；请重新导出台账再改",
            "since the ledger was exported, this was taken out of the notice: export the ledger again"
        ),
    };
    let columns = columns(editor, sheet.kind, &[]);
    let is_edited = |column: &CellColumn<'_>| {
        let print = prints.get(&column.id).filter(|_| sheet.rows.columns.contains_key(column.id.as_str()));
        print.is_some_and(|print| editor.is_edited(column.kind, sheet.rows.text(row, &column.id), print))
    };
    if columns.iter().any(is_edited) {
        editor.refuse(row.number, &row.text(), message);
    } else {
        editor.report.at(Certainty::LeftOut, row.number, &row.text(), message);
    }
}

/// Names rows that the ledger has no more; those that the notice got since it was exported are none.
pub(super) fn gone(editor: &mut Editor<'_>, sheet: &LedgerSheet<'_>, is_dated: bool) {
    let exported = sheet.fates.iter().filter(|(_, fate)| matches!(fate, Fate::Here(_))).map(|(key, _)| key);
    let known: Vec<&Key> = if is_dated { exported.collect() } else { sheet.now.known.keys().collect() };
    for key in known.into_iter().filter(|key| !sheet.rows.known.contains_key(*key)) {
        let (name, of) = (key.join(" / "), sheet.name);
        editor.report.say(
            Certainty::LeftOut,
            say!(
                "“{of}”里没有 {name} 这一行；通报里的没有删去",
                "there is no row {name} in “{of}”; what the notice has stays"
            ),
        );
    }
}
