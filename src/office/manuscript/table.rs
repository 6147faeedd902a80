//! A table, or a sheet of a workbook: rows and cells.

use super::paragraph::{Across, TextLook};
use crate::site::formats::LEDGER_MARK;

/// A table, or a sheet of a workbook: every row has as many cells as the widest; a merged cell stands once, at its top left, and the cells it
/// covers say from where.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Table {
    /// Name of the sheet, or nothing.
    pub name: String,
    /// What a row that shows no words of people says that each column is, in a ledger that gongkai made; nothing in others.
    pub marks: Vec<Option<ColumnMark>>,
    /// Its rows, with the number of each in the file, from 1.
    pub rows: Vec<Row>,
}

impl Table {
    /// Returns the table that a sheet of a ledger that gongkai made is.
    pub fn kind(&self) -> Option<&str> {
        self.marks.iter().flatten().map(|mark| &*mark.table).next()
    }

    /// Returns the text of its first cell that has one.
    pub fn text(&self) -> &str {
        let cells = self.rows.iter().flat_map(|row| &row.cells);
        cells.map(|cell| &*cell.text).find(|text| !text.trim().is_empty()).unwrap_or_default()
    }
}

/// What a column is, in a ledger that gongkai made ([`crate::site::formats::ledger`]).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnMark {
    /// The version of the names.
    pub version: u32,
    /// The tag of the language that the ledger is in.
    pub language: String,
    /// The table: `issues`, `measures`, `figures` …
    pub table: String,
    /// The column: a field such as `due`.
    pub column: String,
}

impl ColumnMark {
    /// Returns what a cell says that its column is: `gongkai 1 zh issues due`.
    pub fn read(text: &str) -> Option<ColumnMark> {
        let mut words = text.split_whitespace();
        let is_mark = words.next()? == LEDGER_MARK;
        let version = words.next()?.parse().ok()?;
        let (language, table, column) = (words.next()?.to_owned(), words.next()?.to_owned(), words.next()?.to_owned());
        (is_mark && words.next().is_none()).then_some(ColumnMark { version, language, table, column })
    }
}

/// A row of a table.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Row {
    /// Which row of the table or sheet it is, from 1; rows that are left out are counted.
    pub number: usize,
    /// Its cells, from the first column.
    pub cells: Vec<Cell>,
}

impl Row {
    /// Returns the texts of its cells that have one, apart by ` | `.
    pub fn text(&self) -> String {
        let texts = self.cells.iter().map(|cell| cell.text.trim()).filter(|text| !text.is_empty());
        texts.collect::<Vec<_>>().join(" | ")
    }
}

/// Where the merged cell begins that covers another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CoveredFrom {
    /// In a row above.
    Above,
    /// In the same row, before it.
    Left,
}

/// A cell of a table.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Cell {
    /// What a person sees in it; its paragraphs are apart by `\n`.
    pub text: String,
    /// From where a merged cell covers it, if one does.
    pub covered: Option<CoveredFrom>,
    /// Whether what stands in it was left out, so that it is empty only here.
    pub is_unread: bool,
    /// What of its text stands out, where that is one paragraph.
    pub looks: Vec<TextLook>,
    /// Where its text is set across.
    pub across: Across,
}
