//! A passage of a document that gongkai made: a paragraph that says what it states, and what stands behind it.

use std::ops::Range;

use super::printed;
use crate::office::manuscript::{Block, Paragraph, TextLook};
use crate::text::locale::Locale;

/// A paragraph that says what it states, and what stands behind it.
pub(super) struct Passage<'a> {
    pub states: &'a str,
    pub first: &'a Paragraph,
    pub more: Vec<&'a Block>,
}

impl Passage<'_> {
    /// Returns what stands behind the label that its first paragraph begins with.
    pub(super) fn value(&self) -> &str {
        let text = &*self.first.text;
        let label = self.first.looks.first().filter(|look| look.is_strong && look.range.start == 0);
        let behind = label.and_then(|look| text.get(look.range.end..));
        behind.unwrap_or_else(|| text.split_once([':', '：']).map_or(text, |(_, value)| value)).trim()
    }

    /// Returns whatever of it stands out.
    pub(super) fn looks(&self) -> impl Iterator<Item = &TextLook> {
        self.first.looks.iter().chain(self.more.iter().flat_map(|block| looks_of(block)))
    }

    /// Returns the passage without a block that is read by itself.
    pub(super) fn without(&self, block: Option<&Block>) -> Passage<'_> {
        let is_kept = |other: &&Block| block.is_none_or(|block| !std::ptr::eq(*other, block));
        Passage { states: self.states, first: self.first, more: self.more.iter().copied().filter(is_kept).collect() }
    }

    /// Returns the numbers of the notes of the editor that stand in a stretch of its first paragraph, or at its end.
    pub(super) fn notes_in(&self, locale: &Locale, stretch: &Range<usize>) -> Vec<u32> {
        let looks = &self.first.looks;
        let behind = &looks[looks.partition_point(|look| look.range.start <= stretch.start)..];
        let looks = behind.iter().take_while(|look| look.range.start <= stretch.end);
        let footnotes = looks.filter_map(|look| look.footnote.as_deref());
        footnotes.filter_map(|text| Some(printed::editors_note(locale, text)?.0)).collect()
    }

    /// Returns where in its first paragraph stands what [`Passage::value`] returns.
    pub(super) fn value_start(&self) -> usize {
        self.first.text.rfind(self.value()).unwrap_or(0)
    }

    /// Returns the first word of what it states.
    pub(super) fn kind(&self) -> &str {
        self.states.split(' ').next().unwrap_or_default()
    }

    /// Returns the label, without its colon.
    pub(super) fn label(&self) -> &str {
        self.first.text[..self.value_start()].trim_end().trim_end_matches([':', '：']).trim()
    }
}

fn looks_of(block: &Block) -> Vec<&TextLook> {
    match block {
        Block::Paragraph(paragraph) => paragraph.looks.iter().collect(),
        Block::Table(table) => table.rows.iter().flat_map(|row| &row.cells).flat_map(|cell| &cell.looks).collect(),
    }
}
