//! The cells of a sheet, what hides them and what merges them.

use std::collections::{BTreeMap, BTreeSet};

use super::super::limits;
use super::super::manuscript::LeftOutKind;
use super::super::package::Package;
use super::super::refusal::Refusal;
use super::shown::shown;
use super::{Shared, is_set, is_text};
use crate::say;
use crate::source::xml::{XmlElement, XmlItem};

/// How many rows and columns Excel has.
const ROWS: usize = 1_048_576;
const COLUMNS: usize = 16_384;

/// What stands on every page of a sheet.
const AROUND: [&str; 6] = ["oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter"];

/// A cell by its row and column, from 0.
pub(super) type At = (usize, usize);

/// What a sheet holds.
#[derive(Default)]
pub(super) struct Sheet {
    /// Texts as they show, without those of nothing.
    pub(super) cells: BTreeMap<At, String>,
    pub(super) hidden_rows: BTreeSet<usize>,
    /// The first and the last of columns that are hidden.
    pub(super) hidden_columns: Vec<(usize, usize)>,
    /// The first and the last cell of those that are merged.
    pub(super) merged: Vec<(At, At)>,
    /// What else is left out, and where.
    pub(super) beside: Vec<(LeftOutKind, Option<At>, String)>,
}

/// Returns what a sheet holds.
pub(super) fn read(package: &mut Package<'_>, part: &str, shared: &Shared) -> Result<Sheet, Refusal> {
    let mut reader = SheetReader {
        shared,
        sheet: Sheet::default(),
        open: Vec::new(),
        row: 0,
        column: 0,
        cell: SheetCellDraft::default(),
    };
    package.walk(part, |item| reader.take(item))?;
    let mut sheet = reader.sheet;
    for relation in package.relations(part)? {
        match &*relation.kind {
            "comments" => comments(package, &relation.part, &mut sheet)?,
            "drawing" => drawings(package, &relation.part, &mut sheet)?,
            _ => {}
        }
    }
    Ok(sheet)
}

struct SheetReader<'a> {
    shared: &'a Shared,
    sheet: Sheet,
    open: Vec<String>,
    row: usize,
    column: usize,
    cell: SheetCellDraft,
}

/// A cell while it is read.
#[derive(Default)]
struct SheetCellDraft {
    kind: String,
    look: usize,
    value: Option<String>,
    text: String,
    formula: Option<String>,
}

