//! Rules and tables that are drawn with signs or blanks.

use super::super::character::is_cjk;

/// Whether a line is a rule as it is drawn with signs that make none: ————, ＝＝＝.
pub(super) fn is_rule(line: &str) -> bool {
    const FEWEST: usize = 3;
    let line = line.trim();
    line.chars().count() >= FEWEST && line.chars().all(|c| "—–－_＿＝=＊～~─━═·".contains(c))
}

/// Whether two lines are rows of a table that was drawn: with lines, or with blanks between its columns.
pub(super) fn are_columns(above: &str, line: &str) -> bool {
    let is_line = |c| matches!(c, '\u{2500}'..='\u{257F}');
    let is_drawn = |line: &str| line.trim().starts_with(is_line) && !is_rule(line);
    let has_han = |line: &str| line.contains(|c: char| is_cjk(c) && c.is_alphanumeric());
    is_drawn(line) || is_drawn(above) || [above, line].into_iter().all(|line| gaps(line) >= 2 && has_han(line))
}

/// How many times two blanks or more part words of a line, other than sentences.
fn gaps(line: &str) -> usize {
    let (mut gaps, mut blanks, mut last) = (0, 0, None);
    for c in line.trim().chars() {
        if matches!(c, ' ' | '\u{3000}') {
            blanks += 1;
        } else {
            gaps += usize::from(blanks > 1 && !matches!(last, Some('。' | '；' | '！' | '？' | '：')));
            (blanks, last) = (0, Some(c));
        }
    }
    gaps
}
