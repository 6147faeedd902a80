//! Rules about numbers: figures have known units, and stated figures equal what they claim to equal.

mod measures;
mod persons;
mod statistics;

use crate::notice::Figure;
use crate::notice::edition::Edition;
use crate::value::RelPath;

pub(super) use measures::UNKNOWN_MEASURE;
pub(super) use persons::PERSONS_DIFFER;
pub(super) use statistics::{STATED_DIFFERS, UNKNOWN_STATISTIC};

/// Returns every figure, with the file of its record.
fn figures(edition: &Edition) -> impl Iterator<Item = (&RelPath, &Figure)> {
    let notice = &edition.notice;
    let stated = notice.record.stated.iter().map(|figure| (&notice.path, figure));
    let issues = notice.issues.iter();
    let issues = issues.flat_map(|issue| issue.record.figures.iter().map(|figure| (&issue.path, figure)));
    let part = notice.accountability.iter();
    stated.chain(issues).chain(part.flat_map(|part| part.record.figures.iter().map(|figure| (&part.path, figure))))
}