impl SheetReader<'_> {
    fn take(&mut self, item: &XmlItem<'_>) -> Result<(), Refusal> {
        match item {
            XmlItem::Element(element) => {
                self.begin(element)?;
                self.open.push(element.name.clone());
            }
            XmlItem::Text(text) => self.text(text),
            XmlItem::End => {
                if let Some(name) = self.open.pop() {
                    self.end(&name)?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn begin(&mut self, element: &XmlElement) -> Result<(), Refusal> {
        let get = |name| element.get(name).unwrap_or_default();
        match &*element.name {
            "row" => {
                let number =
                    element.get("r").map(|number| number.parse().map_err(|_| misplaced(number))).transpose()?;
                self.row =
                    number.map_or(Ok(self.row), |number: usize| number.checked_sub(1).ok_or_else(|| misplaced("0")))?;
                self.column = 0;
                if is_set(get("hidden")) || get("ht") == "0" {
                    self.sheet.hidden_rows.insert(self.row);
                }
            }
            "c" => {
                if let Some(place) = element.get("r") {
                    (self.row, self.column) = place_of(place).ok_or_else(|| misplaced(place))?;
                }
                let look = get("s").parse().unwrap_or(0);
                self.cell = SheetCellDraft { kind: get("t").to_owned(), look, ..SheetCellDraft::default() };
            }
            "f" => self.cell.formula = Some(String::new()),
            "v" => self.cell.value = Some(String::new()),
            "col" if is_set(get("hidden")) || get("width") == "0" => {
                let columns = get("min").parse().ok().zip(get("max").parse().ok());
                let columns = columns.filter(|(from, to): &(usize, usize)| *from > 0 && from <= to);
                self.sheet.hidden_columns.extend(columns.map(|(from, to)| (from - 1, to - 1)));
            }
            "mergeCell" => self.sheet.merged.extend(range_of(get("ref"))),
            name if AROUND.contains(&name) => self.sheet.beside.push((LeftOutKind::HeaderFooter, None, String::new())),
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        match self.open.last().map_or("", |open| open) {
            "f" => self.cell.formula.iter_mut().for_each(|formula| *formula += text),
            "v" => self.cell.value.iter_mut().for_each(|value| *value += text),
            "t" if is_text(&self.open) => self.cell.text += text,
            name if AROUND.contains(&name) => {
                self.sheet.beside.iter_mut().last().into_iter().for_each(|(.., around)| *around += text)
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &str) -> Result<(), Refusal> {
        match name {
            "c" => {
                self.end_cell()?;
                self.column += 1;
            }
            "row" => self.row += 1,
            name if AROUND.contains(&name) => {
                let around = self.sheet.beside.last_mut().filter(|(.., text)| text.contains("&P"));
                around.into_iter().for_each(|(kind, ..)| *kind = LeftOutKind::PageNumber);
            }
            _ => {}
        }
        Ok(())
    }

    fn end_cell(&mut self) -> Result<(), Refusal> {
        let cell = std::mem::take(&mut self.cell);
        let at = (self.row, self.column);
        if self.row >= ROWS || self.column >= COLUMNS {
            return Err(misplaced(&name_of(at)));
        }
        let is_without_value = cell.value.as_ref().is_none_or(|value| value.is_empty() && cell.kind != "str");
        let text = self.shown(&cell);
        if let Some(formula) = cell.formula.filter(|_| is_without_value) {
            self.sheet.beside.push((LeftOutKind::FormulaWithoutValue, Some(at), format!("={formula}")));
        }
        if text.trim().is_empty() {
            return Ok(());
        }
        if self.column >= limits::COLUMNS {
            return Err(Refusal::too_wide(&name_of(at)));
        }
        self.sheet.cells.insert(at, text);
        if self.sheet.cells.len() > limits::CELLS { Err(Refusal::too_large()) } else { Ok(()) }
    }

    fn shown(&self, cell: &SheetCellDraft) -> String {
        let value = cell.value.as_deref().unwrap_or_default();
        let text = match &*cell.kind {
            "s" => value
                .trim()
                .parse::<usize>()
                .ok()
                .and_then(|at| self.shared.strings.get(at).cloned())
                .unwrap_or_default(),
            "inlineStr" => cell.text.clone(),
            "b" => if value.trim() == "1" { "TRUE" } else { "FALSE" }.to_owned(),
            "str" | "e" => value.to_owned(),
            "d" => value.trim_end_matches("T00:00:00").replace('T', " "),
            _ if value.is_empty() => cell.text.clone(),
            _ => shown(value, self.shared.formats.of(cell.look), self.shared.is_1904),
        };
        unescaped(&text).replace("\r\n", "\n").replace('\r', "\n")
    }
}

/// Undoes `_x000D_`, in which Excel writes what XML cannot.
fn unescaped(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let code = rest.get(at + 2..at + 7).filter(|code| code.ends_with('_'));
        let sign = code.and_then(|code| u32::from_str_radix(&code[..4], 16).ok()).and_then(char::from_u32);
        written += &rest[..at];
        match sign {
            Some(sign) => written.push(sign),
            None => written += "_x",
        }
        rest = &rest[at + if sign.is_some() { 7 } else { 2 }..];
    }
    written + rest
}

fn comments(package: &mut Package<'_>, part: &str, sheet: &mut Sheet) -> Result<(), Refusal> {
    let mut open: Vec<String> = Vec::new();
    package.walk(part, |item| {
        match item {
            XmlItem::Element(element) => {
                if element.name == "comment" {
                    let at = element.get("ref").and_then(place_of);
                    sheet.beside.push((LeftOutKind::Comment, at, String::new()));
                }
                open.push(element.name.clone());
            }
            XmlItem::Text(text) if is_text(&open) => {
                sheet.beside.iter_mut().last().into_iter().for_each(|(.., comment)| *comment += text);
            }
            XmlItem::End => drop(open.pop()),
            _ => {}
        }
        Ok(())
    })
}

fn drawings(package: &mut Package<'_>, part: &str, sheet: &mut Sheet) -> Result<(), Refusal> {
    let mut open: Vec<String> = Vec::new();
    package.walk(part, |item| {
        match item {
            XmlItem::Element(element) => {
                let kind = match &*element.name {
                    "pic" | "graphicFrame" => Some(LeftOutKind::Picture),
                    "txBody" => Some(LeftOutKind::Other),
                    _ => None,
                };
                sheet.beside.extend(kind.map(|kind| (kind, None, String::new())));
                open.push(element.name.clone());
            }
            XmlItem::Text(text) if is_text(&open) => {
                let shape = sheet.beside.last_mut().filter(|(kind, ..)| *kind == LeftOutKind::Other);
                shape.into_iter().for_each(|(.., shape)| *shape += text);
            }
            XmlItem::End => drop(open.pop()),
            _ => {}
        }
        Ok(())
    })
}

fn misplaced(place: &str) -> Refusal {
    let place: String = place.chars().take(20).collect();
    Refusal::damaged(say!("没有单元格 {place}", "there is no cell {place}"))
}

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
fn range_of(name: &str) -> Option<(At, At)> {
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

    #[test]
    fn what_xml_cannot_hold_is_written_out() {
        for (text, expected) in [
            ("甲_x000D_乙", "甲\r乙"),
            ("_x005F_x000D_", "_x000D_"),
            ("a_x", "a_x"),
            ("_xZZZZ_", "_xZZZZ_"),
            ("_x甲乙_", "_x甲乙_"),
            ("_x0041__x0042_", "AB"),
        ] {
            assert_eq!(unescaped(text), expected);
        }
    }
}
