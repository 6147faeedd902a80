//! A paragraph while it is read, and the places that paragraphs stand in.

use super::super::manuscript::{Across, Block, Row, Table, TextLook};
use super::styles::ListPlace;

/// A paragraph while it is read.
#[derive(Default)]
pub(super) struct ParagraphDraft {
    pub(super) number: usize,
    pub(super) text: String,
    /// What of the text stands out.
    pub(super) looks: Vec<TextLook>,
    pub(super) style: Option<String>,
    pub(super) numbered: ListPlace,
    pub(super) outline: Option<usize>,
    /// Where it is set across.
    pub(super) across: Across,
    /// Whether its end is deleted: then the next paragraph goes on where it stops, and is what both are.
    pub(super) is_end_deleted: bool,
    /// Whether its end is hidden: then the next goes on where it stops, and both are what it is.
    pub(super) is_end_hidden: bool,
    /// Whether nothing of it counts, since it stands in what is left out.
    pub(super) is_left_out: bool,
    /// What stands in text boxes that hang on it.
    pub(super) after: Vec<Block>,
}

impl ParagraphDraft {
    /// Whether the next paragraph goes on where this stops.
    pub(super) fn goes_on(&self) -> bool {
        self.is_end_deleted || self.is_end_hidden
    }

    /// Adds how the text that was read last looks. Programs cut text of one look into several runs.
    pub(super) fn add_look(&mut self, look: TextLook) {
        if look.is_like(&TextLook::default()) || look.range.is_empty() && look.footnote.is_none() {
            return;
        }
        let goes_on =
            |last: &&mut TextLook| last.range.end == look.range.start && !look.range.is_empty() && last.is_like(&look);
        match self.looks.last_mut().filter(goes_on) {
            Some(last) => last.range.end = look.range.end,
            None => self.looks.push(look),
        }
    }

    /// Returns this paragraph with the next, which goes on where it stops.
    pub(super) fn with(mut self, mut next: ParagraphDraft) -> ParagraphDraft {
        let is_first = self.is_end_hidden && !self.is_end_deleted && !self.text.trim().is_empty();
        let from = self.text.len();
        self.text += &next.text;
        let shifted = |look: TextLook| TextLook { range: look.range.start + from..look.range.end + from, ..look };
        self.looks.extend(next.looks.drain(..).map(shifted));
        self.after.append(&mut next.after);
        let (text, looks, after, number) = (self.text, self.looks, self.after, self.number);
        let is_left_out = self.is_left_out && next.is_left_out;
        let (is_end_deleted, is_end_hidden) = (next.is_end_deleted, next.is_end_hidden);
        let kept = if is_first {
            (self.style, self.numbered, self.outline, self.across)
        } else {
            (next.style, next.numbered, next.outline, next.across)
        };
        let (style, numbered, outline, across) = kept;
        ParagraphDraft {
            number,
            text,
            looks,
            style,
            numbered,
            outline,
            across,
            is_end_deleted,
            is_end_hidden,
            is_left_out,
            after,
        }
    }
}

/// A place that paragraphs stand in: the text itself, a cell, a text box.
#[derive(Default)]
pub(super) struct Story {
    pub(super) blocks: Vec<Block>,
    /// A paragraph that the next goes on with.
    pub(super) pending: Option<ParagraphDraft>,
    /// Whether it is a text box.
    pub(super) is_box: bool,
    /// How many fields were open where it begins.
    pub(super) fields: usize,
}

impl Story {
    /// Returns the tables that stand in it.
    pub(super) fn tables(&self) -> impl Iterator<Item = &Table> {
        self.blocks.iter().filter_map(|block| match block {
            Block::Table(table) => Some(table),
            Block::Paragraph(_) => None,
        })
    }

    /// Returns its text, in lines: what a cell shows.
    pub(super) fn text(&self) -> String {
        let lines: Vec<String> = self.blocks.iter().flat_map(lines).collect();
        lines.join("\n")
    }
}

fn lines(block: &Block) -> Vec<String> {
    match block {
        Block::Paragraph(paragraph) => vec![format!("{}{}", paragraph.label, paragraph.text)],
        Block::Table(table) => {
            let texts = |row: &Row| {
                let cells: Vec<&str> = row.cells.iter().map(|cell| &*cell.text).collect();
                cells.join("\t")
            };
            table.rows.iter().map(texts).collect()
        }
    }
}
