//! Where the text of a document stands: paragraphs, tables and text boxes in reading order, with the numbers that are counted, and what is left
//! out of them.

use super::super::limits;
use super::super::manuscript::{Across, Block, Cell, LeftOut, LeftOutKind, Manuscript, Paragraph, TextLook};
use super::super::refusal::Refusal;
use super::draft::{ParagraphDraft, Story};
use super::numbering::{LEVELS, ListCounters};
use super::styles::{self, Styles};
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

    pub(super) fn begin_paragraph(&mut self, is_left_out: bool) -> Result<(), Refusal> {
        self.paragraphs += 1;
        if self.paragraphs > limits::PARAGRAPHS {
            return Err(Refusal::too_large());
        }
        self.drafts.push(ParagraphDraft { number: self.paragraphs, is_left_out, ..ParagraphDraft::default() });
        Ok(())
    }

    pub(super) fn begin_table(&mut self) {
        self.tables.push(TableDraft::default());
    }

    pub(super) fn begin_cell(&mut self) -> Result<(), Refusal> {
        self.stories.push(Story::default());
        self.tables.last_mut().map_or(Ok(()), TableDraft::begin_cell)
    }

    /// Begins a text box in which so many fields are open.
    pub(super) fn begin_box(&mut self, fields: usize) -> Result<(), Refusal> {
        if self.stories.iter().filter(|story| story.is_box).count() == limits::BOXES {
            return Err(Refusal::too_large());
        }
        self.stories.push(Story { is_box: true, fields, ..Story::default() });
        Ok(())
    }

    pub(super) fn end_paragraph(&mut self) {
        let Some(mut draft) = self.drafts.pop() else { return };
        draft.is_end_hidden |= self.styles.is_hidden(draft.style.as_deref(), None);
        let Some(story) = self.stories.last_mut() else { return };
        let draft = match story.pending.take() {
            Some(before) => before.with(draft),
            None => draft,
        };
        if draft.goes_on() {
            story.pending = Some(draft);
        } else {
            self.settle(draft);
        }
    }

    /// Counts a paragraph that is complete and puts it where it stands.
    fn settle(&mut self, draft: ParagraphDraft) {
        let ParagraphDraft { number, text, looks, style, numbered, outline, across, is_left_out, mut after, .. } =
            draft;
        let mut blocks = Vec::new();
        if !is_left_out {
            let label = self.numbering.count(&numbered, style.as_deref(), self.styles);
            if let Some(format) = label.unknown {
                self.left_out.push(LeftOut { kind: LeftOutKind::Other, number, text: format });
            }
            let role = outline.map_or_else(|| self.styles.role(style.as_deref()), styles::outlined);
            if !label.text.is_empty() || !text.trim().is_empty() {
                let style = style.as_deref();
                let (mark, kind) = (self.styles.mark(style), self.styles.kind(style));
                let level = numbered.level.unwrap_or(0).min(LEVELS - 1);
                let label = label.text;
                blocks.push(Block::Paragraph(Paragraph {
                    number,
                    label,
                    text,
                    role,
                    mark,
                    kind,
                    level,
                    looks,
                    across,
                }));
            }
        }
        blocks.append(&mut after);
        self.stories.iter_mut().last().into_iter().for_each(|story| story.blocks.append(&mut blocks));
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

    pub(super) fn end_cell(&mut self) -> Result<(), Refusal> {
        self.end_story();
        let Some(story) = self.stories.pop() else { return Ok(()) };
        let Some(table) = self.tables.last_mut() else {
            // A cell of no table.
            self.stories
                .iter_mut()
                .last()
                .into_iter()
                .for_each(|around| around.blocks.extend_from_slice(&story.blocks));
            return Ok(());
        };
        let (looks, across) = match &story.blocks[..] {
            [Block::Paragraph(only)] if only.label.is_empty() => (only.looks.clone(), only.across),
            _ => (Vec::new(), Across::Start),
        };
        let cell = Cell { text: story.text(), looks, across, covered: false };
        if let Some(text) = table.end_cell(cell)? {
            self.leave_out(LeftOutKind::Hidden, &text);
        }
        Ok(())
    }

    pub(super) fn end_table(&mut self) -> Result<(), Refusal> {
        self.end_story();
        let Some(mut table) = self.tables.pop() else { return Ok(()) };
        table.close()?;
        self.cells += table.size();
        if self.cells > limits::CELLS {
            return Err(Refusal::too_large());
        }
        let table = table.finish();
        if let Some(story) = self.stories.last_mut().filter(|_| !table.rows.is_empty()) {
            story.blocks.push(Block::Table(table));
        }
        Ok(())
    }

    /// Puts text into the paragraph that is read, as it looks.
    pub(super) fn put(&mut self, text: &str, look: TextLook) {
        match self.drafts.last_mut() {
            Some(draft) => {
                let from = draft.text.len();
                draft.text += text;
                draft.add_look(TextLook { range: from..draft.text.len(), ..look });
            }
            None if text.trim().is_empty() => {}
            None => self.leave_out(LeftOutKind::Other, text),
        }
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
