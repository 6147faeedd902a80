//! Digits in groups: a number may be written in one, or in several with spaces, dashes and brackets between them.

mod candidate;
mod runs;

use super::reading::Reading;
use runs::runs;

pub(super) use candidate::NumberCandidate;

/// The digits of the longest number that is sought.
const LONGEST: usize = 19;

/// The digits of the shortest.
const SHORTEST: usize = 11;

/// Digits side by side, as a range of characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct DigitGroup {
    pub(super) start: usize,
    pub(super) end: usize,
}

impl DigitGroup {
    pub(super) fn len(self) -> usize {
        self.end - self.start
    }
}

/// Returns every number that some groups of a text may be; of those that begin alike the longest first. The function
/// says whether it is taken: then the next begins after it.
pub(super) fn each_number(reading: &Reading, mut take: impl FnMut(&NumberCandidate<'_>) -> bool) {
    for run in runs(reading) {
        let mut at = 0;
        while at < run.len() {
            at += taken(reading, &run, at, &mut take).unwrap_or(1);
        }
    }
}

/// Returns how many groups are taken.
fn taken(
    reading: &Reading,
    run: &[DigitGroup],
    at: usize,
    take: &mut impl FnMut(&NumberCandidate<'_>) -> bool,
) -> Option<usize> {
    let mut total = 0;
    let lengths = run[at..].iter().map_while(|group| {
        total += group.len();
        (total <= LONGEST).then_some(total)
    });
    let lengths: Vec<usize> = lengths.collect();
    (1..=lengths.len()).rev().filter(|count| lengths[count - 1] >= SHORTEST).find(|count| {
        let groups = &run[at..at + count];
        let digits = groups.iter().flat_map(|group| &reading.chars[group.start..group.end]).collect();
        let number = NumberCandidate { reading, run, at: at..at + count, digits };
        !number.is_list() && take(&number)
    })
}
