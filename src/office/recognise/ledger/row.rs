//! A row of a ledger as an issue, and rows below a merged cell that go on with one.

use super::super::block::INFERRED;
use super::super::bodies::told;
use super::super::days::{completed, due};
use super::super::fold::close;
use super::super::numeral::numeral;
use super::super::statement::statement;
use super::super::statuses::{state, state_or_tell};
use super::super::words::Slot;
use super::Ledger;
use super::columns::RecognisedColumn;
use crate::office::draft::DraftIssue;
use crate::office::manuscript::Row;
use crate::office::report::{Certainty, Report};
use crate::say;

pub(super) fn issue(row: &Row, columns: &[RecognisedColumn], is_more: bool, report: &mut Report) -> Option<DraftIssue> {
    let mut issue = DraftIssue { line: row.number, ..DraftIssue::default() };
    let cells = || {
        row.cells
            .iter()
            .zip(columns)
            .map(|(cell, column)| (cell.text.trim(), column))
            .filter(|(text, _)| !text.is_empty())
    };
    // The status first: a date of completion is one only of what is completed.
    let (first, rest): (Vec<_>, Vec<_>) = cells().partition(|(_, column)| column.slot == Slot::Status);
    let state = |(text, column): (&str, &RecognisedColumn)| state(&mut issue, text, &column.name, row.number, report);
    let behind: Vec<String> = first.into_iter().filter_map(state).collect();
    for (text, column) in rest {
        put(&mut issue, text, column, report);
    }
    issue.response.extend(behind);
    if is_more {
        return Some(issue);
    }
    if issue.response.is_empty() && !issue.measures.is_empty() {
        issue.response = std::mem::take(&mut issue.measures);
    }
    if issue.statement.is_empty() {
        issue.statement = issue.title.take().unwrap_or_default();
    }
    if issue.statement.is_empty() {
        return None;
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

fn put(issue: &mut DraftIssue, text: &str, column: &RecognisedColumn, report: &mut Report) {
    let lines = || text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned);
    match column.slot {
        Slot::Number => issue.printed = numeral(&close(text)).unwrap_or(0),
        Slot::Statement => issue.statement = statement(text).to_owned(),
        Slot::StatusOrResponse if state_or_tell(issue, text, issue.line, report) => {}
        Slot::Response | Slot::StatusOrResponse => issue.response.extend(lines()),
        Slot::Measures => issue.measures.extend(lines()),
        Slot::NextSteps => issue.next_steps.extend(lines()),
        Slot::Due => due(issue, text, issue.line, report),
        Slot::CompletedOn => completed(issue, text, &column.name, issue.line, report),
        Slot::Lead => issue.lead.extend(told(text, issue.line, report)),
        Slot::Responsible => issue.responsible.extend(told(text, issue.line, report)),
        Slot::Field if !column.name.is_empty() => issue.fields.push((column.name.clone(), text.to_owned())),
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

/// A row below a merged cell of an issue goes on with it.
pub(super) fn merge(ledger: &mut Ledger, more: DraftIssue, report: &mut Report) {
    let Some(issue) = ledger.issues.last_mut() else { return };
    issue.response.extend(more.response);
    issue.measures.extend(more.measures);
    issue.next_steps.extend(more.next_steps);
    issue.fields.extend(more.fields);
    let text = &issue.statement;
    if more.status.is_some_and(|status| issue.status != Some(status))
        || more.due.is_some_and(|due| issue.due != Some(due))
    {
        let message = say!(
            "同一问题的几行状态或时限不同，按第一行收入",
            "rows of one issue differ in status or deadline; those of the first were taken over"
        );
        report.at(Certainty::NotUnderstood, more.line, text, message);
    }
    issue.lead.extend(more.lead);
    issue.responsible.extend(more.responsible);
}

/// Whether a row says which issue it is.
pub(super) fn names_issue(row: &Row, columns: &[RecognisedColumn]) -> bool {
    let mut cells = row.cells.iter().zip(columns);
    cells.any(|(cell, column)| matches!(column.slot, Slot::Statement | Slot::Title) && !cell.text.trim().is_empty())
}
