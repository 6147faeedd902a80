//! What a ledger said when it was exported, and what became of its rows in the notice since: so that an old ledger takes nothing back.

use std::collections::BTreeMap;

use super::super::manuscript::{Row, Table};
use super::rows::{Key, SheetRows};
use crate::site::formats::{LEDGER_EXPORTED, ledger_fingerprint};

/// The fingerprints of the cells of a row, by their columns.
pub(super) type Fingerprints = BTreeMap<String, String>;

/// What a ledger said when it was exported.
pub(super) struct Exported(BTreeMap<String, BTreeMap<Key, Fingerprints>>);

/// What became of an exported row in the notice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Fate {
    /// It is there, under this key.
    Here(Key),
    /// It is there no more.
    Gone,
    /// Something else has its key now, and it cannot be found.
    Rewritten,
}

/// The columns that say what a row is about, whatever its key.
fn about(kind: &str) -> &'static [&'static str] {
    match kind {
        "issues" => &["title", "statement"],
        "measures" => &["text"],
        "items" => &["title"],
        _ => &[],
    }
}

impl Exported {
    /// Returns what the ledger said, if it still holds that.
    pub(super) fn of(tables: &[&Table]) -> Option<Exported> {
        let table = tables.iter().find(|table| table.kind() == Some(LEDGER_EXPORTED))?;
        let mut found: BTreeMap<String, BTreeMap<Key, Fingerprints>> = BTreeMap::new();
        for row in &table.rows {
            let [kind, key, cells, ..] = &row.cells[..] else { continue };
            let cells = cells.text.split_whitespace().filter_map(|cell| cell.rsplit_once(':'));
            let cells = cells.map(|(column, print)| (column.to_owned(), print.to_owned())).collect();
            let key = key.text.split_whitespace().map(str::to_owned).collect();
            found.entry(kind.text.clone()).or_default().insert(key, cells);
        }
        Some(Exported(found))
    }

    /// Returns a row of a sheet as it was exported.
    pub(super) fn row(&self, kind: &str, key: &[String]) -> Option<&Fingerprints> {
        self.0.get(kind)?.get(key)
    }

    /// Returns what became of each row of a sheet; `issues` is what became of those that issues are.
    pub(super) fn fates(&self, kind: &str, now: &SheetRows<'_>, issues: &BTreeMap<Key, Fate>) -> BTreeMap<Key, Fate> {
        let rows = self.0.get(kind).into_iter().flatten();
        rows.map(|(key, prints)| (key.clone(), fate(kind, key, prints, now, issues))).collect()
    }
}

fn fate(kind: &str, key: &Key, prints: &Fingerprints, now: &SheetRows<'_>, issues: &BTreeMap<Key, Fate>) -> Fate {
    let mut at = key.clone();
    if !matches!(kind, "issues" | "units") {
        match issues.get(&key[..1]) {
            Some(Fate::Here(issue)) => at[..1].clone_from_slice(issue),
            Some(other) => return other.clone(),
            None => {}
        }
    }
    let row = now.known.get(&at);
    if row.is_some_and(|row| likeness(kind, prints, now, row) != Likeness::None) {
        return Fate::Here(at);
    }
    let is_beside = |other: &Key| kind == "issues" || other.first() == at.first();
    let moved = now.known.iter().filter(|(other, row)| {
        is_beside(other) && likeness(kind, prints, now, row) == Likeness::Whole && !about(kind).is_empty()
    });
    match (&moved.collect::<Vec<_>>()[..], row) {
        ([(found, _)], _) => Fate::Here((*found).clone()),
        (_, Some(_)) => Fate::Rewritten,
        (_, None) => Fate::Gone,
    }
}

#[derive(PartialEq, Eq)]
enum Likeness {
    None,
    Some,
    Whole,
}

/// How much of what a row is about it still says.
fn likeness(kind: &str, prints: &Fingerprints, now: &SheetRows<'_>, row: &Row) -> Likeness {
    let empty = ledger_fingerprint("");
    let said = about(kind).iter().filter_map(|column| Some((column, prints.get(*column)?)));
    let said: Vec<_> = said.filter(|(_, print)| **print != empty).collect();
    let same = said.iter().filter(|(column, print)| ledger_fingerprint(now.text(row, column)) == **print).count();
    match same {
        n if n == said.len() => Likeness::Whole,
        0 => Likeness::None,
        _ => Likeness::Some,
    }
}

/// Returns the row of the notice that a new row of a ledger is already: what it is about is the same, word for word. `key` is what the row is
/// known by, as far as it says it.
pub(super) fn twin(kind: &str, rows: &SheetRows<'_>, row: &Row, key: &Key, now: &SheetRows<'_>) -> Option<Key> {
    let is_same = |other: &Row| about(kind).iter().all(|column| rows.text(row, column) == now.text(other, column));
    let is_beside = |other: &Key| kind == "issues" || other.first() == key.first();
    let found = now.known.iter().find(|(other, row)| !about(kind).is_empty() && is_beside(other) && is_same(row))?;
    Some(found.0.clone())
}
