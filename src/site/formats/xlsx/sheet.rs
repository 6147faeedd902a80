//! A sheet: its columns and rows, what can be chosen in them, and how it is shown and printed.

mod cells;
mod choice;
mod print;

use super::names::column;
use super::rows::Row;
use super::{MAIN, RELATIONS, Sheet};
use crate::site::formats::xml::Xml;
use crate::source::pieces::Pieces;
use crate::value::Fingerprint;
use cells::write_cell;
use choice::write_choice;
use print::{print, view};

/// Returns the part of a sheet, which is one of these by its place.
pub(super) fn write(sheet: &Sheet<'_>, at: usize, all: &[Sheet<'_>], pieces: &mut Pieces) -> Xml {
    let mut xml = Xml::part();
    xml.open("worksheet", &[("xmlns", MAIN), ("xmlns:r", RELATIONS)]);
    xml.open("sheetPr", &[]);
    xml.empty("pageSetUpPr", &[("fitToPage", "1")]);
    xml.close("sheetPr");
    if !sheet.is_hidden {
        view(sheet, at == 0, &mut xml);
    }
    xml.empty("sheetFormatPr", &[("defaultRowHeight", "15")]);
    xml.open("cols", &[]);
    for (at, width) in (1..).zip(&sheet.widths) {
        let (at, width) = (format!("{at}"), width.to_string());
        xml.empty("col", &[("min", &at), ("max", &at), ("width", &width), ("customWidth", "1")]);
    }
    xml.close("cols");
    xml.open("sheetData", &[]);
    write_rows(sheet, &mut xml, pieces);
    xml.close("sheetData");
    if sheet.is_hidden {
        xml.close("worksheet");
        return xml;
    }
    xml.empty("autoFilter", &[("ref", &sheet.filtered(false))]);
    if !sheet.choices.is_empty() {
        xml.open("dataValidations", &[("count", &sheet.choices.len().to_string())]);
        sheet.choices.iter().for_each(|choice| write_choice(choice, sheet, all, &mut xml));
        xml.close("dataValidations");
    }
    print(sheet, &mut xml);
    xml.close("worksheet");
    xml
}

/// Writes the rows, those of data in pieces, each of which begins with the number of its first row.
fn write_rows(sheet: &Sheet<'_>, xml: &mut Xml, pieces: &mut Pieces) {
    let write_all = |first: usize, rows: &[Row], xml: &mut Xml| {
        (first..).zip(rows).for_each(|(number, row)| write_row(number, row, xml));
        first + rows.len()
    };
    let mut next = write_all(1, &sheet.above, xml);
    for rows in sheet.rows.iter().filter(|rows| rows.count > 0) {
        let begins = Fingerprint::joined("rows", &[rows.begins, Fingerprint::of("first", &next.to_le_bytes())]);
        let make = || {
            let mut piece = Xml::piece();
            write_all(next, &(rows.make)(), &mut piece);
            (piece, ())
        };
        xml.add(pieces, begins, make);
        next += rows.count;
    }
    write_all(next, &sheet.below, xml);
}

fn write_row(number: usize, row: &Row, xml: &mut Xml) {
    let number = number.to_string();
    let height = row.height.map(|height| height.to_string());
    let mut attributes = vec![("r", &*number)];
    if let Some(height) = &height {
        attributes.extend([("ht", &**height), ("customHeight", if row.is_fixed { "1" } else { "0" })]);
    }
    if row.is_hidden {
        attributes.push(("hidden", "1"));
    }
    xml.open("row", &attributes);
    for (at, cell) in row.cells.iter().enumerate() {
        write_cell(&format!("{}{number}", column(at)), cell, xml);
    }
    xml.close("row");
}
