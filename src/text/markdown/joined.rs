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

/// Where the line begins behind the one that a text begins with: a line ends with a line feed, a return, or both.
fn after_line(text: &str) -> Option<usize> {
    let end = text.find(['\n', '\r'])?;
    Some(end + if text[end..].starts_with("\r\n") { 2 } else { 1 })
}

/// The line break that ends before a place.
pub(super) fn line_ending(source: &str, at: usize) -> &'static str {
    if source[..at].ends_with("\r\n") { "\r\n" } else { "\n" }
}

/// Whether a line begins like a paragraph or an item that was typed: an indent, a sign, a number.
fn typed_mark(line: &str, above: &str) -> bool {
    const SIGNS: &[char] = &['•', '※', '·', '・', '‧', '∙', '‣', '⁃'];
    let line = unmarked(line);
    let Some(first) = line.chars().next() else { return false };
    let rest = &line[first.len_utf8()..];
    let before_han = || rest.trim_start_matches([' ', '\t', '\u{3000}']).starts_with(|c| is_cjk(c) && c != first);
    // A dash joins two places, unless another line begins with one, too.
    let is_dash = matches!(first, '–' | '—') && unmarked(above).starts_with(first);
    // Shapes, ticks and stars; two of a kind stand for what is left out.
    let is_shape = SIGNS.contains(&first) || matches!(first, '\u{25A0}'..='\u{27BF}');
    let is_sign = is_shape && !rest.starts_with(first) || (first == '§' || is_dash) && before_han();
    let is_numbered = matches!(first, '①'..='⑳' | '⑴'..='⒛' | '㈠'..='㈩' | '➀'..='➓');
    let continues = rest.contains(['）', ')']) && is_open(above);
    let is_next = enumerates(line) && enumerates(unmarked(above));
    let counts = is_next || (typed_number(line) || typed_letter(line)) && !continues;
    first == '\u{3000}' || is_sign || is_numbered || counts
}

/// Whether a line begins with a letter or a number before a bracket, which alone tells nothing in a text that was wrapped: (a), b), (ii).
fn enumerates(line: &str) -> bool {
    const LONGEST: usize = 3;
    let line = line.strip_prefix('(').unwrap_or(line);
    let length = line.bytes().take_while(u8::is_ascii_alphanumeric).count();
    (1..=LONGEST).contains(&length) && line[length..].starts_with(") ")
}

/// Whether a bracket is open at the end of a line, so that the next goes on with what stands in it.
fn is_open(line: &str) -> bool {
    let last = |signs: [char; 2]| line.rfind(signs);
    last(['（', '(']).is_some_and(|open| last(['）', ')']).is_none_or(|close| close < open))
}

/// Whether a line of Chinese begins with a letter that counts: A. a) B、
fn typed_letter(line: &str) -> bool {
    let Some(rest) = line.strip_prefix(|c: char| c.is_ascii_alphabetic() || matches!(c, 'Ⅰ'..='ⅿ')) else {
        return false;
    };
    let counts = rest.strip_prefix(['.', ')', '．', '）', '、']).map(|rest| rest.trim_start_matches(' '));
    // A circle in the font of another program is a letter here.
    let is_circle = line.strip_prefix('o').filter(|rest| rest.starts_with([' ', '\t', '\u{3000}']));
    counts.or(is_circle.map(str::trim_start)).is_some_and(|rest| rest.starts_with(is_cjk))
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
                after.starts_with(['、', '．', '）'])
                    || after.strip_prefix(')').is_some_and(|rest| rest.trim_start_matches(' ').starts_with(is_cjk))
                    || is_han && after.starts_with(['是', '.'])
                    || after.strip_prefix(". ").is_some_and(|rest| rest.starts_with(is_cjk))
                    || number.contains(|c| ('０'..='９').contains(&c)) && after.starts_with('.')
            }
        }
}

/// Whether a line and the one above it are no wrapped text: the one above is short, ends with no mark, and there would have been room for more
/// of the line, which is longer, or only a date, or the third short one. Names below each other, a title, the end of a letter.
fn is_row_of_many(text: &str, above: &str, line: &str) -> bool {
    const MUCH: usize = 4;
    const NAME: usize = 12;
    const TITLE: usize = 40;
    // The address of a link is not seen.
    let length = |line: &str| unmarked(line).split("](").next().unwrap_or_default().chars().count();
    let is_longer = length(line) >= length(above) + MUCH;
    let is_name = |line: &str| is_short(line) && (2..=NAME).contains(&length(line));
    let is_third = || is_name(line) && is_name(above) && line_above(text, above).is_some_and(is_name);
    let is_title = || is_longer && typed_number(unmarked(above)) && is_shorter_than(above, TITLE);
    is_short(above) && (is_longer || is_date(line) || is_third()) || is_title()
}

