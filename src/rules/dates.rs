//! Whether the dates of the notice follow each other as things happen: it was inspected, told of the findings, counted,
//! and reported.

use super::example::Example::Shown;
use super::example::ExampleChange::Part;
use super::example::FIRST;
use super::{Check, Rule, RuleGroup, Words};
use crate::diagnostic::Severity;
use crate::diagnostic::{Diagnostic, Message, Place};
use crate::notice::edition::Edition;
use crate::notice::{Accountability, Inspection, Issue, Notice};
use crate::say;
use crate::value::{Date, RelPath, Spanned};

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

/// A date of the notice as a whole.
struct Dated<'a> {
    path: &'a RelPath,
    name: Words,
    on: Spanned<Date>,
}

/// Returns one diagnostic for each date that lies before the one that it should follow.
fn check(edition: &Edition) -> Vec<Diagnostic> {
    out_of_order_dates(&edition.notice)
}

/// Returns whether the dates of the notice follow each other.
pub(super) fn are_in_order(notice: &Notice) -> bool {
    out_of_order_dates(notice).is_empty()
}

fn out_of_order_dates(notice: &Notice) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for inspection in notice.record.inspections() {
        in_turn(of_inspection(&notice.path, inspection).chain(of_notice(notice)), &mut found);
    }
    if notice.record.inspections().is_empty() {
        in_turn(of_notice(notice), &mut found);
    }
    found.dedup();
    found.extend(notice.accountability.iter().filter_map(|accountability| counted_after_issue(notice, accountability)));
    found
}

/// Each date lies after those before it.
fn in_turn<'a>(dates: impl Iterator<Item = Dated<'a>>, found: &mut Vec<Diagnostic>) {
    let mut latest: Option<Dated<'_>> = None;
    for dated in dates {
        match &latest {
            Some(earlier) if dated.on.is_before(*earlier.on) => {
                found.push(out_of_order(&dated, earlier));
                latest = Some(dated);
            }
            Some(earlier) if dated.on.first_day().is_before(earlier.on.first_day()) => {}
            _ => latest = Some(dated),
        }
    }
}

fn of_inspection<'a>(path: &'a RelPath, inspection: &Inspection) -> impl Iterator<Item = Dated<'a>> {
    let dates = [
        (Words("检查开始日期", "the first day of the inspection"), inspection.from),
        (Words("检查结束日期", "the last day of the inspection"), inspection.to),
        (Words("反馈日期", "the day on which the findings were reported"), inspection.fed_back_on),
    ];
    dates.into_iter().filter_map(move |(name, on)| Some(Dated { path, name, on: on? }))
}

/// Counted, then issued; a notice that is kept up, of which something happened after it was issued, is counted again.
fn of_notice(notice: &Notice) -> impl Iterator<Item = Dated<'_>> {
    let mut dates = [
        (Words("统计截至日期", "the date that the statistics hold for"), notice.record.as_of),
        (Words("发布日期", "the date of issue"), notice.record.issued_on),
    ];
    let (as_of, issued_on) = (*notice.record.as_of, *notice.record.issued_on);
    let is_news = |on: Spanned<Date>| issued_on.is_before(*on) && !as_of.is_before(*on);
    if notice.issues.iter().flat_map(of_events).any(is_news) {
        dates.reverse();
    }
    dates.into_iter().map(|(name, on)| Dated { path: &notice.path, name, on })
}

/// Returns a diagnostic if the figures of part three are younger than the notice; they may be older than the
/// statistics.
fn counted_after_issue(notice: &Notice, accountability: &Accountability) -> Option<Diagnostic> {
    let on = accountability.record.as_of?;
    let counted =
        Dated {
            path: &accountability.path, name: Words("数据截至日期", "the date that the figures hold for"), on
        };
    let issued = of_notice(notice).last().filter(|issued| issued.on.is_before(*on))?;
    Some(out_of_order(&issued, &counted))
}

fn out_of_order(dated: &Dated<'_>, earlier: &Dated<'_>) -> Diagnostic {
    let (Words(zh, en), date) = (dated.name, dated.on);
    let (Words(earlier_zh, earlier_en), earlier_date) = (earlier.name, earlier.on);
    let message =
        say!("{zh} {date} 早于{earlier_zh} {earlier_date}", "{en}, {date}, lies before {earlier_en}, {earlier_date}");
    let place = |dated: &Dated<'_>| Place::span(dated.path, dated.on.span());
    Diagnostic::of(&WRONG_ORDER_OF_DATES, place(dated), message)
        .help(say!(
            "请核对两个日期，多半是年份写错；发布以后又有进展的，在问题的 history 里写明哪一天有了变化",
            "check both dates; most likely a year is wrong; if there is news since the notice was issued, the `history` of an issue says of which day"
        ))
        .related(place(earlier), say!("{earlier_zh}在这里", "{earlier_en} is here"))
}

/// Returns the dates on which something happened to an issue, or to an item of it.
pub(super) fn of_events(issue: &Issue) -> impl Iterator<Item = Spanned<Date>> {
    let record = &issue.record;
    let happened = [record.completed_on, record.verified_on].into_iter().flatten();
    let of_items = record
        .items
        .iter()
        .flat_map(|item| item.completed_on.into_iter().chain(item.history.iter().map(|change| change.on)));
    happened.chain(record.history.iter().map(|change| change.on)).chain(of_items)
}

fn wrong(issue: &Issue, date: &Spanned<Date>, message: Message, help: Message) -> Vec<Diagnostic> {
    vec![Diagnostic::of(&WRONG_ORDER_OF_DATES, Place::span(&issue.path, date.span()), message).help(help)]
}

/// Returns diagnostics for what happened to an issue before the first inspection began.
fn before_inspection(sound: Option<&Notice>, issue: &Issue) -> Vec<Diagnostic> {
    let Some(from) = sound.and_then(|notice| earliest(notice, |inspection| inspection.from)) else { return Vec::new() };
    let early = of_events(issue).filter(|on| on.is_before(from));
    let message = |on| say!("{on} 早于检查开始日期 {from}", "{on} is before the inspection began on {from}");
    early.flat_map(|on| wrong(issue, &on, message(on), say!("请核对年份", "check the year"))).collect()
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

/// Returns a diagnostic for every deadline that was moved and is not later than before: of the issue, of an item, of a
/// measure. One that is before the feedback is a wrong year, which is said already.
fn moved_forward(sound: Option<&Notice>, issue: &Issue) -> Vec<Diagnostic> {
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

fn verified_too_early(_: Option<&Notice>, issue: &Issue) -> Vec<Diagnostic> {
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

fn completed_yet_outstanding(sound: Option<&Notice>, issue: &Issue) -> Vec<Diagnostic> {
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
