//! From pieces to blocks of runs, for documents that are no HTML: every paragraph by itself, with how deep it stands.

mod writer;

use super::piece::Block;
use super::shown::{Shown, ShownPiece};
use super::{note, plain};
use writer::Flow;

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
