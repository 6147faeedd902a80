//! The steps of the course of events in order: what the inspections and the notice were, and what issues have a date of.

use super::super::parts::Parts;
use super::STEPS;
use crate::notice::{Inspection, Issue, IssueId, wording};
use crate::text::locale::capitalised;
use crate::value::{Date, DatePart};

/// A step with its issues.
pub(super) struct Step {
    pub(super) kind: &'static str,
    pub(super) on: Option<Date>,
    pub(super) to: Option<Date>,
    pub(super) words: String,
    pub(super) issues: Vec<IssueId>,
}

impl Step {
    fn of(kind: &'static str, on: Date, words: String) -> Step {
        Step { kind, on: Some(on), to: None, words, issues: Vec::new() }
    }

    /// The day by which it stands in order, counted from another.
    pub(super) fn day(&self, zero: Date) -> i64 {
        let day = match (self.on, self.to) {
            (Some(on), Some(_)) => on.first_day(),
            (Some(on), None) => on,
            (None, to) => to.unwrap_or(zero),
        };
        zero.days_until(day)
    }
}

/// Returns every step in order.
pub(super) fn steps(parts: &Parts<'_>) -> Vec<Step> {
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
