//! Lines that Markdown joins although the author most likely meant them to stand apart: pasted paragraphs, items with typed numbers, a sentence
//! below a list.

use std::ops::Range;

use super::character::is_cjk;
use super::piece::Block;
use super::{Problem, quoted};
use crate::say;
use crate::text::markdown::{JOINED_LINES, UNMEANT_STRUCTURE};

/// From how many characters on a line of a language with spaces is a paragraph that was pasted, not a line that was wrapped.
const PASTED: usize = 120;

/// The blocks that a line stands in, and whether lines that were joined in the innermost one were reported.
#[derive(Default)]
pub(super) struct Joined {
    containers: Vec<Container>,
    is_reported: bool,
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
        self.is_reported = false;
        self.containers.push(match block {
            Block::Item | Block::Note(_) => Container::Indented,
            Block::Quotation => Container::Quotation,
            _ => Container::None,
        });
    }

    /// Notes that a block ends.
    pub(super) fn close(&mut self) {
        self.is_reported = false;
        self.containers.pop();
    }

    /// The finding for a line break that joins what should stand apart, one for each block.
    pub(super) fn at_break(&mut self, source: &str, at: &Range<usize>) -> Option<Problem> {
        if self.is_reported {
            return None;
        }
        let before = last_line(source.get(..at.start)?);
        let start = at.start + source[at.start..].find('\n')? + 1;
        let typed = source[start..].split(['\n', '\r']).next().unwrap_or_default();
        let line = typed.trim_start_matches([' ', '\t', '>']);
        let found = self.problem(before, typed, line, start + (typed.len() - line.len()))?;
        self.is_reported = true;
        Some(found)
    }

    fn problem(&self, before: &str, typed: &str, line: &str, start: usize) -> Option<Problem> {
        let container = self.containers.iter().rev().find(|container| **container != Container::None);
        let is_lazy = match container {
            Some(Container::Indented) => !typed.starts_with([' ', '\t', '>']),
            Some(Container::Quotation) => !typed.trim_start().starts_with('>'),
            _ => false,
        };
        let shown = quoted(line);
        let range = start..start + line.len();
        let ends = before.ends_with(['。', '；', '：', '！', '？']);
        if typed_mark(line) || is_lazy && ends {
            return Some(Problem {
                rule: UNMEANT_STRUCTURE,
                range,
                message: say!(
                    "“{shown}”会接到上一行后面，不另起一段",
                    "`{shown}` joins the line above it and begins no paragraph"
                ),
                help: say!("请在它前面空一行", "leave an empty line before it"),
            });
        }
        let is_pasted =
            before.ends_with(['.', ';', ':', '!', '?']) && before.chars().count() >= PASTED && !line.is_empty();
        let ends = ends || before.ends_with('，') && line.ends_with(['，', '。', '；']);
        (is_lazy || ends && line.starts_with(|c: char| is_cjk(c) || c.is_numeric()) || is_pasted).then(|| Problem {
            rule: JOINED_LINES,
            range,
            message: say!("“{shown}”会接到上一行后面", "`{shown}` joins the line above it"),
            help: say!(
                "如果是另一段，请在它前面空一行；如果是同一段，请写在同一行里",
                "leave an empty line before it if it is a paragraph of its own; if it is not, write it on the same line"
            ),
        })
    }
}

/// Whether a line begins like a paragraph or an item that was typed: an indent, a sign, a number.
fn typed_mark(line: &str) -> bool {
    const SIGNS: &[char] = &['•', '●', '○', '■', '□', '◆', '◇', '▪', '►', '➢', '★', '☆', '※', '·', '✓'];
    let Some(first) = line.chars().next() else { return false };
    first == '\u{3000}' || SIGNS.contains(&first) || matches!(first, '①'..='⑳' | '⑴'..='⒛') || typed_number(line)
}

/// Whether a line begins with a number as officials type it: 一、 （一） 1． 1、 （1） 第一， 一是.
fn typed_number(line: &str) -> bool {
    const HAN: &str = "一二三四五六七八九十百";
    let is_digit = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c);
    let is_number = |c: char| HAN.contains(c) || is_digit(c);
    let rest = line.trim_start_matches(['（', '(', '第']);
    let number = &rest[..rest.len() - rest.trim_start_matches(is_number).len()];
    let after = &rest[number.len()..];
    let is_short = (1..=3).contains(&number.chars().count());
    let is_han = !number.contains(is_digit);
    is_short
        && match line.chars().next() {
            Some('（' | '(') => after.starts_with(['）', ')']),
            Some('第') => after.starts_with(['，', '、']),
            _ => {
                after.starts_with(['、', '．'])
                    || is_han && after.starts_with('是')
                    || number.contains(|c| ('０'..='９').contains(&c)) && after.starts_with('.')
            }
        }
}

/// The last line of a text, at most as much of it as is looked at, without white space behind it.
fn last_line(text: &str) -> &str {
    let text = text.trim_end_matches([' ', '\t', '\r']);
    let window = text.len().saturating_sub(PASTED * 4);
    let window = (window..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
    text[window..].rsplit('\n').next().unwrap_or_default()
}
