//! Lists that a year, a sign or a number began by accident, and numbers that a list does not show as typed.

use std::ops::Range;

use super::super::Problem;
use super::unmeant;
use crate::diagnostic::Edit;
use crate::say;
use crate::text::markdown::ORDERED_LIST_START;

/// The number that an item of a numbered list has, where readers see another: a list counts from its first number on, whatever is typed. A list
/// whose first number is not 1 is most likely a year or a section that begins a line.
pub(in crate::text::markdown) fn item_number(
    source: &str,
    expected: u64,
    is_first: bool,
    at: &Range<usize>,
) -> Option<Problem> {
    let text = source.get(at.clone())?;
    let start = at.start + text.find(|c: char| c.is_ascii_digit())?;
    let digits: String = source.get(start..)?.chars().take_while(char::is_ascii_digit).collect();
    let typed = digits.parse().unwrap_or(u64::MAX);
    let problem = |message, help| {
        Problem::new(ORDERED_LIST_START, start..(start + digits.len() + 1).min(source.len()), message, help)
    };
    let sign = if source[start + digits.len()..].starts_with(')') { ')' } else { '.' };
    if is_first {
        return (typed != 1).then(|| {
            problem(
                say!("这里成了从 {typed} 开始编号的列表", "this is read as a list that is numbered from {typed}"),
                say!(
                    "如果不是列表，请加反斜杠写成 {digits}\\{sign}；如果是列表，请从 1 开始编号",
                    "if no list is meant, write {digits}\\{sign} with a backslash; if one is, number it from 1"
                ),
            )
        });
    }
    // A longer number would move the text of the item, and leave the lines below it behind.
    let number = expected.to_string();
    let keeps_lines = number.len() == digits.len() || text.trim_end().lines().count() == 1;
    let renumbered = keeps_lines.then(|| Edit::replace(start..start + digits.len(), number));
    (typed != expected).then(|| {
        problem(
            say!("这一项写的是 {digits}，页面上会显示为 {expected}", "this item is typed as {digits} and would be shown as {expected}"),
            say!(
                "列表逐项加一：请改为 {expected}{sign}；要显示 {digits}，请写成 {digits}\\{sign} 并另起一段",
                "items count up by one: write {expected}{sign}, or {digits}\\{sign} in a paragraph of its own to show {digits}"
            ),
        )
        .fixed_by(renumbered.into_iter().collect())
    })
}

/// A list that a typed sign or number began: a line `- 3%` below a sentence. The minus would be a bullet; so would the star of `* 注：`.
pub(in crate::text::markdown) fn accidental_list(source: &str, at: &Range<usize>) -> Option<Problem> {
    let text = source.get(at.clone())?.trim_start_matches([' ', '\t']);
    let start = at.end - text.len().min(at.len());
    let line = text.lines().next().unwrap_or_default();
    let content = line.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start_matches(['-', '+', '*', '.', ')']);
    let content = content.trim_start();
    let figure = content.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '，'));
    let above = source[..start].trim_end_matches([' ', '\t', '>']);
    let interrupts = above.ends_with('\n') && !above.trim_end_matches('\n').is_empty() && !above.ends_with("\n\n");
    let above = above.trim_end();
    let continues = interrupts && !above.ends_with(['：', ':', '；', ';', '。', '|']) && !above.ends_with("-->");
    let is_single = text.trim_end().lines().take(2).count() == 1;
    let is_measure = figure.starts_with(['%', '％', '‰', '℃', '°']);
    let begins_with_figure = content.starts_with(|c: char| c.is_ascii_digit());
    let mark = &line[..line.len() - content.len()];
    let is_note = mark.starts_with('*')
        && ["注：", "注:", "备注", "说明：", "说明:"].iter().any(|note| content.starts_with(note));
    let is_sign = continues || is_single && is_measure || mark.starts_with('+');
    (is_note || begins_with_figure && is_sign).then(|| {
        let mark = mark.trim();
        unmeant(
            start..start + mark.len(),
            say!("行首的“{mark}”成了列表的记号，不会显示", "the `{mark}` that begins this line makes it an item of a list and is not shown"),
            say!(
                "如果是负号、加号或数字，请与上一行写在一起，或写成 \\{mark}；如果是列表，请在前面空一行",
                "if it is a sign or a number, write it on the line above, or \\{mark}; if a list is meant, leave an empty line before it"
            ),
        )
    })
}
