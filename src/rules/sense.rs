//! Rules about the notice and each of its issues: whether what they say can be true.

use rayon::prelude::*;

use super::dates;
use crate::diagnostic::{Diagnostic, Place};
use crate::notice::edition::Edition;
use crate::notice::{Issue, Notice};
use crate::say;
use crate::value::{Date, Status};

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

fn at(issue: &Issue, key: &str) -> Place {
    Place::Value(issue.path.clone(), key.to_owned())
}

fn deadlines(sound: Option<&Notice>, issue: &Issue) -> Vec<Diagnostic> {
    let measures = issue.measures.iter().enumerate().map(|(i, measure)| (format!("measures/{i}/due"), measure.due));
    let own = [("due".to_owned(), issue.due), ("original_due".to_owned(), issue.original_due)];
    let inspection = sound.and_then(|notice| notice.inspection.as_ref());
    let begin = inspection.map(|inspection| inspection.fed_back_on.unwrap_or(inspection.to));
    let too_early = |(key, due): (String, Option<Date>)| {
        let (due, begin) = (due?, begin?);
        due.last_day().is_before(begin.first_day()).then(|| before_inspection(at(issue, &key), due, begin))
    };
    let mut found: Vec<_> = own.into_iter().chain(measures).filter_map(too_early).collect();
    if found.is_empty() {
        found.extend(moved_forward(issue));
    }
    if issue.due.is_none()
        && matches!(issue.status, Status::SubstantiallyCompleted | Status::InProgress | Status::NotStarted)
    {
        found.push(
            Diagnostic::error(
                "missing-due",
                at(issue, "status"),
                say!("没有完成，却没有整改时限", "the issue is outstanding but has no deadline"),
            )
            .help(say!(
                "请加上“due: 2022-12”这样的一行；长期坚持的事项，状态写 ongoing",
                "add a line such as `due: 2022-12`; if it has no end by its nature, its status is `ongoing`"
            )),
        );
    }
    found
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
    let (due, original) = (issue.due?, issue.original_due?);
    let found = Diagnostic::error(
        "wrong-order-of-dates",
        at(issue, "original_due"),
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
    let happened = [("completed_on", issue.completed_on), ("verified_on", issue.verified_on)]
        .map(|(key, date)| (key.to_owned(), date));
    let changes = issue.history.iter().enumerate().map(|(i, change)| (format!("history/{i}/on"), Some(change.on)));
    let misplaced = |(key, date): (String, Option<Date>)| outside(sound?, at(issue, &key), date?);
    let mut found: Vec<_> = happened.into_iter().chain(changes).filter_map(misplaced).collect();
    if let (Some(completed), Some(verified)) = (issue.completed_on, issue.verified_on)
        && verified.is_before(completed)
    {
        found.push(
            Diagnostic::error(
                "wrong-order-of-dates",
                at(issue, "verified_on"),
                say!(
                    "核实销号日期 {verified} 早于完成日期 {completed}",
                    "it was verified on {verified}, before it was completed on {completed}"
                ),
            )
            .help(say!("请核对两个日期", "check both dates")),
        );
    }
    if issue.completed_on.is_some() && issue.status.is_outstanding() {
        found.push(
            Diagnostic::error(
                "wrong-order-of-dates",
                at(issue, "completed_on"),
                say!(
                    "写了完成日期，状态却不是 completed",
                    "a date of completion is given, but the status is not `completed`"
                ),
            )
            .help(say!("请改正状态，或删去完成日期", "correct the status, or remove the date")),
        );
    }
    found
}

/// What happens to an issue happens after the inspection began and not after the day that the statistics hold for.
fn outside(notice: &Notice, place: Place, date: Date) -> Option<Diagnostic> {
    let as_of = notice.as_of;
    if as_of.last_day().is_before(date.first_day()) {
        let message =
            say!("{date} 晚于统计截至日期 {as_of}", "{date} lies after {as_of}, the date that the statistics hold for");
        let help = say!("请核对日期，或更新 notice.yaml 的 as_of", "check the date, or update `as_of` in notice.yaml");
        return Some(Diagnostic::error("date-after-as-of", place, message).help(help));
    }
    let from = notice.inspection.as_ref().map(|inspection| inspection.from).filter(|from| date.is_before(*from))?;
    let message = say!("{date} 早于巡视开始日期 {from}", "{date} lies before the inspection began on {from}");
    Some(Diagnostic::error("wrong-order-of-dates", place, message).help(say!("请核对年份", "check the year")))
}

fn texts(issue: &Issue) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let needs_response = matches!(issue.status, Status::Completed | Status::SubstantiallyCompleted);
    if needs_response && issue.narrative.is_none() {
        let stem = issue.path.as_str().trim_end_matches(".yaml");
        found.push(
            Diagnostic::error(
                "missing-narrative",
                at(issue, "status"),
                say!("写明已完成，却没有整改情况的正文", "the issue is said to be completed, but there is no response"),
            )
            .help(say!(
                "请为每种语言写 {stem}.zh.md 这样的文件",
                "write a file such as {stem}.en.md for each language"
            )),
        );
    }
    if issue.status == Status::Completed && issue.next_steps.is_some() {
        found.push(
            Diagnostic::error(
                "needless-next-steps",
                Place::Key(issue.path.clone(), "next_steps".into()),
                say!("已完成的问题还写着下一步措施", "the issue is completed, yet it has next steps"),
            )
            .help(say!("请改正状态，或删去 next_steps", "correct the status, or remove `next_steps`")),
        );
    }
    if matches!(issue.status, Status::SubstantiallyCompleted | Status::InProgress) && issue.next_steps.is_none() {
        found.push(
            Diagnostic::error(
                "missing-next-steps",
                at(issue, "status"),
                say!("没有完成，却没有写下一步措施", "the issue is outstanding but has no next steps"),
            )
            .help(say!("请加上 next_steps，写明还要做什么", "add `next_steps` and say what is still to be done")),
        );
    }
    found
}

fn history(issue: &Issue) -> Vec<Diagnostic> {
    let Some(last) = issue.history.last().filter(|last| last.status != issue.status) else { return Vec::new() };
    let (status, recorded, on) = (issue.status.word(), last.status.word(), last.on);
    let found = Diagnostic::error(
        "history-differs",
        at(issue, "status"),
        say!(
            "状态是 {status}，最近一次变化（{on}）却是 {recorded}",
            "the status is `{status}`, but the latest change ({on}) says `{recorded}`"
        ),
    );
    vec![found.help(say!("请改正状态，或补上最近的变化", "correct the status, or add the latest change"))]
}
