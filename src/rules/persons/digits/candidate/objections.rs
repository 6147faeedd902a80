//! What speaks against a group of digits being one number of a person.

use super::NumberCandidate;
use crate::rules::persons::digits::SHORTEST;
use crate::rules::persons::reading::Reading;

impl<'a> NumberCandidate<'a> {
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
