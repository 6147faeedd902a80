//! Home addresses in English.

use std::ops::Range;

use crate::rules::persons::reading::Reading;

/// Returns an address in English after "lives at" and the like.
pub(super) fn english(reading: &Reading, place: usize) -> Option<Range<usize>> {
    const LONGEST: usize = 90;
    let before = reading.before(place, 20);
    let lives = ["lives at ", "living at ", "lived at ", "resides at ", "residing at ", "resident at ", "home address"];
    if !lives.iter().any(|word| before.ends_with(word)) {
        return None;
    }
    let start = place + reading.chars[place..].iter().take(4).take_while(|c| " :is".contains(**c)).count();
    let rest = &reading.chars[start..(start + LONGEST).min(reading.chars.len())];
    let ends = |at: &usize| match rest[*at] {
        // No. 5 goes on.
        '.' => !rest[at + 1..].iter().find(|c| **c != ' ').is_some_and(char::is_ascii_digit),
        c => ";\n)。".contains(c),
    };
    let length = (0..rest.len()).find(ends).unwrap_or(rest.len());
    let address = reading.text(start..start + length).to_ascii_lowercase();
    let is_address = address.contains(|c: char| c.is_ascii_digit())
        && ["road", "street", "lane", "avenue", "village", "room", "building", "unit", "flat", "block"]
            .iter()
            .any(|word| address.contains(word));
    is_address.then_some(start..start + length)
}
