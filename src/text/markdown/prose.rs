//! The prose of a text, for rules that look at words: without markup, code, addresses, labels of footnotes and numbers of lists.

use std::borrow::Cow;
use std::ops::Range;

use super::Doc;
use super::piece::{Piece, Placed};

/// Stands in prose for what a reader sees there although it is no prose: a quoted figure, code.
pub const OBJECT: char = '\u{FFFC}';

/// The words of a text, blocks parted by empty lines, and where each stands in the text.
#[derive(Clone, Debug)]
pub struct Prose<'a> {
    /// The words.
    pub text: Cow<'a, str>,
    parts: Vec<Part>,
}

/// Words that one piece gave.
#[derive(Clone, Debug)]
struct Part {
    /// Where they begin in the prose.
    start: usize,
    /// Where they stand in the text.
    at: Range<usize>,
    /// Whether the text has the very same bytes there.
    verbatim: bool,
}

impl<'a> Prose<'a> {
    /// Text that is prose from end to end.
    pub fn of(text: &'a str) -> Prose<'a> {
        Prose { text: Cow::Borrowed(text), parts: vec![Part { start: 0, at: 0..text.len(), verbatim: true }] }
    }

    /// Where a range of the prose stands in the text.
    pub fn place(&self, range: Range<usize>) -> Range<usize> {
        let start = self.part(range.start).map_or(0, |part| part.offset(range.start).unwrap_or(part.at.start));
        let last = self.part(range.end.saturating_sub(1).max(range.start));
        let end = last.map_or(start, |part| part.offset(range.end).map_or(part.at.end, |end| end.min(part.at.end)));
        start..end.max(start)
    }

    fn part(&self, at: usize) -> Option<&Part> {
        self.parts.get(self.parts.partition_point(|part| part.start <= at).checked_sub(1)?)
    }

    fn push(&mut self, words: &str, at: Range<usize>, verbatim: bool) {
        self.parts.push(Part { start: self.text.len(), at, verbatim });
        self.text.to_mut().push_str(words);
    }

    /// Begins a new paragraph.
    fn part_blocks(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.to_mut().push_str("\n\n");
        }
    }
}

impl Part {
    fn offset(&self, at: usize) -> Option<usize> {
        self.verbatim.then(|| self.at.start + (at - self.start))
    }
}

impl Doc {
    /// The prose of the text.
    pub fn prose(&self) -> Prose<'_> {
        let mut prose = Prose { text: Cow::Borrowed(""), parts: Vec::new() };
        for placed in &self.pieces {
            self.prose_of(placed, &mut prose);
        }
        prose
    }

    /// Every word of the text that a reader gets, code included.
    pub fn words(&self) -> Prose<'_> {
        let mut prose = Prose { text: Cow::Borrowed(""), parts: Vec::new() };
        for placed in &self.pieces {
            match &placed.piece {
                Piece::Code(words) => prose.push(self.words_of(words, placed), placed.at(), words.is_none()),
                _ => self.prose_of(placed, &mut prose),
            }
        }
        prose
    }

    fn prose_of<'a>(&'a self, placed: &'a Placed, prose: &mut Prose<'a>) {
        match &placed.piece {
            Piece::Text(words) => prose.push(self.words_of(words, placed), placed.at(), words.is_none()),
            Piece::Quote(_) | Piece::Code(_) => prose.push(OBJECT.encode_utf8(&mut [0; 4]), placed.at(), false),
            Piece::SoftBreak | Piece::HardBreak => prose.push("\n", placed.at(), false),
            Piece::Open(_) | Piece::Close | Piece::Rule => prose.part_blocks(),
            Piece::OpenSpan(_) | Piece::CloseSpan | Piece::Reference(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::parse;

    #[test]
    fn what_is_no_prose_is_left_out() {
        for (text, expected) in [
            ("见[附件](a,b.pdf)。", "见附件。"),
            ("见[表](表(1).pdf)和![图](图.png)。", "见表和图。"),
            ("罚款{{ fines }}，", "罚款\u{FFFC}，"),
            ("用`a,b`写**成**了", "用\u{FFFC}写成了"),
            ("正在招聘[^1]。\n\n[^1]: 3 人", "正在招聘。\n\n3 人"),
            ("1. 一\n2. 二\n\n2021年\n3.5 亩", "一\n\n二\n\n2021年\n3.5 亩"),
            ("| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |", "甲\n\n乙\n\n1\n\n2"),
        ] {
            assert_eq!(parse(text).prose().text.trim_end(), expected, "{text}");
        }
    }

    #[test]
    fn places_lead_back_to_the_text() {
        let text = "罚**款** &amp; 见[附件](a.pdf)";
        let doc = parse(text);
        let prose = doc.prose();
        for (words, expected) in [("款", "款"), ("&", "&amp;"), ("附件", "附件"), ("罚款", "罚**款")] {
            let at = prose.text.find(words).expect("words");
            assert_eq!(&text[prose.place(at..at + words.len())], expected);
        }
    }
}
