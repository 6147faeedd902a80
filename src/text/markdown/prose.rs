//! The prose of a text, for rules that look at words: without markup, code, addresses, labels of footnotes and numbers of lists.

mod run_ins;
mod writer;

use std::borrow::Cow;
use std::ops::Range;

use super::Doc;
use writer::ProseWriter;

/// Stands in prose for what a reader sees there although it is no prose: a quoted figure, code.
pub const OBJECT: char = '\u{FFFC}';

/// The words of a text, blocks parted by empty lines, and where each stands in the text.
#[derive(Clone, Debug)]
pub struct Prose<'a> {
    /// The words.
    pub text: Cow<'a, str>,
    /// The blocks that have words, in order.
    pub blocks: Vec<ProseBlock>,
    /// The figures that are quoted by name, each with its place in the words.
    pub quotes: Vec<(Box<str>, usize)>,
    parts: Vec<ProsePart>,
}

/// A block of a text: as much as a translation renders at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProseBlock {
    /// What it is.
    pub kind: BlockKind,
    /// Where its words stand in the prose, in bytes.
    pub range: Range<usize>,
}

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum BlockKind {
    /// A paragraph.
    Paragraph,
    /// A heading.
    Heading,
    /// A paragraph of an item of a list.
    Item,
    /// A cell of a table, by its column from 0.
    Cell(usize),
    /// A paragraph of a footnote.
    Note,
}

/// Words that one piece gave.
#[derive(Clone, Debug)]
struct ProsePart {
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
        Prose {
            text: Cow::Borrowed(text),
            blocks: vec![ProseBlock { kind: BlockKind::Paragraph, range: 0..text.len() }],
            quotes: Vec::new(),
            parts: vec![ProsePart { start: 0, at: 0..text.len(), verbatim: true }],
        }
    }

    /// Where a range of the prose stands in the text.
    pub fn place(&self, range: Range<usize>) -> Range<usize> {
        let start = self.part(range.start).map_or(0, |part| part.offset(range.start).unwrap_or(part.at.start));
        let last = self.part(range.end.saturating_sub(1).max(range.start));
        let end = last.map_or(start, |part| part.offset(range.end).map_or(part.at.end, |end| end.min(part.at.end)));
        start..end.max(start)
    }

    fn part(&self, at: usize) -> Option<&ProsePart> {
        self.parts.get(self.parts.partition_point(|part| part.start <= at).checked_sub(1)?)
    }

    fn push(&mut self, words: &str, at: Range<usize>, verbatim: bool) {
        self.parts.push(ProsePart { start: self.text.len(), at, verbatim });
        self.text.to_mut().push_str(words);
    }
}

impl ProsePart {
    fn offset(&self, at: usize) -> Option<usize> {
        self.verbatim.then(|| self.at.start + (at - self.start))
    }
}

impl Doc {
    /// The prose of the text.
    pub fn prose(&self) -> Prose<'_> {
        self.written(false)
    }

    /// Every word of the text that a reader gets, code included.
    pub fn words(&self) -> Prose<'_> {
        self.written(true)
    }

    fn written(&self, with_code: bool) -> Prose<'_> {
        let prose = Prose { text: Cow::Borrowed(""), blocks: Vec::new(), quotes: Vec::new(), parts: Vec::new() };
        let mut writer = ProseWriter { prose, open: Vec::new(), column: 0, is_within: false, with_code };
        self.pieces().into_iter().for_each(|placed| writer.piece(self, &placed));
        writer.end_block();
        writer.prose
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
    fn blocks_are_what_a_translation_renders_at_once() {
        let text = "# 甲\n\n乙{{ a }}\n\n- 丙\n- 丁\n\n  戊\n\n| 己 | 庚 |\n|--|--|\n| | 辛 |\n\n壬[^1]\n\n[^1]: 癸\n";
        let doc = parse(text);
        let prose = doc.prose();
        let blocks: Vec<_> = prose.blocks.iter().map(|b| (b.kind, &prose.text[b.range.clone()])).collect();
        use super::BlockKind::{Cell, Heading, Item, Note, Paragraph};
        let expected = [
            (Heading, "甲"),
            (Paragraph, "乙\u{FFFC}"),
            (Item, "丙"),
            (Item, "丁"),
            (Item, "戊"),
            (Cell(0), "己"),
            (Cell(1), "庚"),
            (Cell(1), "辛"),
            (Paragraph, "壬"),
            (Note, "癸"),
        ];
        assert_eq!(blocks, expected);
        assert_eq!(
            prose
                .quotes
                .iter()
                .map(|(name, at)| (&**name, prose.text[*at..].starts_with('\u{FFFC}')))
                .collect::<Vec<_>>(),
            [("a", true)]
        );
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
