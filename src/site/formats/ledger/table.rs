//! A table of the ledger before it is laid out.

use std::ops::Range;

use unicode_width::UnicodeWidthStr;

use crate::site::formats::xlsx::{Cell, Value};
use crate::source::pieces::Pieces;
use crate::value::Fingerprint;

/// The word that the names of columns begin with.
pub const MARK: &str = "gongkai";

/// The version of the names of columns.
pub const VERSION: u32 = 1;

/// A table: one sheet of the ledger.
pub(super) struct LedgerTable<'a> {
    /// What it is called in the names of its columns.
    pub id: &'static str,
    /// Its columns.
    pub columns: Vec<LedgerColumn>,
    /// Its rows, those of some issues together.
    pub rows: Vec<LedgerRows<'a>>,
}

/// A row: a cell for each column.
pub(super) type CellRow = Vec<Cell>;

/// Rows that are made together, whenever somebody asks for them: no more than these are in memory at a time.
pub(super) struct LedgerRows<'a> {
    make: Box<dyn Fn() -> Vec<CellRow> + 'a>,
    /// How many they are, and how much room the longest text of each column takes.
    measured: (usize, Vec<usize>),
}

impl<'a> LedgerRows<'a> {
    pub(super) fn of(make: impl Fn() -> Vec<CellRow> + 'a) -> LedgerRows<'a> {
        LedgerRows { make: Box::new(make), measured: Default::default() }
    }

    /// Returns how many they are, once they are measured.
    pub(super) fn count(&self) -> usize {
        self.measured.0
    }

    /// Returns the rows.
    pub(super) fn cells(&self) -> Vec<CellRow> {
        (self.make)()
    }

    fn measures(&self, columns: usize) -> (usize, Vec<usize>) {
        let cells = self.cells();
        let longest = |at: usize| cells.iter().map(|row| length(&row[at])).max().unwrap_or(0);
        (cells.len(), (0..columns).map(longest).collect())
    }
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

impl LedgerTable<'_> {
    /// Measures its rows, which are made for that if they are not known.
    pub(super) fn measure(&mut self, pieces: &mut Pieces) {
        let (begins, columns) = (self.begins("measures", &[]), self.columns.len());
        for rows in &mut self.rows {
            rows.measured = pieces.next(begins, || (Vec::new(), rows.measures(columns)), |_, _, _| {});
        }
    }

    /// Returns what a piece with some of its rows begins with.
    pub(super) fn begins(&self, what: &str, with: &[usize]) -> Fingerprint {
        let columns: Vec<(&str, bool)> = self.columns.iter().map(|column| (&*column.id, column.is_printed)).collect();
        Fingerprint::of(what, format!("{} {columns:?} {with:?}", self.id).as_bytes())
    }

    /// Returns how many rows it has, once it is measured.
    pub(super) fn count(&self) -> usize {
        self.rows.iter().map(LedgerRows::count).sum()
    }

    /// Returns how wide each column is: as wide as it takes for a row to show its longest text.
    pub(super) fn widths(&self) -> Vec<usize> {
        let widths = self.columns.iter().enumerate().map(|(at, column)| {
            let longest = self.rows.iter().map(|rows| rows.measured.1[at]).max().unwrap_or(0);
            (longest.div_ceil(LINES)).clamp(column.width, WIDEST)
        });
        widths.collect()
    }

    /// Returns where the words stand that can be chosen for a column: the column of words, which is the last, and the rows.
    pub(super) fn words_of(&self, column: &str) -> Option<(usize, Range<usize>)> {
        let is_of = |row: &CellRow| matches!(&row[0].value, Value::Text(text) if text == column);
        let last = self.columns.len().checked_sub(1)?;
        if column.is_empty() {
            return Some((last, 0..self.count()));
        }
        let rows: Vec<CellRow> = self.rows.iter().flat_map(LedgerRows::cells).collect();
        let first = rows.iter().position(is_of)?;
        Some((last, first..first + rows[first..].iter().take_while(|row| is_of(row)).count()))
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
