//! The fields of an issue: one row each.
//!
//! Whatever shows, exports, searches or moves an issue in time is a loop over [`FIELDS`]: facts on its page, the CSV
//! and JSON downloads with their schema and data dictionary, the text of the search, the edition of an earlier day. To
//! add a field: its line in the record, its row in the table, and its words in each language (`data.columns`).

mod kind;
mod row;
mod table;
mod uses;
mod values;

pub use kind::{FieldKind, MarkdownField};
pub use table::FIELDS;
pub use uses::{Forget, InLedger, SearchPart, ToldIn, When};

use super::Notice;
use super::records::{FieldHolder, FieldRecord, FieldType, IssueRecord};
use crate::value::{Date, Text};
use row::own;

/// The messages of what statuses are called; every issue has one.
pub const STATUS: &str = "status";

/// A field of an issue.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// Its name in downloads, and the key of its words: `data.columns.KEY`. Empty for a field that the notice declares:
    /// see [`Field::name`].
    pub key: &'static str,
    /// What it holds, and how it is read.
    pub kind: FieldKind,
    /// Whether it is one of the facts at the head of the issue's page.
    pub is_fact: bool,
    /// Whether it is a column of the table, and so stands in the data dictionary.
    pub is_column: bool,
    /// Which notices have it.
    pub when: When,
    /// What the JSON schema says of it, in Chinese and English; none if it is not in the JSON.
    pub json: Option<&'static str>,
    /// In which part of an entry it is searched.
    pub search: Option<SearchPart>,
    /// Removes what had not happened yet on an earlier day.
    pub forget: Option<Forget>,
    /// Where a record says that what was published of it is no longer so, for a text that the figures typed in it are no
    /// longer so; none for what may be edited without a word.
    pub told_in: Option<ToldIn>,
    /// Where it stands in the ledger.
    pub ledger: InLedger,
}

impl Field {
    /// Returns its name in downloads, and the key of its words.
    pub fn name(self, notice: &Notice) -> &str {
        match self.kind {
            FieldKind::Declared(at) => &notice.record.fields[at].id,
            _ => self.key,
        }
    }

    /// Returns whether a notice has it in its data; its columns are fewer.
    pub fn is_of(&self, notice: &Notice) -> bool {
        match self.when {
            When::Always | When::Column(_) => true,
            When::Used(is_used) => notice.issues.iter().any(|issue| is_used(&issue.record)),
        }
    }

    /// Returns whether a notice has it in its table.
    pub fn is_column_of(&self, notice: &Notice) -> bool {
        let has_column = match self.when {
            When::Column(has_column) => has_column(notice),
            When::Always | When::Used(_) => true,
        };
        self.is_column && has_column
    }
}

/// Returns the fields that a notice has, in order.
pub fn fields_of(notice: &Notice) -> Vec<Field> {
    let of_all = FIELDS.iter().filter(|field| field.is_of(notice)).copied();
    let declared = notice.record.fields.iter().enumerate().filter(|(_, field)| field.is_of(FieldHolder::Issue));
    of_all.chain(declared.map(|(at, field)| declared_field(at, field))).collect()
}

fn declared_field(at: usize, record: &FieldRecord) -> Field {
    let search = if record.kind == FieldType::Text { SearchPart::Body } else { SearchPart::Place };
    let kind = FieldKind::Declared(at);
    Field { kind, is_fact: true, is_column: true, search: Some(search), ledger: InLedger::PrintedIfAny, ..own("") }
}

/// Returns the columns of the table of a notice, in order.
pub fn columns(notice: &Notice) -> Vec<Field> {
    fields_of(notice).into_iter().filter(|field| field.is_column_of(notice)).collect()
}

/// Returns the ids of units in each field that holds units.
pub fn unit_fields(record: &IssueRecord) -> impl Iterator<Item = &[Text]> {
    FIELDS.iter().filter_map(|field| match field.kind {
        FieldKind::Units(units) => Some(units(record)),
        _ => None,
    })
}

/// Removes from a record what had not happened by a day.
pub fn forget_later(record: &mut IssueRecord, has_happened: &dyn Fn(Date) -> bool) {
    for forget in FIELDS.iter().filter_map(|field| field.forget) {
        forget(record, has_happened);
    }
}
