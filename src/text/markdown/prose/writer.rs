//! From pieces to prose, block by block.

use super::super::Doc;
use super::super::piece::{Block, Piece, Placed};
use super::{BlockKind, OBJECT, Prose, ProseBlock};

/// Writes prose.
pub(super) struct ProseWriter<'a> {
    pub(super) prose: Prose<'a>,
    /// What the blocks that are open make of a paragraph in them.
    pub(super) open: Vec<BlockKind>,
    /// The column of the next cell.
    pub(super) column: usize,
    /// Whether words stand in a block that has not ended.
    pub(super) is_within: bool,
    /// Whether code is written as its words.
    pub(super) with_code: bool,
}

impl ProseWriter<'_> {
    pub(super) fn piece(&mut self, doc: &Doc, placed: &Placed) {
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

    pub(super) fn push(&mut self, words: &str, placed: &Placed, verbatim: bool) {
        if !self.is_within {
            let kind = self.open.last().copied().unwrap_or(BlockKind::Paragraph);
            self.prose.blocks.push(ProseBlock { kind, range: self.prose.text.len()..self.prose.text.len() });
            self.is_within = true;
        }
        self.prose.push(words, placed.at(), verbatim);
    }

    /// Ends a block; an empty line parts it from the next.
    pub(super) fn end_block(&mut self) {
        if let Some(block) = self.prose.blocks.last_mut().filter(|_| self.is_within) {
            block.range.end = self.prose.text.len();
        }
        self.is_within = false;
        if !self.prose.text.is_empty() && !self.prose.text.ends_with("\n\n") {
            self.prose.text.to_mut().push_str("\n\n");
        }
    }
}
