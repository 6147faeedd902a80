//! Headings, items and tables that a line begins and does not become.

use super::super::Problem;
use super::super::character::is_cjk;
use super::super::pasted::{self, Pasted};
use super::super::run::Run;
use super::problem;
use crate::diagnostic::Message;
use crate::say;

/// A heading, an item or a table that its line begins and does not become one.
pub(super) fn line_start(source: &str, run: &Run<'_>, pasted: &mut Pasted) -> Option<Problem> {
    let start = run.place(0..1).start;
    let before = source.get(..start)?;
    let first = run.text().chars().next()?;
    let line = before.trim_end_matches([' ', '\t', '>']);
    let begins_line = line.is_empty() || line.ends_with('\n');
    let is_typed = source[start..].starts_with(first);
    if run.text() == "！" && begins_line && source[start..].starts_with("！[") {
        return Some(problem(
            start..start + first.len_utf8(),
            say!("全角的“！”不起作用，图片只成了链接", "the full-width `！` is no mark: the picture is only a link"),
            say!("请写半角的“!”，后面不留空格", "write a half-width `!` with no space behind it"),
        ));
    }
    if is_typed && !begins_line && line.ends_with(['-', '*', '+']) {
        return task(run);
    }
    let (length, message, help) = unread(run.text(), before.ends_with('\n'))
        .or_else(|| full_width(run.text()))
        .filter(|_| is_typed && begins_line)?;
    let edits = if matches!(first, '|' | '｜') { pasted.report(source)? } else { pasted::mark(source, start) };
    Some(problem(run.place(0..length), message, help).fixed_by(edits))
}

/// The box of a task, `- [ ] …`.
fn task(run: &Run<'_>) -> Option<Problem> {
    let text = run.text().trim_start();
    let start = run.text().len() - text.len();
    ["[ ]", "[x]", "[X]"].iter().any(|mark| text.starts_with(mark)).then(|| {
        problem(
            run.place(start..start + 3),
            say!("方框会原样显示", "the box would be shown as typed"),
            say!("请删去方框，用文字写明是否完成", "delete it and say in words whether it is done"),
        )
    })
}

/// A mark of Markdown in full width at the beginning of a line.
fn full_width(text: &str) -> Option<(usize, Message, Message)> {
    let first = text.chars().next()?;
    let half = match first {
        '｜' => '|',
        '－' if text[first.len_utf8()..].starts_with([' ', '\u{3000}']) => '-',
        '＞' => '>',
        '０'..='９' => {
            let digits = text.trim_start_matches(|c| ('０'..='９').contains(&c));
            let length = text.len() - digits.len();
            return digits.starts_with(". ").then(|| {
                (
                    length + 1,
                    say!(
                        "全角数字不能作列表的编号，会原样显示",
                        "full-width digits number no list and would be shown as typed"
                    ),
                    say!(
                        "请写半角的“1. ”，第一项前面空一行",
                        "write `1. ` with half-width digits, and an empty line before the first item"
                    ),
                )
            });
        }
        _ => return None,
    };
    Some((
        first.len_utf8(),
        say!("全角的“{first}”不起作用，会原样显示", "the full-width `{first}` is no mark and would be shown"),
        say!("请写半角的“{half}”", "write a half-width `{half}`"),
    ))
}

/// How long the mark is that a line begins with, and why it is none.
fn unread(text: &str, continues: bool) -> Option<(usize, Message, Message)> {
    let hashes = text.len() - text.trim_start_matches(['#', '＃']).len();
    let next = text[hashes..].chars().next();
    if hashes > 0 && next.is_some_and(|c| !c.is_ascii_digit() || hashes > 1) {
        let mark = &text[..hashes];
        return Some((
            hashes,
            say!("“{mark}”没有成为标题，会原样显示", "this `{mark}` makes no heading and would be shown"),
            say!(
                "标题写成“## 标题”：半角 #，后面空一格；不是标题请写 \\#",
                "write `## Heading` with a space; write \\# if no heading is meant"
            ),
        ));
    }
    if text.starts_with('|') {
        return Some((
            1,
            say!("这一行没有成为表格，竖线会原样显示", "this line is in no table: its bars would be shown"),
            say!(
                "表头下面要有一行 | --- | --- |，列数相同，表格前面空一行",
                "a table has a line | --- | --- | below its head, with as many columns, and an empty line before it"
            ),
        ));
    }
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let mark = if continues && (1..=2).contains(&digits) { text[digits..].strip_prefix('.') } else { None };
    let rest = mark.or_else(|| text.strip_prefix('-'))?;
    let length = text.len() - rest.len();
    let mark = &text[..length];
    rest.starts_with(is_cjk).then(|| {
        (
            length,
            say!(
                "“{mark}”后面没有空格，这一行没有成为列表的一项",
                "there is no space after `{mark}`, so this line is no item of a list"
            ),
            say!(
                "请在“{mark}”后面空一格，第一项前面空一行",
                "put a space after `{mark}`, and an empty line before the first item"
            ),
        )
    })
}
