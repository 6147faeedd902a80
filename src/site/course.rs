//! One course of events: the inspection, what was finished when, the notice, and the deadlines of what is not, with those that were moved.

use serde::Serialize;

use super::charts;
use super::parts::{Each, Html, Parts};
use super::wall::{CellView, cell, look};
use crate::notice::{Inspection, Issue, IssueId, wording};
use crate::text::locale::{Argument, capitalised};
use crate::value::{Date, DatePart};

/// The most steps of one kind that issues take: where there are more, those of a month or of a year are one.
const STEPS: usize = 12;

/// The most squares of a step.
const SQUARES: usize = 30;

/// What happened, and what is to happen, in order.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct CourseView<'a> {
    /// Every step.
    pub steps: Vec<StepView<'a>>,
    /// The same as a picture.
    pub picture: Html,
}

/// A step.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct StepView<'a> {
    /// What it is: `inspection`, `feedback`, `notice`, `completed`, `due` or `moved`.
    pub kind: &'static str,
    /// When, or from when.
    pub on: Option<Date>,
    /// Until when, if it took a while.
    pub to: Option<Date>,
    /// What it is, in words.
    pub words: String,
    /// The issues that it is about, as many as there is room for.
    pub cells: Each<'a, CellView>,
    /// How many it is about beside them.
    pub more: usize,
    /// How many were left after it, where that is known.
    pub left: Option<u64>,
}

/// A step with its issues.
struct Step {
    kind: &'static str,
    on: Option<Date>,
    to: Option<Date>,
    words: String,
    issues: Vec<IssueId>,
}

impl Step {
    fn of(kind: &'static str, on: Date, words: String) -> Step {
        Step { kind, on: Some(on), to: None, words, issues: Vec::new() }
    }

    /// The day by which it stands in order, counted from another.
    fn day(&self, zero: Date) -> i64 {
        let day = match (self.on, self.to) {
            (Some(on), Some(_)) => on.first_day(),
            (Some(on), None) => on,
            (None, to) => to.unwrap_or(zero),
        };
        zero.days_until(day)
    }
}

/// Returns the course of events, unless there is nothing to tell but that a notice was issued.
pub(super) fn course<'a>(parts: &Parts<'a>) -> Option<CourseView<'a>> {
    let steps = steps(parts);
    let left = left(parts, &steps);
    let picture = charts::course(&picture(parts, &steps, &left)?);
    let view = |(step, left): (Step, Option<u64>)| StepView {
        kind: step.kind,
        on: step.on,
        to: step.to,
        words: step.words,
        more: step.issues.len().saturating_sub(SQUARES),
        cells: Each::of(parts, step.issues.into_iter().take(SQUARES).collect(), cell),
        left,
    };
    Some(CourseView { steps: steps.into_iter().zip(left).map(view).collect(), picture: Html::made(picture) })
}

/// Returns the course of events as a chart, with its rows as a table: what, from when, until when, in words, which issues, and how many were left.
pub(super) fn course_chart(parts: &Parts<'_>) -> Option<(charts::Course, Vec<Vec<String>>)> {
    let steps = steps(parts);
    let left = left(parts, &steps);
    let chart = picture(parts, &steps, &left)?;
    let date = |on: Option<Date>| on.map(|on| on.to_string()).unwrap_or_default();
    let row = |(step, left): (&Step, &Option<u64>)| {
        let issues: Vec<String> =
            step.issues.iter().map(|id| parts.notice().issue(*id).label(parts.locale.lang)).collect();
        let left = left.map(|n| n.to_string()).unwrap_or_default();
        vec![step.kind.to_owned(), date(step.on), date(step.to), step.words.clone(), issues.join("; "), left]
    };
    let rows = steps.iter().zip(&left).map(row).collect();
    Some((chart, rows))
}

/// Returns every step in order.
fn steps(parts: &Parts<'_>) -> Vec<Step> {
    let zero = parts.edition.as_of;
    let mut steps: Vec<Step> =
        parts.notice().record.inspections().iter().flat_map(|inspection| of_inspection(parts, inspection)).collect();
    let word = |kind: &str| parts.locale.text(&format!("course.{kind}"));
    steps.push(Step::of("notice", *parts.notice().record.issued_on, word("notice")));
    for (kind, when) in KINDS {
        let issues = parts.notice().issue_ids();
        let dated = issues.filter_map(|id| Some((when(parts, parts.notice().issue(id))?, id))).collect();
        let group = |(on, issues)| Step { issues, ..Step::of(kind, on, word(kind)) };
        steps.extend(grouped(dated).into_iter().map(group));
    }
    steps.sort_by_key(|step| step.day(zero));
    steps
}

