//! Paragraphs: begun, filled with text, counted, and put where they stand.

use super::super::draft::ParagraphDraft;
use super::super::numbering::LEVELS;
use super::super::styles;
use super::Places;
use crate::office::limits;
use crate::office::manuscript::{Block, LeftOut, LeftOutKind, Paragraph, TextLook};
use crate::office::refusal::Refusal;

impl Places<'_> {
    pub(in crate::office::word) fn begin_paragraph(&mut self, is_left_out: bool) -> Result<(), Refusal> {
        self.paragraphs += 1;
        if self.paragraphs > limits::PARAGRAPHS {
            return Err(Refusal::too_large());
        }
        self.drafts.push(ParagraphDraft { number: self.paragraphs, is_left_out, ..ParagraphDraft::default() });
        Ok(())
    }

    /// Puts text into the paragraph that is read, as it looks.
    pub(in crate::office::word) fn put(&mut self, text: &str, look: TextLook) {
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

    pub(in crate::office::word) fn end_paragraph(&mut self) {
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
    pub(super) fn settle(&mut self, draft: ParagraphDraft) {
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
}
