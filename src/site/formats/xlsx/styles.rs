//! How cells look.

mod looks;

use super::MAIN;
use crate::site::formats::xml::Xml;
use looks::{CellLook, DAY, FILLS, FONTS, LOOKS};

/// How a cell looks, and what becomes of what is typed into it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::site::formats) enum Style {
    /// What no person reads.
    Mark,
    /// The title, across the columns.
    Title,
    /// A line below the title, across the columns.
    Line,
    /// The head of a column that is printed.
    Head,
    /// The head of a column beside those that are printed.
    HeadBeside,
    /// A text of any length.
    Text,
    /// The same where it begins as a formula does.
    Quoted,
    /// A short text or a word: what is typed stays as it was typed.
    Word,
    /// A day.
    Day,
    /// A number.
    Number,
    /// A line to sign on.
    Signature,
}

/// Returns the part with the styles. Cells have the first font, heads the second.
pub(super) fn write(names: &[String; 2]) -> Xml {
    let mut xml = Xml::part();
    xml.open("styleSheet", &[("xmlns", MAIN)]);
    list(&mut xml, "numFmts", 1, |xml| {
        xml.empty("numFmt", &[("numFmtId", DAY), ("formatCode", "yyyy\\-mm\\-dd")]);
    });
    list(&mut xml, "fonts", FONTS.len(), |xml| FONTS.iter().for_each(|font| write_font(xml, names, font)));
    list(&mut xml, "fills", FILLS.len() + 2, |xml| {
        for pattern in ["none", "gray125"] {
            xml.open("fill", &[]);
            xml.empty("patternFill", &[("patternType", pattern)]);
            xml.close("fill");
        }
        FILLS.iter().for_each(|colour| fill(xml, colour));
    });
    list(&mut xml, "borders", 2, |xml| {
        for line in ["", "thin"] {
            border(xml, line);
        }
    });
    list(&mut xml, "cellStyleXfs", 1, |xml| xml.empty("xf", &[]));
    list(&mut xml, "cellXfs", LOOKS.len() + 1, |xml| {
        xml.empty("xf", &[("xfId", "0")]);
        LOOKS.iter().for_each(|look| write_look(xml, look));
    });
    list(&mut xml, "cellStyles", 1, |xml| {
        xml.empty("cellStyle", &[("name", "Normal"), ("xfId", "0"), ("builtinId", "0")]);
    });
    xml.close("styleSheet");
    xml
}

impl Style {
    /// Returns the number by which a cell names it. The first style of a workbook is that of cells without any.
    pub(super) fn number(self) -> usize {
        self as usize + 1
    }
}

fn list(xml: &mut Xml, name: &str, count: usize, write: impl FnOnce(&mut Xml)) {
    xml.open(name, &[("count", &count.to_string())]);
    write(xml);
    xml.close(name);
}

fn write_font(xml: &mut Xml, names: &[String; 2], (name, size, is_bold, colour): &(usize, &str, bool, &str)) {
    xml.open("font", &[]);
    if *is_bold {
        xml.empty("b", &[]);
    }
    xml.empty("sz", &[("val", size)]);
    xml.empty("color", &[("rgb", colour)]);
    xml.empty("name", &[("val", &names[*name])]);
    xml.close("font");
}

fn fill(xml: &mut Xml, colour: &str) {
    xml.open("fill", &[]);
    xml.open("patternFill", &[("patternType", "solid")]);
    xml.empty("fgColor", &[("rgb", colour)]);
    xml.close("patternFill");
    xml.close("fill");
}

fn border(xml: &mut Xml, line: &str) {
    xml.open("border", &[]);
    for side in ["left", "right", "top", "bottom", "diagonal"] {
        if line.is_empty() || side == "diagonal" {
            xml.empty(side, &[]);
            continue;
        }
        xml.open(side, &[("style", line)]);
        xml.empty("color", &[("rgb", "FF808080")]);
        xml.close(side);
    }
    xml.close("border");
}

fn write_look(xml: &mut Xml, look: &CellLook) {
    let [font, fill] = [look.font, look.fill].map(|at| at.to_string());
    let is = |yes: bool| if yes { "1" } else { "0" };
    xml.open(
        "xf",
        &[
            ("numFmtId", look.format),
            ("fontId", &font),
            ("fillId", &fill),
            ("borderId", is(look.has_borders)),
            ("xfId", "0"),
            ("quotePrefix", is(look.is_quoted)),
            ("applyNumberFormat", "1"),
            ("applyFont", "1"),
            ("applyFill", "1"),
            ("applyBorder", "1"),
            ("applyAlignment", "1"),
        ],
    );
    xml.empty("alignment", &[("horizontal", look.across), ("vertical", look.down), ("wrapText", is(look.wraps))]);
    xml.close("xf");
}
