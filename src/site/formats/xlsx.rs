//! Workbooks (.xlsx, ECMA-376), written by hand: sheets of texts, numbers and dates, ready to print. A text is never a formula.
//!
//! `sheet` writes the cells of a sheet, `styles` how they look. What belongs to what is told here.

mod sheet;
mod styles;

use super::ooxml::{self, RELATIONS, part};
use super::xml::Xml;
use crate::source::pack::archive;
use crate::source::pieces::{Pieces, Put};
use crate::value::{Date, Fingerprint};
pub(super) use styles::Style;

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
/// The main part, and that with the styles.
const MAIN_PART: &str = "xl/workbook.xml";
const STYLES: &str = "xl/styles.xml";
const TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/// The longest name of a sheet, in characters, and what none may have in it.
const NAME: (usize, &str) = (31, "[]:*?/\\'");

/// A workbook.
pub(super) struct Workbook<'a> {
    /// Its title.
    pub title: String,
    /// The tag of its language.
    pub language: String,
    /// The day that it is of.
    pub day: Date,
    /// The font of its cells, and that of its heads.
    pub fonts: [String; 2],
    /// Its sheets.
    pub sheets: Vec<Sheet<'a>>,
}

/// A sheet.
#[derive(Default)]
pub(super) struct Sheet<'a> {
    /// Its name.
    pub name: String,
    /// How wide its columns are, in digits.
    pub widths: Vec<usize>,
    /// Its rows down to the heads.
    pub above: Vec<Row>,
    /// Its data, in pieces.
    pub rows: Vec<SheetRows<'a>>,
    /// Its rows behind the data.
    pub below: Vec<Row>,
    /// Which row has the heads, from 0: those above and itself stay in view, and itself is printed on every page.
    pub heads: usize,
    /// How many columns are printed.
    pub printed: usize,
    /// What can be chosen from lists.
    pub choices: Vec<Choice>,
    /// What stands at the foot of each printed page, with `&P` for its number.
    pub footer: String,
    /// Whether nobody sees it, nor can show it without a program.
    pub is_hidden: bool,
}

/// Rows that are made together.
pub(super) struct SheetRows<'a> {
    /// How many there are.
    pub count: usize,
    /// What they are made from beside files, but for where they stand.
    pub begins: Fingerprint,
    /// Makes them.
    pub make: Box<dyn Fn() -> Vec<Row> + 'a>,
}

/// A row.
#[derive(Default)]
pub(super) struct Row {
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
pub(super) struct Cell {
    /// What it holds.
    pub value: Value,
    /// How it looks.
    pub style: Style,
}

/// What a cell holds.
#[derive(Clone)]
pub(super) enum Value {
    /// A text, as it is.
    Text(String),
    /// A number, as digits.
    Number(String),
    /// A day.
    Day(Date),
}

/// What can be chosen in the cells of a column.
pub(super) struct Choice {
    /// The column, from 0.
    pub column: usize,
    /// The sheet that has the words, its column, and its rows, from 0.
    pub words: (usize, usize, std::ops::Range<usize>),
    /// What is said of another word, which is then refused; if nothing, others may be written.
    pub refusal: Option<String>,
}

impl Workbook<'_> {
    /// Hands on the file, of which some pieces may be known.
    pub(super) fn write(mut self, pieces: &mut Pieces, put: &mut Put<'_>) {
        name(&mut self.sheets);
        let names: Vec<String> = (1..=self.sheets.len()).map(|at| format!("xl/worksheets/sheet{at}.xml")).collect();
        let [main, styles, sheet] = ["sheet.main", "styles", "worksheet"].map(|kind| format!("{TYPE}.{kind}+xml"));
        let mut kinds = vec![(MAIN_PART, &*main), (STYLES, &*styles)];
        kinds.extend(names.iter().map(|name| (&**name, &*sheet)));
        let mut parts = ooxml::parts(MAIN_PART, &kinds, (&self.title, &self.language, self.day), &[]);
        parts.extend([
            part(MAIN_PART, self.workbook()),
            part("xl/_rels/workbook.xml.rels", self.relations()),
            part(STYLES, styles::write(&self.fonts)),
        ]);
        for (at, sheet) in self.sheets.iter().enumerate() {
            parts.push(part(&names[at], sheet::write(sheet, at, &self.sheets, pieces)));
        }
        archive(parts, pieces, put);
    }