/// What issues may have a date of.
type DateOf = fn(&Parts<'_>, &Issue) -> Option<Date>;

/// The steps that issues take.
const KINDS: [(&str, DateOf); 3] = [
    ("completed", completed_on),
    ("moved", |_, issue| issue.record.original_due.map(|due| *due).filter(|_| issue.class().is_outstanding())),
    ("due", |_, issue| issue.due().filter(|_| issue.class().is_outstanding())),
];

/// Returns when an issue was completed: as it says, or when its last change of status made it so.
fn completed_on(parts: &Parts<'_>, issue: &Issue) -> Option<Date> {
    let is_done = |word: &str| parts.notice().vocabulary.status(word).is_some_and(|status| status.class.is_done());
    let changed = || issue.record.history.last().filter(|change| is_done(&change.status)).map(|change| *change.on);
    let on = issue.record.completed_on.map(|on| *on).or_else(changed);
    on.filter(|_| issue.class().is_done())
}

fn of_inspection(parts: &Parts<'_>, inspection: &Inspection) -> Vec<Step> {
    let words = wording::words_of(parts.notice(), inspection, &parts.edition.theme.locales, parts.locale);
    let kind = words.get("kind").filter(|kind| !kind.is_empty()).map(str::to_owned);
    let took_place = kind.filter(|_| inspection.from.is_some() || inspection.to.is_some()).map(|kind| Step {
        kind: "inspection",
        on: inspection.from.map(|on| *on),
        to: inspection.to.map(|on| *on),
        words: capitalised(&kind),
        issues: Vec::new(),
    });
    let fed_back = inspection.fed_back_on.map(|on| Step::of("feedback", *on, parts.locale.text("course.feedback")));
    took_place.into_iter().chain(fed_back).collect()
}

/// Returns issues by their dates; where these are too many, by the month or the year of the dates.
fn grouped(dated: Vec<(Date, IssueId)>) -> Vec<(Date, Vec<IssueId>)> {
    let month = |date: Date| match date.last_day().part() {
        DatePart::Day(month, _) => Date::of(date.year(), DatePart::Month(month)).unwrap_or(date),
        _ => date,
    };
    let year = |date: Date| Date::of(date.year(), DatePart::Year).unwrap_or(date);
    let coarser: [&dyn Fn(Date) -> Date; 3] = [&|date| date, &month, &year];
    let mut groups: Vec<(Date, Vec<IssueId>)> = Vec::new();
    for coarser in coarser {
        groups.clear();
        for (date, id) in &dated {
            let date = coarser(*date);
            match groups.iter_mut().find(|(known, _)| *known == date) {
                Some((_, issues)) => issues.push(*id),
                None => groups.push((date, vec![*id])),
            }
            if groups.len() > STEPS {
                break;
            }
        }
        if groups.len() <= STEPS {
            break;
        }
    }
    groups
}

/// Returns how many issues were left after each step, from when all of them were known; nothing where it is not known of every issue when it
/// ceased to be left.
fn left(parts: &Parts<'_>, steps: &[Step]) -> Vec<Option<u64>> {
    let all = &parts.edition.statistics.all;
    let completed: usize = steps.iter().filter(|step| step.kind == "completed").map(|step| step.issues.len()).sum();
    let is_known = completed > 0 && all.outstanding().n + completed as u64 == all.total();
    let mut now = None;
    let mut after = |step: &Step| {
        now = match step.kind {
            "feedback" => Some(all.total()),
            "completed" => now.map(|n: u64| n.saturating_sub(step.issues.len() as u64)),
            _ => return None,
        };
        now
    };
    let after: Vec<Option<u64>> = steps.iter().map(&mut after).collect();
    if is_known { after } else { vec![None; steps.len()] }
}

/// Returns the steps as what is drawn; nothing where there are fewer than two days to draw.
fn picture(parts: &Parts<'_>, steps: &[Step], left: &[Option<u64>]) -> Option<charts::Course> {
    let zero = parts.edition.as_of;
    let ends = |step: &Step| step.to.map_or_else(|| step.day(zero), |to| zero.days_until(to));
    let first = steps.first()?.day(zero);
    let last = steps.iter().map(ends).max()?;
    let at = |day: i64| ((day - first) * 1000 / (last - first).max(1)).unsigned_abs().min(1000);
    if last == first || steps.len() < 3 {
        return None;
    }
    let square = |id: &IssueId| {
        let (view, look) = (cell(parts, *id), look(parts, parts.notice().issue(*id)));
        charts::Square { number: view.number, href: view.href, look }
    };
    let mark = |step: &Step| charts::TimelineMark {
        kind: step.kind,
        at: at(step.day(zero)),
        to: step.to.map(|to| at(zero.days_until(to))),
        words: step.words.clone(),
        date: span(parts, step),
        day: [step.on, step.to].into_iter().flatten().map(|on| on.to_string()).collect::<Vec<_>>().join(" - "),
        squares: step.issues.iter().take(charts::STACK).map(square).collect(),
        more: step.issues.len().saturating_sub(charts::STACK),
    };
    let moved = |issue: &Issue| {
        let (from, to) = (issue.record.original_due?, issue.due()?);
        issue.class().is_outstanding().then(|| (at(zero.days_until(*from)), at(zero.days_until(to))))
    };
    let year = |year: u16| {
        let day = zero.days_until(Date::day(year, 1, 1).ok()?);
        let name = parts.locale.date(Date::of(year, DatePart::Year).ok()?);
        (first <= day && day <= last).then(|| (at(day), name))
    };
    let years = |step: &Step| step.on.or(step.to).map(Date::year);
    let span = steps.iter().filter_map(years).min().zip(steps.iter().filter_map(years).max());
    let known = steps.iter().zip(left).filter_map(|(step, left)| Some((at(step.day(zero)), (*left)?)));
    Some(charts::Course {
        marks: steps.iter().map(mark).collect(),
        moves: parts.notice().issues.iter().filter_map(moved).take(STEPS).collect(),
        years: span.map(|(from, to)| (from..=to).filter_map(year).take(STEPS * 2).collect()).unwrap_or_default(),
        left: known.collect(),
        left_until: at(0),
        left_words: parts.locale.text("course.left"),
    })
}

/// Returns when a step took place, in words.
fn span(parts: &Parts<'_>, step: &Step) -> String {
    match (step.on, step.to) {
        (Some(from), Some(to)) => {
            let [from, to] = [from, to].map(|on| parts.locale.date(on));
            capitalised(
                &parts.locale.say("metadata.between", &[("from", Argument::Text(&from)), ("to", Argument::Text(&to))]),
            )
        }
        (on, to) => on.or(to).map(|on| capitalised(&parts.locale.date(on))).unwrap_or_default(),
    }
}
