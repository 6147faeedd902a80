//! One course of events: the inspection, what was finished when, the notice, and the deadlines of what is not, with those that were moved.

mod picture;
mod steps;

use serde::Serialize;

use super::charts;
use super::parts::{Each, Html, Parts};
use super::wall::{CellView, cell};
use crate::value::Date;
use picture::picture;
use steps::{Step, steps};

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
