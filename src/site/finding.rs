//! What a group of issues comes to, in words: pages begin with what was found, not with a title.

mod sentence;

use serde::Serialize;

use super::parts::{LinkView, Parts};
use super::plan::PageKind;
use crate::notice::IssueId;
use crate::notice::statistics::Tally;
use crate::text::locale::Argument;
use crate::value::Count;

pub(super) use sentence::{result, still_to_be_done};

/// How many unfinished issues are named beside their number.
const NAMED: usize = 8;

/// What a group of issues comes to.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct FindingView {
    /// How many there are, with the mark behind it.
    pub whole: String,
    /// What is left of them, or that nothing is.
    pub rest: String,
    /// How many of these are past their deadline, with the mark before it; empty where none is.
    pub late: String,
    /// Whether anything is left.
    pub is_open: bool,
    /// The first of what is left, by number.
    pub open: Vec<LinkView>,
    /// Whether there is more of it.
    pub has_more: bool,
}

/// Returns what a group of issues comes to. `open` are those of it with something still to be done.
pub(super) fn finding(parts: &Parts<'_>, tally: &Tally, open: &[IssueId]) -> FindingView {
    let all = tally.all();
    let whole = match all.n {
        0 => String::new(),
        n => parts.locale.say("finding.whole", &[("n", Argument::Count(n))]),
    };
    let (key, count) = rest(tally);
    let link = |id: &IssueId| LinkView {
        title: parts.notice().issue(*id).label(parts.locale.lang),
        href: parts.href(PageKind::Issue(*id)),
    };
    FindingView {
        whole,
        rest: parts.locale.say(key, &[("n", Argument::Issues(count))]),
        late: late(parts, tally),
        is_open: tally.outstanding().n > 0,
        open: open.iter().take(NAMED).map(link).collect(),
        has_more: open.len() > NAMED,
    }
}

/// Returns the message of what is left, with the number that it says.
fn rest(tally: &Tally) -> (&'static str, Count) {
    let (all, left) = (tally.all(), tally.outstanding());
    match (all.n, left.n) {
        (0, _) => ("headline.no_issue.title", all),
        (n, _) if n == tally.not_stated().n => ("finding.not_stated", all),
        (n, left) if n == left && !tally.is_begun() => ("finding.not_begun", all),
        (1, 1) => ("finding.sole_left", all),
        (n, left) if n == left => ("finding.all_left", all),
        (_, 1..) => ("finding.left", left),
        (n, 0) if n == tally.done().n => ("finding.done", all),
        _ => ("finding.no_left", all),
    }
}

fn late(parts: &Parts<'_>, tally: &Tally) -> String {
    let key = match (tally.overdue.n, tally.outstanding().n) {
        (0, _) => return String::new(),
        (late, left) if late == left => "finding.late_all",
        _ => "finding.late",
    };
    parts.locale.say(key, &[("n", Argument::Issues(tally.overdue))])
}
