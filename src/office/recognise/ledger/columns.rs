//! What each column of a ledger holds, by its head, or by its mark where gongkai made the ledger.

use super::super::words::{Slot, head};
use crate::office::manuscript::{Cell, Row, Table};
use crate::office::report::{Certainty, Report};
use crate::say;

/// What a column holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct RecognisedColumn {
    pub(super) slot: Slot,
    pub(super) name: String,
}

/// What the columns of a ledger that gongkai made hold. What is no field of a draft becomes one of the office's own.
const OWN: [(&str, Slot); 13] = [
    ("number", Slot::Number),
    ("section", Slot::Section),
    ("topic", Slot::Topic),
    ("title", Slot::Title),
    ("statement", Slot::Statement),
    ("status", Slot::Status),
    ("status_basis", Slot::StatusBasis),
    ("due", Slot::Due),
    ("completed_on", Slot::CompletedOn),
    ("lead", Slot::Lead),
    ("responsible", Slot::Responsible),
    ("response", Slot::Response),
    ("next_steps", Slot::NextSteps),
];

/// What each column of a ledger that gongkai made holds.
pub(super) fn own(table: &Table, heads: usize) -> Vec<RecognisedColumn> {
    let marks = |at: usize| table.marks.get(at).and_then(Option::as_ref).map_or("", |mark| &*mark.column);
    let column = |(at, cell): (usize, &Cell)| {
        let known = OWN.iter().find(|(name, _)| *name == marks(at)).map(|(_, slot)| *slot);
        RecognisedColumn { slot: known.unwrap_or(Slot::Field), name: cell.text.split_whitespace().collect() }
    };
    table.rows[heads].cells.iter().enumerate().map(column).collect()
}

/// Heads of columns that tell at length what another column names: what was found, where that is the title.
const AT_LENGTH: [&str; 6] = ["具体表现", "问题表现", "问题描述", "具体内容", "问题内容", "具体问题"];

/// Takes the first of two columns with issues for titles, if the second tells them at length; whether it did.
fn told_at_length(columns: &mut [RecognisedColumn], name: &str) -> bool {
    let has_titles = columns.iter().any(|column| column.slot == Slot::Title);
    let first = columns.iter_mut().find(|column| column.slot == Slot::Statement);
    let Some(first) = first.filter(|_| !has_titles && AT_LENGTH.contains(&name)) else { return false };
    first.slot = Slot::Title;
    true
}

/// What each column holds: 完成情况 is the status where 整改情况 is the response, and else the cells say which it is; a head that is not known, or comes twice, is a
/// field.
pub(super) fn columns(row: &Row, report: &mut Report) -> Vec<RecognisedColumn> {
    let mut columns: Vec<RecognisedColumn> = Vec::new();
    let slots: Vec<_> = row.cells.iter().map(|cell| head(&cell.text).map(|(slot, _)| slot)).collect();
    let has = |slot: Slot| slots.contains(&Some(slot));
    for (cell, slot) in row.cells.iter().zip(&slots) {
        let name = cell.text.split_whitespace().collect::<String>();
        let slot = match slot {
            Some(Slot::StatusOrResponse) if has(Slot::Response) => Slot::Status,
            Some(slot) => *slot,
            None => Slot::Field,
        };
        let is_at_length = slot == Slot::Statement && told_at_length(&mut columns, &name);
        let is_again = slot != Slot::Field && !is_at_length && columns.iter().any(|column| column.slot == slot);
        if head(&cell.text).is_none() && !name.is_empty() {
            report.at(
                Certainty::Likely,
                row.number,
                &name,
                say!("不认识的列，按自定栏目读", "an unknown column, read as a field of your own"),
            );
        } else if is_again {
            report.at(
                Certainty::Likely,
                row.number,
                &name,
                say!(
                    "同类的列出现两次，后一列按自定栏目读",
                    "a second column of the kind, read as a field of your own"
                ),
            );
        }
        columns.push(RecognisedColumn { slot: if is_again { Slot::Field } else { slot }, name });
    }
    columns
}
