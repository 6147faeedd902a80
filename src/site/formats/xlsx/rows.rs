//! Rows of a sheet and their cells.

use super::styles::Style;
use crate::value::{Date, Fingerprint};

/// The most characters that a cell can hold.
pub(super) const LONGEST: usize = 32_767;

/// Rows that are made together.
pub(in crate::site::formats) struct SheetRows<'a> {
    /// How many there are.
    pub count: usize,
    /// What they are made from beside files, but for where they stand.
    pub begins: Fingerprint,
    /// Makes them.
    pub make: Box<dyn Fn() -> Vec<Row> + 'a>,
}

/// A row.
#[derive(Default)]
pub(in crate::site::formats) struct Row {
    /// Its cells, from the first column.
    pub cells: Vec<Cell>,
    /// Whether it does not show.
    pub is_hidden: bool,
    /// Its height in points, if it is known.
    pub height: Option<u32>,
    /// Whether it keeps that height, whatever is written into it.
    pub is_fixed: bool,
}

/// A cell.
#[derive(Clone)]
pub(in crate::site::formats) struct Cell {
    /// What it holds.
    pub value: Value,
    /// How it looks.
    pub style: Style,
}

/// What a cell holds.
#[derive(Clone)]
pub(in crate::site::formats) enum Value {
    /// A text, as it is.
    Text(String),
    /// A number, as digits.
    Number(String),
    /// A day.
    Day(Date),
}

impl Cell {
    /// Returns as much of a text as programs keep in a cell.
    pub(in crate::site::formats) fn kept(text: &str) -> String {
        kept(text).collect()
    }

    /// Returns a cell with a text.
    pub(in crate::site::formats) fn text(style: Style, text: impl Into<String>) -> Cell {
        Cell { value: Value::Text(text.into()), style }
    }
}

/// Returns as much of a text as a cell holds; what is too long ends in `…`.
pub(super) fn kept(text: &str) -> impl Iterator<Item = char> {
    let is_long = text.encode_utf16().count() > LONGEST;
    let mut length = 0;
    let fits = move |c: &char| {
        length += c.len_utf16();
        !is_long || length < LONGEST
    };
    text.chars().take_while(fits).chain(is_long.then_some('…'))
}
