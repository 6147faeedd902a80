//! Words for the side of a date on which something lies.

use super::super::words::{is_blank, longest_at, longest_before, lowercase, words_before};
use super::NEAR;
use crate::text::locale::{Around, Reading};

/// On which side of a date something lies, by the words before it and behind it; the end of the month and the like stand between.
pub fn around(before: &str, behind: &str, reading: &Reading) -> Option<Around> {
    let part = longest_at(&reading.parts, behind).map_or(0, |(word, _)| word.len());
    let said_behind = || longest_at(&reading.around.behind, behind[part..].trim_start_matches(is_blank));
    if let Some((_, side)) = longest_at(&reading.around.behind, behind).or_else(said_behind) {
        return Some(*side);
    }
    let near = &before[before.floor_char_boundary(before.len().saturating_sub(NEAR))..];
    let near = lowercase(words_before(near));
    let mut words = &*near;
    // By the end of June, by early June.
    while let Some((word, _)) = longest_before(&reading.phrases, words).filter(|(_, stated)| stated.ends_with(" part"))
    {
        words = words[..words.len() - word.len()].trim_end();
        words = words.strip_suffix(" the").unwrap_or(words);
    }
    longest_before(&reading.around.before, words).map(|(_, side)| *side)
}
