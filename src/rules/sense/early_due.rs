//! No deadline lies before the inspection, but for what was put right while it went on.

use super::at;
use crate::diagnostic::{Diagnostic, Severity};
use crate::notice::{Issue, Notice};
use crate::rules::example::Example::Shown;
use crate::rules::example::ExampleChange::Part;
use crate::rules::example::SECOND;
use crate::rules::{Check, Rule, RuleGroup, Words, dates};
use crate::say;
use crate::value::{Date, Spanned, Text};

pub(in crate::rules) static DUE_BEFORE_INSPECTION: Rule = Rule {
    id: "due-before-inspection",
    group: RuleGroup::Sense,
    severity: Severity::Error,
    demand: Words(
        "整改时限不早于反馈的日期（没有反馈日期的，不早于检查结束的日期）。",
        "A deadline does not lie before the day on which the findings were reported (or, without such a day, the inspection ended).",
    ),
    why: Words(
        "问题还没有反馈，时限却已经过了，多半是年份写错；公布出去，这个问题一开始就显示“逾期”。",
        "A deadline that had passed before the finding was made is most likely a wrong year, and would show the issue as overdue from the start.",
    ),
    example: Shown(&[Part(SECOND, "due: 2022-12", "due: 2023-12")]),
    check: Check::Issue(due_before_inspection),
};

fn due_before_inspection(sound: Option<&Notice>, issue: &Issue) -> Vec<Diagnostic> {
    let record = &issue.record;
    let is_done = |word: &str| {
        sound.and_then(|notice| notice.vocabulary.status(word)).is_some_and(|status| status.class.is_done())
    };
    let measures = record.measures.iter().map(|measure| (measure.status.as_ref(), measure.due));
    let items = record.items.iter().map(|item| (Some(&item.status), item.due));
    let of_issue = [record.deadline(), record.original_due].map(|due| (Some(&record.status), due));
    let dates = of_issue.into_iter().chain(measures).chain(items);
    // What is put right at once is done while the inspection goes on, and before its findings are reported.
    let (feedback, beginning) = (dates::of_feedback(sound), dates::of_beginning(sound));
    let too_early = |(status, due): (Option<&Text>, Option<Spanned<Date>>)| {
        let (due, is_done) = (due?, status.is_some_and(|word| is_done(word)));
        let begin = if is_done { beginning } else { feedback };
        let begin = begin.filter(|begin| due.last_day().is_before(begin.first_day()))?;
        let message = match is_done {
            true => say!(
                "整改时限 {due} 早于检查开始的日期 {begin}",
                "the deadline {due} is before the inspection began on {begin}"
            ),
            false => say!(
                "整改时限 {due} 早于反馈日期 {begin}",
                "the deadline {due} is before the findings were reported on {begin}"
            ),
        };
        let found = Diagnostic::of(&DUE_BEFORE_INSPECTION, at(issue, &due), message);
        Some(found.help(say!(
            "请核对年份；边巡边改、日期没错的，在这条记录里写明：accepted: [{{rule: due-before-inspection, text: \"{due}\", reason: 边巡边改}}]",
            "check the year; if it was put right during the inspection, say so in this record: \
             `accepted: [{{rule: due-before-inspection, text: \"{due}\", reason: put right during the inspection}}]`"
        )))
    };
    dates.filter_map(too_early).collect()
}
