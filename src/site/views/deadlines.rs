//! Issues by deadline, with their counts: deadlines that are dates, and those that are stated in words alone.

use std::collections::BTreeSet;

use serde::Serialize;

use super::super::parts::{Each, Parts, Rows, TallyView};
use super::super::plan::PageKind;
use crate::notice::statistics::Tally;
use crate::notice::{Issue, IssueId};
use crate::value::Date;

/// Issues of a deadline.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct DeadlineGroup<'a> {
    pub due: Option<Date>,
    /// The issuer's own words for the deadline, where it has some.
    pub due_text: Option<String>,
    /// Days from `as_of` to the deadline; negative if it has passed.
    pub days_left: Option<i64>,
    pub tally: TallyView,
    pub href: String,
    pub issues: Rows<'a>,
}

/// The counts of a deadline that is stated in words alone.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct DeadlineInWords {
    pub words: String,
    pub tally: TallyView,
}

/// Every deadline with its counts, its words for the issues that are spoken of, and the outstanding issues that it binds.
pub(super) fn deadlines<'a>(parts: &Parts<'a>, spoken_of: impl Fn(&Issue) -> bool) -> Vec<DeadlineGroup<'a>> {
    let as_of = parts.edition.as_of;
    let group = |(due, tally): &(Date, Tally)| {
        let due_text = words_of(parts, |issue| issue.due() == Some(*due) && spoken_of(issue));
        let issues = Each::of(parts, parts.edition.lists.due(*due).to_vec(), Parts::row);
        DeadlineGroup {
            due: Some(*due),
            due_text,
            days_left: Some(as_of.days_until(*due)),
            tally: by_deadline(parts, tally),
            href: deadline_href(parts, *due, !issues.is_empty()),
            issues,
        }
    };
    parts.edition.statistics.deadlines.iter().map(group).collect()
}

/// The words for the deadline of some issues, each once.
fn words_of(parts: &Parts<'_>, is_wanted: impl Fn(&Issue) -> bool) -> Option<String> {
    let worded = parts.notice().issues.iter().filter_map(|issue| Some((issue, issue.record.due_text.as_ref()?)));
    let mut words: Vec<String> =
        worded.filter(|(issue, _)| is_wanted(issue)).map(|(_, words)| parts.text(words)).collect();
    let mut seen = BTreeSet::new();
    words.retain(|text| seen.insert(text.clone()));
    (!words.is_empty()).then(|| words.join(&parts.locale.text("head.comma")))
}

/// Where the issues of a deadline are listed: with what is outstanding, or, once all are completed, among all issues.
fn deadline_href(parts: &Parts<'_>, due: Date, is_open: bool) -> String {
    if is_open {
        format!("{}#due-{due}", parts.href(PageKind::Outstanding))
    } else {
        format!("{}#due={due}", parts.href(PageKind::Issues))
    }
}

/// A deadline in words alone, with its counts.
pub(super) fn in_words(parts: &Parts<'_>, of: IssueId, tally: &Tally) -> DeadlineInWords {
    let words = parts.due_text(None, parts.notice().issue(of).record.due_text.as_ref()).unwrap_or_default();
    DeadlineInWords { words, tally: by_deadline(parts, tally) }
}

/// The counts of issues by deadline.
pub(super) fn by_deadline(parts: &Parts<'_>, tally: &Tally) -> TallyView {
    let view = parts.tally(tally);
    let rate = view.rate.filter(|_| !parts.edition.statistics.deadlines_select());
    TallyView { rate, stated_rate: view.stated_rate.and(rate), ..view }
}
