//! The cells of a sheet, read element by element.

use super::super::places::{COLUMNS, ROWS, misplaced, name_of, place_of, range_of};
use super::super::shown::{is_zero, shown, text_shown};
use super::super::{Shared, is_set, is_text};
use super::Sheet;
use super::escapes::unescaped;
use crate::office::limits;
use crate::office::manuscript::LeftOutKind;
use crate::office::refusal::Refusal;
use crate::source::xml::{XmlElement, XmlItem};

/// What stands on every page of a sheet.
const AROUND: [&str; 6] = ["oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter"];

pub(super) struct SheetReader<'a> {
    pub(super) shared: &'a Shared,
    pub(super) sheet: Sheet,
    pub(super) open: Vec<String>,
    pub(super) row: usize,
    pub(super) column: usize,
    pub(super) cell: SheetCellDraft,
}

/// A cell while it is read.
#[derive(Default)]
pub(super) struct SheetCellDraft {
    pub(super) kind: String,
    look: usize,
    value: Option<String>,
    pub(super) text: String,
    formula: Option<String>,
}

impl SheetReader<'_> {
    pub(super) fn take(&mut self, item: &XmlItem<'_>) -> Result<(), Refusal> {
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
        let text = match self.shown(&cell) {
            Ok(text) => text,
            Err((kind, text)) => {
                self.sheet.unread.insert(at);
                self.sheet.beside.push((kind, Some(at), text));
                return Ok(());
            }
        };
        if text.trim().is_empty() {
            return Ok(());
        }
        if self.column >= limits::COLUMNS {
            return Err(Refusal::too_wide(&name_of(at)));
        }
        self.sheet.cells.insert(at, text);
        if self.sheet.cells.len() > limits::CELLS { Err(Refusal::too_large()) } else { Ok(()) }
    }

    /// Returns the text that a cell shows, or why it is left out and what stands there.
    fn shown(&self, cell: &SheetCellDraft) -> Result<String, (LeftOutKind, String)> {
        let value = cell.value.as_deref().unwrap_or_default();
        let format = self.shared.formats.of(cell.look);
        if let Some(formula) =
            cell.formula.as_ref().filter(|_| value.is_empty() && (cell.value.is_none() || cell.kind != "str"))
        {
            return Err((LeftOutKind::FormulaWithoutValue, format!("={formula}")));
        }
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
            "d" => return Ok(value.trim_end_matches("T00:00:00").replace('T', " ")),
            _ if value.is_empty() => cell.text.clone(),
            _ => {
                let unknown = || (LeftOutKind::NumberFormat, format!("{value}（{format}）"));
                let text = shown(value, format, self.shared.is_1904).ok_or_else(unknown)?;
                let is_unseen = text.is_empty() && !is_zero(value);
                return if is_unseen { Err((LeftOutKind::Hidden, value.to_owned())) } else { Ok(text) };
            }
        };
        let text = unescaped(&text).replace("\r\n", "\n").replace('\r', "\n");
        let seen = text_shown(&text, format);
        if seen.is_empty() && !text.trim().is_empty() { Err((LeftOutKind::Hidden, text)) } else { Ok(seen) }
    }
}
