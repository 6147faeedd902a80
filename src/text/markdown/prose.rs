//! The prose of a text, for rules that look at words: without markup, code, addresses, labels of footnotes and numbers of lists.

use std::borrow::Cow;
use std::ops::Range;

use super::Doc;
use super::piece::{Block, Piece, Placed, Span};

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

    /// The bold words that items of lists begin with, in order: what an office writes before it says what was done.
    pub fn run_ins(&self) -> Vec<String> {
        let pieces = self.pieces();
        let starts = pieces.iter().enumerate().filter(|(_, placed)| placed.piece == Piece::Open(Block::Item));
        let end = |c: char| matches!(c, '。' | '：' | '；' | '.' | ':' | ';') || c.is_whitespace();
        let run_ins = starts.filter_map(|(at, _)| self.bold_at(&pieces[at + 1..]));
        run_ins.map(|words| words.trim_end_matches(end).to_owned()).filter(|words| !words.is_empty()).collect()
    }

    /// The words of the bold span that pieces begin with, or that the paragraph does which they begin with.
    fn bold_at(&self, pieces: &[Placed]) -> Option<String> {
        let mut pieces = pieces.iter();
        let first = pieces.next()?;
        let first = if first.piece == Piece::Open(Block::Paragraph) { pieces.next()? } else { first };
        if first.piece != Piece::OpenSpan(Span::Strong) {
            return None;
        }
        let (mut words, mut depth) = (String::new(), 1);
        for placed in pieces {
            match &placed.piece {
                Piece::OpenSpan(_) => depth += 1,
                Piece::CloseSpan => depth -= 1,
                Piece::Text(own) => words.push_str(self.words_of(own, placed)),
                _ => {}
            }
            if depth == 0 {
                return Some(words);
            }
        }
        None
    }

    fn written(&self, with_code: bool) -> Prose<'_> {
        let prose = Prose { text: Cow::Borrowed(""), blocks: Vec::new(), quotes: Vec::new(), parts: Vec::new() };
        let mut writer = ProseWriter { prose, open: Vec::new(), column: 0, is_within: false, with_code };
        self.pieces().into_iter().for_each(|placed| writer.piece(self, &placed));
        writer.end_block();
        writer.prose
    }
}

/// Writes prose.
struct ProseWriter<'a> {
    prose: Prose<'a>,
    /// What the blocks that are open make of a paragraph in them.
    open: Vec<BlockKind>,
    /// The column of the next cell.
    column: usize,
    /// Whether words stand in a block that has not ended.
    is_within: bool,
    /// Whether code is written as its words.
    with_code: bool,
}

impl ProseWriter<'_> {
    fn piece(&mut self, doc: &Doc, placed: &Placed) {
        match &placed.piece {
            Piece::Text(words) => self.push(doc.words_of(words, placed), placed, words.is_none()),
            Piece::Quote(name) => {
                self.prose.quotes.push((name.clone(), self.prose.text.len()));
                self.push(OBJECT.encode_utf8(&mut [0; 4]), placed, false);
            }
            Piece::Code(words) if self.with_code => self.push(doc.words_of(words, placed), placed, words.is_none()),
            Piece::Code(_) => self.push(OBJECT.encode_utf8(&mut [0; 4]), placed, false),
            Piece::SoftBreak | Piece::HardBreak => self.prose.push("\n", placed.at(), false),
            Piece::Open(block) => self.open(block),
            Piece::Close => {
                self.end_block();
                self.open.pop();
            }
            Piece::Rule => self.end_block(),
            Piece::OpenSpan(_) | Piece::CloseSpan | Piece::Reference(_) => {}
        }
    }

    fn open(&mut self, block: &Block) {
        self.end_block();
        let outer = self.open.last().copied().unwrap_or(BlockKind::Paragraph);
        self.open.push(match block {
            Block::Heading(_) => BlockKind::Heading,
            Block::Item => BlockKind::Item,
            Block::Note(_) => BlockKind::Note,
            Block::Cell => {
                self.column += 1;
                BlockKind::Cell(self.column - 1)
            }
            Block::Head | Block::Row => {
                self.column = 0;
                outer
            }
            Block::Paragraph | Block::Quotation | Block::Code | Block::List(_) | Block::Table(_) => outer,
        });
    }

    fn push(&mut self, words: &str, placed: &Placed, verbatim: bool) {
        if !self.is_within {
            let kind = self.open.last().copied().unwrap_or(BlockKind::Paragraph);
            self.prose.blocks.push(ProseBlock { kind, range: self.prose.text.len()..self.prose.text.len() });
            self.is_within = true;
        }
        self.prose.push(words, placed.at(), verbatim);
    }

    /// Ends a block; an empty line parts it from the next.
    fn end_block(&mut self) {
        if let Some(block) = self.prose.blocks.last_mut().filter(|_| self.is_within) {
            block.range.end = self.prose.text.len();
        }
        self.is_within = false;
        if !self.prose.text.is_empty() && !self.prose.text.ends_with("\n\n") {
            self.prose.text.to_mut().push_str("\n\n");
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
    fn run_ins_are_the_bold_words_that_items_begin_with() {
        for (text, expected) in [
            ("- **完善制度。**修订办法。\n- **落实**责任：**不**松劲。\n", vec!["完善制度", "落实"]),
            ("**一段。**不是列表。\n\n- 没有**黑体**开头。\n", vec![]),
            (
                "1. **Rules.** They were revised.\n\n   **Not this.** And more.\n2. **Cases *and* checks:** seen.",
                vec!["Rules", "Cases and checks"],
            ),
        ] {
            assert_eq!(parse(text).run_ins(), expected, "{text}");
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
