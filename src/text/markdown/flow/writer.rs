//! From pieces to blocks of runs, piece by piece.

use super::super::piece::{Alignment, Block};
use super::super::shown::{ShownPiece, ShownSpan};
use super::{FlowBlock, FlowCell, FlowKind, FlowRun};

#[derive(Default)]
pub(super) struct Flow<'d> {
    pub(super) blocks: Vec<FlowBlock>,
    pub(super) runs: Vec<FlowRun>,
    pub(super) open: Vec<&'d Block>,
    /// The number of the next item of each list that is open; none of a list with bullets.
    pub(super) lists: Vec<Option<u64>>,
    /// What the next paragraph of an item begins with.
    pub(super) begins: Option<FlowKind>,
    pub(super) spans: Vec<ShownSpan<'d>>,
    /// How many of them make text bold, and how many stress it.
    pub(super) strong: usize,
    pub(super) stressed: usize,
    /// Where the links among them lead.
    pub(super) links: Vec<Option<String>>,
    pub(super) table: Option<(&'d [Alignment], Vec<Vec<FlowCell>>)>,
    pub(super) levels: Vec<u8>,
    pub(super) footnotes: Vec<String>,
}

impl<'d> Flow<'d> {
    pub(super) fn piece(&mut self, piece: ShownPiece<'d>) {
        match piece {
            ShownPiece::Open(block) => self.open(block),
            ShownPiece::Close => self.close(),
            ShownPiece::OpenSpan(span) => self.open_span(span),
            ShownPiece::CloseSpan => self.close_span(),
            ShownPiece::Text(text) => self.run(text, false),
            ShownPiece::Figure(text, marks) => {
                self.run(&text, false);
                let notes = marks.into_iter().map(|mark| FlowRun { note: Some(mark.anchor), ..FlowRun::default() });
                self.runs.extend(notes);
            }
            ShownPiece::Code(text) => self.run(text, true),
            ShownPiece::Picture(picture) => self.run(&picture.description, false),
            ShownPiece::SoftBreak => self.run(" ", false),
            ShownPiece::HardBreak => self.run("\n", false),
            ShownPiece::Rule => self.flush(),
            ShownPiece::Reference(_) => {}
        }
    }

    fn run(&mut self, text: &str, is_code: bool) {
        let href = self.links.last().cloned().flatten();
        let (is_strong, is_stressed) = (self.strong > 0, self.stressed > 0);
        let run = FlowRun { text: text.to_owned(), is_strong, is_stressed, is_code, href, ..FlowRun::default() };
        match self.runs.last_mut() {
            Some(last) if last.is_set_like(&run) => last.text.push_str(text),
            _ => self.runs.push(run),
        }
    }

    fn open_span(&mut self, span: ShownSpan<'d>) {
        match &span {
            ShownSpan::Strong => self.strong += 1,
            ShownSpan::Emphasis => self.stressed += 1,
            ShownSpan::Link(link) => self.links.push(link.href.clone()),
            ShownSpan::Picture(_) => {}
        }
        self.spans.push(span);
    }

    fn close_span(&mut self) {
        match self.spans.pop() {
            Some(ShownSpan::Strong) => self.strong -= 1,
            Some(ShownSpan::Emphasis) => self.stressed -= 1,
            Some(ShownSpan::Link(_)) => drop(self.links.pop()),
            Some(ShownSpan::Picture(_)) | None => {}
        }
    }

    fn open(&mut self, block: &'d Block) {
        self.flush();
        match block {
            Block::List(first) => self.lists.push(*first),
            Block::Item => {
                self.begins = Some(match self.lists.last_mut() {
                    Some(Some(number)) => {
                        *number += 1;
                        FlowKind::Numbered(*number - 1)
                    }
                    _ => FlowKind::Bullet,
                });
            }
            Block::Table(columns) => self.table = Some((columns, Vec::new())),
            Block::Head | Block::Row => self.table.iter_mut().for_each(|(_, rows)| rows.push(Vec::new())),
            _ => {}
        }
        self.open.push(block);
    }

    fn close(&mut self) {
        match self.open.last() {
            Some(Block::Cell) => self.close_cell(),
            Some(Block::Table(_)) => self.blocks.extend(self.table.take().map(|(_, rows)| FlowBlock::Table(rows))),
            Some(Block::List(_)) => {
                self.flush();
                self.lists.pop();
            }
            _ => self.flush(),
        }
        self.open.pop();
    }

    fn close_cell(&mut self) {
        let runs = std::mem::take(&mut self.runs);
        let Some((columns, rows)) = &mut self.table else { return };
        let Some(row) = rows.last_mut() else { return };
        let alignment = columns.get(row.len()).copied().unwrap_or(Alignment::Start);
        let (is_right, is_centered) = (alignment == Alignment::Right, alignment == Alignment::Center);
        row.push(FlowCell { is_right, is_centered, runs });
    }

    /// Ends a paragraph, if there is one.
    pub(super) fn flush(&mut self) {
        if self.runs.is_empty() {
            return;
        }
        let runs = std::mem::take(&mut self.runs);
        let kind = match self.open.last() {
            Some(Block::Heading(level)) => {
                FlowKind::Heading(self.levels.iter().position(|used| used == level).unwrap_or(0))
            }
            Some(Block::Code) => FlowKind::Code,
            _ if self.begins.is_some() => self.begins.take().unwrap_or(FlowKind::Paragraph),
            _ if self.open.iter().any(|block| matches!(block, Block::Quotation)) => FlowKind::Quotation,
            _ => FlowKind::Paragraph,
        };
        self.blocks.push(FlowBlock::Text(kind, self.lists.len(), runs));
    }
}
