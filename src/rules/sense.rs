//! Rules about the notice and each of its issues: whether what they say can be true.

use rayon::prelude::*;

use super::dates;
use crate::diagnostic::{Diagnostic, Place};
use crate::notice::edition::Edition;
use crate::notice::{Issue, Notice};
use crate::say;
use crate::value::{Date, Spanned, Status};

pub(super) fn check(edition: &Edition) -> Vec<Diagnostic> {
    let notice = &edition.notice;
    let mut found = dates::check(notice);
    // Against dates that are themselves wrong every issue would be.
    let sound = found.is_empty().then_some(notice);
    let of_issue =
        |issue| [deadlines(sound, issue), events(sound, issue), texts(issue), history(issue)].into_iter().flatten();
    found.par_extend(notice.issues.par_iter().flat_map_iter(of_issue));
    found
}

fn at<T>(issue: &Issue, value: &Spanned<T>) -> Place {
    Place::span(&issue.path, value.span())
}

fn deadlines(sound: Option<&Notice>, issue: &Issue) -> Vec<Diagnostic> {
    let record = &issue.record;
    let dates = [record.due, record.original_due].into_iter().chain(record.measures.iter().map(|measure| measure.due));
    let inspection = sound.and_then(|notice| notice.record.inspection.as_ref());
    let begin = inspection.map(|inspection| *inspection.fed_back_on.unwrap_or(inspection.to));
    let too_early = |due: Spanned<Date>| {
        let begin = begin?;
        due.last_day().is_before(begin.first_day()).then(|| before_inspection(at(issue, &due), *due, begin))
    };
    let mut found: Vec<_> = dates.flatten().filter_map(too_early).collect();
    if found.is_empty() {
        found.extend(moved_forward(issue));
    }
    found.extend(missing_due(issue));
    found
}

fn missing_due(issue: &Issue) -> Option<Diagnostic> {
    let needs_due = matches!(issue.status(), Status::SubstantiallyCompleted | Status::InProgress | Status::NotStarted);
    let message = say!("没有完成，却没有整改时限", "the issue is outstanding but has no deadline");
    let help = say!(
        "请加上“due: 2022-12”这样的一行；长期坚持的事项，状态写 ongoing",
        "add a line such as `due: 2022-12`; if it has no end by its nature, its status is `ongoing`"
    );
    (needs_due && issue.record.due.is_none())
        .then(|| Diagnostic::error("missing-due", at(issue, &issue.record.status), message).help(help))
}

fn before_inspection(place: Place, due: Date, begin: Date) -> Diagnostic {
    Diagnostic::error(
        "due-before-inspection",
        place,
        say!(
            "整改时限 {due} 早于巡视反馈日期 {begin}",
            "the deadline {due} lies before the feedback of the inspection on {begin}"
        ),
    )
    .help(say!("请核对年份", "check the year"))
}

/// A deadline that was put off lies later than it did before.
fn moved_forward(issue: &Issue) -> Option<Diagnostic> {
    let (due, written) = (issue.due()?, issue.record.original_due?);
    let original = *written;
    let found = Diagnostic::error(
        "wrong-order-of-dates",
        at(issue, &written),
        say!(
            "原来的时限 {original} 晚于现在的时限 {due}",
            "the original deadline, {original}, lies after the one that holds now, {due}"
        ),
    );
    let found = found.help(say!(
        "请核对 due 和 original_due，多半写反了",
        "check `due` and `original_due`; most likely they are swapped"
    ));
    (original.days_until(due) < 0).then_some(found)
}

fn events(sound: Option<&Notice>, issue: &Issue) -> Vec<Diagnostic> {
    let record = &issue.record;
    let happened = [record.completed_on, record.verified_on].into_iter().flatten();
    let dates = happened.chain(record.history.iter().map(|change| change.on));
    let mut found: Vec<_> = dates.filter_map(|on| outside(sound?, at(issue, &on), *on)).collect();
    found.extend(verified_too_early(issue));
    found.extend(completed_yet_outstanding(issue));
    found
}

fn verified_too_early(issue: &Issue) -> Option<Diagnostic> {
    let (completed, verified) = (issue.record.completed_on?, issue.record.verified_on?);
    let message = say!(
        "核实销号日期 {verified} 早于完成日期 {completed}",
        "it was verified on {verified}, before it was completed on {completed}"
    );
    let found = Diagnostic::error("wrong-order-of-dates", at(issue, &verified), message)
        .help(say!("请核对两个日期", "check both dates"));
    verified.is_before(*completed).then_some(found)
}

