//! Rows that head those below them: a text over most columns, or alone in its row, that names a section or a topic.

use super::super::fold::{fold, original};
use super::super::marker::{Class, marker};
use super::super::words::Slot;
use super::columns::RecognisedColumn;
use crate::office::manuscript::{CoveredFrom, Row};

/// What a row says over its whole width.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Band {
    /// The title of a section, and whether it is numbered like a topic: （一）.
    Section(String, bool),
    /// Something else: a note, a body.
    Other,
}

/// How long the title of a section is at most.
const LONGEST: usize = 40;

/// What a title of a section ends with.
const ENDS: [&str; 4] = ["方面", "方面问题", "方面的问题", "方面存在的问题"];

/// Returns what a row says over its whole width, and what else stands in it; nothing if it is a row like others. `is_counted` is whether the
/// issues have numbers in Arabic figures, so that one in Chinese figures is none of theirs.
pub(super) fn band<'r>(row: &'r Row, columns: &[RecognisedColumn], is_counted: bool) -> Option<(Band, Vec<&'r str>)> {
    let statement = columns.iter().position(|column| column.slot == Slot::Statement)?;
    if row.cells.get(statement)?.covered == Some(CoveredFrom::Above) {
        return None;
    }
    let texts = row.cells.iter().map(|cell| cell.text.trim()).enumerate().filter(|(_, text)| !text.is_empty());
    let mut texts = texts.peekable();
    let (mut at, mut text) = texts.next()?;
    let mut number = "";
    if columns.get(at)?.slot == Slot::Number && texts.peek().is_some() {
        number = text;
        (at, text) = texts.next()?;
    }
    let depth = depth(&format!("{number}、"));
    // What stands behind the issue is said of one.
    if at > statement || !number.is_empty() && depth.is_none() {
        return None;
    }
    let rest: Vec<&str> = texts.map(|(_, text)| text).collect();
    let span = 1 + row.cells[at + 1..].iter().take_while(|cell| cell.covered == Some(CoveredFrom::Left)).count();
    let is_wide = span > 1 && span * 2 > row.cells.len();
    let title = title(text);
    let is_aspect = title.as_ref().is_some_and(|(_, is_aspect, _)| *is_aspect);
    let is_free = (at == 0 || columns[at].slot == Slot::Number) && at != statement;
    let is_heading = is_aspect || if number.is_empty() { title.is_some() && is_free } else { is_counted };
    let is_issue = !number.is_empty() && !is_counted && !is_aspect;
    if is_issue || !(is_wide || rest.is_empty() && is_heading) {
        return None;
    }
    let plain = || depth.filter(|_| is_title(text)).map(|is_inner| (flat(text), is_inner));
    let found = title.map(|(title, _, is_inner)| (title, depth.unwrap_or(is_inner))).or_else(plain);
    Some((found.map_or(Band::Other, |(title, is_inner)| Band::Section(title, is_inner)), rest))
}

/// Returns whether a number in Chinese figures is in brackets, as those of topics are; nothing if it is no such number.
fn depth(text: &str) -> Option<bool> {
    match marker(&fold(text))?.class {
        Class::Chinese => Some(false),
        Class::ChineseInBrackets => Some(true),
        _ => None,
    }
}

/// Returns the title of a section without its number, whether it says that it is one, and whether it is numbered like a topic.
fn title(text: &str) -> Option<(String, bool, bool)> {
    let folded = fold(text);
    let found = marker(&folded).filter(|found| found.class != Class::Quoted);
    let body = original(text, &folded, found.as_ref().map_or(0, |found| found.length)..folded.len());
    let bare = body.trim_end_matches(['：', ':']);
    let bare = bare.rfind(['（', '(']).filter(|_| bare.ends_with(['）', ')'])).map_or(bare, |at| &bare[..at]).trim();
    let is_aspect = ENDS.iter().any(|end| bare.ends_with(end));
    let is_part = text.starts_with('第') && text.contains("部分");
    let depth = depth(text);
    let is_one = is_title(text) && !body.is_empty() && (is_aspect || is_part || depth.is_some());
    is_one.then(|| (flat(body), is_aspect, depth.unwrap_or(false)))
}

/// Returns whether a text is as short as a title, and does not end like a sentence.
fn is_title(text: &str) -> bool {
    text.chars().count() <= LONGEST && !text.ends_with(['。', '；', ';'])
}

fn flat(text: &str) -> String {
    text.lines().map(str::trim).collect()
}
