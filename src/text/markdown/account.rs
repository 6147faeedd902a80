//! The account of a text: what became of each of its bytes.
//!
//! A byte is shown, as itself or as what it stands for; or it is markup that did its work; or it is white space. What is neither would be on no
//! page and in no download, so it is reported. Nothing here knows how the parser loses text: each piece says which bytes it accounts for, and
//! the rest is lost.

use std::ops::Range;

use super::piece::{Block, OwnWords, Piece, Placed, Span};
use super::{Problem, quoted};
use crate::say;
use crate::text::markdown::LOST_TEXT;

/// The findings for everything that is neither shown nor markup. `definitions` are the addresses of links that stand apart from them.
pub(super) fn lost(source: &str, pieces: &[Placed], definitions: &[Range<usize>]) -> Vec<Problem> {
    let mut account = Account { source, bytes: vec![Byte::Unknown; source.len()], open: Vec::new(), quoted: 0..0 };
    definitions.iter().for_each(|range| account.set(range.clone(), Byte::Markup));
    pieces.iter().for_each(|placed| account.piece(placed));
    account.escapes();
    account.rest()
}

/// What became of a byte.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Byte {
    Unknown,
    Shown,
    Markup,
}

struct Account<'a> {
    source: &'a str,
    bytes: Vec<Byte>,
    open: Vec<Open<'a>>,
    /// The outermost quotation that began last.
    quoted: Range<usize>,
}

/// An element that is not closed yet.
struct Open<'a> {
    kind: ElementKind<'a>,
    /// Where its contents end, as far as they were seen.
    content_end: usize,
}

