//! Short lines that stand below each other: names, dates, addresses, the end of a letter.

use super::super::character::is_cjk;
use super::lines::{line_above, unmarked};
use super::marks::typed_number;

/// Whether a line and the one above it are no wrapped text: the one above is short, ends with no mark, and there would have been room for more
/// of the line, which is longer, or only a date, or the third short one. Names below each other, a title, the end of a letter.
pub(super) fn is_row_of_many(text: &str, above: &str, line: &str) -> bool {
    const MUCH: usize = 4;
    const NAME: usize = 12;
    const TITLE: usize = 40;
    // The address of a link is not seen.
    let length = |line: &str| unmarked(line).split("](").next().unwrap_or_default().chars().count();
    let is_longer = length(line) >= length(above) + MUCH;
    let is_name = |line: &str| is_short(line) && (2..=NAME).contains(&length(line));
    let is_third = || is_name(line) && is_name(above) && line_above(text, above).is_some_and(is_name);
    let is_title = || is_longer && typed_number(unmarked(above)) && is_shorter_than(above, TITLE);
    is_short(above) && (is_longer || is_date(line) || is_third()) || is_title()
}

/// Whether a line in a language with spaces is much shorter than lines are wrapped, though there would have been room for the word that begins
/// the next one with a capital or a digit: an address, the end of a letter.
pub(super) fn is_latin_row(above: &str, line: &str) -> bool {
    let (above, line) = (unmarked(above), unmarked(line));
    let word = line.split(' ').next().unwrap_or_default();
    let begins = word.starts_with(|c: char| c.is_ascii_uppercase() || c.is_ascii_digit());
    let ends = above.ends_with(|c: char| c.is_ascii_alphanumeric() || c == ')') && above.is_ascii();
    begins && ends && (8..=30).contains(&above.len()) && above.len() + word.len() < 45
}

/// Whether a line in Chinese is shorter than any that was wrapped, and ends with no mark.
fn is_short(line: &str) -> bool {
    const LONGEST: usize = 20;
    is_shorter_than(line, LONGEST + 1)
}

/// Whether a line in Chinese has fewer characters, and ends with no mark.
fn is_shorter_than(line: &str, limit: usize) -> bool {
    let line = unmarked(line);
    let ends = line.ends_with(|c: char| c.is_alphanumeric() || "）)”》】％%｝}".contains(c));
    ends && line.chars().count() < limit && line.contains(|c: char| is_cjk(c) && c.is_alphanumeric())
}

/// Whether a line is nothing but a date: 2026年10月30日.
fn is_date(line: &str) -> bool {
    let line = line.trim();
    let digits = |c: char| c.is_ascii_digit() || "〇○零一二三四五六七八九十".contains(c);
    line.ends_with(['日', '月']) && line.contains('年') && line.chars().all(|c| digits(c) || "年月日 ".contains(c))
}
