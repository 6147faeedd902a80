//! Rows below a merged cell of an issue, which go on with it. What the rows say differently of the whole issue is no one's to choose: it is
//! left open, and reported.

use crate::diagnostic::Message;
use crate::office::draft::DraftIssue;
use crate::office::report::{Certainty, Report};
use crate::say;

/// Adds what a further row says to its issue.
pub(super) fn merge(issue: &mut DraftIssue, more: DraftIssue, report: &mut Report) {
    differ(issue, &more, report);
    // A row of a ledger has no tables and no Markdown; one that goes on with an issue has no number and no place of its own.
    #[rustfmt::skip]
    let DraftIssue {
        number: _, printed: _, label: _, section: _, topic: _, tables: _, markdown: _, more: _, is_by_measures: _,
        status: _, due: _, due_text: _, completed_on: _,
        line, title, statement, response, is_inferred, lead, responsible, measures, next_steps, fields,
    } = more;
    match (issue.is_by_measures, response.is_empty()) {
        (true, true) => issue.response.extend(measures),
        (true, false) => {
            issue.measures = std::mem::replace(&mut issue.response, response);
            issue.measures.extend(measures);
            issue.is_by_measures = false;
        }
        (false, _) => {
            issue.response.extend(response);
            issue.measures.extend(measures);
        }
    }
    issue.next_steps.extend(next_steps);
    issue.is_inferred |= is_inferred;
    fields.iter().for_each(|(label, text)| issue.add_field(label, text));
    for (ours, theirs) in [(&mut issue.lead, lead), (&mut issue.responsible, responsible)] {
        for body in theirs {
            if !ours.contains(&body) {
                ours.push(body);
            }
        }
    }
    for text in title.iter().chain(Some(&statement).filter(|text| !text.is_empty())) {
        let message = say!(
            "同一问题又一行的标题或者内容，没有收入",
            "a title or text in a further row of an issue; it was not taken over"
        );
        report.at(Certainty::NotUnderstood, line, text, message);
    }
}

/// Leaves open what a further row says differently of the whole issue.
fn differ(issue: &mut DraftIssue, more: &DraftIssue, report: &mut Report) {
    let mut tell = |message: Message| report.at(Certainty::NotUnderstood, more.line, &issue.statement, message);
    if more.status != issue.status {
        issue.status = None;
        tell(say!("同一问题的几行状态不同，没有写状态", "rows of one issue differ in status, and none is written"));
    }
    if (more.due, &more.due_text) != (issue.due, &issue.due_text) {
        issue.due = None;
        // What the rows say in words is kept, each once.
        let mut words = issue.due_text.take().into_iter().chain(more.due_text.clone()).collect::<Vec<_>>();
        words.dedup();
        issue.due_text = (!words.is_empty()).then(|| words.join("；"));
        tell(say!("同一问题的几行时限不同，没有写时限", "rows of one issue differ in deadline, and none is written"));
    }
    if more.completed_on != issue.completed_on {
        issue.completed_on = None;
        tell(say!(
            "同一问题的几行完成日期不同，没有写完成日期",
            "rows of one issue differ in the day of completion, and none is written"
        ));
    }
    if issue.status.is_none() {
        issue.completed_on = None;
    }
}
