//! From pieces to blocks of runs, for documents that are no HTML: every paragraph by itself, with how deep it stands.

use super::piece::{Alignment, Block};
use super::shown::{Shown, ShownPiece, ShownSpan};
use super::{note, plain};

/// A block of a text.
#[derive(Clone, Debug, PartialEq)]
pub enum FlowBlock {
    /// A paragraph of some kind, and in how many lists it stands.
    Text(FlowKind, usize, Vec<FlowRun>),
    /// A table by rows of cells; the first has the heads.
    Table(Vec<Vec<FlowCell>>),
}

/// What a paragraph is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FlowKind {
    /// A paragraph, or one that goes on with an item of a list.
    Paragraph,
    /// A heading by its rank among those of the text, from 0.
    Heading(usize),
    /// Words of somebody else.
    Quotation,
    /// Text as typed.
    Code,
    /// The beginning of an item without a number.
    Bullet,
    /// The beginning of an item by its number.
    Numbered(u64),
}

/// A cell of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct FlowCell {
    /// Whether the author set it to the right or in the middle.
    pub is_right: bool,
    /// See `is_right`.
    pub is_centered: bool,
    /// What stands in it.
    pub runs: Vec<FlowRun>,
}

/// A run of text that looks the same.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FlowRun {
    /// The text; a line feed is a line break.
    pub text: String,
    /// Whether it stands out.
    pub is_strong: bool,
    /// Whether it is stressed.
    pub is_stressed: bool,
    /// Whether it is text as typed.
    pub is_code: bool,
    /// Where it leads.
    pub href: Option<String>,
    /// What a footnote behind it says.
    pub footnote: Option<String>,
    /// The anchor of the editor's note behind it.
    pub note: Option<String>,
}

impl FlowRun {
    /// Returns a run of plain text.
    pub fn of(text: impl Into<String>) -> FlowRun {
        FlowRun { text: text.into(), ..FlowRun::default() }
    }

    /// Returns a run that stands out.
    pub fn strong(text: impl Into<String>) -> FlowRun {
        FlowRun { is_strong: true, ..FlowRun::of(text) }
    }

    /// Returns runs without those that say nothing, and with those as one that look the same beside each other.
    pub fn joined(runs: Vec<FlowRun>) -> Vec<FlowRun> {
        let mut joined: Vec<FlowRun> = Vec::new();
        for run in runs.into_iter().filter(|run| !run.text.is_empty() || run.footnote.is_some()) {
            match joined.last_mut() {
                Some(last) if last.is_set_like(&run) => last.text += &run.text,
                _ => joined.push(run),
            }
        }
        joined
    }

    /// Returns whether two runs of text look alike, so that they are one.
    fn is_set_like(&self, other: &FlowRun) -> bool {
        let look = |run: &FlowRun| (run.is_strong, run.is_stressed, run.is_code);
        let is_text = |run: &FlowRun| run.footnote.is_none() && run.note.is_none();
        look(self) == look(other) && self.href == other.href && is_text(self) && is_text(other)
    }
}

/// Returns the blocks of a text; its footnotes stand where the text refers to them.
pub(super) fn write(source: &str, pieces: Vec<Shown<'_>>) -> Vec<FlowBlock> {
    let mut levels: Vec<u8> = pieces.iter().filter_map(heading).collect();
    levels.sort_unstable();
    levels.dedup();
    let (text, mut notes) = note::take(source, pieces, &mut Vec::new());
    let mut flow = Flow { levels, ..Flow::default() };
    for shown in text {
        match &shown.piece {
            ShownPiece::Reference(label) => {
                let Some(reference) = notes.refer(label) else { continue };
                if reference.nth == 1 {
                    let text = notes.pieces(reference.number).map(|pieces| plain::write(&pieces));
                    flow.footnotes.push(text.unwrap_or_default());
                }
                let text = flow.footnotes.get(reference.number - 1).cloned();
                flow.runs.push(FlowRun { footnote: text, ..FlowRun::default() });
            }
            _ => flow.piece(shown.piece),
        }
    }
    flow.flush();
    flow.blocks
}

fn heading(shown: &Shown<'_>) -> Option<u8> {
    match &shown.piece {
        ShownPiece::Open(Block::Heading(level)) => Some(*level),
        _ => None,
    }
}

#[derive(Default)]
struct Flow<'d> {
    blocks: Vec<FlowBlock>,
    runs: Vec<FlowRun>,
    open: Vec<&'d Block>,
    /// The number of the next item of each list that is open; none of a list with bullets.
    lists: Vec<Option<u64>>,
    /// What the next paragraph of an item begins with.
    begins: Option<FlowKind>,
    spans: Vec<ShownSpan<'d>>,
    /// How many of them make text bold, and how many stress it.
    strong: usize,
    stressed: usize,
    /// Where the links among them lead.
    links: Vec<Option<String>>,
    table: Option<(&'d [Alignment], Vec<Vec<FlowCell>>)>,
    levels: Vec<u8>,
    footnotes: Vec<String>,
}

impl<'d> Flow<'d> {
    fn piece(&mut self, piece: ShownPiece<'d>) {
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
    fn flush(&mut self) {
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
