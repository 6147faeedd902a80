//! Tables and their cells.

use super::super::draft::Story;
use super::super::table::TableDraft;
use super::Places;
use crate::office::faults::fault;
use crate::office::limits;
use crate::office::manuscript::{Across, Block, Cell, LeftOutKind, Row};
use crate::office::refusal::Refusal;

impl Places<'_> {
    pub(in crate::office::word) fn begin_table(&mut self) {
        self.tables.push(TableDraft::default());
    }

    pub(in crate::office::word) fn begin_cell(&mut self) -> Result<(), Refusal> {
        self.stories.push(Story::default());
        self.tables.last_mut().map_or(Ok(()), TableDraft::begin_cell)
    }

    pub(in crate::office::word) fn end_cell(&mut self) -> Result<(), Refusal> {
        self.end_story();
        let Some(story) = self.stories.pop() else { return Ok(()) };
        let is_in_table = !self.tables.is_empty();
        for table in story.tables().filter(|_| is_in_table) {
            let rows: Vec<String> = table.rows.iter().map(Row::text).collect();
            self.leave_out(LeftOutKind::NestedTable, &rows.join(" | "));
        }
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
        let text = story.text();
        let unread = fault(&text);
        let cell = match unread {
            Some(_) => Cell { is_unread: true, ..Cell::default() },
            None => Cell { text: text.clone(), looks, across, ..Cell::default() },
        };
        let covered = table.end_cell(cell)?;
        if let Some(kind) = unread {
            self.leave_out(kind, &text);
        }
        if let Some(text) = covered {
            self.leave_out(LeftOutKind::Hidden, &text);
        }
        Ok(())
    }

    pub(in crate::office::word) fn end_table(&mut self) -> Result<(), Refusal> {
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
}
