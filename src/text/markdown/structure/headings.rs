//! Headings that a sign or a line began by accident, and those without words.

use std::ops::Range;

use super::super::joined::line_ending;
use super::super::{Problem, quoted};
use super::unmeant;
use crate::diagnostic::Edit;
use crate::say;
use crate::text::markdown::MISREAD_MARKUP;

/// A heading that the sign of a number began: `# 1机组` for `#1机组`.
pub(in crate::text::markdown) fn accidental_number(source: &str, at: &Range<usize>) -> Option<Problem> {
    const THINGS: &str = "机楼炉标泵井罐闸变桥栋幢库仓窑塔线厂池";
    let text = source.get(at.clone())?.strip_prefix("# ")?.trim_start();
    let thing = text.trim_start_matches(|c: char| c.is_ascii_digit());
    (thing.len() < text.len() && thing.starts_with(|c| THINGS.contains(c))).then(|| {
        unmeant(
            at.start..at.start + 1,
            say!(
                "行首的“#”使这一行成了标题，不会显示",
                "the `#` that begins this line makes a heading of it and is not shown"
            ),
            say!(
                "如果是编号，请写成“1号…”或 \\#1；标题请写成“## 标题”",
                "if it is the sign of a number, write \\#1 or No. 1; a heading is written `## Heading`"
            ),
        )
    })
}

/// A sentence that the line of dashes or equals signs below it made a heading.
pub(in crate::text::markdown) fn accidental_heading(source: &str, at: &Range<usize>) -> Option<Problem> {
    let text = source.get(at.clone())?.trim_end();
    let (heading, line) = text.rsplit_once('\n').filter(|_| !text.starts_with('#'))?;
    let heading = heading.trim_end();
    let is_sentence = heading.ends_with(['。', '；', '：', '，', '！', '？', '.', ';', ':', ',', '!', '?']);
    (is_sentence || heading.contains('\n')).then(|| {
        let start = at.start + text.len() - line.len();
        let is_rule = line.trim_matches([' ', '\t']).len() > 2 && line.trim().bytes().all(|b| b == b'-');
        let parted = is_rule.then(|| Edit::insert(start, line_ending(source, start)));
        let line = quoted(line.trim());
        unmeant(
            start..at.start + text.len(),
            say!("这一行“{line}”使上面的文字成了标题", "the line `{line}` makes a heading of the text above it"),
            say!(
                "请在它前面空一行；标题请写成“## 标题”",
                "leave an empty line before it; a heading is written `## Heading`"
            ),
        )
        .fixed_by(parted.into_iter().collect())
    })
}

/// A heading without words.
pub(in crate::text::markdown) fn empty_heading(source: &str, at: &Range<usize>) -> Option<Problem> {
    let text = source.get(at.clone())?.trim_end();
    let is_empty = text.starts_with('#') && text.trim_matches(['#', ' ', '\t']).is_empty();
    is_empty.then(|| {
        Problem::new(
            MISREAD_MARKUP,
            at.start..at.start + text.len(),
            say!("这个标题没有文字", "this heading has no words"),
            say!("请在“{text}”后面写标题，或删去这一行", "write the heading after `{text}`, or delete the line"),
        )
    })
}