    fn workbook(&self) -> Xml {
        let mut xml = Xml::part();
        xml.open("workbook", &[("xmlns", MAIN), ("xmlns:r", RELATIONS)]);
        xml.open("bookViews", &[]);
        xml.empty("workbookView", &[("windowWidth", "28800"), ("windowHeight", "15000")]);
        xml.close("bookViews");
        xml.open("sheets", &[]);
        for (at, sheet) in (1..).zip(&self.sheets) {
            let (id, relation) = (format!("{at}"), format!("rId{at}"));
            let mut attributes = vec![("name", &*sheet.name), ("sheetId", &*id)];
            attributes.extend(sheet.is_hidden.then_some(("state", "veryHidden")));
            attributes.push(("r:id", &relation));
            xml.empty("sheet", &attributes);
        }
        xml.close("sheets");
        xml.open("definedNames", &[]);
        for (at, sheet) in self.sheets.iter().enumerate().filter(|(_, sheet)| !sheet.is_hidden) {
            sheet.define(at, &mut xml);
        }
        xml.close("definedNames");
        xml.close("workbook");
        xml
    }

    fn relations(&self) -> Xml {
        let sheet = |at: usize| ("worksheet", format!("worksheets/sheet{at}.xml"));
        let parts = (1..=self.sheets.len()).map(sheet).chain([("styles", "styles.xml".to_owned())]);
        let parts: Vec<_> = parts.map(|(kind, target)| (format!("{RELATIONS}/{kind}"), target)).collect();
        ooxml::relations(&parts)
    }
}

impl Sheet<'_> {
    /// Returns how many rows behind the heads are data.
    fn data(&self) -> usize {
        self.rows.iter().map(|rows| rows.count).sum()
    }

    /// Says which rows are printed on every page, which columns are printed, and where rows may be filtered.
    fn define(&self, at: usize, xml: &mut Xml) {
        let sheet = quoted(&self.name);
        let heads = self.heads + 1;
        let last = column(self.printed.max(1) - 1);
        let rows = self.above.len() + self.data() + self.below.len();
        let mut define = |name: &str, is_hidden: bool, range: String| {
            let (at, hidden) = (at.to_string(), if is_hidden { "1" } else { "0" });
            let attributes = [("name", name), ("localSheetId", &*at), ("hidden", hidden)];
            xml.said("definedName", &attributes, &format!("{sheet}!{range}"));
        };
        define("_xlnm._FilterDatabase", true, self.filtered(true));
        define("_xlnm.Print_Area", false, format!("$A$2:${last}${rows}"));
        define("_xlnm.Print_Titles", false, format!("${heads}:${heads}"));
    }

    /// Returns the heads and the data below them.
    fn filtered(&self, is_absolute: bool) -> String {
        let sign = if is_absolute { "$" } else { "" };
        let last = column(self.widths.len().max(1) - 1);
        format!("{sign}A{sign}{}:{sign}{last}{sign}{}", self.heads + 1, self.heads + 1 + self.data())
    }
}

impl Cell {
    /// Returns as much of a text as programs keep in a cell.
    pub(super) fn kept(text: &str) -> String {
        sheet::kept(text).collect()
    }

    /// Returns a cell with a text.
    pub(super) fn text(style: Style, text: impl Into<String>) -> Cell {
        Cell { value: Value::Text(text.into()), style }
    }
}

/// Gives each sheet a name that no other has and that programs take.
fn name(sheets: &mut [Sheet<'_>]) {
    let mut known: Vec<String> = Vec::new();
    for (at, sheet) in (1..).zip(sheets) {
        let kept = sheet.name.chars().filter(|c| !NAME.1.contains(*c) && !c.is_control());
        let mut name: String = kept.take(NAME.0).collect();
        if name.trim().is_empty() || known.contains(&name.to_lowercase()) {
            name = format!("{at}");
        }
        known.push(name.to_lowercase());
        sheet.name = name;
    }
}

/// A name of a sheet in a reference to its cells.
fn quoted(name: &str) -> String {
    format!("'{name}'")
}

/// The letters of a column, from 0.
fn column(at: usize) -> String {
    const LETTERS: usize = 26;
    let letter = char::from(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ"[at % LETTERS]);
    match at / LETTERS {
        0 => letter.to_string(),
        before => format!("{}{letter}", column(before - 1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_letters() {
        assert_eq!([0, 25, 26, 701, 702].map(column), ["A", "Z", "AA", "ZZ", "AAA"]);
    }

    #[test]
    fn sheets_have_names_that_programs_take() {
        let mut sheets: Vec<Sheet<'_>> = ["台账/一", "台账一", "", &"长".repeat(40)]
            .map(|name| Sheet { name: name.to_owned(), ..Sheet::default() })
            .into();
        name(&mut sheets);
        let names: Vec<_> = sheets.iter().map(|sheet| sheet.name.clone()).collect();
        assert_eq!(names, ["台账一".to_owned(), "2".to_owned(), "3".to_owned(), "长".repeat(31)]);
    }
}
