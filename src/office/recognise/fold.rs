//! Text folded for comparison: width and blanks, one character for one, so that places carry back to what stands. What is stored is never
//! folded.

use std::ops::Range;

/// Returns the text with the width and the blanks that are compared.
pub(super) fn fold(text: &str) -> String {
    text.chars().map(folded).collect()
}

fn folded(c: char) -> char {
    match c {
        '\u{3000}' | '\u{A0}' | '\t' | '\u{2002}'..='\u{200A}' => ' ',
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        '﹕' | '∶' => ':',
        '〈' | '〔' | '﹝' => '[',
        '〉' | '〕' | '﹞' => ']',
        _ => c,
    }
}

/// Returns what stands at a range of the folded text.
pub(super) fn original<'a>(text: &'a str, folded: &str, range: Range<usize>) -> &'a str {
    let place = |at: usize| {
        let characters = folded.get(..at).map_or(0, |before| before.chars().count());
        text.char_indices().nth(characters).map_or(text.len(), |(at, _)| at)
    };
    text.get(place(range.start)..place(range.end)).unwrap_or_default()
}

/// Returns the text without any blank: what words of a head are compared by.
pub(super) fn close(text: &str) -> String {
    fold(text).chars().filter(|c| !c.is_whitespace()).collect()
}

/// Whether a character ends a sentence, or stands behind its end.
pub(super) fn ends_sentence(text: &str) -> bool {
    let text = text.trim_end().trim_end_matches(['”', '’', '」', '》', ')', '）', '"']);
    text.ends_with(['。', '！', '？', '；', '：', '!', '?', ';', ':', '.', '．', '…'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_carry_back_to_what_stands() {
        let text = "（１）整改情况：一是〔2024〕3号";
        let folded = fold(text);
        assert_eq!(folded, "(1)整改情况:一是[2024]3号");
        let at = folded.find("整改").unwrap();
        assert_eq!(original(text, &folded, 0..at), "（１）");
        assert_eq!(original(text, &folded, at..folded.len()), "整改情况：一是〔2024〕3号");
        assert_eq!(close("完成　时 限"), "完成时限");
    }
}
