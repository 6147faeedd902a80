//! A table while it is read: cells that span columns and rows stand once, and cover others.

use super::super::limits;
use super::super::manuscript::{Cell, CoveredFrom, Row, Table};
use super::super::refusal::Refusal;

/// A table while it is read.
#[derive(Default)]
pub(super) struct TableDraft {
    rows: Vec<Row>,
    row: RowDraft,
    cell: CellDraft,
    number: usize,
    /// Columns whose last cell goes on below.
    goes_on: Vec<bool>,
    widest: usize,
}

/// What a row says of itself.
#[derive(Default)]
pub(super) struct RowDraft {
    cells: Vec<Cell>,
    vertical: Vec<bool>,
    /// Whether it is deleted or hidden.
    is_left_out: bool,
    /// Columns that it leaves free at its beginning and end.
    pub(super) before: usize,
    pub(super) after: usize,
}

/// What a cell says of itself.
#[derive(Default)]
pub(super) struct CellDraft {
    pub(super) span: usize,
    pub(super) down: Merge,
    pub(super) across: Merge,
}

/// How a cell is merged with those above it or before it.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Merge {
    #[default]
    None,
    Begins,
    GoesOn,
}

impl TableDraft {
    /// The row that is read.
    pub(super) fn row(&mut self) -> &mut RowDraft {
        &mut self.row
    }

    /// The cell that is read.
    pub(super) fn cell(&mut self) -> &mut CellDraft {
        &mut self.cell
    }

    pub(super) fn begin_row(&mut self) -> Result<(), Refusal> {
        self.close()?;
        self.row = RowDraft::default();
        self.number += 1;
        Ok(())
    }

    /// Leaves out the row that is read; returns whether that can still be said.
    pub(super) fn leave_out_row(&mut self) -> bool {
        self.row.is_left_out |= self.row.cells.is_empty();
        self.row.is_left_out
    }

    /// Ends a row that no element ends: cells that stand in none.
    pub(super) fn close(&mut self) -> Result<(), Refusal> {
        if self.row.cells.is_empty() { Ok(()) } else { self.end_row() }
    }

    pub(super) fn begin_cell(&mut self) -> Result<(), Refusal> {
        self.cell = CellDraft::default();
        if self.row.cells.is_empty() {
            self.free(self.row.before)?;
        }
        Ok(())
    }

    /// Ends a cell; returns its text if another cell covers it, so that nobody sees it.
    pub(super) fn end_cell(&mut self, cell: Cell) -> Result<Option<String>, Refusal> {
        let at = self.row.cells.len();
        let CellDraft { span, down, across } = std::mem::take(&mut self.cell);
        let is_below = down == Merge::GoesOn && self.goes_on.get(at) == Some(&true);
        let is_covered = is_below || across == Merge::GoesOn && at > 0;
        let from = if is_below { CoveredFrom::Above } else { CoveredFrom::Left };
        let covered = || Cell { covered: Some(from), ..Cell::default() };
        let (cell, unseen) = if is_covered { (covered(), Some(cell.text)) } else { (cell, None) };
        self.room(span.max(1))?;
        self.row.cells.push(cell);
        self.row.cells.resize(at + span.max(1), covered());
        self.row.vertical.resize(at + span.max(1), down != Merge::None);
        Ok(unseen.filter(|text| !text.trim().is_empty()))
    }

    /// Ends a row.
    pub(super) fn end_row(&mut self) -> Result<(), Refusal> {
        self.free(self.row.after)?;
        let row = std::mem::take(&mut self.row);
        if !row.is_left_out {
            self.widest = self.widest.max(row.cells.len());
            self.goes_on = row.vertical;
            self.rows.push(Row { number: self.number, cells: row.cells });
        }
        if self.size() > limits::CELLS {
            return Err(Refusal::too_large());
        }
        Ok(())
    }

    /// How many cells it has.
    pub(super) fn size(&self) -> usize {
        self.rows.len() * self.widest
    }

    /// Returns the table, every row as wide as the widest.
    pub(super) fn finish(mut self) -> Table {
        let widest = self.widest;
        self.rows.iter_mut().for_each(|row| row.cells.resize(widest, Cell::default()));
        Table { rows: self.rows, ..Table::default() }
    }

    /// Leaves columns free.
    fn free(&mut self, columns: usize) -> Result<(), Refusal> {
        self.room(columns)?;
        let width = self.row.cells.len() + columns;
        self.row.cells.resize(width, Cell::default());
        self.row.vertical.resize(width, false);
        Ok(())
    }

    fn room(&self, columns: usize) -> Result<(), Refusal> {
        let is_wide = self.row.cells.len().saturating_add(columns) > limits::COLUMNS;
        if is_wide { Err(Refusal::too_wide(&self.number.to_string())) } else { Ok(()) }
    }
}
