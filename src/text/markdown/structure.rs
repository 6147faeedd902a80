//! What CommonMark reads as structure although the author most likely meant it as text.

mod emphasis;
mod headings;
mod lists;

use std::ops::Range;

use super::joined::line_ending;
use super::{Problem, quoted};
use crate::diagnostic::{Edit, Message};
use crate::say;
use crate::text::markdown::UNMEANT_STRUCTURE;

pub(super) use emphasis::accidental_emphasis;
pub(super) use headings::{accidental_heading, accidental_number, empty_heading};
pub(super) use lists::{accidental_list, item_number};

/// A quotation that a typed sign began: a line `> 95%` below a sentence. The sign would not be shown.
pub(super) fn accidental_quotation(source: &str, at: &Range<usize>) -> Option<Problem> {
    let above = source.get(..at.start)?.trim_end_matches([' ', '\t']);
    // Of quotations within each other the outermost is looked at.
    let content = source.get(at.clone()).filter(|_| !above.ends_with('>'))?.trim_start_matches(['>', ' ']);
    let figure = content.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '，'));
    let continues =
        above.ends_with('\n') && !above.ends_with("\n\n") && !above.trim_end().ends_with(['：', ':', '。', '；']);
    let is_measure = figure.starts_with(['%', '％', '‰', '℃', '°', '万', '亿', '元']);
    let is_figure = figure.len() < content.len() && !figure.starts_with(['、', '年', '月', '．', ' ']);
    (is_figure && (is_measure || continues && !above.trim().is_empty())).then(|| {
        unmeant(
            at.start..at.start + 1,
            say!("行首的“>”成了引用的记号，不会显示", "the `>` that begins this line makes it a quotation and is not shown"),
            say!(
                "如果是大于号，请写“大于”或 \\>；如果是引用，请在前面空一行，数字前写上文字",
                "if more than is meant, write so, or \\>; if a quotation is meant, leave an empty line before it and begin it with a word"
            ),
        )
    })
}

/// A line below a table that became one of its rows, since no empty line parts them.
pub(super) fn accidental_row(source: &str, at: &Range<usize>) -> Option<Problem> {
    let text = source.get(at.clone())?.trim_end();
    let start = at.start + (text.len() - text.trim_start().len());
    (!text.is_empty() && !text.contains('|')).then(|| {
        let shown = quoted(text.trim_start());
        let begins_line = source[..at.start].ends_with('\n');
        let parted = begins_line.then(|| Edit::insert(at.start, line_ending(source, at.start)));
        unmeant(
            start..at.start + text.len(),
            say!("“{shown}”会成为上面表格的一行", "`{shown}` becomes a row of the table above it"),
            say!(
                "请在它前面空一行；是表格的一行，请用 | 分开各格",
                "leave an empty line before it; a row of a table has | between its cells"
            ),
        )
        .fixed_by(parted.into_iter().collect())
    })
}

/// A block of code that no fence ends, so that all the rest of the text is set as code.
pub(super) fn unclosed_fence(source: &str, at: &Range<usize>) -> Option<Problem> {
    let text = source.get(at.clone())?;
    let sign = text.chars().next()?;
    let width = text.chars().take_while(|c| *c == sign).count();
    let last = text.trim_end().lines().skip(1).last().unwrap_or_default();
    let last = last.trim_matches([' ', '\t', '>']);
    let is_closed = last.len() >= width && last.chars().all(|c| c == sign);
    let fence = &text[..width];
    (!is_closed).then(|| {
        unmeant(
            at.start..at.start + width,
            say!(
                "“{fence}”之后的文字都成了代码，因为没有结束的“{fence}”",
                "everything after this `{fence}` is set as code, as no `{fence}` ends it"
            ),
            say!(
                "请在代码后面另起一行写“{fence}”，或删去它",
                "write `{fence}` on a line of its own after the code, or delete it"
            ),
        )
    })
}

/// Front matter, as other programs have it: it would be shown as a rule and a heading.
pub(super) fn front_matter(source: &str) -> Option<Problem> {
    let fence = source.lines().next().map(str::trim_end).filter(|line| matches!(*line, "---" | "+++"))?;
    let is_key = |line: &str| line.contains([':', '=', '：']) || line.starts_with([' ', '-', '#']);
    let keys = source.lines().skip(1).take_while(|line| line.trim_end() != fence && is_key(line)).count();
    let is_closed = source.lines().nth(keys + 1).is_some_and(|line| line.trim_end() == fence);
    let length: usize = source.split_inclusive('\n').take(keys + 2).map(str::len).sum();
    (keys > 0 && is_closed).then(|| {
        unmeant(
            0..length,
            say!("开头的这几行会作为正文显示", "these lines at the beginning would be shown as text"),
            say!(
                "请删去；标题和状态写在记录文件（.yaml）里",
                "delete them: titles and statuses belong in the record (.yaml)"
            ),
        )
    })
}

fn unmeant(range: Range<usize>, message: Message, help: Message) -> Problem {
    Problem::new(UNMEANT_STRUCTURE, range, message, help)
}
