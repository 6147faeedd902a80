//! Which bytes of an element are marks that did their work.

use std::ops::Range;

use super::super::piece::{Block, Span};
use super::{Account, Byte};

impl<'a> Account<'a> {
    pub(super) fn open_block(&mut self, block: &Block, at: &Range<usize>) {
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
    pub(super) fn open_span(&mut self, span: &Span, at: &Range<usize>) -> usize {
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

    /// The line below a heading, or the signs that close it: as many as opened it. Others are text, like the sign of `# 5 #`.
    pub(super) fn heading_end(&mut self, rest: Range<usize>, level: usize) {
        let closing = self.source[rest.clone()].trim();
        if !closing.starts_with('#') || closing.len() == level {
            self.take(rest, |b| matches!(b, b'#' | b'=' | b'-'));
        }
    }

    /// The line between the head of a table and its rows.
    pub(super) fn delimiter_row(&mut self, at: &Range<usize>) {
        let text = &self.source[at.clone()];
        let Some(start) = text.find('\n').map(|line| at.start + line + 1) else { return };
        let end = self.source[start..at.end].find('\n').map_or(at.end, |line| start + line);
        self.take(start..end, |b| matches!(b, b'|' | b'-' | b':'));
    }

    /// The `](…)`, `][…]`, `]` or `>` behind the words of a link.
    pub(super) fn destination(&mut self, rest: Range<usize>) {
        let typed = self.source[rest.clone()].trim_start();
        if typed.starts_with([']', '>']) {
            // The parser leaves the empty brackets of `[x][]` out.
            let more = if self.source[rest.end..].starts_with("[]") { 2 } else { 0 };
            self.set(rest.start..rest.end + more, Byte::Markup);
        }
    }

    /// The marks before the lines of a quotation.
    pub(super) fn prefixes(&mut self, at: &Range<usize>) {
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
}
