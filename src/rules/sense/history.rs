//! What happened to an issue: nothing after the day that the statistics hold for, and last of all its status.

use super::at;
use crate::diagnostic::{Diagnostic, Severity};
use crate::notice::{Issue, Notice};
use crate::rules::example::Example::Shown;
use crate::rules::example::ExampleChange::Part;
use crate::rules::example::FIRST;
use crate::rules::{Check, Rule, RuleGroup, Words, dates};
use crate::say;
use crate::value::{Date, Spanned};

pub(in crate::rules) static DATE_AFTER_AS_OF: Rule = Rule {
    id: "date-after-as-of",
    group: RuleGroup::Sense,
    severity: Severity::Error,
    demand: Words(
        "完成、核实销号和状态变化的日期不晚于统计截至日期（notice.yaml 的 as_of）。",
        "Dates of completion, verification and changes of status do not lie after `as_of` in notice.yaml.",
    ),
    why: Words(
        "把还没有到的日子写成已经发生，读者一眼就看得出，整份通报都会受怀疑。",
        "What is said to have happened on a day that has not come yet makes readers doubt the whole notice.",
    ),
    example: Shown(&[Part(FIRST, "verified_on: 2024-12-15", "verified_on: 2023-12-15")]),
    check: Check::Issue(after_as_of),
};

pub(in crate::rules) static HISTORY_DIFFERS: Rule = Rule {
    id: "history-differs",
    group: RuleGroup::Sense,
    severity: Severity::Error,
    demand: Words(
        "问题的状态（status）就是状态变化（history）里日期最近的那一个。",
        "The status of an issue is that of the latest change in its `history`.",
    ),
    why: Words(
        "同一个页面上，上面写“已完成”，下面的时间线却停在“正在整改”，读者不知道该信哪个。",
        "One page would say “completed” at the top and “in progress” at the end of its timeline.",
    ),
    example: Shown(&[Part(
        FIRST,
        "- {on: 2023-11-30, status: in-progress, note: {zh: 全部处理完毕, en: All cases closed}}",
        "- {on: 2023-11-30, status: completed, note: {zh: 全部处理完毕, en: All cases closed}}",
    )]),
    check: Check::Issue(history_differs),
};

/// Returns diagnostics for what happened to an issue after the day that the statistics hold for.
fn after_as_of(sound: Option<&Notice>, issue: &Issue) -> Vec<Diagnostic> {
    let Some(as_of) = sound.map(|notice| *notice.record.as_of) else { return Vec::new() };
    let is_late = |on: &Spanned<Date>| as_of.last_day().is_before(on.first_day());
    let late = |on: Spanned<Date>| {
        let message =
            say!("{on} 晚于统计截至日期 {as_of}", "{on} is after {as_of}, the date that the statistics hold for");
        let help = say!("请核对日期，或更新 notice.yaml 的 as_of", "check the date, or update `as_of` in notice.yaml");
        Diagnostic::of(&DATE_AFTER_AS_OF, at(issue, &on), message).help(help)
    };
    dates::of_events(issue).filter(is_late).map(late).collect()
}

fn history_differs(_: Option<&Notice>, issue: &Issue) -> Vec<Diagnostic> {
    let record = &issue.record;
    let Some(last) = record.history.last().filter(|last| last.status != record.status) else { return Vec::new() };
    let (status, recorded, on) = (&record.status, &last.status, last.on);
    let message = say!(
        "状态是 {status}，最近一次变化（{on}）却是 {recorded}",
        "the status is `{status}`, but the latest change ({on}) says `{recorded}`"
    );
    let help = say!("请改正状态，或补上最近的变化", "correct the status, or add the latest change");
    vec![Diagnostic::of(&HISTORY_DIFFERS, at(issue, &record.status), message).help(help)]
}
