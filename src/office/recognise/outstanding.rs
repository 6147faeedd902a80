//! What is not finished: items behind the issues that name one of them, with its status and its deadline.

mod items;

use self::items::{Item, Items};
use super::bodies::told;
use super::days::{deadline, due};
use super::fold::fold;
use super::likeness::{bare, best};
use super::lines::ManuscriptLine;
use super::statuses::heading_status;
use super::words::Slot;
use crate::office::draft::DraftIssue;
use crate::office::report::{Certainty, Report};
use crate::say;

/// Puts what the lines of a part say into the issues that they name; marks what is used, and returns how many items were matched.
pub(super) fn read(
    lines: &[ManuscriptLine],
    used: &mut [bool],
    issues: &mut [DraftIssue],
    report: &mut Report,
) -> usize {
    let Items { found: items, headings, gaps, .. } = Items::of(lines, issues);
    gaps.iter().for_each(|(at, message)| {
        report.at(Certainty::NotUnderstood, lines[*at].number, &lines[*at].text, message.clone());
    });
    let mut matched = 0;
    for item in &items {
        used[item.start..item.end].fill(true);
        let line = &lines[item.start];
        let Some((at, likeness)) = best(item.name, issues) else {
            let message = say!("没有找到对应的问题", "no issue fits this");
            report.at(Certainty::NotUnderstood, line.number, &line.text, message);
            continue;
        };
        let issue = &mut issues[at];
        let is_same = |text: &String| bare(item.name) == bare(text);
        if !is_same(&issue.statement) && !issue.title.as_ref().is_some_and(is_same) {
            let (n, statement) = (issue.number, issue.statement.trim_end_matches('。'));
            let message = say!(
                "对应第 {n} 个问题“{statement}”，文字不尽相同（相似 {likeness}%）",
                "taken for issue {n}, “{statement}”, though the words differ ({likeness}% alike)"
            );
            report.at(Certainty::Likely, line.number, item.name, message);
        }
        matched += 1;
        put(issue, item, lines, report);
    }
    // Headings of items did their work.
    for at in headings {
        used[at] |= items.last().is_some_and(|item| item.start > at) && heading_status(lines[at].body()).is_some();
    }
    matched
}

fn put(issue: &mut DraftIssue, item: &Item<'_>, lines: &[ManuscriptLine], report: &mut Report) {
    let line = &lines[item.start];
    if issue.status.is_some() && issue.status != item.status {
        report.at(
            Certainty::NotUnderstood,
            line.number,
            &line.text,
            say!("状态与前文不一致", "the status differs from what stands before"),
        );
    }
    match item.status {
        Some(status) => issue.status = Some(status),
        None => report.at(
            Certainty::NotUnderstood,
            line.number,
            &line.text,
            say!("看不出是哪种状态，没有写状态", "no status can be read for this, and none is written"),
        ),
    }
    if !item.text.is_empty() {
        issue.next_steps.push(item.text.to_owned());
    }
    let before = issue.due;
    for line in &lines[item.start + 1..item.end] {
        match line.label.map(|label| label.slot) {
            Some(Slot::Due | Slot::CompletedOn) => due(issue, line.content(), line.number, report),
            Some(Slot::Lead) => issue.lead.extend(told(line.content(), line.number, report)),
            Some(Slot::Responsible) => issue.responsible.extend(told(line.content(), line.number, report)),
            _ => issue.next_steps.push(line.text.clone()),
        }
    }
    if issue.due == before {
        issue.due = issue.due.or_else(|| inline_due(item.text));
    }
    if issue.due.is_none() {
        report.at(Certainty::NotUnderstood, line.number, &line.text, say!("没有读到整改时限", "no deadline was read"));
    }
}

/// A deadline in the sentences of an item: `整改时限：2024年6月底前`.
fn inline_due(text: &str) -> Option<crate::value::Date> {
    let folded = fold(text);
    let at = ["完成时限", "整改时限", "整改期限", "完成期限"].iter().find_map(|word| folded.find(word))?;
    let rest = folded[at..].split(['。', ';', ',', '\n']).next()?;
    let (_, rest) = rest.split_at(rest.char_indices().nth(4)?.0);
    deadline(rest.trim_start_matches([':', '为', '是', ' '])).map(|(date, _)| date)
}
