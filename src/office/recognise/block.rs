//! One issue: its lines, sorted by the labels that they begin with.

mod losses;
mod pieces;

use super::bodies::told;
use super::days::{completed, due};
use super::lines::ManuscriptLine;
use super::statement::statement;
use super::statuses::{state, state_or_tell, status_sentence};
use super::words::Slot;
use crate::office::draft::{DraftIssue, TextTable, one_line};
use crate::office::report::{Certainty, Report};
use crate::say;
use losses::looks_whole;
use pieces::pieces;

/// The word behind a status that the issuer does not state.
pub(super) const INFERRED: &str = "推定";

/// A text under a label.
struct LabelledText<'a> {
    slot: Slot,
    word: &'a str,
    text: &'a str,
    line: &'a ManuscriptLine,
}

/// Returns an issue of its lines.
pub(super) fn issue(lines: &[ManuscriptLine], is_unlabelled: bool, report: &mut Report) -> DraftIssue {
    let mut issue = DraftIssue { printed: lines[0].printed(), line: lines[0].number, ..DraftIssue::default() };
    let pieces = pieces(lines, is_unlabelled, report);
    let mut tables = Vec::new();
    for (at, piece) in pieces.iter().enumerate() {
        put(&mut issue, piece, report);
        let is_last = pieces.get(at + 1).is_none_or(|next| !std::ptr::eq(next.line, piece.line));
        let counts = (issue.response.len(), issue.measures.len());
        tables.extend(piece.line.tables.iter().filter(|_| is_last).map(|table| (piece.slot, counts, table)));
    }
    issue.statement = statement(&issue.statement).to_owned();
    issue.is_by_measures = issue.response.is_empty() && !issue.measures.is_empty();
    if issue.is_by_measures {
        issue.response = std::mem::take(&mut issue.measures);
    }
    for (slot, (responses, measures), table) in tables {
        let behind = match slot {
            Slot::Response | Slot::StatusOrResponse => responses,
            Slot::Measures if issue.is_by_measures => measures,
            // A table of something else has no place in the text.
            _ => continue,
        };
        tell_table(table, lines[0].number, report);
        issue.tables.push(TextTable { behind, ..table.clone() });
    }
    looks_whole(&issue, &lines[0], &pieces, report);
    issue
}

/// Says that a table was taken into a text.
pub(super) fn tell_table(table: &TextTable, number: usize, report: &mut Report) {
    let text = table.rows.first().map_or(String::new(), |row| row.join(" | "));
    let message = say!(
        "表格照收在正文里，第一行作表头；合并的单元格请核对",
        "a table, taken into the text with its first row as heads; please check cells that were merged"
    );
    report.at(Certainty::Likely, number, &text, message);
}

fn put(issue: &mut DraftIssue, piece: &LabelledText<'_>, report: &mut Report) {
    let text = piece.text;
    if text.is_empty() {
        return;
    }
    let owned = || text.to_owned();
    match piece.slot {
        Slot::Statement if issue.statement.is_empty() => issue.statement = owned(),
        // What stands under a label of its own is what was found, and what the issue begins with its title.
        Slot::Statement if !piece.word.is_empty() && issue.title.is_none() => {
            issue.title = Some(std::mem::replace(&mut issue.statement, owned()));
        }
        Slot::Statement => {
            let message =
                say!("接在问题后面，按问题的一部分收入", "it follows the issue, and is taken for a part of it");
            report.at(Certainty::Likely, piece.line.number, text, message);
            issue.statement = one_line(&format!("{}\n{text}", issue.statement));
        }
        Slot::Status => {
            issue.is_inferred = text.contains(INFERRED);
            let behind = state(issue, text, piece.word, piece.line.number, report);
            issue.response.extend(behind);
        }
        Slot::StatusOrResponse if state_or_tell(issue, text, piece.line.number, report) => {}
        Slot::Response | Slot::StatusOrResponse => {
            if issue.response.is_empty() && issue.status.is_none() {
                issue.status = status_sentence(text);
                if issue.status.is_some() {
                    let message = say!("按第一句话定状态", "its first sentence is taken for the status");
                    report.at(Certainty::Likely, piece.line.number, text, message);
                }
            }
            issue.response.push(owned());
        }
        Slot::Measures => issue.measures.push(owned()),
        Slot::NextSteps => issue.next_steps.push(owned()),
        Slot::Due => due(issue, text, piece.line.number, report),
        Slot::CompletedOn => completed(issue, text, piece.word, piece.line.number, report),
        Slot::Lead => issue.lead.extend(told(text, piece.line.number, report)),
        Slot::Responsible => issue.responsible.extend(told(text, piece.line.number, report)),
        Slot::Field | Slot::Number | Slot::Section | Slot::Topic | Slot::Title | Slot::StatusBasis => {
            issue.add_field(piece.word, text);
        }
    }
}
