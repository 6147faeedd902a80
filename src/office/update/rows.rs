//! The rows of a sheet of a ledger, by what they are known by.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use super::super::manuscript::{Row, Table};

/// What a row is known by: the texts of its key columns.
pub(super) type Key = Vec<String>;

/// The rows of a sheet below its heads.
pub(super) struct SheetRows<'t> {
    /// Those that are known, by their keys.
    pub(super) known: BTreeMap<Key, &'t Row>,
    /// Those of which a row above has the key.
    pub(super) twice: Vec<&'t Row>,
    /// Those without a key.
    pub(super) other: Vec<&'t Row>,
    pub(super) heads: Option<&'t Row>,
    /// Where each column stands.
    pub(super) columns: BTreeMap<&'t str, usize>,
    keys: &'static [&'static str],
}

impl<'t> SheetRows<'t> {
    /// Returns the rows of a table, which are known by the columns `keys`; `heads` are the words that its heads have.
    pub(super) fn of(table: &'t Table, keys: &'static [&'static str], heads: &BTreeSet<String>) -> SheetRows<'t> {
        let marks = table.marks.iter().enumerate();
        let columns = marks.filter_map(|(at, mark)| Some((mark.as_ref()?.column.as_str(), at))).collect();
        let mut rows =
            SheetRows { known: BTreeMap::new(), twice: Vec::new(), other: Vec::new(), heads: None, columns, keys };
        let is_heads = |row: &&Row| {
            let texts = row.cells.iter().map(|cell| words(&cell.text)).filter(|text| !text.is_empty());
            texts.filter(|text| heads.is_empty() || heads.contains(text)).count() * 2 > rows.columns.len()
        };
        let at = table.rows.iter().position(|row| is_heads(&row));
        rows.heads = at.map(|at| &table.rows[at]);
        for row in table.rows.iter().skip(at.map_or(0, |at| at + 1)) {
            let key = rows.key(row);
            if key.iter().any(String::is_empty) {
                rows.other.push(row);
                continue;
            }
            match rows.known.entry(key) {
                Entry::Occupied(_) => rows.twice.push(row),
                Entry::Vacant(free) => drop(free.insert(row)),
            }
        }
        rows
    }

    /// Returns what a row is known by; a part of it is empty where the row does not say it.
    pub(super) fn key(&self, row: &Row) -> Key {
        self.keys.iter().map(|key| plain_number(self.text(row, key))).collect()
    }

    /// Returns whether the sheet lacks a column by which its rows are known.
    pub(super) fn lacks_key(&self) -> bool {
        self.keys.iter().any(|key| !self.columns.contains_key(key))
    }

    pub(super) fn text<'r>(&self, row: &'r Row, column: &str) -> &'r str {
        self.columns.get(column).and_then(|at| row.cells.get(*at)).map_or("", |cell| cell.text.trim())
    }

    /// Returns the head of a column, or its name where it has none.
    pub(super) fn head(&self, column: &str) -> String {
        self.heads.map(|row| words(self.text(row, column))).filter(|head| !head.is_empty()).unwrap_or(column.to_owned())
    }
}

/// Returns a text without its blanks.
pub(super) fn words(text: &str) -> String {
    text.split_whitespace().collect()
}

/// A number as it counts: `7` for `7.0` and `07`.
pub(super) fn plain_number(text: &str) -> String {
    let whole = text.strip_suffix(".0").unwrap_or(text);
    whole.parse::<u64>().map_or_else(|_| text.to_owned(), |n| n.to_string())
}
