//! Lines that Markdown joins although the author most likely meant them to stand apart: pasted paragraphs, items with typed numbers, a sentence
//! below a list.

mod drawings;
mod lines;
mod marks;
mod rows;

use std::ops::Range;

use super::character::is_cjk;
use super::piece::Block;
use super::{Problem, quoted};
use crate::diagnostic::Edit;
use crate::say;
use crate::text::markdown::{JOINED_LINES, UNMEANT_STRUCTURE};
use drawings::{are_columns, is_rule};
use lines::{after_line, last_line, unmarked};
use marks::typed_mark;
use rows::{is_latin_row, is_row_of_many};

/// From how many characters on a line of a language with spaces is a paragraph that was pasted, not a line that was wrapped.
const PASTED: usize = 120;

/// The blocks that a line stands in, and which problems the innermost one has.
#[derive(Default)]
pub(super) struct Joined {
    containers: Vec<Container>,
    /// The first line of the block that an empty line would part from the one above it, by its place among the problems found.
    parted: Option<usize>,
    /// Whether a line was reported that takes judgement, since the last that does not.
    is_doubted: bool,
}

/// A block that goes on with the lines that carry its mark.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Container {
    Indented,
    Quotation,
    None,
}

impl Joined {
    /// Notes that a block begins.
    pub(super) fn open(&mut self, block: &Block) {
        self.forget();
        self.containers.push(match block {
            Block::Item | Block::Note(_) => Container::Indented,
            Block::Quotation => Container::Quotation,
            _ => Container::None,
        });
    }

    /// Notes that a block ends.
    pub(super) fn close(&mut self) {
        self.forget();
        self.containers.pop();
    }

    fn forget(&mut self) {
        (self.parted, self.is_doubted) = (None, false);
    }

    /// Adds the problem of a line break that joins what should stand apart. All the lines of a block that an empty line parts are one problem.
    pub(super) fn at_break(&mut self, source: &str, at: &Range<usize>, found: &mut Vec<Problem>) {
        let Some(mut problem) = self.problem(source, at) else { return };
        match (problem.fix.pop(), self.parted) {
            (Some(edit), parted) => {
                let first = parted.unwrap_or(found.len());
                if parted.is_none() {
                    found.push(problem);
                }
                found[first].fix.push(edit);
                (self.parted, self.is_doubted) = (Some(first), false);
            }
            (None, _) if self.is_doubted => {}
            (None, _) => {
                found.push(problem);
                self.is_doubted = true;
            }
        }
    }

    fn problem(&self, source: &str, at: &Range<usize>) -> Option<Problem> {
        let above = last_line(source.get(..at.start)?);
        let start = at.start + after_line(&source[at.start..])?;
        let typed = source[start..].split(['\n', '\r']).next().unwrap_or_default();
        let line = typed.trim_start_matches([' ', '\t', '>']);
        let range = start + (typed.len() - line.len())..start + typed.len();
        let shown = quoted(line);
        let (container, is_lazy) = self.container(typed);
        let ends = above.ends_with(['。', '；', '：', '！', '？']);
        let fix = || parting(source, start, typed, container).into_iter().collect();
        if are_columns(above, line) {
            let message = say!(
                "“{shown}”会接到上一行后面，各列会连成一行文字",
                "`{shown}` joins the line above it: the columns would be shown as one line of words"
            );
            let help = say!(
                "粘贴的表格请写成 | 甲 | 乙 |，表头下面写一行 | --- | --- |",
                "write a pasted table as | A | B |, with a line | --- | --- | below its head"
            );
            return Some(Problem::new(UNMEANT_STRUCTURE, range, message, help));
        }
        if typed_mark(line, above) || is_rule(line) || is_rule(above) || is_lazy && ends {
            let message = say!(
                "“{shown}”会接到上一行后面，不另起一段",
                "`{shown}` joins the line above it and begins no paragraph"
            );
            let help = say!("请在它前面空一行", "leave an empty line before it");
            return Some(Problem::new(UNMEANT_STRUCTURE, range, message, help).fixed_by(fix()));
        }
        let is_pasted =
            above.ends_with(['.', ';', ':', '!', '?']) && above.chars().count() >= PASTED && !line.is_empty();
        let begins = unmarked(line).starts_with(|c: char| is_cjk(c) || c.is_numeric());
        let is_clause = above.ends_with('，') && line.ends_with(['，', '。', '；']) && begins;
        let is_sentence = ends && begins || is_pasted;
        let is_row = begins && is_row_of_many(source.get(..at.start)?, above, line) || is_latin_row(above, line);
        (is_lazy || is_clause || is_sentence || is_row).then(|| {
            let message = say!("“{shown}”会接到上一行后面", "`{shown}` joins the line above it");
            let help = say!(
                "如果是另一段，请在它前面空一行；如果是同一段，请写在同一行里",
                "leave an empty line before it if it is a paragraph of its own; if it is not, write it on the same line"
            );
            let problem = Problem::new(JOINED_LINES, range, message, help);
            if is_sentence { problem.fixed_by(fix()) } else { problem }
        })
    }

    /// The innermost block that goes on with the lines that carry its mark, and whether a line goes on with it without.
    fn container(&self, line: &str) -> (Container, bool) {
        let innermost = self.containers.iter().rev().find(|container| **container != Container::None);
        let container = innermost.copied().unwrap_or(Container::None);
        let is_lazy = match container {
            Container::Indented => !line.starts_with([' ', '\t', '>']),
            Container::Quotation => !line.trim_start().starts_with('>'),
            Container::None => false,
        };
        (container, is_lazy)
    }
}

/// The empty line that parts a line from the one above it, with the marks of the quotation that it stands in. Where the line is indented less
/// than the block that it joins asks for, it would leave that block, so there is none.
fn parting(source: &str, start: usize, line: &str, container: Container) -> Option<Edit> {
    let marks = &line[..line.len() - line.trim_start_matches([' ', '\t', '>']).len()];
    let quotation = marks.rfind('>').map_or("", |last| &marks[..=last]);
    let indent: usize = marks[quotation.len()..].chars().map(|c| if c == '\t' { 4 } else { 1 }).sum();
    let stays = container != Container::Indented || !quotation.is_empty() || indent == 0 || indent >= 4;
    stays.then(|| Edit::insert(start, format!("{quotation}{}", line_ending(source, start))))
}

/// The line break that ends before a place.
pub(super) fn line_ending(source: &str, at: usize) -> &'static str {
    if source[..at].ends_with("\r\n") { "\r\n" } else { "\n" }
}
