//! The parts before and behind the issues, by the words of their headings.

mod behind;

use std::ops::Range;

use super::block::tell_table;
use super::lines::ManuscriptLine;
use super::outline::{IssueLines, Outline};
use super::words::{Slot, label_inside};
use crate::office::draft::{Draft, DraftPart, PartKind, TextTable};
use crate::office::report::Report;
use behind::behind;

/// What a paragraph of closing words begins with.
const CLOSING: [&str; 10] = ["下一步", "今后", "接下来", "欢迎", "总的看", "总体", "我市", "我县", "我局", "虽然"];

/// Reads the parts before the issues and behind them.
pub(super) fn read(
    lines: &[ManuscriptLine],
    before: Range<usize>,
    after: Range<usize>,
    outline: &Outline,
    used: &mut [bool],
    draft: &mut Draft,
    report: &mut Report,
) {
    for part in split(lines, before, outline) {
        let kind = if draft.parts.is_empty() { PartKind::Overview } else { PartKind::Before };
        add(draft, kind, &part, lines, used, report);
    }
    for part in split(lines, after, outline) {
        behind(lines, &part, used, draft, report);
    }
}

/// A part: its heading, and its other lines.
struct PartLines {
    heading: Option<usize>,
    body: Range<usize>,
}

/// The parts in a range: each begins with a heading of the outermost class.
fn split(lines: &[ManuscriptLine], range: Range<usize>, outline: &Outline) -> Vec<PartLines> {
    let class = outline.classes.first();
    let is_heading =
        |at: usize| class.is_some_and(|class| lines[at].class() == Some(*class)) && lines[at].label.is_none();
    let mut spans: Vec<PartLines> = Vec::new();
    for at in range {
        match (is_heading(at), spans.last_mut()) {
            (true, _) => spans.push(PartLines { heading: Some(at), body: at + 1..at + 1 }),
            (false, Some(span)) => span.body.end = at + 1,
            (false, None) => spans.push(PartLines { heading: None, body: at..at + 1 }),
        }
    }
    spans
}

/// Adds a part, or goes on with one of its kind.
fn add(
    draft: &mut Draft,
    kind: PartKind,
    part: &PartLines,
    lines: &[ManuscriptLine],
    used: &mut [bool],
    report: &mut Report,
) {
    let title = part.heading.map(|at| lines[at].body().to_owned());
    let free: Vec<usize> = part.body.clone().filter(|at| !used[*at]).collect();
    let paragraphs: Vec<String> = free.iter().map(|at| lines[*at].text.clone()).collect();
    let headed = part.heading.into_iter().map(|at| (0, at));
    let placed = headed.chain((1..).zip(free.iter().copied()));
    let tables = placed.flat_map(|(behind, at)| lines[at].tables.iter().map(move |table| (behind, at, table)));
    let tables: Vec<TextTable> = tables
        .map(|(behind, at, table)| {
            tell_table(table, lines[at].number, report);
            TextTable { behind, ..table.clone() }
        })
        .collect();
    free.iter().copied().chain(part.heading).for_each(|at| used[at] = true);
    let is_own = matches!(kind, PartKind::Before | PartKind::After);
    match draft.parts.iter_mut().find(|known| known.kind == kind && !is_own) {
        Some(known) => {
            let before = known.paragraphs.len();
            let tables = tables.into_iter().map(|table| TextTable { behind: table.behind + before, ..table });
            known.tables.extend(tables);
            known.paragraphs.extend(paragraphs);
            known.title = known.title.take().or(title);
        }
        None => draft.parts.push(DraftPart { kind, title, paragraphs, tables, id: None, markdown: None }),
    }
}

/// Where the last issue ends: closing words without a heading are not its own.
pub(super) fn end_of_last(lines: &[ManuscriptLine], block: &IssueLines, outline: &Outline) -> usize {
    let is_short =
        outline.blocks.iter().filter(|other| other.start != block.start).all(|other| other.end - other.start <= 2);
    let is_response = |line: &ManuscriptLine| line.label.is_some_and(|label| label.slot == Slot::Response);
    let answered = (block.start..block.end)
        .find(|at| is_response(&lines[*at]) || label_inside(lines[*at].body_folded()).is_some());
    // What was done stands in the line behind the issue if no word says so.
    let from = answered.unwrap_or(block.start + 1) + 1;
    let is_closing = |at: &usize| {
        let line = &lines[*at];
        let begins = CLOSING.iter().any(|word| line.folded.starts_with(word));
        line.marker.is_none() && line.label.is_none() && (begins || is_short && outline.blocks.len() > 2)
    };
    (from..block.end).find(is_closing).unwrap_or(block.end)
}
