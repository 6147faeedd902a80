//! Groups of digits that may be one number, and what speaks against it.

mod objections;

use std::ops::Range;

use super::DigitGroup;
use crate::rules::persons::reading::Reading;

/// Some groups of a run that may be one number.
pub(in crate::rules::persons) struct NumberCandidate<'a> {
    pub(in crate::rules::persons) reading: &'a Reading,
    pub(super) run: &'a [DigitGroup],
    pub(super) at: Range<usize>,
    /// The digits of all groups.
    pub(in crate::rules::persons) digits: String,
}

impl<'a> NumberCandidate<'a> {
    /// Returns where it stands, in characters.
    pub(in crate::rules::persons) fn range(&self) -> Range<usize> {
        self.run[self.at.start].start..self.run[self.at.end - 1].end
    }

    /// Its groups.
    pub(in crate::rules::persons) fn groups(&self) -> &'a [DigitGroup] {
        &self.run[self.at.clone()]
    }

    /// Returns the groups before it, and those after it, that no other text parts from it.
    pub(in crate::rules::persons) fn neighbours(&self) -> (&'a [DigitGroup], &'a [DigitGroup]) {
        (&self.run[..self.at.start], &self.run[self.at.end..])
    }

    /// Returns what stands between two groups.
    pub(in crate::rules::persons) fn gap(&self, before: DigitGroup, behind: DigitGroup) -> &'a [char] {
        &self.reading.chars[before.end..behind.start]
    }

    /// Returns what stands between the group before it and the number itself; nothing if there is none.
    pub(in crate::rules::persons) fn gap_before(&self) -> &'a [char] {
        let (before, _) = self.neighbours();
        before.last().map_or(&[], |last| self.gap(*last, self.groups()[0]))
    }

    /// Returns what stands between the number and the group after it; nothing if there is none.
    pub(in crate::rules::persons) fn gap_behind(&self) -> &'a [char] {
        let (_, behind) = self.neighbours();
        let last = self.groups().last();
        last.zip(behind.first()).map_or(&[], |(last, next)| self.gap(*last, *next))
    }

    /// Returns what stands between its groups.
    pub(in crate::rules::persons) fn gaps(&self) -> impl Iterator<Item = &'a [char]> {
        self.groups().windows(2).map(|pair| self.gap(pair[0], pair[1]))
    }

    /// Returns the lengths of its groups.
    pub(in crate::rules::persons) fn lengths(&self) -> Vec<usize> {
        self.groups().iter().map(|group| group.len()).collect()
    }

    /// Returns the digits of a group.
    pub(in crate::rules::persons) fn digits_of(&self, group: DigitGroup) -> String {
        self.reading.text(group.start..group.end)
    }
}
