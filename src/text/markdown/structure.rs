//! What CommonMark reads as structure although the author most likely meant it as text.

use std::ops::Range;

use super::Problem;
use crate::say;
use crate::text::markdown::{ACCIDENTAL_EMPHASIS, ORDERED_LIST_START};

/// A list whose first number is neither 0 nor 1: most likely a year or a section that begins a line.
pub(super) fn list_start(source: &str, first: u64, at: &Range<usize>) -> Option<Problem> {
    if first <= 1 {
        return None;
    }
    let text = source.get(at.clone()).unwrap_or_default();
    let start = at.start + text.find(|c: char| c.is_ascii_digit()).unwrap_or(0);
    let digits: String = source.get(start..)?.chars().take_while(char::is_ascii_digit).collect();
    let sign = if source[start + digits.len()..].starts_with(')') { ')' } else { '.' };
    Some(Problem {
        rule: ORDERED_LIST_START,
        range: start..(start + digits.len() + 1).min(source.len()),
        message: say!("这里成了从 {first} 开始编号的列表", "this is read as a list that is numbered from {first}"),
        help: say!(
            "如果不是列表，请加反斜杠写成 {digits}\\{sign}；如果是列表，请从 1 开始编号",
            "if no list is meant, write {digits}\\{sign} with a backslash; if one is, number it from 1"
        ),
    })
}

/// Emphasis that looks like two signs of multiplication, `5*3和4*2`: a delimiter stands between a digit outside and a character of a word
/// inside, and what is emphasised begins or ends with a digit. Emphasis of a word after a figure, `49*个*问题`, is left alone, and so is that
/// of a figure within words, `共**49**个`.
pub(super) fn accidental_emphasis(source: &str, at: &Range<usize>) -> Option<Problem> {
    let text = source.get(at.clone())?;
    let width = text.bytes().take_while(|b| *b == b'*').take(2).count();
    let content = text.get(width..text.len().checked_sub(width)?).filter(|_| width > 0)?;
    let (first, last) = (content.chars().next()?, content.chars().next_back()?);
    let before = source[..at.start].chars().next_back();
    let after = source[at.end..].chars().next();
    let is_product =
        |outside: Option<char>, inside: char| outside.is_some_and(char::is_numeric) && inside.is_alphanumeric();
    let looks_multiplied = is_product(before, first) || is_product(after, last);
    (looks_multiplied && (first.is_numeric() || last.is_numeric())).then(|| Problem {
        rule: ACCIDENTAL_EMPHASIS,
        range: at.clone(),
        message: say!(
            "两个星号之间的文字成了强调，星号不会显示",
            "the text between these asterisks is emphasised and the asterisks disappear"
        ),
        help: say!("如果是乘号，请写 × 或 \\*", "if they are signs of multiplication, write × or \\*"),
    })
}
