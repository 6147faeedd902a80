//! The cells of a row: texts, numbers and days, written so that programs read them as they are.

use crate::site::formats::xlsx::Style;
use crate::site::formats::xlsx::rows::{Cell, Value, kept};
use crate::site::formats::xml::Xml;
use crate::value::{Date, DatePart};

/// How many days before 1 January 1900 days are counted from, as programs believe that there was a 29 February 1900: dates are true from March on.
const FIRST: (u16, u8, u8) = (1899, 12, 30);
const FIRST_TRUE: i64 = 61;

pub(super) fn write_cell(place: &str, cell: &Cell, xml: &mut Xml) {
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
pub(super) fn is_like_formula(text: &str) -> bool {
    text.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '\''])
}

/// Returns a text with what programs would read as something else written so that they read it; what is too long for a cell ends in `…`.
pub(super) fn escaped(text: &str) -> String {
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
pub(super) fn serial(day: Date) -> Option<i64> {
    let first = Date::day(FIRST.0, FIRST.1, FIRST.2).ok()?;
    let days = first.days_until(day);
    (matches!(day.part(), DatePart::Day(..)) && days >= FIRST_TRUE).then_some(days)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::formats::xlsx::rows::LONGEST;

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
