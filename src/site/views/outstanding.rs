//! The page of what is not finished: by status with what is still to be done, and by deadline.

use serde::Serialize;

use super::super::parts::{Each, Parts, Rows, StatusView};
use super::super::plan::PageKind;
use super::contents::{ContentsEntry, Paged};
use super::deadlines::{DeadlineGroup, by_deadline, deadlines, in_words};
use super::issue_text::{IssueTexts, texts};
use crate::notice::IssueId;
use crate::value::Count;

/// What is not finished.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct OutstandingView<'a> {
    pub total: Count,
    pub overdue: Count,
    pub groups: Vec<StatusGroup<'a>>,
    pub deadlines: Vec<DeadlineGroup<'a>>,
    /// Where each group begins, if the list is on several pages.
    pub contents: Vec<ContentsEntry>,
}

/// Issues of a status, with what is still to be done.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct StatusGroup<'a> {
    pub status: String,
    /// The name of its glyph.
    pub glyph: &'static str,
    /// What it says.
    pub meaning: String,
    pub total: Count,
    pub issues: Rows<'a>,
    pub texts: IssueTexts<'a>,
}

pub(super) fn outstanding<'a>(parts: &Parts<'a>, mut paged: Paged<'_>) -> OutstandingView<'a> {
    let deadlines = open(deadlines(parts, |issue| issue.class().is_outstanding()));
    let deadlines =
        deadlines.into_iter().chain(without_date(parts)).filter_map(|group| shared_out(parts, group, &mut paged));
    let deadlines = deadlines.collect();
    let groups = parts.notice().outstanding_by_status().into_iter().filter_map(|(of, issues)| {
        let StatusView { status, glyph, meaning } = parts.status_view(of);
        paged.begin(&format!("status-{status}"), || parts.status_label(of.id), false);
        let issues = paged.take(issues)?;
        let total = parts.edition.statistics.all.of(of);
        let texts = texts(parts, issues.clone());
        Some(StatusGroup { status, glyph, meaning, total, issues: Each::of(parts, issues, Parts::row), texts })
    });
    let groups = groups.collect();
    OutstandingView {
        total: parts.edition.statistics.all.outstanding(),
        overdue: parts.edition.statistics.all.overdue,
        groups,
        deadlines,
        contents: paged.contents(),
    }
}

/// Those deadlines that bind an outstanding issue.
fn open(mut deadlines: Vec<DeadlineGroup<'_>>) -> Vec<DeadlineGroup<'_>> {
    deadlines.retain(|deadline| !deadline.issues.is_empty());
    deadlines
}

/// A group with those of its issues that stand on the page.
fn shared_out<'a>(parts: &Parts<'a>, group: DeadlineGroup<'a>, paged: &mut Paged<'_>) -> Option<DeadlineGroup<'a>> {
    match (group.due, &group.due_text) {
        (Some(due), _) => paged.begin(&format!("due-{due}"), || parts.locale.date(due), false),
        (None, None) => paged.begin("no-due", || parts.locale.text("outstanding.no_date"), false),
        (None, Some(_)) => {}
    }
    let issues = paged.take(group.issues.issues().to_vec())?;
    Some(DeadlineGroup { issues: Each::of(parts, issues, Parts::row), ..group })
}

/// The outstanding issues that no date binds: those with a deadline in words by the words, then those without.
fn without_date<'a>(parts: &Parts<'a>) -> Vec<DeadlineGroup<'a>> {
    let mut by_words: Vec<(Option<String>, Vec<IssueId>)> = Vec::new();
    for id in parts.wanted(|issue| issue.due().is_none() && issue.class().is_outstanding()) {
        let words = parts.due_text(None, parts.notice().issue(id).record.due_text.as_ref());
        match by_words.iter_mut().find(|(known, _)| *known == words) {
            Some((_, issues)) => issues.push(id),
            None => by_words.push((words, vec![id])),
        }
    }
    by_words.sort_by_key(|(words, _)| words.is_none());
    let statistics = &parts.edition.statistics;
    let in_words: Vec<_> = statistics.deadlines_in_words.iter().map(|(id, of)| in_words(parts, *id, of)).collect();
    let group = |(due_text, issues): (Option<String>, Vec<IssueId>)| DeadlineGroup {
        days_left: None,
        tally: in_words
            .iter()
            .find(|known| Some(&known.words) == due_text.as_ref())
            .map_or_else(|| by_deadline(parts, &statistics.without_deadline), |known| known.tally.clone()),
        due: None,
        due_text,
        href: format!("{}#no-due", parts.href(PageKind::Outstanding)),
        issues: Each::of(parts, issues, Parts::row),
    };
    by_words.into_iter().map(group).collect()
}
