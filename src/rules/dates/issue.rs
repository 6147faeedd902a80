//! Dates of an issue against each other and against those of the notice.

use super::{WRONG_ORDER_OF_DATES, earliest, of_events, of_feedback};
use crate::diagnostic::{Diagnostic, Message, Place};
use crate::notice::{Issue, Notice};
use crate::say;
use crate::value::{Date, Spanned};

fn wrong(issue: &Issue, date: &Spanned<Date>, message: Message, help: Message) -> Vec<Diagnostic> {
    vec![Diagnostic::of(&WRONG_ORDER_OF_DATES, Place::span(&issue.path, date.span()), message).help(help)]
}

/// Returns diagnostics for what happened to an issue before the first inspection began.
pub(super) fn before_inspection(sound: Option<&Notice>, issue: &Issue) -> Vec<Diagnostic> {
    let Some(from) = sound.and_then(|notice| earliest(notice, |inspection| inspection.from)) else { return Vec::new() };
    let early = of_events(issue).filter(|on| on.is_before(from));
    let message = |on| say!("{on} 早于检查开始日期 {from}", "{on} is before the inspection began on {from}");
    early.flat_map(|on| wrong(issue, &on, message(on), say!("请核对年份", "check the year"))).collect()
}

/// Returns a diagnostic for every deadline that was moved and is not later than before: of the issue, of an item, of a
/// measure. One that is before the feedback is a wrong year, which is said already.
pub(super) fn moved_forward(sound: Option<&Notice>, issue: &Issue) -> Vec<Diagnostic> {
    let items = issue.record.items.iter().map(|item| (item.due.map(|due| *due), item.original_due));
    let measures = issue.record.measures.iter().map(|measure| (measure.due.map(|due| *due), measure.original_due));
    let deadlines = std::iter::once((issue.due(), issue.record.original_due)).chain(items).chain(measures);
    let is_too_early = |due: Date| of_feedback(sound).is_some_and(|begin| due.last_day().is_before(begin.first_day()));
    let stated = deadlines.filter_map(|(due, original)| Some((due?, original?)));
    let swapped = stated.filter(|(due, original)| !is_too_early(*due) && original.days_until(*due) < 0);
    let found = |(due, original): (Date, Spanned<Date>)| {
        let message = say!(
            "原来的时限 {original} 晚于现在的时限 {due}",
            "the original deadline, {original}, is after the current one, {due}"
        );
        let help = say!(
            "请核对 due 和 original_due，多半写反了",
            "check `due` and `original_due`; most likely they are swapped"
        );
        wrong(issue, &original, message, help)
    };
    swapped.flat_map(found).collect()
}

pub(super) fn verified_too_early(_: Option<&Notice>, issue: &Issue) -> Vec<Diagnostic> {
    let (Some(completed), Some(verified)) = (issue.record.completed_on, issue.record.verified_on) else {
        return Vec::new();
    };
    if !verified.is_before(*completed) {
        return Vec::new();
    }
    let message = say!(
        "核实销号日期 {verified} 早于完成日期 {completed}",
        "it was verified on {verified}, before it was completed on {completed}"
    );
    wrong(issue, &verified, message, say!("请核对两个日期", "check both dates"))
}

pub(super) fn completed_yet_outstanding(sound: Option<&Notice>, issue: &Issue) -> Vec<Diagnostic> {
    let of_items = issue.record.items.iter().map(|item| (item.completed_on, &item.status));
    let completed = std::iter::once((issue.record.completed_on, &issue.record.status)).chain(of_items);
    let Some(notice) = sound else { return Vec::new() };
    let is_done = |word: &str| notice.vocabulary.status(word).is_none_or(|status| status.class.is_done());
    let completed = completed.filter(|(_, status)| !is_done(status));
    let found = completed.filter_map(|(on, status)| Some((on?, status))).flat_map(|(on, status)| {
        let message = say!(
            "写了完成日期，状态 {status} 却不算完成",
            "a date of completion is given, but `{status}` does not count as completed"
        );
        wrong(issue, &on, message, say!("请改正状态，或删去完成日期", "correct the status, or remove the date"))
    });
    found.collect()
}
