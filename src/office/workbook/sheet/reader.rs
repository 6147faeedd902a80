//! The cells of a sheet, read element by element.

use super::super::places::{COLUMNS, ROWS, misplaced, name_of, place_of, range_of};
use super::super::rich::RichText;
use super::super::shown::{is_zero, shown, text_shown};
use super::super::{Shared, is_set, is_text};
use super::Sheet;
use super::escapes::unescaped;
use crate::office::faults::fault;
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
    text: RichText,
    formula: Option<String>,
    /// Whether its value is more than a text or a number: a picture, or an error that programs of old do not know.
    is_more: bool,
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
                self.cell = SheetCellDraft {
                    kind: get("t").to_owned(),
                    look,
                    is_more: element.get("vm").is_some(),
                    ..SheetCellDraft::default()
                };
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
            _ => self.cell.text.begin(self.open.last().map_or("", |open| open), element),
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        match self.open.last().map_or("", |open| open) {
            "f" => self.cell.formula.iter_mut().for_each(|formula| *formula += text),
            "v" => self.cell.value.iter_mut().for_each(|value| *value += text),
            "t" if is_text(&self.open) => self.cell.text.put(text),
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
        let read = self.rich(&cell).and_then(|text| self.seen(&cell, &text));
        let text = match read {
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

    /// Returns the text of a cell, or why it is left out and what stands there.
    fn rich(&self, cell: &SheetCellDraft) -> Result<RichText, (LeftOutKind, String)> {
        let value = cell.value.as_deref().unwrap_or_default();
        let formula = cell.formula.as_deref();
        if let Some(formula) = formula.filter(|_| value.is_empty() && (cell.value.is_none() || cell.kind != "str")) {
            return Err((LeftOutKind::FormulaWithoutValue, format!("={formula}")));
        }
        let text = match &*cell.kind {
            "s" => {
                let at: Option<usize> = value.trim().parse().ok();
                return Ok(at.and_then(|at| self.shared.strings.get(at).cloned()).unwrap_or_default());
            }
            "inlineStr" => return Ok(cell.text.clone()),
            "e" if formula.map_or(cell.is_more, |formula| formula.contains("IMAGE(")) => {
                return Err((LeftOutKind::Picture, String::new()));
            }
            "e" => return Err((LeftOutKind::FormulaError, value.to_owned())),
            "b" => if value.trim() == "1" { "TRUE" } else { "FALSE" }.to_owned(),
            "str" => value.to_owned(),
            "d" => value.trim_end_matches("T00:00:00").replace('T', " "),
            _ if value.is_empty() => return Ok(cell.text.clone()),
            _ => {
                let format = self.shared.formats.of(cell.look);
                let unknown = || (LeftOutKind::NumberFormat, format!("{value}（{format}）"));
                let text = shown(value, format, self.shared.is_1904).ok_or_else(unknown)?;
                if text.is_empty() && !is_zero(value) {
                    return Err((LeftOutKind::Hidden, value.to_owned()));
                }
                text
            }
        };
        Ok(RichText::plain(text))
    }

    /// Returns what a person sees of the text of a cell, and tells what is struck or hidden; or why it is left out as a whole.
    fn seen(&mut self, cell: &SheetCellDraft, text: &RichText) -> Result<String, (LeftOutKind, String)> {
        let at = (self.row, self.column);
        let clean = |text: &str| unescaped(text).replace("\r\n", "\n").replace('\r', "\n");
        let (font, is_filled) = self.shared.formats.font(cell.look);
        let seen = text.seen(font, is_filled);
        let is_white = seen.text.trim().is_empty() && !seen.hidden.trim().is_empty();
        let seen = if is_white && !font.is_tiny { text.seen(font, true) } else { seen };
        let text = clean(&seen.text);
        self.sheet.white.extend(is_white.then_some(at));
        for (kind, text) in [(LeftOutKind::Struck, &seen.struck), (LeftOutKind::Hidden, &seen.hidden)] {
            let is_told = !text.trim().is_empty();
            self.sheet.beside.extend(is_told.then(|| (kind, Some(at), clean(text))));
        }
        if text.trim().is_empty() && !seen.hidden.trim().is_empty() {
            self.sheet.unread.insert(at);
        }
        if let Some(kind) = fault(&text) {
            return Err((kind, text));
        }
        let is_text = matches!(&*cell.kind, "s" | "inlineStr" | "str");
        let shown = if is_text { text_shown(&text, self.shared.formats.of(cell.look)) } else { text.clone() };
        if shown.is_empty() && !text.trim().is_empty() { Err((LeftOutKind::Hidden, text)) } else { Ok(shown) }
    }
}
