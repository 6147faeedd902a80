//! A table of the cells of a sheet that show. A merged cell shows at the first of its cells that is not hidden, and covers the others.

use std::collections::{BTreeMap, BTreeSet};

use super::super::limits;
use super::super::manuscript::{Cell, ColumnMark, CoveredFrom, LeftOut, LeftOutKind, Row, Table};
use super::super::refusal::Refusal;
use super::places::{At, column_name, name_of};
use super::sheet::Sheet;

/// Returns the table of a sheet, and what it leaves out.
pub(super) fn table(name: &str, sheet: Sheet) -> Result<(Table, Vec<LeftOut>), Refusal> {
    let mut grid = Grid { name, sheet, covered: BTreeMap::new(), left_out: Vec::new(), shows_all: false };
    grid.merge()?;
    grid.tell_beside();
    let marks = grid.take_marks();
    // In a ledger that gongkai made, a row that a filter hides and a column that is out of the way are meant all the same.
    grid.shows_all = !marks.is_empty();
    if !grid.shows_all {
        grid.tell_hidden_columns();
    }
    let rows = grid.rows()?;
    Ok((Table { name: name.to_owned(), marks, rows }, grid.left_out))
}

struct Grid<'a> {
    name: &'a str,
    sheet: Sheet,
    covered: BTreeMap<At, CoveredFrom>,
    left_out: Vec<LeftOut>,
    /// Whether what is hidden is read.
    shows_all: bool,
}

impl Grid<'_> {
    fn is_column_hidden(&self, column: usize) -> bool {
        self.sheet.hidden_columns.iter().any(|(from, to)| (from..=to).contains(&&column))
    }

    fn tell(&mut self, kind: LeftOutKind, number: usize, place: &str, text: &str) {
        let point = if text.is_empty() { "" } else { " " };
        let text = format!("{}!{place}{point}{text}", self.name);
        self.left_out.push(LeftOut { kind, number, text });
    }

    /// Moves the text of each merged cell to where it shows, and covers the others.
    fn merge(&mut self) -> Result<(), Refusal> {
        let last_row = self.sheet.cells.keys().next_back().map_or(0, |(row, _)| *row);
        let last_column = self.sheet.cells.keys().map(|(_, column)| *column).max().unwrap_or(0);
        let mut cells = 0_usize;
        for (first, last) in std::mem::take(&mut self.sheet.merged) {
            let (to_row, to_column) = (last.0.min(last_row), last.1.min(last_column));
            if first.0 > to_row || first.1 > to_column {
                continue;
            }
            cells = cells.saturating_add((to_row - first.0 + 1) * (to_column - first.1 + 1));
            if cells > limits::CELLS {
                return Err(Refusal::too_large());
            }
            let row = (first.0..=to_row).find(|row| !self.sheet.hidden_rows.contains(row));
            let column = (first.1..=to_column).find(|column| !self.is_column_hidden(*column));
            let shows = row.zip(column).unwrap_or(first);
            let text = self.sheet.cells.remove(&first);
            for at in (first.0..=to_row).flat_map(|row| (first.1..=to_column).map(move |column| (row, column))) {
                if at != shows {
                    self.cover(at, if at.0 > shows.0 { CoveredFrom::Above } else { CoveredFrom::Left });
                }
            }
            if let Some(text) = text {
                self.sheet.cells.insert(shows, text);
            }
        }
        Ok(())
    }

    fn cover(&mut self, at: At, from: CoveredFrom) {
        self.covered.insert(at, from);
        if let Some(text) = self.sheet.cells.remove(&at) {
            self.tell(LeftOutKind::Hidden, at.0 + 1, &name_of(at), &text);
        }
    }

    fn tell_beside(&mut self) {
        for (kind, at, text) in std::mem::take(&mut self.sheet.beside) {
            self.tell(kind, at.map_or(0, |(row, _)| row + 1), &at.map_or(String::new(), name_of), &text);
        }
    }

    fn tell_hidden_columns(&mut self) {
        let mut hidden: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
        for ((_, column), text) in &self.sheet.cells {
            if self.is_column_hidden(*column) {
                hidden.entry(*column).or_default().push(text);
            }
        }
        let hidden: Vec<(usize, String)> =
            hidden.into_iter().map(|(column, texts)| (column, texts.join(" | "))).collect();
        for (column, text) in hidden {
            self.tell(LeftOutKind::HiddenColumn, column + 1, &column_name(column), &text);
            self.sheet.cells.retain(|(_, known), _| *known != column);
        }
    }

    /// Takes the first row that says of every column what it is, hidden or not: a person is told nothing by it.
    fn take_marks(&mut self) -> Vec<Option<ColumnMark>> {
        let rows: BTreeSet<usize> = self.sheet.cells.keys().map(|(row, _)| *row).collect();
        let cells = |row: usize| self.sheet.cells.range((row, 0)..(row + 1, 0));
        let is_marks = |row: &usize| cells(*row).all(|(_, text)| ColumnMark::read(text).is_some());
        let Some(row) = rows.into_iter().find(is_marks) else { return Vec::new() };
        let last = cells(row).map(|((_, column), _)| *column).max().unwrap_or(0);
        let marks =
            (0..=last).map(|column| self.sheet.cells.get(&(row, column)).and_then(|text| ColumnMark::read(text)));
        let marks = marks.collect();
        self.sheet.cells.retain(|(known, _), _| *known != row);
        marks
    }

    /// Returns the rows that show, up to the last column with anything in it.
    fn rows(&mut self) -> Result<Vec<Row>, Refusal> {
        let widest = self.sheet.cells.keys().map(|(_, column)| column + 1).max().unwrap_or(0);
        let numbers: BTreeSet<usize> = self.sheet.cells.keys().map(|(row, _)| *row).collect();
        if numbers.len() * widest > limits::CELLS {
            return Err(Refusal::too_large());
        }
        let mut rows = Vec::new();
        for row in numbers {
            let mut cells: Vec<Cell> = (0..widest)
                .map(|column| (row, column))
                .map(|at| {
                    let (covered, is_unread) = (self.covered.get(&at).copied(), self.sheet.unread.contains(&at));
                    Cell { covered, is_unread, ..Cell::default() }
                })
                .collect();
            let texts = self.sheet.cells.range((row, 0)..(row + 1, 0));
            for ((_, column), text) in texts {
                cells[*column].text.clone_from(text);
            }
            if self.sheet.hidden_rows.contains(&row) && !self.shows_all {
                let texts: Vec<&str> = cells.iter().map(|cell| &*cell.text).filter(|text| !text.is_empty()).collect();
                let text = texts.join(" | ");
                self.tell(LeftOutKind::HiddenRow, row + 1, &(row + 1).to_string(), &text);
            } else {
                rows.push(Row { number: row + 1, cells });
            }
        }
        Ok(rows)
    }
}
