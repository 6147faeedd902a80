//! Lists below a label with nothing behind it, whose numbers head nothing and are no issues.

use std::collections::BTreeSet;

use super::super::lines::ManuscriptLine;
use super::super::words::{Slot, label_inside};
use crate::office::manuscript::Role;

/// The lines of lists that a label with nothing behind it heads: 整改措施： and below it 1. 2. 3., which head nothing and are no issues.
pub(super) fn listed(lines: &[ManuscriptLine]) -> BTreeSet<usize> {
    let is_head = |at: &usize| {
        let line = &lines[*at];
        let has_items = line.label.is_some_and(|label| label.slot.is_response() || label.slot == Slot::NextSteps);
        has_items && line.marker.is_none() && line.content().trim().is_empty()
    };
    let mut found = BTreeSet::new();
    let mut first = 0;
    for head in (0..lines.len()).filter(is_head) {
        // A heading of all issues has none before it.
        if lines[first..head].iter().any(|line| line.marker.is_some()) {
            found.extend(list_below(lines, head));
        }
        first = head;
    }
    found
}

/// The lines of the list below a label; none if they are not numbered one after the other, or what was done stands in them.
fn list_below(lines: &[ManuscriptLine], head: usize) -> Vec<usize> {
    let Some(class) = lines.get(head + 1).and_then(ManuscriptLine::class) else { return Vec::new() };
    let mut items = Vec::new();
    for (at, line) in lines.iter().enumerate().skip(head + 1) {
        let is_next = usize::try_from(line.printed()).is_ok_and(|printed| printed == items.len() + 1);
        match line.class() {
            Some(of) if of == class && is_next && line.label.is_none() => items.push(at),
            None if line.label.is_none() && line.role == Role::Body => {}
            _ => break,
        }
    }
    let answers = |at: &usize| {
        label_inside(lines[*at].body_folded()).is_some() || lines.get(at + 1).is_some_and(ManuscriptLine::is_response)
    };
    let last = items.len().saturating_sub(1);
    let is_list =
        !items.iter().any(|at| label_inside(lines[*at].body_folded()).is_some()) && !items[..last].iter().any(answers);
    if is_list { items } else { Vec::new() }
}
