//! The cells of a sheet, and how it is shown and printed.

use super::{Cell, Choice, MAIN, RELATIONS, Row, Sheet, Style, Value, column, quoted};
use crate::site::formats::xml::Xml;
use crate::source::pieces::Pieces;
use crate::value::{Date, DatePart, Fingerprint};

/// The most characters that a cell can hold.
const LONGEST: usize = 32_767;

/// How many days before 1 January 1900 days are counted from, as programs believe that there was a 29 February 1900: dates are true from March on.
const FIRST: (u16, u8, u8) = (1899, 12, 30);
const FIRST_TRUE: i64 = 61;

/// Rows behind the last for which words can be chosen from lists.
const ROOM: usize = 200;

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

/// What stays in view: the rows down to the heads, and the first column.
fn view(sheet: &Sheet<'_>, is_first: bool, xml: &mut Xml) {
    // From the second row, as the first does not show: programs do not agree whether hidden rows are counted.
    let down = sheet.heads.to_string();
    let corner = format!("B{}", sheet.heads + 2);
    xml.open("sheetViews", &[]);
    let selected = if is_first { "1" } else { "0" };
    xml.open(
        "sheetView",
        &[("showGridLines", "0"), ("tabSelected", selected), ("topLeftCell", "A2"), ("workbookViewId", "0")],
    );
    let pane = [
        ("xSplit", "1"),
        ("ySplit", &*down),
        ("topLeftCell", &*corner),
        ("activePane", "bottomRight"),
        ("state", "frozen"),
    ];
    xml.empty("pane", &pane);
    xml.empty("selection", &[("pane", "bottomRight"), ("activeCell", &corner), ("sqref", &corner)]);
    xml.close("sheetView");
    xml.close("sheetViews");
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

fn write_cell(place: &str, cell: &Cell, xml: &mut Xml) {
    let style = match &cell.value {
        Value::Text(text) if cell.style == Style::Text && is_like_formula(text) => Style::Quoted,
        _ => cell.style,
    };
    let style = style.number().to_string();
    let common = [("r", place), ("s", &*style)];
    match &cell.value {
        Value::Text(text) if text.is_empty() => xml.empty("c", &common),
        Value::Text(text) => write_text(&common, text, xml),
        Value::Number(number) => write_number(&common, number, xml),
        Value::Day(day) => match serial(*day) {
            Some(serial) => write_number(&common, &serial.to_string(), xml),
            None => write_text(&common, &day.to_string(), xml),
        },
    }
}

fn write_text(common: &[(&str, &str)], text: &str, xml: &mut Xml) {
    let attributes = [common, &[("t", "inlineStr")]].concat();
    xml.open("c", &attributes);
    xml.open("is", &[]);
    xml.words("t", &escaped(text));
    xml.close("is");
    xml.close("c");
}

fn write_number(common: &[(&str, &str)], number: &str, xml: &mut Xml) {
    xml.open("c", common);
    xml.text("v", number);
    xml.close("c");
}

/// Whether programs would take a text for a formula if it were typed.
fn is_like_formula(text: &str) -> bool {
    text.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '\''])
}

/// Returns as much of a text as a cell holds; what is too long ends in `…`.
pub(super) fn kept(text: &str) -> impl Iterator<Item = char> {
    let is_long = text.encode_utf16().count() > LONGEST;
    let mut length = 0;
    let fits = move |c: &char| {
        length += c.len_utf16();
        !is_long || length < LONGEST
    };
    text.chars().take_while(fits).chain(is_long.then_some('…'))
}

/// Returns a text with what programs would read as something else written so that they read it; what is too long for a cell ends in `…`.
fn escaped(text: &str) -> String {
    let is_code = |rest: &str| {
        let bytes = rest.as_bytes();
        bytes.len() >= 7 && bytes[1] == b'x' && bytes[2..6].iter().all(u8::is_ascii_hexdigit) && bytes[6] == b'_'
    };
    let text: String = kept(text).collect();
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        if c == '_' && is_code(&text[at..]) {
            out.push_str("_x005F");
        }
        out.push(c);
    }
    out
}

/// Returns the number of a day, where programs agree on it.
fn serial(day: Date) -> Option<i64> {
    let first = Date::day(FIRST.0, FIRST.1, FIRST.2).ok()?;
    let days = first.days_until(day);
    (matches!(day.part(), DatePart::Day(..)) && days >= FIRST_TRUE).then_some(days)
}

fn write_choice(choice: &Choice, sheet: &Sheet<'_>, all: &[Sheet<'_>], xml: &mut Xml) {
    let (words, at, rows) = &choice.words;
    let (of, letters) = (quoted(&all[*words].name), column(*at));
    let cells = column(choice.column);
    let (from, to) = (sheet.heads + 2, sheet.heads + 1 + sheet.data() + ROOM);
    let cells = format!("{cells}{from}:{cells}{to}");
    let mut attributes = vec![("type", "list"), ("allowBlank", "1"), ("sqref", &*cells)];
    if let Some(refusal) = &choice.refusal {
        attributes.extend([("showErrorMessage", "1"), ("error", refusal)]);
    }
    xml.open("dataValidation", &attributes);
    xml.text("formula1", &format!("{of}!${letters}${}:${letters}${}", rows.start + 1, rows.end));
    xml.close("dataValidation");
}

/// A4 across, as many pages long as it takes and one wide.
fn print(sheet: &Sheet<'_>, xml: &mut Xml) {
    xml.empty("printOptions", &[("horizontalCentered", "1")]);
    let margins =
        [("left", "0.4"), ("right", "0.4"), ("top", "0.6"), ("bottom", "0.7"), ("header", "0.3"), ("footer", "0.3")];
    xml.empty("pageMargins", &margins);
    let setup = [("paperSize", "9"), ("orientation", "landscape"), ("fitToWidth", "1"), ("fitToHeight", "0")];
    xml.empty("pageSetup", &setup);
    xml.open("headerFooter", &[]);
    xml.text("oddFooter", &format!("&C{}", sheet.footer));
    xml.close("headerFooter");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_have_the_numbers_that_programs_give_them() {
        for (day, number) in
            [("1900-03-01", Some(61)), ("2021-12-31", Some(44_561)), ("2021-12", None), ("1899-12-31", None)]
        {
            assert_eq!(serial(day.parse().unwrap()), number, "{day}");
        }
    }

    #[test]
    fn texts_are_read_as_they_are() {
        assert_eq!(escaped("a_x000D_b _x00_"), "a_x005F_x000D_b _x00_");
        let long = escaped(&"甲".repeat(40_000));
        assert_eq!(long.chars().count(), LONGEST);
        assert!(long.ends_with('…'));
        assert!(is_like_formula("=1+1") && is_like_formula(" @x") && !is_like_formula("甲=1"));
    }
}
