//! A table of the ledger before it is laid out.

use std::ops::Range;

use unicode_width::UnicodeWidthStr;

use crate::site::formats::xlsx::{Cell, Value};

/// The word that the names of columns begin with.
pub const MARK: &str = "gongkai";

/// The version of the names of columns.
pub const VERSION: u32 = 1;

/// A table: one sheet of the ledger.
pub(super) struct LedgerTable {
    /// What it is called in the names of its columns.
    pub id: &'static str,
    /// Its columns.
    pub columns: Vec<LedgerColumn>,
    /// Its rows: a cell for each column.
    pub rows: Vec<Vec<Cell>>,
}

/// A column.
pub(super) struct LedgerColumn {
    /// What it is called in its name.
    pub id: String,
    /// Its head.
    pub head: String,
    /// The least that it is wide, in digits.
    pub width: usize,
    /// Whether it is printed.
    pub is_printed: bool,
    /// What can be chosen for its cells.
    pub choices: Option<Choices>,
}

/// What can be chosen for the cells of a column.
#[derive(Clone)]
pub(super) struct Choices {
    /// The table that has the words.
    pub table: &'static str,
    /// Of which column they are, where a table has words of several.
    pub of: String,
    /// Whether nothing else may be written.
    pub is_strict: bool,
}

/// How many lines of text a row can show; Excel makes none higher.
const LINES: usize = 28;

/// The widest that a column becomes.
const WIDEST: usize = 130;

impl LedgerTable {
    /// Whether there is nothing in it.
    pub(super) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Returns how wide each column is: as wide as it takes for a row to show its longest text.
    pub(super) fn widths(&self) -> Vec<usize> {
        let widths = self.columns.iter().enumerate().map(|(at, column)| {
            let longest = self.rows.iter().map(|row| length(&row[at])).max().unwrap_or(0);
            (longest.div_ceil(LINES)).clamp(column.width, WIDEST)
        });
        widths.collect()
    }

    /// Returns where the words stand that can be chosen for a column: the column of words, which is the last, and the rows.
    pub(super) fn words_of(&self, column: &str) -> Option<(usize, Range<usize>)> {
        let is_of = |row: &Vec<Cell>| matches!(&row[0].value, Value::Text(text) if text == column);
        let last = self.columns.len().checked_sub(1)?;
        if column.is_empty() {
            return Some((last, 0..self.rows.len()));
        }
        let first = self.rows.iter().position(is_of)?;
        Some((last, first..first + self.rows[first..].iter().take_while(|row| is_of(row)).count()))
    }
}

/// Returns how high a row has to be for its texts, in points. Programs only see to that once something is written into it.
pub(super) fn height(row: &[Cell], widths: &[usize]) -> u32 {
    const LINE: u32 = 13;
    const LEAST: u32 = 18;
    const MOST: u32 = 409;
    let lines = |(cell, width): (&Cell, &usize)| match &cell.value {
        Value::Text(text) => text.lines().map(|line| line.width().div_ceil((*width).max(1)).max(1)).sum(),
        Value::Number(_) | Value::Day(_) => 1,
    };
    let most: usize = row.iter().zip(widths).map(lines).max().unwrap_or(1);
    u32::try_from(most).unwrap_or(MOST).saturating_mul(LINE).saturating_add(4).clamp(LEAST, MOST)
}

/// How much room a text takes, in digits: its lines end where a column does, and a short line takes a whole one.
fn length(cell: &Cell) -> usize {
    const SHORT: usize = 16;
    match &cell.value {
        Value::Text(text) => text.lines().map(|line| line.width() + SHORT).sum(),
        Value::Number(_) | Value::Day(_) => 0,
    }
}
