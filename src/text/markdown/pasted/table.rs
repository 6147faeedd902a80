//! A table that was pasted, written as one of Markdown.

use std::ops::Range;

use super::super::joined::line_ending;
use crate::diagnostic::Edit;

/// A line of a text.
#[derive(Clone, Copy)]
struct Line<'a> {
    start: usize,
    text: &'a str,
}

fn lines(source: &str, range: Range<usize>) -> impl Iterator<Item = Line<'_>> {
    let mut at = range.start;
    source.get(range).unwrap_or_default().split_inclusive('\n').map(move |line| {
        at += line.len();
        Line { start: at - line.len(), text: line.trim_end_matches(['\n', '\r']) }
    })
}

/// The changes that make a table of lines with tabs or bars between their cells: lines one below the other, with as many cells each.
pub(super) fn table(source: &str, block: Range<usize>) -> Option<Vec<Edit>> {
    let begins_line = block.start == 0 || source.get(..block.start)?.ends_with('\n');
    let lines: Vec<Line<'_>> = lines(source, block.clone()).collect();
    let has_tabs = lines.iter().any(|line| line.text.trim().contains('\t'));
    let is_row = |line: &Line<'_>| match has_tabs {
        true => line.text.trim().contains('\t'),
        false => line.text.starts_with(['|', '｜']),
    };
    let first = lines.iter().position(is_row).filter(|_| begins_line && !block.is_empty())?;
    let rows: Vec<Line<'_>> = lines[first..].iter().copied().take_while(|line| is_row(line)).collect();
    let rest = &lines[first + rows.len()..];
    let cells: Vec<Vec<String>> = rows.iter().map(|row| cells(row.text, has_tabs)).collect();
    let width = cells.first()?.len();
    if rows.len() < 2 || width < 2 || cells.iter().any(|row| row.len() != width) || rest.iter().any(is_row) {
        return None;
    }
    let ending = line_ending(source, rows[1].start);
    let rule = format!("|{}", " --- |".repeat(width));
    let has_rule = cells[1].iter().all(|cell| is_rule(cell));
    let mut edits: Vec<Edit> = (first > 0).then(|| Edit::insert(rows[0].start, ending)).into_iter().collect();
    for (at, (row, cells)) in rows.iter().zip(&cells).enumerate() {
        let text = match at {
            0 if !has_rule => format!("| {} |{ending}{rule}", cells.join(" | ")),
            1 if has_rule => rule.clone(),
            _ => format!("| {} |", cells.join(" | ")),
        };
        edits.push(Edit::replace(row.start..row.start + row.text.len(), text));
    }
    edits.extend(rest.first().map(|line| Edit::insert(line.start, ending)));
    Some(edits)
}

/// Whether a cell is one of the line below the head: ---, :--:, －－－.
fn is_rule(cell: &str) -> bool {
    cell.contains(['-', '－', '—']) && cell.chars().all(|c| matches!(c, '-' | '－' | '—' | ':' | '：'))
}

/// The cells of a row, ready for a table.
fn cells(row: &str, has_tabs: bool) -> Vec<String> {
    let row = row.trim_end_matches([' ', '\r']);
    if has_tabs {
        return row.split('\t').map(|cell| with_bars_escaped(cell.trim())).collect();
    }
    let mut cells = vec![String::new()];
    let mut is_escaped = false;
    for c in row.chars().skip(1) {
        match c {
            '|' | '｜' if !is_escaped => cells.push(String::new()),
            _ => cells.last_mut().into_iter().for_each(|cell| cell.push(c)),
        }
        is_escaped = c == '\\' && !is_escaped;
    }
    cells.pop_if(|last| last.trim().is_empty());
    cells.iter().map(|cell| cell.trim().to_owned()).collect()
}

fn with_bars_escaped(cell: &str) -> String {
    let mut escaped = String::with_capacity(cell.len());
    let mut is_escaped = false;
    for c in cell.chars() {
        if c == '|' && !is_escaped {
            escaped.push('\\');
        }
        is_escaped = c == '\\' && !is_escaped;
        escaped.push(c);
    }
    escaped
}