fn completed_yet_outstanding(issue: &Issue) -> Option<Diagnostic> {
    let completed = issue.record.completed_on.filter(|_| issue.status().is_outstanding())?;
    let message =
        say!("写了完成日期，状态却不是 completed", "a date of completion is given, but the status is not `completed`");
    let help = say!("请改正状态，或删去完成日期", "correct the status, or remove the date");
    Some(Diagnostic::error("wrong-order-of-dates", at(issue, &completed), message).help(help))
}

/// What happens to an issue happens after the inspection began and not after the day that the statistics hold for.
fn outside(notice: &Notice, place: Place, date: Date) -> Option<Diagnostic> {
    let as_of = *notice.record.as_of;
    if as_of.last_day().is_before(date.first_day()) {
        let message =
            say!("{date} 晚于统计截至日期 {as_of}", "{date} lies after {as_of}, the date that the statistics hold for");
        let help = say!("请核对日期，或更新 notice.yaml 的 as_of", "check the date, or update `as_of` in notice.yaml");
        return Some(Diagnostic::error("date-after-as-of", place, message).help(help));
    }
    let from =
        notice.record.inspection.as_ref().map(|inspection| *inspection.from).filter(|from| date.is_before(*from))?;
    let message = say!("{date} 早于巡视开始日期 {from}", "{date} lies before the inspection began on {from}");
    Some(Diagnostic::error("wrong-order-of-dates", place, message).help(say!("请核对年份", "check the year")))
}

fn texts(issue: &Issue) -> Vec<Diagnostic> {
    [missing_response(issue), needless_next_steps(issue), missing_next_steps(issue)].into_iter().flatten().collect()
}

fn missing_response(issue: &Issue) -> Option<Diagnostic> {
    let needs_response = matches!(issue.status(), Status::Completed | Status::SubstantiallyCompleted);
    let stem = issue.path.as_str().trim_end_matches(".yaml");
    let message =
        say!("写明已完成，却没有整改情况的正文", "the issue is said to be completed, but there is no response");
    let help = say!("请为每种语言写 {stem}.zh.md 这样的文件", "write a file such as {stem}.en.md for each language");
    (needs_response && issue.response.is_none())
        .then(|| Diagnostic::error("missing-narrative", at(issue, &issue.record.status), message).help(help))
}

fn needless_next_steps(issue: &Issue) -> Option<Diagnostic> {
    let next_steps = issue.record.next_steps.as_ref().filter(|_| issue.status() == Status::Completed)?;
    let (_, first) = next_steps.iter().next()?;
    let message = say!("已完成的问题还写着下一步措施", "the issue is completed, yet it has next steps");
    let help = say!("请改正状态，或删去 next_steps", "correct the status, or remove `next_steps`");
    Some(Diagnostic::error("needless-next-steps", at(issue, first), message).help(help))
}

fn missing_next_steps(issue: &Issue) -> Option<Diagnostic> {
    let needs_them = matches!(issue.status(), Status::SubstantiallyCompleted | Status::InProgress);
    let message = say!("没有完成，却没有写下一步措施", "the issue is outstanding but has no next steps");
    let help = say!("请加上 next_steps，写明还要做什么", "add `next_steps` and say what is still to be done");
    (needs_them && issue.record.next_steps.is_none())
        .then(|| Diagnostic::error("missing-next-steps", at(issue, &issue.record.status), message).help(help))
}

fn history(issue: &Issue) -> Vec<Diagnostic> {
    let record = &issue.record;
    let Some(last) = record.history.last().filter(|last| last.status != issue.status()) else { return Vec::new() };
    let (status, recorded, on) = (issue.status().word(), last.status.word(), last.on);
    let message = say!(
        "状态是 {status}，最近一次变化（{on}）却是 {recorded}",
        "the status is `{status}`, but the latest change ({on}) says `{recorded}`"
    );
    let help = say!("请改正状态，或补上最近的变化", "correct the status, or add the latest change");
    vec![Diagnostic::error("history-differs", at(issue, &record.status), message).help(help)]
}
