//! What stands around a place of an output and says whether it is private.

use std::ops::Range;

use super::digits::is_break;
use crate::rules::{self, Find};

/// How much of what stands around a place says whether it is private: before it and behind.
const BEFORE: usize = 160;

const BEHIND: usize = 80;

/// Returns a part of an output with all that stands around it and may be judged otherwise for what the part says.
pub(in crate::inspect) fn with_surroundings(text: &str, part: &Range<usize>) -> Range<usize> {
    let bytes = text.as_bytes();
    let start = part.start.saturating_sub(BEHIND);
    let end = (part.end + BEFORE).min(bytes.len());
    // No number is cut in two.
    let start = bytes[..start].iter().rposition(is_break).unwrap_or(0);
    let end = bytes[end..].iter().position(is_break).map_or(bytes.len(), |length| end + length);
    text.floor_char_boundary(start)..text.ceil_char_boundary(end)
}

/// Returns the private data at a place of an output: in the value of an attribute, or in text with what stands around
/// it.
pub(super) fn finds(text: &str, place: &Range<usize>) -> Vec<Find> {
    let place = text.ceil_char_boundary(place.start)..text.ceil_char_boundary(place.end);
    let from = text.floor_char_boundary(place.start.saturating_sub(BEFORE));
    let to = text.ceil_char_boundary((place.end + BEHIND).min(text.len()));
    let before = &text[from..place.start];
    let is_in_tag = before.rfind('<').is_some_and(|open| before.rfind('>').is_none_or(|close| close < open));
    if is_in_tag {
        let start = before.rfind(['"', '\'']).map_or(from, |at| from + at + 1);
        let end = text[place.end..to].find(['"', '\'', '>']).map_or(to, |at| place.end + at);
        return rules::finds(&text[start..end]);
    }
    let shown = without_tags(before) + &text[place.clone()];
    let at = without_tags(before).len()..shown.len();
    let shown = shown + &without_tags(&text[place.end..to]);
    rules::finds(&shown).into_iter().filter(|find| find.range.start < at.end && at.start < find.range.end).collect()
}

/// Text with a new line for every tag.
fn without_tags(text: &str) -> String {
    let text = match (text.find('>'), text.find('<')) {
        (Some(close), open) if open.is_none_or(|open| close < open) => &text[close + 1..],
        _ => text,
    };
    let parts = text.split('<').enumerate();
    let shown =
        parts.map(|(nth, part)| if nth == 0 { part } else { part.split_once('>').map_or("", |(_, text)| text) });
    let shown = shown.map(str::trim);
    shown.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_looked_at_with_what_stands_around_it() {
        let text = format!("甲{}，138 0013|8000，{}乙", "前".repeat(200), "后".repeat(200));
        let at = text.find('|').unwrap();
        for part in [at..at + 1, at..at, at - 30..at, at + 1..at + 90] {
            let part = with_surroundings(&text, &part);
            assert!(text[part.clone()].contains("，138 0013|8000，"), "{part:?}");
            assert!(part.start > 300 && part.end < text.len() - 300, "{part:?}");
        }
        assert_eq!(with_surroundings("ab", &(1..1)), 0..2);
    }
}
