//! Which figures of clauses with the same words may be each other.

use std::collections::BTreeMap;

use super::clauses::{ClauseFigures, ReadText};
use crate::text::quantity::Quantity;
use crate::value::Decimal;

/// Returns the figures of clauses of the same words that may be each other's, in order: clauses that stayed are left
/// out, and where one was added or left out nobody knows which is which.
pub(super) fn pairs<'q>(
    now: &'q ReadText<'_>,
    clauses: &[ClauseFigures],
    before: &'q ReadText<'_>,
    published: &[ClauseFigures],
) -> Vec<(&'q Quantity, &'q Quantity)> {
    let mut stayed: BTreeMap<Vec<Option<(&str, Decimal)>>, usize> = BTreeMap::new();
    published.iter().for_each(|clause| *stayed.entry(before.values(clause)).or_default() += 1);
    let is_new = |clause: &&ClauseFigures| match stayed.get_mut(&now.values(clause)).filter(|left| **left > 0) {
        Some(left) => {
            *left -= 1;
            false
        }
        None => true,
    };
    let new: Vec<&ClauseFigures> = clauses.iter().filter(is_new).collect();
    let is_left = |clause: &&ClauseFigures| {
        let left = stayed.get_mut(&before.values(clause)).filter(|left| **left > 0);
        left.map(|left| *left -= 1).is_some()
    };
    let left: Vec<&ClauseFigures> = published.iter().filter(is_left).collect();
    if new.len() != left.len() {
        return Vec::new();
    }
    let figures = new.into_iter().zip(left).flat_map(|(is, was)| is.iter().zip(was));
    figures.filter_map(|(is, was)| Some((&now.figures[(*is)?], &before.figures[(*was)?]))).collect()
}
