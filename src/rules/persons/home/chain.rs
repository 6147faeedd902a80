//! Numbers with the parts of an address after them, side by side: 15号3栋2单元501室.

use std::ops::Range;

use crate::rules::persons::reading::Reading;

/// Parts of an address that follow digits, the longer first, and what they are.
const PARTS: [(&str, AddressPart); 20] = [
    ("号楼", AddressPart::Block),
    ("号 楼", AddressPart::Block),
    ("号院", AddressPart::House),
    ("号房", AddressPart::Room),
    ("号", AddressPart::House),
    ("#楼", AddressPart::Block),
    ("#", AddressPart::House),
    ("栋", AddressPart::Block),
    ("幢", AddressPart::Block),
    ("座", AddressPart::Block),
    ("单元", AddressPart::Block),
    ("弄", AddressPart::House),
    ("巷", AddressPart::House),
    ("组", AddressPart::House),
    ("队", AddressPart::House),
    ("层", AddressPart::Floor),
    ("楼", AddressPart::Floor),
    ("室", AddressPart::Room),
    ("户", AddressPart::Room),
    ("房", AddressPart::Room),
];

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum AddressPart {
    House,
    Block,
    Floor,
    Room,
}

/// Numbers with the parts of an address after them, side by side.
pub(super) struct Chain {
    pub(super) range: Range<usize>,
    pub(super) parts: Vec<AddressPart>,
    /// Whether only dashes stand between the numbers: 18-1701.
    pub(super) is_bare: bool,
}

impl Chain {
    pub(super) fn has(&self, part: AddressPart) -> bool {
        self.parts.contains(&part)
    }
}

/// Returns the numbered parts that begin with the one whose word ends at or before a place.
pub(super) fn chain_around(reading: &Reading, place: usize, from: usize) -> Option<Chain> {
    const LONGEST: usize = 14;
    let start = (place.saturating_sub(LONGEST).max(from)..place).find(|at| {
        !reading.char_before(*at).is_some_and(is_of_number) && part(reading, *at).is_some_and(|(_, end)| end >= place)
    })?;
    let mut chain = Chain { range: start..start, parts: Vec::new(), is_bare: false };
    let mut at = start;
    while let Some((part, end)) =
        part(reading, at).or_else(|| chain.has(AddressPart::Block).then(|| bare_room(reading, at)).flatten())
    {
        chain.parts.push(part);
        chain.range.end = end;
        at = end + reading.chars[end..].iter().take(2).take_while(|c| " ,-附".contains(**c)).count();
    }
    Some(chain)
}

/// Returns a number and the word for a part after it.
fn part(reading: &Reading, start: usize) -> Option<(AddressPart, usize)> {
    const LONGEST: usize = 10;
    let rest = reading.chars.get(start..)?;
    let length = rest.iter().take(LONGEST).take_while(|c| is_of_number(**c)).count();
    let at = start + length + usize::from(reading.char(start + length) == Some(' '));
    let (word, part) = PARTS.iter().find(|(word, _)| length > 0 && reading.has_at(at, word))?;
    let end = at + word.chars().count();
    let is_number_of_something = reading.has_at(end, "码") || reading.has_at(end, "文") || reading.has_at(end, "令");
    (!is_number_of_something).then_some((*part, end))
}

/// Returns the number of a flat without a word: 2单元501.
fn bare_room(reading: &Reading, start: usize) -> Option<(AddressPart, usize)> {
    let rest = reading.chars.get(start..)?;
    let length = rest.iter().take(5).take_while(|c| c.is_ascii_digit()).count();
    (3..=4).contains(&length).then_some((AddressPart::Room, start + length))
}

pub(super) fn is_of_number(c: char) -> bool {
    c.is_ascii_digit() || c.is_ascii_uppercase() || "一二三四五六七八九十百〇-".contains(c)
}
