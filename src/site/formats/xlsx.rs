//! Workbooks (.xlsx, ECMA-376), written by hand: sheets of texts, numbers and dates, ready to print. A text is never a formula.
//!
//! `rows` are what a sheet holds, `sheet` writes it, `styles` says how cells look, `names` how sheets and cells are referred to. What belongs to
//! what is told here.

mod names;
mod rows;
mod sheet;
mod styles;

use super::ooxml::{self, RELATIONS, part};
use super::xml::Xml;
use crate::source::pack::archive;
use crate::source::pieces::{Pieces, Put};
use crate::value::Date;
use names::{column, name, quoted};
pub(super) use rows::{Cell, Row, SheetRows, Value};
pub(super) use styles::Style;

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
/// The main part, and that with the styles.
const MAIN_PART: &str = "xl/workbook.xml";
const STYLES: &str = "xl/styles.xml";
const TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";

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
