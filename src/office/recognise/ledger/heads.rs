//! The row with the heads of a ledger: where it stands, and its words where it takes several rows.

use std::ops::Range;

use super::super::words::{Slot, head};
use crate::office::manuscript::{Cell, CoveredFrom, Row, Table};

/// How many rows are looked at for heads, and how many known ones make a row of heads.
const HEADS: (usize, usize) = (40, 3);

/// Returns where the heads stand: where words say so, or, in a ledger that gongkai made, in the first row with words in several columns.
pub(super) fn heads(table: &Table) -> Option<usize> {
    let is_full = |row: &Row| row.cells.iter().filter(|cell| !cell.text.trim().is_empty()).count() >= HEADS.1;
    if table.marks.is_empty() {
        table.rows.iter().take(HEADS.0).position(is_heads)
    } else {
        table.rows.iter().position(is_full)
    }
}

pub(super) fn is_heads(row: &Row) -> bool {
    let slots: Vec<Slot> = row.cells.iter().filter_map(|cell| head(&cell.text)).map(|(slot, _)| slot).collect();
    slots.len() >= HEADS.1 && slots.contains(&Slot::Statement)
}

/// Returns the heads as one row, and the rows that they take: a cell that is merged with one above has its words, and where a cell of the heads
/// reaches into the row below, it says more closely what each column is.
pub(super) fn head_row(rows: &[Row], at: usize) -> (Row, Range<usize>) {
    let (mut row, mut span) = (rows[at].clone(), at..at + 1);
    let above = at.checked_sub(1).map(|above| &rows[above].cells);
    for (cell, over) in row.cells.iter_mut().zip(above.into_iter().flatten()) {
        let is_one =
            cell.covered == Some(CoveredFrom::Above) && !over.text.trim().is_empty() || head(&over.text).is_some();
        if cell.text.trim().is_empty() && is_one {
            cell.text.clone_from(&over.text);
            span.start = at - 1;
        }
    }
    let is_statement = |cell: &Cell| head(&cell.text).is_some_and(|(slot, _)| slot == Slot::Statement);
    let is_below = |cell: &Cell| cell.covered == Some(CoveredFrom::Above);
    let goes_on =
        |below: &&Row| row.cells.iter().zip(&below.cells).any(|(head, cell)| is_statement(head) && is_below(cell));
    if let Some(below) = rows.get(at + 1).filter(goes_on) {
        let said = row.cells.iter_mut().zip(&below.cells).filter(|(_, cell)| !cell.text.trim().is_empty());
        said.for_each(|(head, cell)| head.text.clone_from(&cell.text));
        span.end = at + 2;
    }
    (row, span)
}
