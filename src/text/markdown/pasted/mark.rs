//! What a line begins with, made a mark: half-width, with a space behind it.

use super::items::item;
use crate::diagnostic::Edit;

/// The most levels that headings have.
const LEVELS: usize = 6;

/// The changes that make a mark of what a line begins with: half-width, with a space behind it; none for what needs judgement.
pub(in crate::text::markdown) fn mark(source: &str, start: usize) -> Vec<Edit> {
    let line = source[start..].split(['\n', '\r']).next().unwrap_or_default();
    let Some(first) = line.chars().next() else { return Vec::new() };
    let length = match first {
        '#' | '＃' => line.len() - line.trim_start_matches(['#', '＃']).len(),
        '０'..='９' => line.find('.').map_or(0, |at| at + 1),
        _ => first.len_utf8(),
    };
    let (typed, rest) = line.split_at(length);
    let mark: String = typed.chars().map(half_width).collect();
    let blank = rest.len() - rest.trim_start_matches([' ', '\u{3000}']).len();
    let is_heading = mark.starts_with('#');
    let is_doubtful = is_heading && (mark.len() > LEVELS || rest.contains(['#', '＃'])) || rest.trim().is_empty();
    if mark.starts_with(|c: char| c.is_ascii_digit()) && mark == typed {
        return item(source, start);
    }
    if is_doubtful { Vec::new() } else { vec![Edit::replace(start..start + length + blank, mark + " ")] }
}

fn half_width(c: char) -> char {
    match c {
        '＃' => '#',
        '－' => '-',
        '＞' => '>',
        '０'..='９' => char::from_u32(u32::from(c) - u32::from('０') + u32::from('0')).unwrap_or(c),
        other => other,
    }
}
