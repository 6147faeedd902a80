//! Whether the dates of the notice follow each other as things happen: it was inspected, told of the findings, counted,
//! and reported.

mod issue;
mod turn;

use super::example::Example::Shown;
use super::example::ExampleChange::Part;
use super::example::FIRST;
use super::{Check, Rule, RuleGroup, Words};
use crate::diagnostic::{Diagnostic, Severity};
use crate::notice::edition::Edition;
use crate::notice::{Inspection, Issue, Notice};
use crate::value::{Date, Spanned};
use issue::{before_inspection, completed_yet_outstanding, moved_forward, verified_too_early};
use turn::out_of_order_dates;

pub(super) static WRONG_ORDER_OF_DATES: Rule = Rule {
    id: "wrong-order-of-dates",
    group: RuleGroup::Sense,
    severity: Severity::Error,
    demand: Words(
        "日期的先后合乎事实：检查、反馈、统计、发布依次进行；先完成、后核实销号；延期后的时限晚于原来的时限；写了完成日期的问题，状态是 completed。",
        "Dates follow each other as things happen: the inspection, the report of its findings, the statistics, the issue of the notice; completion, then \
         verification; a deadline that was put off lies later than before. An issue with a date of completion has the status `completed`.",
    ),
    why: Words(
        "没有完成就核实销号，等于承认核实是走过场；还没有统计就已经发布，读者会怀疑数字是编的。",
        "Verified before it was completed: that would admit that nobody looked. Issued before it was counted: that would look invented.",
    ),
    example: Shown(&[Part(
        FIRST,
        "completed_on: 2023-11-30\nverified_on: 2023-11-15",
        "completed_on: 2023-11-30\nverified_on: 2023-12-15",
    )]),
    check: Check::Several(&[
        Check::Notice(check),
        Check::Issue(before_inspection),
        Check::Issue(moved_forward),
        Check::Issue(verified_too_early),
        Check::Issue(completed_yet_outstanding),
    ]),
};

/// Returns one diagnostic for each date that lies before the one that it should follow.
fn check(edition: &Edition) -> Vec<Diagnostic> {
    out_of_order_dates(&edition.notice)
}

/// Returns whether the dates of the notice follow each other.
pub(super) fn are_in_order(notice: &Notice) -> bool {
    out_of_order_dates(notice).is_empty()
}

/// Returns the dates on which something happened to an issue, to an item or a measure of it.
pub(super) fn of_events(issue: &Issue) -> impl Iterator<Item = Spanned<Date>> {
    let record = &issue.record;
    let happened = [record.completed_on, record.verified_on].into_iter().flatten();
    let of_items = record
        .items
        .iter()
        .flat_map(|item| item.completed_on.into_iter().chain(item.history.iter().map(|change| change.on)));
    let of_measures = record.measures.iter().filter_map(|measure| measure.completed_on);
    happened.chain(record.history.iter().map(|change| change.on)).chain(of_items).chain(of_measures)
}

/// Returns the day on which findings were first fed back, or else the inspection ended. None where an inspection has
/// neither day.
pub(super) fn of_feedback(sound: Option<&Notice>) -> Option<Date> {
    earliest(sound?, |inspection| inspection.fed_back_on.or(inspection.to))
}

/// Returns the day on which inspections began. None where one of them has no such day.
pub(super) fn of_beginning(sound: Option<&Notice>) -> Option<Date> {
    earliest(sound?, |inspection| inspection.from)
}

/// Returns the earliest day of all inspections, if each of them has one.
fn earliest(notice: &Notice, day: impl Fn(&Inspection) -> Option<Spanned<Date>>) -> Option<Date> {
    let days: Option<Vec<Date>> =
        notice.record.inspections().iter().map(|inspection| day(inspection).map(|on| *on)).collect();
    days?.into_iter().min_by_key(|on| on.sort_key())
}