#[derive(Clone, Copy)]
enum ElementKind<'a> {
    Block(&'a Block),
    Span(&'a Span),
}

impl<'a> Account<'a> {
    fn piece(&mut self, placed: &'a Placed) {
        let at = placed.at();
        match &placed.piece {
            Piece::Open(block) => {
                self.open_block(block, &at);
                self.open.push(Open { kind: ElementKind::Block(block), content_end: at.start });
            }
            Piece::OpenSpan(span) => {
                let content_end = self.open_span(span, &at);
                self.open.push(Open { kind: ElementKind::Span(span), content_end });
            }
            Piece::Close | Piece::CloseSpan => self.close(&at),
            Piece::Text(_) | Piece::Quote(_) | Piece::Reference(_) => self.set(at.clone(), Byte::Shown),
            Piece::Code(words) => self.code(words, &at),
            Piece::SoftBreak | Piece::Rule => self.set(at.clone(), Byte::Markup),
            Piece::HardBreak if !is_in_path(&self.source[..at.start]) => self.take(at.clone(), |b| b == b'\\'),
            Piece::HardBreak => {}
        }
        if let Some(parent) =
            self.open.last_mut().filter(|_| !matches!(placed.piece, Piece::Open(_) | Piece::OpenSpan(_)))
        {
            parent.content_end = parent.content_end.max(at.end);
        }
    }

    fn open_block(&mut self, block: &Block, at: &Range<usize>) {
        match block {
            Block::Heading(_) => drop(self.take_run(at.start, |b| b == b'#')),
            Block::Item => self.item(at),
            Block::Quotation => self.quotation(at),
            Block::Code => self.fences(at),
            Block::Note(label) => {
                let mark = at.start..(at.start + label.len() + "[^]:".len()).min(at.end);
                self.set(mark, Byte::Markup);
            }
            _ => {}
        }
    }

    /// Takes the marks of a span, and returns where its contents begin.
    fn open_span(&mut self, span: &Span, at: &Range<usize>) -> usize {
        let width = match span {
            Span::Emphasis | Span::Link(_) => 1,
            Span::Strong | Span::Picture(_) => 2,
        };
        let content = at.start + width;
        match span {
            Span::Emphasis | Span::Strong => self.delimiters(at, width),
            Span::Link(_) => self.take(at.start..content, |b| matches!(b, b'[' | b'<')),
            Span::Picture(_) => self.take(at.start..content, |b| matches!(b, b'!' | b'[')),
        }
        content
    }

    fn delimiters(&mut self, at: &Range<usize>, width: usize) {
        let is_delimiter = |b| matches!(b, b'*' | b'_');
        self.take(at.start..at.start + width, is_delimiter);
        self.take(at.end.saturating_sub(width)..at.end, is_delimiter);
    }

    /// The sign or the number before an item of a list.
    fn item(&mut self, at: &Range<usize>) {
        let typed = &self.source[at.clone()];
        let start = at.start + (typed.len() - typed.trim_start_matches([' ', '\t']).len());
        let digits = self.take_run(start, |b| b.is_ascii_digit());
        let signs: &[u8] = if digits > start { b".)" } else { b"-*+" };
        self.take(digits..digits + 1, |b| signs.contains(&b));
    }

    /// Notes the outermost quotation: the marks of those in it are taken with its own.
    fn quotation(&mut self, at: &Range<usize>) {
        if at.end > self.quoted.end {
            self.quoted = at.clone();
        }
    }

    /// The fences of a block of code. What follows the first on its line is not shown.
    fn fences(&mut self, at: &Range<usize>) {
        let text = &self.source[at.clone()];
        let Some(sign) = text.bytes().next().filter(|b| matches!(b, b'`' | b'~')) else { return };
        let inside = self.take_run(at.start, |b| b == sign);
        let last = text.trim_end().rfind('\n').map_or(at.end, |line| at.start + line + 1);
        let closing = self.source[last..at.end].trim_matches([' ', '\t', '>', '\n', '\r']);
        if last > inside && closing.len() >= inside - at.start && closing.bytes().all(|b| b == sign) {
            self.take(last..at.end, |b| b == sign);
        }
    }

    fn code(&mut self, words: &OwnWords, at: &Range<usize>) {
        let typed = &self.source[at.clone()];
        let inner = typed.trim_matches('`');
        let same = |typed: &str| {
            let signs = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            signs(typed) == words.as_deref().map(signs).unwrap_or_default()
        };
        let unquoted = || inner.lines().map(|line| line.trim_start_matches([' ', '>'])).collect::<String>();
        if same(inner) || same(&inner.replace("\\|", "|")) || same(typed) || same(&unquoted()) {
            self.set(at.clone(), Byte::Shown);
        }
    }

    fn close(&mut self, at: &Range<usize>) {
        let Some(Open { kind, content_end }) = self.open.pop() else { return };
        let rest = content_end.min(at.end)..at.end;
        match kind {
            ElementKind::Block(Block::Heading(level)) => self.heading_end(rest, usize::from(*level)),
            ElementKind::Block(Block::Row | Block::Head) => self.take(at.clone(), |b| b == b'|'),
            ElementKind::Block(Block::Table(_)) => self.delimiter_row(at),
            ElementKind::Block(Block::Quotation) if *at == self.quoted => self.prefixes(at),
            ElementKind::Span(Span::Link(_) | Span::Picture(_)) => self.destination(rest),
            _ => {}
        }
    }

    /// The line below a heading, or the signs that close it: as many as opened it. Others are text, like the sign of `# 5 #`.
    fn heading_end(&mut self, rest: Range<usize>, level: usize) {
        let closing = self.source[rest.clone()].trim();
        if !closing.starts_with('#') || closing.len() == level {
            self.take(rest, |b| matches!(b, b'#' | b'=' | b'-'));
        }
    }

    /// The line between the head of a table and its rows.
    fn delimiter_row(&mut self, at: &Range<usize>) {
        let text = &self.source[at.clone()];
        let Some(start) = text.find('\n').map(|line| at.start + line + 1) else { return };
        let end = self.source[start..at.end].find('\n').map_or(at.end, |line| start + line);
        self.take(start..end, |b| matches!(b, b'|' | b'-' | b':'));
    }

    /// The `](…)`, `][…]`, `]` or `>` behind the words of a link.
    fn destination(&mut self, rest: Range<usize>) {
        let typed = self.source[rest.clone()].trim_start();
        if typed.starts_with([']', '>']) {
            // The parser leaves the empty brackets of `[x][]` out.
            let more = if self.source[rest.end..].starts_with("[]") { 2 } else { 0 };
            self.set(rest.start..rest.end + more, Byte::Markup);
        }
    }

    /// The marks before the lines of a quotation.
    fn prefixes(&mut self, at: &Range<usize>) {
        let mut start = self.source[..at.start].rfind('\n').map_or(0, |line| line + 1);
        while start < at.end {
            let end = self.source[start..].find('\n').map_or(self.source.len(), |line| start + line + 1);
            let prefix = (start..end).take_while(|i| {
                let byte = self.source.as_bytes()[*i];
                self.bytes[*i] != Byte::Shown && (self.bytes[*i] == Byte::Markup || matches!(byte, b' ' | b'\t' | b'>'))
            });
            let length = prefix.count();
            self.take(start.max(at.start)..(start + length).max(at.start), |b| b == b'>');
            start = end;
        }
    }

    /// The backslash before a sign that is shown as itself.
    fn escapes(&mut self) {
        for (at, sign) in self.source.bytes().enumerate().skip(1) {
            let before = at - 1;
            let is_escape = self.source.as_bytes()[before] == b'\\' && self.bytes[before] == Byte::Unknown;
            let is_escaped = is_escape && sign.is_ascii_punctuation() && self.bytes[at] == Byte::Shown;
            if is_escaped && !parts_a_path(self.source, before) {
                self.bytes[before] = Byte::Markup;
            }
        }
    }

    /// Takes the signs of a kind from a place on, and returns where they end.
    fn take_run(&mut self, start: usize, is_sign: impl Fn(u8) -> bool) -> usize {
        let length =
            self.source.as_bytes().get(start..).unwrap_or_default().iter().take_while(|b| is_sign(**b)).count();
        self.set(start..start + length, Byte::Markup);
        start + length
    }

    /// Takes the signs of a kind in a range as markup, wherever nothing is shown.
    fn take(&mut self, range: Range<usize>, is_sign: impl Fn(u8) -> bool) {
        for at in range {
            let Some(byte) = self.bytes.get_mut(at).filter(|byte| **byte == Byte::Unknown) else { continue };
            if is_sign(self.source.as_bytes()[at]) {
                *byte = Byte::Markup;
            }
        }
    }

    fn set(&mut self, range: Range<usize>, to: Byte) {
        let known = self.bytes.get_mut(range).into_iter().flatten();
        known.filter(|byte| **byte == Byte::Unknown).for_each(|byte| *byte = to);
    }

    /// The findings for what is left, one for each line of it.
    fn rest(&self) -> Vec<Problem> {
        let mut found = Vec::new();
        let mut start = 0;
        for line in self.source.split_inclusive('\n') {
            let end = start + line.len();
            let is_lost = |(at, c): &(usize, char)| self.bytes[start + at] == Byte::Unknown && !c.is_whitespace();
            if let Some((first, _)) = line.char_indices().find(is_lost) {
                let last = line.char_indices().rev().find(is_lost).map_or(first, |(at, c)| at + c.len_utf8());
                found.push(self.finding(&line[..first], start + first..start + last));
            }
            start = end;
        }
        found
    }

    fn finding(&self, before: &str, range: Range<usize>) -> Problem {
        let shown = quoted(&self.source[range.clone()]);
        let before = before.trim_start_matches([' ', '\t', '>']);
        let help = if before.starts_with("```") || before.starts_with("~~~") {
            say!(
                "请删去“```”后面的文字，或另起一行写",
                "delete what follows the ``` on its line, or begin a new line with it"
            )
        } else if before.contains('|') {
            say!(
                "这一行的格子比表头多：请在表头加一列，或把格子里的竖线写成 \\|",
                "this row has more cells than the head: add a column to the head, or write \\| for a bar within a cell"
            )
        } else if shown == "\\" {
            say!("要显示一个反斜杠，请写两个：\\\\", "to show a backslash, write two: \\\\")
        } else {
            say!("请删除它，或在它前面写一个反斜杠", "delete it, or write a backslash before it")
        };
        Problem::new(LOST_TEXT, range, say!("“{shown}”不会显示在页面上", "`{shown}` would be on no page"), help)
    }
}

/// Whether a backslash that escapes the next sign stands for itself in the name of a file on a computer: `D:\(2021)`, `\\server\list`. One
/// that escapes a backslash is written as it must be, but at the beginning of the name of a computer.
fn parts_a_path(source: &str, at: usize) -> bool {
    let rest = &source[at + 1..];
    let Some(name) = rest.strip_prefix('\\') else { return is_in_path(&source[..at]) };
    let computer = name.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-'));
    computer.len() < name.len()
        && computer.starts_with('\\')
        && !source[..at].ends_with('\\')
        && word(&source[..at]).is_empty()
}

/// Whether a text ends in the name of a file on a computer, which begins with a drive: `D:\list`.
fn is_in_path(text: &str) -> bool {
    let word = word(text);
    let mut chars = word.chars();
    chars.next().is_some_and(|c| c.is_ascii_alphabetic())
        && chars.next() == Some(':')
        && chars.next().is_none_or(|c| c == '\\')
}

/// The last word of a text from the last drive in it on, as far as a path may be long.
fn word(text: &str) -> &str {
    const LONGEST: usize = 256;
    let from = (text.len().saturating_sub(LONGEST)..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let text = &text[from..];
    let word = text.rsplit(|c: char| c.is_whitespace() || "“”\"（）()，。；、".contains(c)).next().unwrap_or_default();
    let is_letter = |text: &str| text.ends_with(|c: char| c.is_ascii_alphabetic());
    let is_alone =
        |text: &str| is_letter(text) && !text[..text.len() - 1].ends_with(|c: char| c.is_ascii_alphanumeric());
    let drive = word.rfind(':').filter(|at| is_alone(&word[..*at]));
    drive.map_or(word.trim_start_matches(|c: char| !c.is_ascii()), |at| &word[at - 1..])
}
