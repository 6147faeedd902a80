//! Which format, font and background each look of a workbook's cells has.

use std::collections::BTreeMap;

use super::super::package::Package;
use super::super::refusal::Refusal;
use super::fonts::{FontLook, is_white};
use crate::source::xml::{XmlElement, XmlItem};

/// The formats of numbers, fonts and backgrounds, by the number of the look that a cell has.
#[derive(Default)]
pub(super) struct Formats {
    codes: BTreeMap<String, String>,
    fonts: Vec<FontLook>,
    /// Whether each background is another than white.
    fills: Vec<bool>,
    looks: Vec<CellLook>,
}

/// The numbers of the format, the font and the background of a cell.
#[derive(Default)]
struct CellLook {
    format: String,
    font: usize,
    fill: usize,
}

/// Formats that no file spells out; those of dates as Excel shows them in Chinese.
const BUILT_IN: [(&str, &str); 51] = [
    ("0", "General"),
    ("1", "0"),
    ("2", "0.00"),
    ("3", "#,##0"),
    ("4", "#,##0.00"),
    ("5", "¥#,##0"),
    ("6", "¥#,##0"),
    ("7", "¥#,##0.00"),
    ("8", "¥#,##0.00"),
    ("9", "0%"),
    ("10", "0.00%"),
    ("11", "0.00E+00"),
    ("12", "# ?/?"),
    ("13", "# ??/??"),
    ("14", "yyyy/m/d"),
    ("15", "d-mmm-yy"),
    ("16", "d-mmm"),
    ("17", "mmm-yy"),
    ("18", "h:mm AM/PM"),
    ("19", "h:mm:ss AM/PM"),
    ("20", "h:mm"),
    ("21", "h:mm:ss"),
    ("22", "yyyy/m/d h:mm"),
    ("27", "yyyy年m月"),
    ("28", "m月d日"),
    ("29", "m月d日"),
    ("30", "m-d-yy"),
    ("31", "yyyy年m月d日"),
    ("32", "h时mm分"),
    ("33", "h时mm分ss秒"),
    ("34", "h时mm分"),
    ("35", "h时mm分ss秒"),
    ("36", "yyyy年m月"),
    ("37", "#,##0;-#,##0"),
    ("38", "#,##0;-#,##0"),
    ("39", "#,##0.00;-#,##0.00"),
    ("40", "#,##0.00;-#,##0.00"),
    ("45", "mm:ss"),
    ("46", "[h]:mm:ss"),
    ("47", "mm:ss"),
    ("48", "##0.0E+0"),
    ("49", "@"),
    ("50", "yyyy年m月"),
    ("51", "m月d日"),
    ("52", "yyyy年m月"),
    ("53", "m月d日"),
    ("54", "m月d日"),
    ("55", "h时mm分"),
    ("56", "h时mm分ss秒"),
    ("57", "yyyy年m月"),
    ("58", "m月d日"),
];

impl Formats {
    /// Returns the formats of the workbook with this main part.
    pub(super) fn read(package: &mut Package<'_>, main: &str) -> Result<Formats, Refusal> {
        let mut formats = Formats::default();
        let mut open: Vec<String> = Vec::new();
        package.walk_one(main, "styles", |item| {
            match item {
                XmlItem::Element(element) => {
                    formats.note(&open, element);
                    open.push(element.name.clone());
                }
                XmlItem::End => drop(open.pop()),
                _ => {}
            }
            Ok(())
        })?;
        Ok(formats)
    }

    /// Notes an element that stands in others, the innermost last.
    fn note(&mut self, open: &[String], element: &XmlElement) {
        let get = |name| element.get(name).unwrap_or_default().to_owned();
        let number = |name| get(name).parse().unwrap_or(0);
        let parent = |up: usize| open.iter().rev().nth(up).map_or("", |open| open);
        match (parent(1), parent(0), &*element.name) {
            (_, "numFmts", "numFmt") => drop(self.codes.insert(get("numFmtId"), get("formatCode"))),
            (_, "fonts", "font") => self.fonts.push(FontLook::default()),
            ("fonts", "font", _) => self.fonts.iter_mut().last().into_iter().for_each(|font| font.note(element)),
            (_, "fills", "fill") => self.fills.push(false),
            ("fills", "fill", "gradientFill") => self.fill(true),
            ("fills", "fill", "patternFill") => self.fill(!["", "none"].contains(&&*get("patternType"))),
            ("fill", "patternFill", "fgColor") if is_white(element) => self.fill(false),
            (_, "cellXfs", "xf") => {
                let (font, fill) = (number("fontId"), number("fillId"));
                self.looks.push(CellLook { format: get("numFmtId"), font, fill });
            }
            _ => {}
        }
    }

    fn fill(&mut self, is_coloured: bool) {
        self.fills.iter_mut().last().into_iter().for_each(|fill| *fill = is_coloured);
    }

    /// Returns how letters of a look are, and whether they stand on a background of their own.
    pub(super) fn font(&self, look: usize) -> (FontLook, bool) {
        let Some(look) = self.looks.get(look) else { return (FontLook::default(), false) };
        let font = self.fonts.get(look.font).copied().unwrap_or_default();
        (font, self.fills.get(look.fill).copied().unwrap_or(false))
    }

    /// Returns the format of a look.
    pub(super) fn of(&self, look: usize) -> &str {
        let Some(id) = self.looks.get(look).map(|look| &look.format) else { return "General" };
        let built_in = || BUILT_IN.iter().find(|(known, _)| known == id).map(|(_, code)| *code);
        self.codes.get(id).map(String::as_str).or_else(built_in).unwrap_or("General")
    }
}
