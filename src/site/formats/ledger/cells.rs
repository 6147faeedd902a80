//! Cells of values of a notice.

use super::table::{Choices, LedgerColumn, LedgerRows};
use crate::notice::edition::Edition;
use crate::notice::{FieldHolder, FieldRecord, FieldType, FieldValue, FieldValues, Issue, Notice};
use crate::site::declared;
use crate::site::formats::ISSUES_OF_A_PIECE;
use crate::site::formats::xlsx::{Cell, Style, Value};
use crate::text::locale::Locale;
use crate::value::{Date, DatePart, Decimal, Localized, Text};

/// The table with the words of columns, and that with units.
pub(super) const CHOICES: &str = "choices";
pub(super) const UNITS: &str = "units";

/// Returns the rows of all issues, those of some issues together.
pub(super) fn in_pieces<'a>(cells: Cells<'a>, rows: impl Fn(&'a [Issue]) -> LedgerRows<'a>) -> Vec<LedgerRows<'a>> {
    cells.notice().issues.chunks(ISSUES_OF_A_PIECE).map(rows).collect()
}

/// Makes cells.
#[derive(Clone, Copy)]
pub(super) struct Cells<'a> {
    pub(super) edition: &'a Edition,
    pub(super) locale: &'a Locale,
}

impl<'a> Cells<'a> {
    pub(super) fn notice(self) -> &'a Notice {
        &self.edition.notice
    }

    pub(super) fn text(self, text: Option<&Localized>) -> Cell {
        Cell::text(Style::Text, text.map_or("", |text| text.text(self.locale.lang)))
    }

    /// Several texts, a line each.
    pub(super) fn lines(self, texts: impl Iterator<Item = String>) -> Cell {
        Cell::text(Style::Text, texts.collect::<Vec<_>>().join("\n"))
    }

    pub(super) fn units(self, ids: &[Text]) -> Cell {
        let name = |unit| self.notice().unit(unit).name.text(self.locale.lang).to_owned();
        self.lines(self.notice().units_of(ids).map(name))
    }

    /// One of the words of a column, by the message that it is.
    pub(super) fn word(self, prefix: &str, word: Option<&str>) -> Cell {
        let text = word.map(|word| self.locale.text(&format!("{prefix}.{word}")));
        Cell::text(Style::Word, text.unwrap_or_default())
    }

    /// A value of a declared field.
    pub(super) fn declared(self, at: usize, value: Option<&FieldValue>) -> Cell {
        match value {
            None => Cell::text(Style::Text, ""),
            Some(FieldValue::Date(day)) => date(Some(*day)),
            Some(FieldValue::Number(value)) => decimal(*value),
            Some(FieldValue::Units(units)) => {
                self.lines(units.iter().map(|unit| self.notice().unit(*unit).name.text(self.locale.lang).to_owned()))
            }
            Some(other) => Cell::text(Style::Text, declared::plain(self.edition, self.locale, at, other)),
        }
    }

    /// The declared fields that something has, with their places.
    pub(super) fn fields_of(self, holder: FieldHolder) -> Vec<(usize, &'a FieldRecord)> {
        self.notice().record.fields.iter().enumerate().filter(|(_, field)| field.is_of(holder)).collect()
    }

    /// The columns of declared fields, and a row of their cells.
    pub(super) fn declared_columns(self, holder: FieldHolder) -> Vec<LedgerColumn> {
        let column = |(_, field): (usize, &FieldRecord)| LedgerColumn {
            choices: declared_choices(field),
            ..self.headed(&field.id, field.label.text(self.locale.lang).to_owned(), width_of(field.kind))
        };
        self.fields_of(holder).into_iter().map(column).collect()
    }

    pub(super) fn declared_row(self, holder: FieldHolder, values: &FieldValues) -> Vec<Cell> {
        self.fields_of(holder).into_iter().map(|(at, _)| self.declared(at, values[at].as_ref())).collect()
    }

    /// A column by its id, with a head from the messages.
    pub(super) fn column(self, id: &str, message: &str, width: usize) -> LedgerColumn {
        self.headed(id, self.locale.text(message), width)
    }

    fn headed(self, id: &str, head: String, width: usize) -> LedgerColumn {
        LedgerColumn { id: id.to_owned(), head, width, is_printed: true, choices: None }
    }
}

/// What can be chosen for a declared field.
pub(super) fn declared_choices(field: &FieldRecord) -> Option<Choices> {
    match field.kind {
        FieldType::Units => Some(units()),
        FieldType::Choice => Some(words(&field.id)),
        FieldType::Text | FieldType::Date | FieldType::Number => None,
    }
}

/// How wide a column of a declared field is.
pub(super) fn width_of(kind: FieldType) -> usize {
    match kind {
        FieldType::Text => 20,
        FieldType::Units => 16,
        FieldType::Date | FieldType::Number | FieldType::Choice => 11,
    }
}

/// Units: several may be written, a line each.
pub(super) fn units() -> Choices {
    Choices { table: UNITS, of: String::new(), is_strict: false }
}

/// The words of a column.
pub(super) fn words(of: &str) -> Choices {
    Choices { table: CHOICES, of: of.to_owned(), is_strict: true }
}

/// A day as a day; what is less than a day as it is written in records.
pub(super) fn date(date: Option<Date>) -> Cell {
    match date {
        Some(day) if matches!(day.part(), DatePart::Day(..)) => Cell { value: Value::Day(day), style: Style::Day },
        Some(part) => Cell::text(Style::Word, part.to_string()),
        None => Cell::text(Style::Word, ""),
    }
}

/// A number; more digits than programs keep of one stand as a text.
pub(super) fn decimal(value: Decimal) -> Cell {
    const DIGITS: usize = 15;
    let text = value.to_string();
    let is_kept = text.chars().filter(char::is_ascii_digit).count() <= DIGITS;
    if is_kept { number(text) } else { Cell::text(Style::Word, text) }
}

pub(super) fn number(digits: impl ToString) -> Cell {
    Cell { value: Value::Number(digits.to_string()), style: Style::Number }
}
