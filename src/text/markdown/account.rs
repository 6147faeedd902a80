//! The account of a text: what became of each of its bytes.
//!
//! A byte is shown, as itself or as what it stands for; or it is markup that did its work; or it is white space. What is neither would be on no
//! page and in no download, so it is reported. Nothing here knows how the parser loses text: each piece says which bytes it accounts for, and
//! the rest is lost.

mod losses;
mod marks;
mod paths;

use std::ops::Range;

use super::Problem;
use super::piece::{Block, OwnWords, Piece, Placed, Span};
use paths::{is_in_path, parts_a_path};

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
}
