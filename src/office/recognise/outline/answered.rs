//! Whether a line is an issue by what was done about it: a word for that near it, or the length of its paragraph.

use super::super::lines::ManuscriptLine;
use super::super::statuses::status_sentence;
use super::super::words::{Slot, label_inside};

/// How many lines behind an issue a word for what was done is sought.
const NEAR: usize = 3;
/// How many lines with labels of their own may stand between, beyond that.
const LABELS: usize = 12;
/// How long a paragraph without such a word must be to have an issue and what was done about it, and how long its first sentence may be.
const RUNS_ON: (usize, usize) = (70, 75);

/// Whether a line is an issue by the word for what was done: in the same paragraph, or soon after it.
pub(super) fn is_answered(lines: &[ManuscriptLine], at: usize) -> bool {
    let line = &lines[at];
    if line.label.is_some_and(|label| label.slot != Slot::Statement) {
        return false;
    }
    let states = |text: &str| text.split('。').nth(1).is_some_and(|next| status_sentence(next).is_some());
    if label_inside(line.body_folded()).is_some() || states(line.body_folded()) {
        return true;
    }
    // A status, a deadline or a body under a label of its own may stand between.
    let mut left = NEAR;
    let is_near = |line: &&ManuscriptLine| {
        let is_labelled = line.label.is_some_and(|label| !label.slot.is_response());
        left = left.saturating_sub(usize::from(!is_labelled));
        line.label.is_some() || line.marker.is_none() && left > 0
    };
    let mut next = lines[at + 1..].iter().take(NEAR + LABELS).take_while(is_near);
    next.any(|line| line.is_response() || status_sentence(line.body()).is_some())
}

pub(super) fn runs_on(line: &ManuscriptLine) -> bool {
    let body = line.body();
    let first = body.split_inclusive('。').next().unwrap_or_default().chars().count();
    body.chars().count() >= RUNS_ON.0 && first <= RUNS_ON.1 && line.label.is_none()
}
