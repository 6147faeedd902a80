//! Tables, lists and headings as they are pasted, and the changes that make Markdown of them.

use std::ops::Range;

use super::character::is_cjk;
use super::joined::line_ending;
use crate::diagnostic::Edit;

/// The most levels that headings have.
const LEVELS: usize = 6;

/// The innermost block, as far as a table may have been pasted into it, and whether it was reported: a table is one problem, not one a line.
#[derive(Default)]
pub(super) struct Pasted {
    block: Range<usize>,
    is_reported: bool,
}

impl Pasted {
    /// Notes where a block begins that has text of its own; other than a paragraph it has no range.
    pub(super) fn enter(&mut self, paragraph: Range<usize>) {
        *self = Pasted { block: paragraph, is_reported: false };
    }

    /// The changes that make a table of the block, for the first who asks; none if the block has no table that needs no judgement.
    pub(super) fn report(&mut self, source: &str) -> Option<Vec<Edit>> {
        let is_first = !std::mem::replace(&mut self.is_reported, true);
        is_first.then(|| table(source, self.block.clone()).unwrap_or_default())
    }
}

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
fn table(source: &str, block: Range<usize>) -> Option<Vec<Edit>> {
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

/// The changes that make an item of a line that begins `2.甲`: a space behind the mark. The lines above it must lead back to `1.`, else
/// it would be the first item of a list that begins with another number. The second brings the first with it, which at the beginning of a text
/// nobody takes for a mistake.
fn item(source: &str, start: usize) -> Vec<Edit> {
    let Some(own) = Numbered::at(source, start) else { return Vec::new() };
    let mut first = own;
    while first.number > 1 {
        let above = line_above(source, first.start).and_then(|start| Numbered::at(source, start));
        let Some(above) = above.filter(|above| above.number + 1 == first.number) else { return Vec::new() };
        first = above;
    }
    let mut edits = Vec::new();
    if own.number <= 2 {
        let above = source[..first.start].lines().next_back().unwrap_or_default();
        let follows = !above.trim().is_empty();
        edits.extend(follows.then(|| Edit::insert(first.start, line_ending(source, first.start))));
        edits.extend(first.space());
    }
    if own.start > first.start {
        edits.extend(own.space());
    }
    edits
}

/// A line that begins with a number and a full stop.
#[derive(Clone, Copy)]
struct Numbered {
    start: usize,
    number: u8,
    /// Where a space is missing behind the mark.
    lacks_space: Option<usize>,
}

impl Numbered {
    fn at(source: &str, start: usize) -> Option<Numbered> {
        let begins_line = start == 0 || source.get(..start)?.ends_with('\n');
        let line = source.get(start..).filter(|_| begins_line)?;
        let digits = line.bytes().take(3).take_while(u8::is_ascii_digit).count();
        let rest = line[digits..].strip_prefix('.')?;
        let mark = start + digits + 1;
        let lacks_space = if rest.starts_with(' ') { None } else { Some(mark) };
        let is_item = rest.starts_with(|c: char| c == ' ' || is_cjk(c));
        let number = line[..digits].parse().ok().filter(|_| is_item && digits < 3)?;
        Some(Numbered { start, number, lacks_space })
    }

    fn space(self) -> Option<Edit> {
        self.lacks_space.map(|at| Edit::insert(at, " "))
    }
}

/// Where the nearest line with words above a line begins.
fn line_above(source: &str, start: usize) -> Option<usize> {
    let above = source.get(..start)?.trim_end();
    (!above.is_empty()).then(|| above.rfind('\n').map_or(0, |at| at + 1))
}

/// The changes that make a mark of what a line begins with: half-width, with a space behind it; none for what needs judgement.
pub(super) fn mark(source: &str, start: usize) -> Vec<Edit> {
    let line = source[start..].split(['\n', '\r']).next().unwrap_or_default();
    let Some(first) = line.chars().next() else { return Vec::new() };
    let length = match first {
        '#' | '＃' => line.len() - line.trim_start_matches(['#', '＃']).len(),
        '０'..='９' => line.find('.').map_or(0, |at| at + 1),
        _ => first.len_utf8(),
    };
    let (typed, rest) = line.split_at(length);
    let mark: String = typed.chars().map(half_width).collect();
    let blank = rest.len() - rest.trim_start_matches([' ', '\u{3000}']).len();
    let is_heading = mark.starts_with('#');
    let is_doubtful = is_heading && (mark.len() > LEVELS || rest.contains(['#', '＃'])) || rest.trim().is_empty();
    if mark.starts_with(|c: char| c.is_ascii_digit()) && mark == typed {
        return item(source, start);
    }
    if is_doubtful { Vec::new() } else { vec![Edit::replace(start..start + length + blank, mark + " ")] }
}

fn half_width(c: char) -> char {
    match c {
        '＃' => '#',
        '－' => '-',
        '＞' => '>',
        '０'..='９' => char::from_u32(u32::from(c) - u32::from('０') + u32::from('0')).unwrap_or(c),
        other => other,
    }
}
