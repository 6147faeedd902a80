//! Where on the line of time words and stacks of squares stand, so that none covers another.

use super::events::TimelineMark;
use crate::site::drawing::columns;

/// The width in pixels for which words are kept apart: that of the narrowest page that shows the picture.
const NARROW: usize = 700;

/// The most squares above one another, whatever they belong to.
const HIGHEST: usize = 14;

/// The most rows of words above and below the line of time.
const ROWS: usize = 3;

/// Returns upon how many squares each stack stands, so that it covers none before it.
pub(super) fn bases(stacks: &[&TimelineMark]) -> Vec<usize> {
    let mut taken: Vec<(usize, usize, usize)> = Vec::new();
    let base = |mark: &&TimelineMark| {
        let (from, to) = span(mark.at, mark.width() + 4);
        let below = taken.iter().filter(|(begin, end, _)| to > *begin && from < *end).map(|(.., top)| *top);
        let base = below.max().filter(|base| base + mark.levels() <= HIGHEST).unwrap_or(0);
        taken.push((from, to, base + mark.levels()));
        base
    };
    stacks.iter().map(base).collect()
}

/// Returns for each of some labels, in order, the row in which it overlaps none before it; none where all rows are taken. Each is where it
/// stands and how many columns it is wide; those in the second half end there.
pub(super) fn rows(labels: impl Iterator<Item = (u64, usize)>) -> Vec<Option<usize>> {
    let mut taken: Vec<Vec<(usize, usize)>> = Vec::new();
    let place = |(at, columns): (u64, usize)| {
        let (from, to) = span(at, columns * 8 + 16);
        let is_free = |row: &Vec<(usize, usize)>| row.iter().all(|(begin, end)| to <= *begin || from >= *end);
        let row = taken.iter().position(is_free).or_else(|| (taken.len() < ROWS).then_some(taken.len()))?;
        if row == taken.len() {
            taken.push(Vec::new());
        }
        taken[row].push((from, to));
        Some(row)
    };
    labels.map(place).collect()
}

/// Returns the rows of the dates of stacks. Those of deadlines are placed first, since a reader looks for them.
pub(super) fn rows_of_dates(stacked: &[&TimelineMark]) -> Vec<Option<usize>> {
    let mut order: Vec<usize> = (0..stacked.len()).collect();
    order.sort_by_key(|at| stacked[*at].kind != "due");
    let placed = rows(order.iter().map(|at| (stacked[*at].at, columns(&stacked[*at].date))));
    let mut found = vec![None; stacked.len()];
    order.into_iter().zip(placed).for_each(|(at, row)| found[at] = row);
    found
}

/// From where to where something reaches that is so many pixels wide: in the first half from its place on, in the second half up to it.
fn span(at: u64, width: usize) -> (usize, usize) {
    let place = usize::try_from(at).unwrap_or(0) * NARROW / 1000;
    if at > 500 { (place.saturating_sub(width), place) } else { (place, place + width) }
}

#[cfg(test)]
mod tests {
    use super::{rows, rows_of_dates};
    use crate::site::charts::TimelineMark;

    fn mark(kind: &'static str, at: u64) -> TimelineMark {
        let (words, date, day) = (kind.to_owned(), "2021年12月".to_owned(), "2021-12".to_owned());
        TimelineMark { kind, at, to: None, words, date, day, squares: Vec::new(), more: 1 }
    }

    #[test]
    fn labels_that_would_overlap_stand_in_rows() {
        let labels = [(0, 10), (50, 10), (100, 10), (120, 10), (1000, 10)];
        assert_eq!(rows(labels.into_iter()), [Some(0), Some(1), Some(2), None, Some(0)]);
        let marks =
            [("completed", 0), ("completed", 10), ("completed", 20), ("due", 30)].map(|(kind, at)| mark(kind, at));
        let stacked: Vec<&TimelineMark> = marks.iter().collect();
        assert_eq!(rows_of_dates(&stacked), [Some(1), Some(2), None, Some(0)], "a deadline first");
    }
}
