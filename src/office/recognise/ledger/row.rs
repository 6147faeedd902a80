//! A row of a ledger as an issue, or as what goes on with one.

use super::super::block::INFERRED;
use super::super::bodies::told;
use super::super::days::{completed, due};
use super::super::numeral::only_number;
use super::super::statement::statement;
use super::super::statuses::{state, state_or_tell};
use super::super::words::Slot;
use super::columns::RecognisedColumn;
use crate::office::draft::DraftIssue;
use crate::office::manuscript::Row;
use crate::office::report::{Certainty, Report};
use crate::say;

/// Returns the issue that a row is; nothing if it says nothing that was found.
pub(super) fn issue(row: &Row, columns: &[RecognisedColumn], report: &mut Report) -> Option<DraftIssue> {
    let mut issue = read(row, columns, DraftIssue::default(), report);
    issue.is_by_measures = issue.response.is_empty() && !issue.measures.is_empty();
    if issue.is_by_measures {
        issue.response = std::mem::take(&mut issue.measures);
    }
    if issue.statement.is_empty() {
        issue.statement = issue.title.take().unwrap_or_default();
    }
    if issue.statement.is_empty() {
        return None;
    }
    if let Some(label) = &issue.label {
        let message = say!("序号不是数，照原样写作编号", "no plain number; it is kept as the label, as it stands");
        report.at(Certainty::Likely, row.number, label, message);
    }
    if issue.response.is_empty() {
        report.at(
            Certainty::NotUnderstood,
            row.number,
            &issue.statement,
            say!("没有找到整改情况", "no response was found"),
        );
    }
    Some(issue)
}

/// Returns what a row says that goes on with an issue; where it says nothing of status and days, those of the issue.
pub(super) fn more(row: &Row, columns: &[RecognisedColumn], issue: &DraftIssue, report: &mut Report) -> DraftIssue {
    let before = DraftIssue { status: issue.status, ..DraftIssue::default() };
    let mut more = read(row, columns, before, report);
    if text_of(row, columns, Slot::Due).is_none() && more.due.is_none() {
        (more.due, more.due_text) = (issue.due, issue.due_text.clone());
    }
    if text_of(row, columns, Slot::CompletedOn).is_none() {
        more.completed_on = issue.completed_on;
    }
    more
}

/// Puts what the cells of a row say into an issue. The status first: a date of completion is one only of what is completed.
fn read(row: &Row, columns: &[RecognisedColumn], issue: DraftIssue, report: &mut Report) -> DraftIssue {
    let mut issue = DraftIssue { line: row.number, ..issue };
    let cells = row.cells.iter().zip(columns).map(|(cell, column)| (cell.text.trim(), column));
    let cells = cells.filter(|(text, _)| !text.is_empty());
    let (first, rest): (Vec<_>, Vec<_>) = cells.partition(|(_, column)| column.slot == Slot::Status);
    let state = |(text, column): (&str, &RecognisedColumn)| state(&mut issue, text, &column.name, row.number, report);
    let behind: Vec<String> = first.into_iter().filter_map(state).collect();
    for (text, column) in rest {
        put(&mut issue, text, column, report);
    }
    issue.response.extend(behind);
    issue
}

fn put(issue: &mut DraftIssue, text: &str, column: &RecognisedColumn, report: &mut Report) {
    let lines = || text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned);
    match column.slot {
        Slot::Number => number(issue, text),
        Slot::Statement => issue.statement = statement(text).to_owned(),
        Slot::StatusOrResponse if state_or_tell(issue, text, issue.line, report) => {}
        Slot::Response | Slot::StatusOrResponse => issue.response.extend(lines()),
        Slot::Measures => issue.measures.extend(lines()),
        Slot::NextSteps => issue.next_steps.extend(lines()),
        Slot::Due => due(issue, text, issue.line, report),
        Slot::CompletedOn => completed(issue, text, &column.name, issue.line, report),
        Slot::Lead => issue.lead.extend(told(text, issue.line, report)),
        Slot::Responsible => issue.responsible.extend(told(text, issue.line, report)),
        Slot::Field if !column.name.is_empty() => issue.add_field(&column.name, text),
        Slot::Field => report.at(
            Certainty::NotUnderstood,
            issue.line,
            text,
            say!("这一列没有表头，没有收入", "this column has no head and was not taken over"),
        ),
        Slot::Title => issue.title = Some(text.to_owned()),
        Slot::StatusBasis => issue.is_inferred = text.contains(INFERRED),
        Slot::Status | Slot::Section | Slot::Topic => {}
    }
}

/// Returns what a row says in its column of a kind.
pub(super) fn text_of<'r>(row: &'r Row, columns: &[RecognisedColumn], slot: Slot) -> Option<&'r str> {
    let mut cells = row.cells.iter().zip(columns).filter(|(_, column)| column.slot == slot);
    cells.find_map(|(cell, _)| Some(cell.text.trim()).filter(|text| !text.is_empty()))
}

/// Whether a row says which issue it is.
pub(super) fn names_issue(row: &Row, columns: &[RecognisedColumn]) -> bool {
    [Slot::Statement, Slot::Title].into_iter().any(|slot| text_of(row, columns, slot).is_some())
}

/// The number of an issue; what is no plain number is what the office calls it by.
fn number(issue: &mut DraftIssue, text: &str) {
    match only_number(text) {
        Some(number) => issue.printed = number,
        None => issue.label = Some(text.split_whitespace().collect::<Vec<_>>().join(" ")),
    }
}
