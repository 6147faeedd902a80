//! Comma-separated values as a table, as Excel reads them.

use super::super::faults::fault;
use super::super::limits;
use super::super::manuscript::{Cell, LeftOut, Row, Table};
use super::super::refusal::Refusal;
use crate::say;

/// What stands between the values of a line, in the order of trial; Excel writes tabs where it calls a table text.
const SEPARATORS: [char; 3] = [',', '\t', ';'];

/// Lines with text are rows of a table; without one there is none.
pub(super) fn table(text: &str) -> Result<(Option<Table>, Vec<LeftOut>), Refusal> {
    let records = records(text, separator(text))?;
    let widest = records.iter().map(Vec::len).max().unwrap_or_default();
    if records.len() * widest > limits::CELLS {
        return Err(Refusal::too_large());
    }
    let is_blank = |record: &Vec<String>| record.iter().all(|text| text.trim().is_empty());
    let rows = records.into_iter().enumerate().filter(|(_, record)| !is_blank(record));
    let mut left_out = Vec::new();
    let rows = rows.map(|(at, record)| {
        let mut cells: Vec<Cell> = record.into_iter().map(|text| cell(text, at + 1, &mut left_out)).collect();
        cells.resize(widest, Cell::default());
        Row { number: at + 1, cells }
    });
    let rows: Vec<Row> = rows.collect();
    Ok(((!rows.is_empty()).then(|| Table { rows, ..Table::default() }), left_out))
}

/// A cell in this row, without what stands there for no text.
fn cell(text: String, number: usize, left_out: &mut Vec<LeftOut>) -> Cell {
    match fault(&text) {
        Some(kind) => {
            left_out.push(LeftOut { kind, number, text });
            Cell { is_unread: true, ..Cell::default() }
        }
        None => Cell { text, ..Cell::default() },
    }
}

/// Returns the values of every line, as Excel reads them: lines without anything are rows, too.
fn records(text: &str, separator: char) -> Result<Vec<Vec<String>>, Refusal> {
    let (mut records, mut record, mut value) = (Vec::new(), Vec::new(), String::new());
    let (mut is_quoted, mut count) = (false, 0);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if is_quoted && chars.next_if_eq(&'"').is_some() => value.push('"'),
            '"' if is_quoted => is_quoted = false,
            '"' if value.is_empty() => is_quoted = true,
            '\r' if chars.peek() == Some(&'\n') => {}
            _ if is_quoted => value.push(c),
            '\n' | '\r' => {
                record.push(std::mem::take(&mut value));
                records.push(std::mem::take(&mut record));
                count += 1;
            }
            _ if c == separator => {
                record.push(std::mem::take(&mut value));
                count += 1;
            }
            _ => value.push(c),
        }
        if record.len() >= limits::COLUMNS {
            return Err(Refusal::too_wide(&(records.len() + 1).to_string()));
        }
        if count > limits::CELLS {
            return Err(Refusal::too_large());
        }
    }
    if is_quoted {
        return Err(Refusal::damaged(say!("有一个引号没有结束", "a quotation mark is not closed")));
    }
    record.push(value);
    records.push(record);
    Ok(records)
}

/// Returns what stands most often in the first line, outside of quotation marks.
fn separator(text: &str) -> char {
    let mut is_quoted = false;
    let mut counts = [0_usize; SEPARATORS.len()];
    for c in text.trim_start().chars() {
        match c {
            '"' => is_quoted = !is_quoted,
            '\n' | '\r' if !is_quoted => break,
            _ if is_quoted => {}
            _ => {
                SEPARATORS.iter().zip(&mut counts).filter(|(known, _)| **known == c).for_each(|(_, count)| *count += 1)
            }
        }
    }
    let most = counts.iter().max().copied().unwrap_or_default();
    SEPARATORS.iter().zip(counts).find(|(_, count)| *count == most).map_or(',', |(separator, _)| *separator)
}
