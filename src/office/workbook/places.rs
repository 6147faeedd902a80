//! Cells and columns by their names, such as `B7`, and ranges of cells.

use super::super::refusal::Refusal;
use crate::say;

/// How many rows and columns Excel has.
pub(super) const ROWS: usize = 1_048_576;
pub(super) const COLUMNS: usize = 16_384;

/// A cell by its row and column, from 0.
pub(super) type At = (usize, usize);

/// Returns a cell by its name, `B7`.
pub(super) fn place_of(name: &str) -> Option<At> {
    let name = name.replace('$', "");
    let letters = name.chars().take_while(char::is_ascii_alphabetic).count();
    let (letters, digits) = name.split_at(letters);
    if letters.is_empty() || letters.len() > 3 {
        return None;
    }
    let digit = |c: u8| usize::from(c.to_ascii_uppercase() - b'A') + 1;
    let column = letters.bytes().fold(0, |column, c| column * 26 + digit(c)) - 1;
    let row = digits.parse::<usize>().ok()?.checked_sub(1)?;
    (row < ROWS && column < COLUMNS).then_some((row, column))
}

/// Returns the first and the last cell of a range, `A1:C3`.
pub(super) fn range_of(name: &str) -> Option<(At, At)> {
    let (first, last) = name.split_once(':')?;
    let (first, last) = (place_of(first)?, place_of(last)?);
    (first.0 <= last.0 && first.1 <= last.1).then_some((first, last))
}

/// Returns the name of a column.
pub(super) fn column_name(column: usize) -> String {
    let letter = |at: usize| char::from(b'A' + u8::try_from(at % 26).unwrap_or(0));
    let mut name = String::new();
    let mut rest = column + 1;
    while rest > 0 {
        name.insert(0, letter(rest - 1));
        rest = (rest - 1) / 26;
    }
    name
}

/// Returns the name of a cell.
pub(super) fn name_of((row, column): At) -> String {
    format!("{}{}", column_name(column), row + 1)
}

pub(super) fn misplaced(place: &str) -> Refusal {
    let place: String = place.chars().take(20).collect();
    Refusal::damaged(say!("没有单元格 {place}", "there is no cell {place}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_have_names() {
        for (name, at) in [("A1", (0, 0)), ("Z9", (8, 25)), ("AA10", (9, 26)), ("XFD1048576", (1_048_575, 16_383))] {
            assert_eq!((place_of(name), name_of(at)), (Some(at), name.to_owned()));
        }
        assert_eq!(place_of("$B$7"), Some((6, 1)));
        for name in ["", "A", "7", "A0", "XFE1", "A1048577", "AAAA1", "A-1", "甲1"] {
            assert_eq!(place_of(name), None, "{name}");
        }
        assert_eq!(range_of("A1:B2"), Some(((0, 0), (1, 1))));
        assert_eq!((range_of("B2:A1"), range_of("A1")), (None, None));
    }
}
