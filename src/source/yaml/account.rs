//! The account of a YAML file: every byte is a key or a text, an indicator that did its work, a space or a comment;
//! what is none of these is named.
//!
//! Keys and texts are where the parser says that they are. Everything between them is read here, sign by sign, by code
//! of its own: whatever the parser passes over in silence (directives, marks of documents, complex keys) cannot get
//! lost.

use std::ops::Range;

use crate::diagnostic::{Diagnostic, Message, Place};
use crate::say;
use crate::source::YAML_FEATURE;
use crate::value::RelPath;

/// Returns diagnostics for what stands between the keys and texts of a file and is nothing that a record may have
/// there.
pub(super) fn unaccounted(path: &RelPath, file: &str, stated: &[Range<usize>]) -> Vec<Diagnostic> {
    let ends = std::iter::once(0).chain(stated.iter().map(|range| range.end));
    let starts = stated.iter().map(|range| range.start).chain([file.len()]);
    let gaps = ends.zip(starts).filter(|(end, start)| end < start);
    gaps.flat_map(|(end, start)| between(path, file, end..start)).collect()
}

/// Reads what stands between two texts.
fn between(path: &RelPath, file: &str, gap: Range<usize>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut at = gap.start;
    while let Some(c) = file[at..gap.end].chars().next() {
        let rest = &file[at..gap.end];
        let begins_line = at == 0 || file[..at].ends_with(['\n', '\r']);
        let line = || rest.find(['\n', '\r']).unwrap_or(rest.len());
        let (length, refused) = match c {
            '#' => (line(), is_within_brackets(&file[..at]).then(|| swallowed(rest[..line()].trim_end()))),
            '-' if begins_line && rest.starts_with("---") && file[..at].trim().is_empty() => (3, None),
            '-' | ':' | ',' | '[' | ']' | '{' | '}' => (1, None),
            c if c.is_whitespace() => (c.len_utf8(), None),
            '%' if begins_line => (line(), Some(directive())),
            '.' if begins_line && rest.starts_with("...") => (line(), Some(end_of_document())),
            '?' => (1, Some(complex_key())),
            c => (c.len_utf8(), Some(lost(c))),
        };
        if let Some((message, help)) = refused {
            found.push(Diagnostic::of(YAML_FEATURE, Place::span(path, at..at + length), message).help(help));
        }
        at += length;
    }
    found
}

/// Returns whether the line before a comment ends where an entry within brackets is expected: the comment may have been
/// meant as one.
fn is_within_brackets(before: &str) -> bool {
    before.rsplit(['\n', '\r']).next().is_some_and(|line| line.trim_end().ends_with(['[', '{', ',']))
}

fn swallowed(comment: &str) -> (Message, Message) {
    (
        say!("“{comment}”被当作注释，不会公布", "`{comment}` is taken for a comment and not published"),
        say!(
            "若是正文，请加引号；若是注释，请另起一行",
            "if it is text, put it in quotes; if it is a comment, give it a line of its own"
        ),
    )
}

fn directive() -> (Message, Message) {
    (
        say!(
            "“%”开头的一行是 YAML 指令，不会公布",
            "a line that begins with `%` is a YAML directive, which is not published"
        ),
        say!("请删去这一行", "remove this line"),
    )
}

fn end_of_document() -> (Message, Message) {
    (
        say!("“...”在 YAML 里表示文件到此结束", "`...` means to YAML that the file ends here"),
        say!("请删去这一行；省略号写成“……”", "remove this line"),
    )
}

fn complex_key() -> (Message, Message) {
    (
        say!("这里不能用“? ”开头的键", "a key cannot begin with `? ` here"),
        say!(
            "请写成“键: 值”；若“?”是文字的一部分，请给整段文字加引号",
            "write `key: value`; if the `?` belongs to a text, put the text in quotes"
        ),
    )
}

fn lost(c: char) -> (Message, Message) {
    (
        say!("这里的“{c}”不会公布", "the `{c}` here is not published"),
        say!(
            "若它是文字的一部分，请给整段文字加引号；否则请删去",
            "if it belongs to a text, put the text in quotes; else remove it"
        ),
    )
}
