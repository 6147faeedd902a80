//! The name of the road or quarter before the numbers of an address.

use std::ops::Range;

use super::chain::is_of_number;
use super::words::LIVES;
use crate::rules::persons::reading::Reading;

/// The name of a quarter without the number of a part of it: 幸福里小区3期.
pub(super) fn without_phase(name: &str) -> &str {
    let number = name.strip_suffix(['期', '区']).unwrap_or(name);
    let quarter = number.trim_end_matches(is_of_number);
    if quarter.len() < number.len() && number.len() < name.len() { quarter } else { name }
}

/// Returns the name of the road before a number: back to a sign or a word that it follows.
pub(super) fn head(reading: &Reading, end: usize) -> Range<usize> {
    const LONGEST: usize = 24;
    let from = end.saturating_sub(LONGEST);
    let sign =
        (from..end).rev().find(|at| "，,。；;：:、()（）“”\n|".contains(reading.chars[*at])).map_or(from, |at| at + 1);
    let word = LIVES.iter().flat_map(|word| {
        let length = word.chars().count();
        (sign..end.saturating_sub(length)).rev().find(|at| reading.has_at(*at, word)).map(|at| at + length)
    });
    let alone = (sign + 1..end).rev().find(|at| lives_at(reading, *at));
    word.max().max(alone).unwrap_or(sign)..end
}

/// Returns whether 住 stands before a place as a word of its own: 王某某住建设路, and not 住建局.
pub(super) fn lives_at(reading: &Reading, at: usize) -> bool {
    let subject = at.checked_sub(2).and_then(|at| reading.char(at));
    let is_verb = !reading.char(at).is_some_and(|c| "建房宅院所户宿址处".contains(c));
    reading.char_before(at) == Some('住') && is_verb && subject.is_none_or(|c| "某士生人民,、。;（(\n ".contains(c))
}
