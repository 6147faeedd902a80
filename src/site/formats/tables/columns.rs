//! Columns of tables: what they are called, what they hold, and those that several tables have.

use crate::notice::{FieldHolder, FieldRecord, FieldType, Notice};
use crate::value::Lang;

/// A column that every notice has: its name, the type of its cells as Table Schema calls it, and what it holds, in
/// Chinese and English.
pub(super) struct Column(pub(super) &'static str, pub(super) &'static str, pub(super) &'static str);

/// A column of the table of a notice.
pub(in crate::site::formats) struct TableColumn {
    /// Its name.
    pub name: String,
    /// The type of its cells as Table Schema calls it.
    pub kind: &'static str,
    /// What it holds.
    pub meaning: String,
}

impl TableColumn {
    pub(super) fn of_declared(field: &FieldRecord, lang: Lang) -> TableColumn {
        let label = field.label.text(lang);
        TableColumn {
            name: format!("{OWN_PREFIX}{}", field.id),
            kind: if field.kind == FieldType::Number { NUMBER } else { STRING },
            meaning: field.meaning.as_ref().map_or(label, |meaning| meaning.text(lang)).to_owned(),
        }
    }
}

/// What the name of a column begins with that a notice declares, so that it is none of those that every notice has.
const OWN_PREFIX: &str = "field_";

/// Returns the fields that a notice declares for its issues or measures, with their places among all.
pub(super) fn declared_by(notice: &Notice, holder: FieldHolder) -> impl Iterator<Item = (usize, &FieldRecord)> {
    notice.record.fields.iter().enumerate().filter(move |(_, field)| field.is_of(holder))
}

pub(super) const STRING: &str = "string";
pub(super) const NUMBER: &str = "number";
pub(super) const INTEGER: &str = "integer";
const DATE: &str = "date";
pub(super) const BOOLEAN: &str = "boolean";
pub(super) const ISSUE: Column =
    Column("issue", STRING, "这一项的标识；整份通报的为空。Id of the entry; empty for the notice as a whole.");
pub(super) const TITLE: Column = Column("title", STRING, "这一项的标题。Title of the entry.");

// Columns of what has a deadline.
pub(super) const LAST_DAY: Column = Column("due_last_day", DATE, "时限的最后一天。The last day of the deadline.");
pub(super) const DUE_TEXT: Column = Column("due_text", STRING, "时限的原文。The words of the due date.");
pub(super) const ORIGINAL_DUE: Column =
    Column("original_due", STRING, "调整前的时限。The due date before it was moved.");
pub(super) const COMPLETED_ON: Column = Column("completed_on", STRING, "完成日期。Date of completion.");
