//! One sheet for a notice board: what was found, every issue as a square, what is not finished and by when.

use serde::Serialize;

use super::super::finding::{FindingView, finding};
use super::super::parts::{Each, Parts, Rows};
use super::super::wall::{WallView, wall};

/// The most unfinished issues that the sheet names; whoever wants the rest opens the site by the code.
const NAMED: usize = 24;

/// The sheet.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct PosterView<'a> {
    /// What the notice comes to.
    pub finding: FindingView,
    /// Every issue as a square, by section.
    pub wall: Vec<WallView<'a>>,
    /// The first of what is not finished, the earliest deadline first.
    pub outstanding: Rows<'a>,
    /// How many unfinished issues there are beside these.
    pub more: usize,
    /// How much stands on the sheet, so that all of it has room: `few`, `some` or `many`.
    pub size: &'static str,
}

/// Returns the sheet of a notice.
pub(super) fn poster<'a>(parts: &Parts<'a>) -> PosterView<'a> {
    let outstanding = &parts.edition.lists.outstanding;
    let shown = outstanding.len().min(NAMED);
    PosterView {
        finding: finding(parts, &parts.edition.statistics.all, outstanding),
        wall: wall(parts),
        more: outstanding.len() - shown,
        // An unfinished issue takes about as much room as ten squares of the wall.
        size: match shown * 10 + parts.notice().issues.len() {
            0..=110 => "few",
            111..=200 => "some",
            _ => "many",
        },
        outstanding: Each::of(parts, outstanding.iter().take(NAMED).copied().collect(), Parts::row),
    }
}
