//! Values of the fields that a notice declares, in words.

use crate::notice::FieldValue;
use crate::notice::edition::Edition;
use crate::text::locale::Locale;

/// Returns a value as tables for machines have it: dates and numbers as they are, units and choices by what they are called.
pub(super) fn plain(edition: &Edition, locale: &Locale, at: usize, value: &FieldValue) -> String {
    match value {
        FieldValue::Date(date) => date.to_string(),
        FieldValue::Number(number) => number.to_string(),
        other => shown(edition, locale, at, other),
    }
}

/// Returns a value as pages show it.
pub(super) fn shown(edition: &Edition, locale: &Locale, at: usize, value: &FieldValue) -> String {
    let notice = &edition.notice;
    let field = &notice.record.fields[at];
    match value {
        FieldValue::Text(text) => text.text(locale.lang).to_owned(),
        FieldValue::Date(date) => locale.date(*date),
        FieldValue::Number(number) => {
            let figure = field.unit.as_ref().and_then(|unit| locale.figure(*number, unit, None));
            figure.unwrap_or_else(|| locale.decimal(*number))
        }
        FieldValue::Choice(choice) => field.choices[*choice].label.text(locale.lang).to_owned(),
        FieldValue::Units(units) => {
            let names: Vec<&str> = units.iter().map(|unit| notice.unit(*unit).name.text(locale.lang)).collect();
            names.join(&locale.text("head.comma"))
        }
    }
}
