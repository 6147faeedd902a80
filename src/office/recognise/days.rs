//! The days of an issue: its deadline, and when it was completed.

use super::dates::{only_date, whole_date};
use super::fold::fold;
use crate::office::draft::DraftIssue;
use crate::office::report::{Certainty, Report};
use crate::say;

/// Returns the date of a deadline; what is none is reported, and not guessed.
pub(super) fn due(text: &str, number: usize, report: &mut Report) -> Option<crate::value::Date> {
    let found = only_date(&fold(text));
    if found.is_none() {
        let message =
            say!("时限看不出是哪一天，没有写时限", "no day can be read from this deadline, and none is written");
        report.at(Certainty::NotUnderstood, number, text, message);
    }
    found
}

/// A day of completion; one that is in words with 前 is a deadline.
pub(super) fn completed(issue: &mut DraftIssue, text: &str, number: usize, report: &mut Report) {
    let folded = fold(text);
    match (whole_date(&folded), only_date(&folded)) {
        (Some(date), _) if issue.status == Some("completed") => issue.completed_on = Some(date),
        (_, Some(date)) if issue.due.is_none() => {
            issue.due = Some(date);
            let message = say!("按整改时限收入", "taken for the deadline");
            report.at(Certainty::Likely, number, text, message);
        }
        _ => {
            report.at(Certainty::NotUnderstood, number, text, say!("完成时间没有收入", "this date was not taken over"))
        }
    }
}
