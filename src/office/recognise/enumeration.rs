//! Enumerations in sentences: 一是…二是….

use super::fold::fold;
use super::numeral::{is_numeral, numeral};

/// Returns how many texts at the beginning are an enumeration: the first begins with 一是, the next with 二是 and so on.
pub fn enumeration(texts: &[String]) -> usize {
    let counts = |(expected, text): (u32, &String)| {
        let folded = fold(text);
        let end = folded.find(|c: char| !is_numeral(c) || c.is_ascii_digit()).unwrap_or(0);
        numeral(&folded[..end]) == Some(expected) && folded[end..].starts_with('是')
    };
    (1..).zip(texts).take_while(|text| counts(*text)).count()
}

/// Returns the parts of an enumeration in a text, `一是…二是…`, if its numbers run from one; what stands before the first is the first part,
/// and may be empty. Together they are the text.
pub fn enumerated(text: &str) -> Option<Vec<&str>> {
    let folded = fold(text);
    let mut starts = Vec::new();
    let mut before = None;
    let mut at = text.char_indices().map(|(at, _)| at);
    for (place, c) in folded.char_indices() {
        let here = at.next()?;
        let opens = before.is_none_or(|c: char| "。;:；!?".contains(c) || c.is_whitespace());
        if opens && is_numeral(c) {
            let rest = &folded[place..];
            let digits = &rest[..rest.find(|c: char| !is_numeral(c)).unwrap_or(rest.len())];
            let is_next = numeral(digits).is_some_and(|n| usize::try_from(n).is_ok_and(|n| n == starts.len() + 1));
            if is_next && !digits.starts_with(|c: char| c.is_ascii_digit()) && rest[digits.len()..].starts_with('是') {
                starts.push(here);
            }
        }
        before = Some(c);
    }
    if starts.len() < 2 {
        return None;
    }
    let mut parts = vec![&text[..starts[0]]];
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    parts.extend(starts.iter().zip(ends).map(|(start, end)| &text[*start..end]));
    Some(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_enumeration_may_take_a_paragraph_each() {
        let of = |texts: &[&str]| enumeration(&texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>());
        assert_eq!(of(&["一是学。", "二是做。", "三是查。", "此外。"]), 3);
        assert_eq!((of(&["二是做。"]), of(&["一是学。", "三是查。"]), of(&["统一是好的。"]), of(&[])), (0, 1, 0, 0));
    }

    #[test]
    fn an_enumeration_is_one_if_its_numbers_run_from_one() {
        let text = "为此。一是学。二是做；三是查。";
        assert_eq!(enumerated(text).unwrap(), ["为此。", "一是学。", "二是做；", "三是查。"]);
        assert_eq!(enumerated("一是学。二是做。").unwrap().concat(), "一是学。二是做。");
        for text in ["一是学。三是做。", "统一是好的。二是做。", "一是学。", ""] {
            assert_eq!(enumerated(text), None, "{text}");
        }
    }
}
