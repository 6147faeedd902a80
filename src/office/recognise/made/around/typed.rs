//! What somebody typed where nothing takes it, or where it looks like an issue: the report names it.

use super::super::passage::Passage;
use super::MadeReader;
use crate::office::manuscript::Block;
use crate::office::recognise::fold::fold;
use crate::office::recognise::marker::marker;
use crate::office::recognise::words;
use crate::office::report::Certainty;
use crate::say;

impl MadeReader<'_> {
    /// Says what stands behind a paragraph that takes nothing, or no table, to what it states.
    pub(super) fn unread(&mut self, passage: &Passage<'_>, is_of_notice: bool) {
        const TAKE_ALL: [&str; 6] = ["response", "answer", "next-steps", "part", "text", "open"];
        const TAKE_TEXTS: [&str; 5] = ["statement", "opening", "fact", "measure", "issue"];
        if TAKE_ALL.contains(&passage.kind()) || passage.states == "item response" {
            return;
        }
        let takes_texts = TAKE_TEXTS.contains(&passage.kind()) && !(is_of_notice && passage.kind() == "fact");
        let before = passage.first.text.trim();
        for block in &passage.more {
            let (number, text) = match block {
                Block::Paragraph(paragraph) if takes_texts || paragraph.text.trim().is_empty() => continue,
                Block::Paragraph(paragraph) => (paragraph.number, &*paragraph.text),
                Block::Table(table) => (passage.first.number, table.text()),
            };
            let message = say!(
                "接在“{before}”后面，不知道属于哪里，没有收入",
                "it stands behind “{before}”; where it belongs is not known, and it was not taken over"
            );
            self.report.at(Certainty::NotUnderstood, number, text, message);
        }
    }

    /// Says where something typed into the document looks like an issue, and is none by its style.
    pub(super) fn typed(&mut self, block: &Block) {
        let Block::Paragraph(paragraph) = block else { return };
        let folded = fold(&paragraph.text);
        let is_numbered = marker(&folded).is_some_and(|found| found.length > 0);
        if is_numbered && paragraph.label.is_empty() && words::label_inside(&folded).is_some() {
            let message = say!(
                "像是一个新问题，但段落样式不是问题的样式，接在上面的文字后面收入；是新问题的，请复制一个问题的全部段落再改",
                "it looks like an issue, but its style is not that of issues: it was taken for more of the text above; if it is one, copy all paragraphs of an issue and edit those"
            );
            self.report.at(Certainty::Likely, paragraph.number, &paragraph.text, message);
        }
    }
}
