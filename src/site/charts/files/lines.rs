//! Words in lines of a sheet: how wide they are, and where they may be broken.

use crate::site::drawing::columns;

pub(super) fn number(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// How wide words are at most in any font: a Chinese character is as wide as it is high, another letter two thirds of that where it is bold.
pub(super) fn width(text: &str, size: i64) -> i64 {
    let wide = number(columns(text) - text.chars().count());
    let narrow = number(text.chars().count()) - wide;
    wide * size + narrow * size * 2 / 3
}

/// Returns a text in lines of at most so many pixels, broken at blanks and between Chinese characters, but before no mark.
pub(super) fn wrapped(text: &str, size: i64, most: i64) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut word = String::new();
    let mut letters = text.chars().peekable();
    while let Some(c) = letters.next() {
        word.push(c);
        let next = letters.peek();
        let is_wide = |c: &char| *c >= '\u{2e80}' && !"，。、；：！？）》”’".contains(*c);
        let may_break = next.is_none_or(|next| c == ' ' || is_wide(next) && !"（《“‘".contains(c));
        if !may_break {
            continue;
        }
        let is_full = |line: &String| !line.is_empty() && width(line, size) + width(word.trim_end(), size) > most;
        if lines.last().is_some_and(is_full) {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            line.push_str(&word);
        }
        word.clear();
    }
    lines.iter().map(|line| line.trim_end().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::wrapped;

    #[test]
    fn lines_break_between_words_and_before_no_mark() {
        assert_eq!(wrapped("one two three", 10, 55), ["one two", "three"]);
        assert_eq!(wrapped("甲乙丙，丁", 10, 30), ["甲乙", "丙，丁"]);
        assert_eq!(wrapped("short", 10, 60), ["short"]);
        assert_eq!(wrapped("", 10, 60), [""]);
    }
}
