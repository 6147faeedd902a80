//! What a cell of a ledger may hold, and the keys of the record that it is.

use crate::notice::edition::Edition;
use crate::notice::fields::{Field, FieldKind, MarkdownField, STATUS};
use crate::notice::{FieldRecord, FieldType};

/// How a cell is read.
#[derive(Clone, Copy)]
pub(super) enum CellKind<'n> {
    /// It says where something stands, and is not changed in a ledger.
    Fixed,
    /// One of a few words, by the messages that they are.
    Word(&'static str),
    /// A day, a month or a year.
    Date,
    /// Bodies, a line each.
    Units,
    /// A text in the language of the ledger.
    Text,
    /// Several texts, a line each.
    Texts,
    /// A text in Markdown, in the record.
    Markdown,
    /// The narrative.
    Response,
    /// A number.
    Number,
    /// A word or a text that is the same in every language.
    Bare,
    /// The same, or in a record that has it in each language, a text in that of the ledger.
    Common,
    /// One of the choices of a field.
    Choice(&'n FieldRecord),
}

/// Returns how the cells of a field of an issue are read, and the key of the record that they are.
pub(super) fn of_field<'n>(edition: &'n Edition, field: &Field) -> (CellKind<'n>, Vec<String>) {
    let kind = match field.kind {
        FieldKind::Word(prefix, _) => CellKind::Word(prefix),
        FieldKind::Text(_) => CellKind::Text,
        FieldKind::Texts(_) => CellKind::Texts,
        FieldKind::Date(_) | FieldKind::Deadline(_) => CellKind::Date,
        FieldKind::Units(_) => CellKind::Units,
        FieldKind::Markdown(MarkdownField::Response) => CellKind::Response,
        FieldKind::Markdown(_) => CellKind::Markdown,
        FieldKind::Name(_) if field.key == "label" => CellKind::Common,
        FieldKind::Declared(at) => return of_declared(&edition.notice.record.fields[at]),
        _ => CellKind::Fixed,
    };
    let key = match field.key {
        "answer" => "response",
        "answer_text" => "response_text",
        key => key,
    };
    (kind, vec![key.to_owned()])
}

/// Returns how the cells of a declared field are read, and the keys of the record that they are.
pub(super) fn of_declared(field: &FieldRecord) -> (CellKind<'_>, Vec<String>) {
    let kind = match field.kind {
        FieldType::Text => CellKind::Text,
        FieldType::Date => CellKind::Date,
        FieldType::Units => CellKind::Units,
        FieldType::Number => CellKind::Number,
        FieldType::Choice => CellKind::Choice(field),
    };
    (kind, vec!["fields".to_owned(), field.id.to_string()])
}

/// The columns of the sheets beside that of issues, by the list of the record that they are.
pub(super) const BESIDE: [(&str, &[(&str, CellKind<'static>)]); 3] = [
    (
        "measures",
        &[
            ("label", CellKind::Common),
            ("text", CellKind::Text),
            ("status", CellKind::Word(STATUS)),
            ("due", CellKind::Date),
            ("due_text", CellKind::Text),
            ("original_due", CellKind::Date),
            ("completed_on", CellKind::Date),
            ("lead", CellKind::Units),
            ("responsible", CellKind::Units),
        ],
    ),
    (
        "items",
        &[
            ("title", CellKind::Text),
            ("statement", CellKind::Text),
            ("status", CellKind::Word(STATUS)),
            ("due", CellKind::Date),
            ("original_due", CellKind::Date),
            ("completed_on", CellKind::Date),
            ("response", CellKind::Markdown),
        ],
    ),
    (
        "figures",
        &[
            ("label", CellKind::Text),
            ("value", CellKind::Number),
            ("unit", CellKind::Bare),
            ("approx", CellKind::Word("ledger.approx")),
            ("as_of", CellKind::Date),
            ("was", CellKind::Number),
            ("of", CellKind::Bare),
            ("kind", CellKind::Word("part_kind")),
        ],
    ),
];

/// Keys that a record must have: an empty cell does not take them away.
pub(super) const NEEDED: [&str; 7] = ["title", "statement", "status", "due", "text", "value", "unit"];
