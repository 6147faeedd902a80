//! Which sums and shares hold between a few figures, and which nearly do.

mod shares;
mod sums;

use crate::notice::Figure;

pub(super) use shares::{near_shares, shares};
pub(super) use sums::{column, sums};

/// An equation between figures.
#[derive(Debug)]
pub(super) struct Proposal<'a> {
    pub equation: String,
    /// Its figures, the result last.
    pub figures: Vec<&'a Figure>,
    /// What would make it hold in place of the result, if it only nearly does.
    pub would_be: Option<String>,
}

fn is_percent(figure: &Figure) -> bool {
    matches!(figure.unit.as_str(), "percent" | "percentage-points")
}

/// Returns whether two figures can be added up.
fn are_alike(a: &Figure, b: &Figure) -> bool {
    a.unit == b.unit || is_percent(a) && is_percent(b)
}
