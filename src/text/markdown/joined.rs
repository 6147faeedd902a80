//! Lines that Markdown joins although the author most likely meant them to stand apart: pasted paragraphs, items with typed numbers, a sentence
//! below a list.

use std::ops::Range;

use super::character::is_cjk;
use super::piece::Block;
use super::{Problem, quoted};
use crate::diagnostic::Edit;
use crate::say;
use crate::text::markdown::{JOINED_LINES, UNMEANT_STRUCTURE};

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
        let start = at.start + source[at.start..].find('\n')? + 1;
        let typed = source[start..].split(['\n', '\r']).next().unwrap_or_default();
        let line = typed.trim_start_matches([' ', '\t', '>']);
        let range = start + (typed.len() - line.len())..start + typed.len();
        let shown = quoted(line);
        let (container, is_lazy) = self.container(typed);
        let ends = above.ends_with(['。', '；', '：', '！', '？']);
        let fix = || parting(source, start, typed, container).into_iter().collect();
        if typed_mark(line) || is_lazy && ends {
            let message = say!(
                "“{shown}”会接到上一行后面，不另起一段",
                "`{shown}` joins the line above it and begins no paragraph"
            );
            let help = say!("请在它前面空一行", "leave an empty line before it");
            return Some(Problem::new(UNMEANT_STRUCTURE, range, message, help).fixed_by(fix()));
        }
        let is_pasted =
            above.ends_with(['.', ';', ':', '!', '?']) && above.chars().count() >= PASTED && !line.is_empty();
        let begins = line.starts_with(|c: char| is_cjk(c) || c.is_numeric());
        let is_clause = above.ends_with('，') && line.ends_with(['，', '。', '；']) && begins;
        let is_sentence = ends && begins || is_pasted;
        let is_title = begins && ends_like_a_title(source.get(..at.start)?, above) && is_longer(line, above);
        (is_lazy || is_clause || is_sentence || is_title).then(|| {
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

/// Whether the last line of a text is short, has no mark at its end and begins a block or stands below a sentence: a title that was pasted.
fn ends_like_a_title(text: &str, last: &str) -> bool {
    const LONGEST: usize = 20;
    let before = text.trim_end_matches([' ', '\t', '\r']);
    let before = before[..before.len() - last.len()].trim_end_matches([' ', '\t', '\r']);
    let stands_alone = before.is_empty()
        || before.ends_with("\n\n")
        || before.ends_with("\n\r\n")
        || before.trim_end().ends_with(['。', '；', '！', '？']);
    let is_text = |c: char| is_cjk(c) && c.is_alphanumeric();
    stands_alone && last.ends_with(is_text) && last.starts_with(is_text) && last.chars().count() <= LONGEST
}

/// Whether a line is a sentence that is longer than the one above it, as no text is wrapped.
fn is_longer(line: &str, above: &str) -> bool {
    const MUCH: usize = 4;
    line.trim_end().ends_with(['。', '；', '：']) && line.chars().count() >= above.chars().count() + MUCH
}

/// The last line of a text, at most as much of it as is looked at, without white space behind it.
fn last_line(text: &str) -> &str {
    let text = text.trim_end_matches([' ', '\t', '\r']);
    let window = text.len().saturating_sub(PASTED * 4);
    let window = (window..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
    text[window..].rsplit('\n').next().unwrap_or_default()
}
