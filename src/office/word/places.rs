//! Where the text of a document stands: paragraphs, tables and text boxes in reading order, with the numbers that are counted, and what is left
//! out of them.

mod paragraphs;
mod tables;

use super::super::limits;
use super::super::manuscript::{LeftOut, LeftOutKind, Manuscript};
use super::super::refusal::Refusal;
use super::draft::{ParagraphDraft, Story};
use super::numbering::ListCounters;
use super::styles::Styles;
use super::table::TableDraft;

/// Places that are open, the innermost last.
pub(super) struct Places<'a> {
    styles: &'a Styles,
    numbering: ListCounters,
    left_out: Vec<LeftOut>,
    stories: Vec<Story>,
    drafts: Vec<ParagraphDraft>,
    tables: Vec<TableDraft>,
    paragraphs: usize,
    cells: usize,
}

impl<'a> Places<'a> {
    pub(super) fn new(styles: &'a Styles, numbering: ListCounters) -> Places<'a> {
        Places {
            styles,
            numbering,
            left_out: Vec::new(),
            stories: vec![Story::default()],
            drafts: Vec::new(),
            tables: Vec::new(),
            paragraphs: 0,
            cells: 0,
        }
    }

    /// Returns all that was read; nothing if there was no paragraph.
    pub(super) fn finish(mut self) -> Option<Manuscript> {
        self.end_story();
        let blocks = self.stories.pop().unwrap_or_default().blocks;
        (self.paragraphs > 0).then_some(Manuscript { blocks, left_out: self.left_out, ..Manuscript::default() })
    }

    /// The paragraph that is read.
    pub(super) fn draft(&mut self) -> Option<&mut ParagraphDraft> {
        self.drafts.last_mut()
    }

    /// The table that is read.
    pub(super) fn table(&mut self) -> Option<&mut TableDraft> {
        self.tables.last_mut()
    }

    /// Returns the style of the paragraph that is read.
    pub(super) fn style(&self) -> Option<&str> {
        self.drafts.last()?.style.as_deref()
    }

    /// Begins a text box in which so many fields are open.
    pub(super) fn begin_box(&mut self, fields: usize) -> Result<(), Refusal> {
        if self.stories.iter().filter(|story| story.is_box).count() == limits::BOXES {
            return Err(Refusal::too_large());
        }
        self.stories.push(Story { is_box: true, fields, ..Story::default() });
        Ok(())
    }

    /// Completes what is still open in the innermost place.
    fn end_story(&mut self) {
        if let Some(draft) = self.stories.last_mut().and_then(|story| story.pending.take()) {
            self.settle(draft);
        }
    }

    /// Ends a text box, and with it the fields that began in it; returns how many there were before.
    pub(super) fn end_box(&mut self) -> usize {
        self.end_story();
        let story = self.stories.pop().unwrap_or_default();
        match (self.drafts.last_mut(), self.stories.last_mut()) {
            (Some(draft), _) => draft.after.extend(story.blocks),
            (None, Some(around)) => around.blocks.extend(story.blocks),
            (None, None) => {}
        }
        story.fields
    }

    /// Tells that something is left out; what is of one kind in one paragraph is told at once.
    pub(super) fn leave_out(&mut self, kind: LeftOutKind, text: &str) {
        const APART: [LeftOutKind; 3] = [LeftOutKind::Comment, LeftOutKind::Footnote, LeftOutKind::Picture];
        let number = self.drafts.last().map_or(self.paragraphs, |draft| draft.number);
        let before = self.left_out.last_mut().filter(|last| (last.kind, last.number) == (kind, number));
        match before.filter(|_| !APART.contains(&kind)) {
            Some(before) => before.text += text,
            None => self.left_out.push(LeftOut { kind, number, text: text.to_owned() }),
        }
    }
}
