//! The figures of a record by their ids.

use std::collections::BTreeMap;

use crate::notice::Figure;

/// The figures of a record by their ids; of two with one id the first.
pub(super) struct ById<'a>(BTreeMap<&'a str, (usize, &'a Figure)>);

impl<'a> ById<'a> {
    pub(super) fn of(figures: &'a [Figure]) -> ById<'a> {
        ById(figures.iter().enumerate().rev().map(|(at, figure)| (figure.id.as_str(), (at, figure))).collect())
    }

    pub(super) fn get(&self, id: &str) -> Option<&'a Figure> {
        self.0.get(id).map(|(_, figure)| *figure)
    }

    pub(super) fn place(&self, id: &str) -> Option<usize> {
        self.0.get(id).map(|(at, _)| *at)
    }
}
