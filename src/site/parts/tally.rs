//! The counts of a group of issues: by status, with the parts of a bar, and the rate.

use serde::Serialize;

use super::Parts;
use crate::notice::IssueId;
use crate::notice::statistics::{Headline, Tally};
use crate::value::{Count, Rate, StatusBasis};

/// The counts of a group of issues.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct TallyView {
    /// All.
    pub total: u64,
    /// Completed.
    pub completed: Count,
    /// With something still to be done.
    pub outstanding: Count,
    /// Closed without being done.
    pub closed: Count,
    /// Of which no status is stated.
    pub not_stated: Count,
    /// Whether of any there is more to say than that it is not started, or that its status is not stated.
    pub is_begun: bool,
    /// Past the deadline.
    pub overdue: Count,
    /// Share completed; none of a few issues, nor of issues that are listed for being unfinished.
    pub rate: Option<Rate>,
    /// The same where it may stand first: it does not rest on inference alone.
    pub stated_rate: Option<Rate>,
    /// Each status that the notice uses, with its share of the group in tenths of a per cent for charts.
    pub counts: Vec<CountView>,
    /// Sentences about those that are neither completed nor outstanding.
    pub others: Vec<String>,
}

/// How many issues of a group have a status.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct CountView {
    /// The status.
    pub status: String,
    /// The name of its glyph: the usual status of what it counts as.
    pub glyph: &'static str,
    /// How many.
    pub issues: Count,
    /// Its parts of a bar: what is stated and what is inferred, those that there are.
    pub bar: Vec<BarPart>,
}

/// A part of a bar of the length 1,000.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct BarPart {
    /// Where it begins.
    pub start: u64,
    /// How long it is.
    pub length: u64,
    /// Whether the statuses that it stands for are inferred.
    pub is_inferred: bool,
}

impl Parts<'_> {
    pub(in crate::site) fn tally(&self, tally: &Tally) -> TallyView {
        let notice = self.notice();
        let used = notice.statuses().filter(|status| self.edition.statistics.all.of(*status).n > 0);
        let total = tally.total().max(1);
        let mut before = 0;
        let counts = used.map(|status| {
            let issues = tally.of(status);
            let parts = [(issues.stated(), false), (issues.inferred, true)].into_iter().filter(|(n, _)| *n > 0);
            let bar = parts.map(|(n, is_inferred)| {
                let (start, end) = (before * 1000 / total, (before + n) * 1000 / total);
                before += n;
                BarPart { start, length: end - start, is_inferred }
            });
            let glyph = status.class.built_in().id;
            CountView { status: notice.status(status.id).id.to_string(), glyph, issues, bar: bar.collect() }
        });
        TallyView {
            counts: counts.collect(),
            others: self.other_sentences(tally),
            total: tally.total(),
            completed: tally.done(),
            outstanding: tally.outstanding(),
            closed: tally.closed(),
            not_stated: tally.not_stated(),
            is_begun: tally.is_begun(),
            overdue: tally.overdue,
            rate: tally.completion_rate(),
            stated_rate: tally.completion_rate().filter(|_| matches!(tally.headline(), Headline::Rate(_))),
        }
    }

    /// How many of some issues there are, by their statuses.
    pub(in crate::site) fn count(&self, issues: &[IssueId]) -> Count {
        let mut count = Count::default();
        let is_inferred = |id: &IssueId| self.notice().issue(*id).record.status_basis == StatusBasis::Inferred;
        issues.iter().for_each(|id| count.add(is_inferred(id)));
        count
    }
}
