//! Lines of a text, without the marks around them.

use super::PASTED;

/// The line above the last one of a text, if it belongs to the same paragraph.
pub(super) fn line_above<'a>(text: &'a str, last: &str) -> Option<&'a str> {
    let before = text.trim_end_matches([' ', '\t', '\r']);
    let before = before[..before.len() - last.len()].trim_end_matches([' ', '\t', '\r', '>']).strip_suffix('\n')?;
    let line = last_line(before);
    (!line.trim().is_empty()).then_some(line)
}

/// The last line of a text, at most as much of it as is looked at, without white space behind it.
pub(super) fn last_line(text: &str) -> &str {
    let text = text.trim_end_matches([' ', '\t', '\r']);
    let window = text.len().saturating_sub(PASTED * 4);
    let window = (window..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
    text[window..].rsplit(['\n', '\r']).next().unwrap_or_default()
}

/// Where the line begins behind the one that a text begins with: a line ends with a line feed, a return, or both.
pub(super) fn after_line(text: &str) -> Option<usize> {
    let end = text.find(['\n', '\r'])?;
    Some(end + if text[end..].starts_with("\r\n") { 2 } else { 1 })
}

/// A line without its marks: those of a list or a quotation before it, and of emphasis around it.
pub(super) fn unmarked(line: &str) -> &str {
    let line = line.trim_start_matches([' ', '\t', '>']);
    let item = line.strip_prefix(['-', '*', '+']).and_then(|rest| rest.strip_prefix(' ')).unwrap_or(line);
    let bare = item.trim_matches(['*', '_']);
    if bare.is_empty() { line } else { bare }
}
