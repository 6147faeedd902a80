//! The deadline of a record is the last one of its next steps.

use super::context::Context;
use super::example::Example::Shown;
use super::example::ExampleChange::Part;
use super::example::SECOND;
use super::languages::{self, WrittenDate};
use super::{Check, ReadPassage, Rule, RuleGroup, Words};
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::notice::{Issue, Notice, Passage};
use crate::say;
use crate::text::markdown::Prose;
use crate::value::{Date, Spanned};

pub(super) static DEADLINE_DIFFERS: Rule = Rule {
    id: "deadline-differs",
    group: RuleGroup::Sense,
    severity: Severity::Warning,
    demand: Words(
        "下一步措施（next_steps）里最晚的期限，就是整改时限（due）。",
        "The latest deadline of the next steps (`next_steps`) is the deadline of the issue (`due`).",
    ),
    why: Words(
        "时限写 2023 年 12 月，下一步措施却说 2024 年 6 月底前完成：读者不知道等到哪一天，逾期也算不准。",
        "If the deadline is December 2023 and the next steps promise June 2024, nobody knows which day to wait for, or when it is overdue.",
    ),
    example: Shown(&[Part(
        SECOND,
        "next_steps:\n  zh: 2024年6月底前追缴余款。\n  en: The rest will be recovered by the end of June 2024.",
        "next_steps:\n  zh: 继续追缴余款。\n  en: The rest is still being pursued.",
    )]),
    check: Check::OfIssue(check),
};

pub(super) static LATE_STEP: Rule = Rule {
    id: "late-step",
    group: RuleGroup::Sense,
    severity: Severity::Warning,
    demand: Words(
        "整改措施（measures）和小项（items）的时限，不晚于整个问题的整改时限（due）；延期了的，写有原来的时限（original_due）。",
        "No measure (`measures`) or item (`items`) is due after the issue as a whole (`due`), unless it was extended and says so (`original_due`).",
    ),
    why: Words(
        "问题年底前完成，其中一项措施却到明年六月：整个问题不可能按期完成，总有一个日期不对。",
        "If the issue is due by December and one of its measures next June, the issue cannot be done in time: one of the dates is wrong.",
    ),
    example: Shown(&[Part(
        SECOND,
        "original_due: 2023-09\nmeasures: [{text: {zh: 追缴余款, en: Recover the rest}, due: 2024-06}]",
        "original_due: 2023-09",
    )]),
    check: Check::Issue(late_steps),
};

fn late_steps(_: Option<&Notice>, issue: &Issue) -> Vec<Diagnostic> {
    let Some(due) = issue.record.deadline() else { return Vec::new() };
    let measures = issue.record.measures.iter().map(|measure| (measure.due, measure.original_due));
    let steps = measures.chain(issue.record.items.iter().map(|item| (item.due, item.original_due)));
    let is_late = |step: Date| due.last_day().is_before(step.last_day());
    // One that was extended is known to be late, if it was in time before.
    let is_extended = |original: Option<Spanned<Date>>| original.is_some_and(|original| !is_late(*original));
    let late = |step: Spanned<Date>| {
        let message = say!(
            "这一项的时限 {step} 晚于整个问题的整改时限 {due}",
            "this is due on {step}, after the issue as a whole ({due})"
        );
        let help = say!(
            "请核对两个时限；这一项延期了的，写明原来的时限 original_due；确实如此的，在 accepted 里写明理由",
            "check both deadlines; if this one was extended, write what it was as `original_due`; if they are right, say why under `accepted`"
        );
        let found = Diagnostic::of(&LATE_STEP, Place::span(&issue.path, step.span()), message).help(help);
        found.related(Place::span(&issue.path, due.span()), say!("整改时限在这里", "the deadline stands here"))
    };
    let late_steps = steps.filter_map(|(step, original)| step.filter(|step| is_late(**step) && !is_extended(original)));
    late_steps.map(late).collect()
}

fn check(context: &Context, issue: &Issue, texts: &[ReadPassage<'_>]) -> Vec<Diagnostic> {
    let Some(due) = issue.record.deadline() else { return Vec::new() };
    let next_steps = || issue.record.next_steps.iter().flat_map(|texts| texts.iter());
    let are_next_steps = |(passage, _): &ReadPassage<'_>| {
        passage.doc().is_some_and(|doc| next_steps().any(|(_, text)| std::ptr::eq(&**text, doc)))
    };
    if !texts.first().is_some_and(are_next_steps) {
        return Vec::new();
    }
    texts.iter().find_map(|(passage, prose)| differs(context, issue, due, passage, prose)).into_iter().collect()
}

/// Returns the deadlines of items and measures that were extended: the next steps may end in one of them.
fn extended_steps(issue: &Issue) -> impl Iterator<Item = Date> {
    let items = issue.record.items.iter().map(|item| (item.due, item.original_due));
    let measures = issue.record.measures.iter().map(|measure| (measure.due, measure.original_due));
    items.chain(measures).filter(|(_, original)| original.is_some()).filter_map(|(due, _)| due.map(|due| *due))
}

/// Returns the diagnostic that the latest date of the next steps is not the deadline. What lies before the deadline and
/// before the day that statuses hold for is something that happened, unless it is the end of a month or year, as
/// deadlines are set.
fn differs(
    context: &Context,
    issue: &Issue,
    due: Spanned<Date>,
    passage: &Passage<'_>,
    prose: &Prose<'_>,
) -> Option<Diagnostic> {
    let from = if due.is_before(context.as_of) { *due } else { context.as_of };
    let mut dates = languages::dates_of(context, passage, prose);
    dates.retain(|written| written.is_end || !written.date.is_before(from));
    let WrittenDate { date: latest, range, .. } = dates.into_iter().max_by_key(|written| written.date.sort_key())?;
    let is_at = |due: Date| !latest.is_before(due) && !due.last_day().is_before(latest);
    if is_at(*due) || extended_steps(issue).any(is_at) {
        return None;
    }
    let written = prose.text[range.clone()].to_owned();
    let message = say!(
        "下一步措施最晚到“{written}”，整改时限（due）却是 {due}",
        "the next steps end in “{written}”, but the deadline (`due`) is {due}"
    );
    let help = say!(
        "请核对，改正文字或 due；确实不同的，在 accepted 里写明理由",
        "check which is right and correct the other; if both are, say why under `accepted`"
    );
    let found = Diagnostic::of(&DEADLINE_DIFFERS, passage.place(prose.place(range)), message).help(help);
    Some(found.related(Place::span(&issue.path, due.span()), say!("整改时限在这里", "the deadline stands here")))
}
