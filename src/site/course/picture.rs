//! The course of events as what is drawn: places on a line of time, with their words.

use super::super::charts;
use super::super::parts::Parts;
use super::super::wall::{cell, look};
use super::STEPS;
use super::steps::Step;
use crate::notice::{Issue, IssueId};
use crate::text::locale::{Argument, capitalised};
use crate::value::{Date, DatePart};

/// Returns the steps as what is drawn; nothing where there are fewer than two days to draw.
pub(super) fn picture(parts: &Parts<'_>, steps: &[Step], left: &[Option<u64>]) -> Option<charts::Course> {
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

/// Returns when a step took place, in words that stand for themselves.
fn span(parts: &Parts<'_>, step: &Step) -> String {
    let words = match (step.on, step.to) {
        (Some(from), Some(to)) => {
            let [from, to] = [from, to].map(|on| parts.locale.date(on));
            parts.locale.say("metadata.between", &[("from", Argument::Text(&from)), ("to", Argument::Text(&to))])
        }
        (on, to) => on.or(to).map(|on| parts.locale.date(on)).unwrap_or_default(),
    };
    capitalised(&words)
}
