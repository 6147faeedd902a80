//! Digits in groups: a number may be written in one, or in several with spaces, dashes and brackets between them.

use std::ops::Range;

use super::reading::Reading;
use super::told;

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

/// Some groups of a run that may be one number.
pub(super) struct NumberCandidate<'a> {
    pub(super) reading: &'a Reading,
    run: &'a [DigitGroup],
    at: Range<usize>,
    /// The digits of all groups.
    pub(super) digits: String,
}

impl<'a> NumberCandidate<'a> {
    /// Returns where it stands, in characters.
    pub(super) fn range(&self) -> Range<usize> {
        self.run[self.at.start].start..self.run[self.at.end - 1].end
    }

    /// Its groups.
    pub(super) fn groups(&self) -> &'a [DigitGroup] {
        &self.run[self.at.clone()]
    }

    /// Returns the groups before it, and those after it, that no other text parts from it.
    pub(super) fn neighbours(&self) -> (&'a [DigitGroup], &'a [DigitGroup]) {
        (&self.run[..self.at.start], &self.run[self.at.end..])
    }

    /// Returns what stands between two groups.
    pub(super) fn gap(&self, before: DigitGroup, behind: DigitGroup) -> &'a [char] {
        &self.reading.chars[before.end..behind.start]
    }

    /// Returns what stands between the group before it and the number itself; nothing if there is none.
    pub(super) fn gap_before(&self) -> &'a [char] {
        let (before, _) = self.neighbours();
        before.last().map_or(&[], |last| self.gap(*last, self.groups()[0]))
    }

    /// Returns what stands between the number and the group after it; nothing if there is none.
    pub(super) fn gap_behind(&self) -> &'a [char] {
        let (_, behind) = self.neighbours();
        let last = self.groups().last();
        last.zip(behind.first()).map_or(&[], |(last, next)| self.gap(*last, *next))
    }

    /// Returns what stands between its groups.
    pub(super) fn gaps(&self) -> impl Iterator<Item = &'a [char]> {
        self.groups().windows(2).map(|pair| self.gap(pair[0], pair[1]))
    }

    /// Returns the lengths of its groups.
    pub(super) fn lengths(&self) -> Vec<usize> {
        self.groups().iter().map(|group| group.len()).collect()
    }

    /// Returns the digits of a group.
    pub(super) fn digits_of(&self, group: DigitGroup) -> String {
        self.reading.text(group.start..group.end)
    }

    /// Returns whether the groups beside it are set apart otherwise than its own are from each other.
    pub(super) fn stands_apart(&self) -> bool {
        let inner: Vec<&[char]> = self.gaps().collect();
        let is_inner = |gap: &[char]| !gap.is_empty() && inner.contains(&gap);
        !is_inner(self.gap_before()) && !is_inner(self.gap_behind())
    }

    /// Returns whether commas or colons between its groups make it a list, an amount or a time, and not one number: a
    /// number has the same one everywhere, and groups of three or more digits that are not all thousands.
    pub(super) fn is_list(&self) -> bool {
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
    pub(super) fn repeats_itself(&self) -> bool {
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
    pub(super) fn is_masked(&self) -> bool {
        let range = self.range();
        let before = self.reading.char_before(range.start).filter(|c| is_mask(*c) && *c != '某');
        let is_marked = self.gaps().any(|gap| gap.contains(&'*'))
            || before == Some('*') && self.reading.char(range.end) == Some('*');
        !is_marked && (before.is_some() || masks(self.reading, range.end))
    }

    /// Returns whether it is a part of a decimal: a full stop alone joins it to digits before or after it.
    pub(super) fn is_decimal(&self) -> bool {
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

/// Groups that only spaces, dashes and brackets part from each other, and not many of them, or words that say that more
/// digits of the number follow.
fn runs(reading: &Reading) -> Vec<Vec<DigitGroup>> {
    let mut runs: Vec<Vec<DigitGroup>> = Vec::new();
    let mut at = 0;
    let mut open = false;
    while let Some(ahead) = reading.chars[at..].iter().position(char::is_ascii_digit) {
        let told = if open { told::joint(reading.ahead(at)) } else { None };
        let start = at + told.unwrap_or(ahead);
        let length = reading.chars[start..].iter().take_while(|c| c.is_ascii_digit()).count();
        let group = DigitGroup { start, end: start + length };
        let is_joined = || {
            let last = runs.last().and_then(|run| run.last());
            last.is_some_and(|last| last.end == at && (told.is_some() || joins(&reading.chars[at..start])))
        };
        open = open && is_joined();
        at = group.end;
        match runs.last_mut() {
            _ if length > LONGEST => open = false,
            Some(run) if open => run.push(group),
            _ => {
                runs.push(vec![group]);
                open = true;
            }
        }
    }
    runs
}

/// Returns whether what stands between two groups may stand within one number.
fn joins(gap: &[char]) -> bool {
    const LONGEST_GAP: usize = 4;
    let count = |sign: char| gap.iter().filter(|c| **c == sign).count();
    let signs = gap.iter().filter(|c| !c.is_whitespace()).count();
    gap.len() <= LONGEST_GAP
        && signs <= 2
        && (count('*') == 0 || count('*') == gap.len())
        && count('\n') <= 1
        && count('.') <= 1
        && gap != [' ', '+', ' '] // a sum
        && (gap.iter().all(|c| " \n-./\\|·•‧_~*()[]【】〔〕+".contains(*c)) || matches!(gap, [',' | ':' | '、']))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn runs_of(text: &str) -> Vec<Vec<String>> {
        let reading = Reading::of(text);
        let text = |group: &DigitGroup| reading.text(group.start..group.end);
        runs(&reading).iter().map(|run| run.iter().map(text).collect()).collect()
    }

    #[test]
    fn groups_run_on_over_what_may_stand_in_a_number() {
        assert_eq!(runs_of("138（0013）8000； 12 - 3"), [vec!["138", "0013", "8000"], vec!["12", "3"]]);
        assert_eq!(runs_of("138，0013:8000, 12"), [vec!["138", "0013", "8000"], vec!["12"]]);
        assert_eq!(runs_of("138+0013+8000， 19 + 8"), [vec!["138", "0013", "8000"], vec!["19"], vec!["8"]]);
        assert_eq!(runs_of("1....2\n\n3元4"), [["1"], ["2"], ["3"], ["4"]]);
        assert_eq!(runs_of("12345678901234567890 5 6"), [["5", "6"]]);
    }
}