/// Whether a line in a language with spaces is much shorter than lines are wrapped, though there would have been room for the word that begins
/// the next one with a capital or a digit: an address, the end of a letter.
fn is_latin_row(above: &str, line: &str) -> bool {
    let (above, line) = (unmarked(above), unmarked(line));
    let word = line.split(' ').next().unwrap_or_default();
    let begins = word.starts_with(|c: char| c.is_ascii_uppercase() || c.is_ascii_digit());
    let ends = above.ends_with(|c: char| c.is_ascii_alphanumeric() || c == ')') && above.is_ascii();
    begins && ends && (8..=30).contains(&above.len()) && above.len() + word.len() < 45
}

/// The line above the last one of a text, if it belongs to the same paragraph.
fn line_above<'a>(text: &'a str, last: &str) -> Option<&'a str> {
    let before = text.trim_end_matches([' ', '\t', '\r']);
    let before = before[..before.len() - last.len()].trim_end_matches([' ', '\t', '\r', '>']).strip_suffix('\n')?;
    let line = last_line(before);
    (!line.trim().is_empty()).then_some(line)
}

/// Whether a line in Chinese is shorter than any that was wrapped, and ends with no mark.
fn is_short(line: &str) -> bool {
    const LONGEST: usize = 20;
    is_shorter_than(line, LONGEST + 1)
}

/// Whether a line in Chinese has fewer characters, and ends with no mark.
fn is_shorter_than(line: &str, limit: usize) -> bool {
    let line = unmarked(line);
    let ends = line.ends_with(|c: char| c.is_alphanumeric() || "）)”》】％%｝}".contains(c));
    ends && line.chars().count() < limit && line.contains(|c: char| is_cjk(c) && c.is_alphanumeric())
}

/// Whether a line is nothing but a date: 2026年10月30日.
fn is_date(line: &str) -> bool {
    let line = line.trim();
    let digits = |c: char| c.is_ascii_digit() || "〇○零一二三四五六七八九十".contains(c);
    line.ends_with(['日', '月']) && line.contains('年') && line.chars().all(|c| digits(c) || "年月日 ".contains(c))
}

/// A line without its marks: those of a list or a quotation before it, and of emphasis around it.
fn unmarked(line: &str) -> &str {
    let line = line.trim_start_matches([' ', '\t', '>']);
    let item = line.strip_prefix(['-', '*', '+']).and_then(|rest| rest.strip_prefix(' ')).unwrap_or(line);
    let bare = item.trim_matches(['*', '_']);
    if bare.is_empty() { line } else { bare }
}

/// Whether a line is a rule as it is drawn with signs that make none: ————, ＝＝＝.
fn is_rule(line: &str) -> bool {
    const FEWEST: usize = 3;
    let line = line.trim();
    line.chars().count() >= FEWEST && line.chars().all(|c| "—–－_＿＝=＊～~─━═·".contains(c))
}

/// Whether two lines are rows of a table that was drawn: with lines, or with blanks between its columns.
fn are_columns(above: &str, line: &str) -> bool {
    let is_line = |c| matches!(c, '\u{2500}'..='\u{257F}');
    let is_drawn = |line: &str| line.trim().starts_with(is_line) && !is_rule(line);
    let has_han = |line: &str| line.contains(|c: char| is_cjk(c) && c.is_alphanumeric());
    is_drawn(line) || is_drawn(above) || [above, line].into_iter().all(|line| gaps(line) >= 2 && has_han(line))
}

/// How many times two blanks or more part words of a line, other than sentences.
fn gaps(line: &str) -> usize {
    let (mut gaps, mut blanks, mut last) = (0, 0, None);
    for c in line.trim().chars() {
        if matches!(c, ' ' | '\u{3000}') {
            blanks += 1;
        } else {
            gaps += usize::from(blanks > 1 && !matches!(last, Some('。' | '；' | '！' | '？' | '：')));
            (blanks, last) = (0, Some(c));
        }
    }
    gaps
}

/// The last line of a text, at most as much of it as is looked at, without white space behind it.
fn last_line(text: &str) -> &str {
    let text = text.trim_end_matches([' ', '\t', '\r']);
    let window = text.len().saturating_sub(PASTED * 4);
    let window = (window..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
    text[window..].rsplit(['\n', '\r']).next().unwrap_or_default()
}
