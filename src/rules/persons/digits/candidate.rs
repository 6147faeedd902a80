//! Groups of digits that may be one number, and what speaks against it.

use std::ops::Range;

use super::{DigitGroup, SHORTEST};
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

    /// Returns whether the groups beside it are set apart otherwise than its own are from each other.
    pub(in crate::rules::persons) fn stands_apart(&self) -> bool {
        let inner: Vec<&[char]> = self.gaps().collect();
        let is_inner = |gap: &[char]| !gap.is_empty() && inner.contains(&gap);
        !is_inner(self.gap_before()) && !is_inner(self.gap_behind())
    }

    /// Returns whether commas or colons between its groups make it a list, an amount or a time, and not one number: a
    /// number has the same one everywhere, and groups of three or more digits that are not all thousands.
    pub(in crate::rules::persons) fn is_list(&self) -> bool {
        const SHORTEST_GROUP: usize = 3;
        let gaps: Vec<&[char]> = self.gaps().collect();
        let is_even = gaps.windows(2).all(|pair| pair[0] == pair[1]);
        let lengths = self.lengths();
        // Of equal groups the last may be shorter: 1101，0519，4912，3100，22.
        let is_even_length = lengths
            .split_last()
            .is_some_and(|(last, others)| others.len() > 2 && others.iter().all(|length| *length == 4) && *last > 1);
        let is_short = lengths.iter().any(|length| *length < SHORTEST_GROUP) && !is_even_length;
        let has_thousands = lengths[1..].iter().all(|length| *length == SHORTEST_GROUP);
        gaps.iter().any(|gap| is_of_a_list(gap)) && (!is_even || is_short || has_thousands)
    }

    /// Returns whether its groups repeat each other, as amounts in a row do and numbers seldom: 158 1580 1580. Groups
    /// of one digit again and again are what people choose their numbers for.
    pub(in crate::rules::persons) fn repeats_itself(&self) -> bool {
        const SHORTEST_GROUP: usize = 3;
        let groups: Vec<String> = self.groups().iter().map(|group| self.digits_of(*group)).collect();
        let is_one_digit = |digits: &str| digits.bytes().all(|digit| Some(digit) == digits.bytes().next());
        let is_again = |(at, group): (usize, &String)| {
            let mut others = groups.iter().enumerate().filter(|(other, _)| *other != at);
            group.len() >= SHORTEST_GROUP
                && !is_one_digit(group)
                && others.any(|(_, other)| other.starts_with(&**group))
        };
        groups.len() > 2
            && self.gaps().all(|gap| gap.iter().all(|c| " ,、".contains(*c)))
            && groups.iter().enumerate().any(is_again)
    }

    /// Returns whether it is only what a mask left: a sign that stands for digits stands before or after it. Asterisks
    /// on both sides, or one or two between its groups, are marks that did not become bold. 某 before a number ends a
    /// name.
    pub(in crate::rules::persons) fn is_masked(&self) -> bool {
        let range = self.range();
        let before = self.reading.char_before(range.start).filter(|c| is_mask(*c) && *c != '某');
        let is_marked = self.gaps().any(|gap| gap.contains(&'*'))
            || before == Some('*') && self.reading.char(range.end) == Some('*');
        !is_marked && (before.is_some() || masks(self.reading, range.end))
    }

    /// Returns whether it is a part of a decimal: a full stop alone joins it to digits before or after it.
    pub(in crate::rules::persons) fn is_decimal(&self) -> bool {
        let behind = self.gap_behind() == ['.'] && self.neighbours().1[0].len() < SHORTEST;
        let before = self.gap_before() == ['.'] && self.neighbours().0.last().is_some_and(|last| last.len() < SHORTEST);
        let dots = self.gaps().filter(|gap| gap.contains(&'.')).count();
        let groups = self.groups().len();
        before || behind || dots > 0 && (dots < groups - 1 || groups == 2)
    }
}

/// Returns whether a sign parts the items of a list, or the thousands of an amount.
fn is_of_a_list(gap: &[char]) -> bool {
    matches!(gap, [',' | ':' | '、'])
}

/// Returns whether a sign stands for a digit that is not shown.
fn is_mask(c: char) -> bool {
    matches!(c, '*' | '●' | '○' | '■' | '□' | '◆' | '※' | '某')
}

/// Returns whether what stands at a place masks digits.
fn masks(reading: &Reading, at: usize) -> bool {
    let is_twice = |signs: &str| reading.char(at).is_some_and(|c| signs.contains(c) && reading.char(at + 1) == Some(c));
    reading.char(at).is_some_and(is_mask) || is_twice("Xx×#?")
}
