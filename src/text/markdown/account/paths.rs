//! Backslashes in the name of a file on a computer, which stand for themselves.

/// Whether a backslash that escapes the next sign stands for itself in the name of a file on a computer: `D:\(2021)`, `\\server\list`. One
/// that escapes a backslash is written as it must be, but at the beginning of the name of a computer.
pub(super) fn parts_a_path(source: &str, at: usize) -> bool {
    let rest = &source[at + 1..];
    let Some(name) = rest.strip_prefix('\\') else { return is_in_path(&source[..at]) };
    let computer = name.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-'));
    computer.len() < name.len()
        && computer.starts_with('\\')
        && !source[..at].ends_with('\\')
        && word(&source[..at]).is_empty()
}

/// Whether a text ends in the name of a file on a computer, which begins with a drive: `D:\list`.
pub(super) fn is_in_path(text: &str) -> bool {
    let word = word(text);
    let mut chars = word.chars();
    chars.next().is_some_and(|c| c.is_ascii_alphabetic())
        && chars.next() == Some(':')
        && chars.next().is_none_or(|c| c == '\\')
}

/// The last word of a text from the last drive in it on, as far as a path may be long.
fn word(text: &str) -> &str {
    const LONGEST: usize = 256;
    let from = (text.len().saturating_sub(LONGEST)..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let text = &text[from..];
    let word = text.rsplit(|c: char| c.is_whitespace() || "“”\"（）()，。；、".contains(c)).next().unwrap_or_default();
    let is_letter = |text: &str| text.ends_with(|c: char| c.is_ascii_alphabetic());
    let is_alone =
        |text: &str| is_letter(text) && !text[..text.len() - 1].ends_with(|c: char| c.is_ascii_alphanumeric());
    let drive = word.rfind(':').filter(|at| is_alone(&word[..*at]));
    drive.map_or(word.trim_start_matches(|c: char| !c.is_ascii()), |at| &word[at - 1..])
}
