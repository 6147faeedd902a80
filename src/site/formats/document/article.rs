//! A text of the notice as a whole: its flow, its notes and its links.

use super::texts::Notes;
use super::{DocumentWriter, texts};
use crate::notice::ArticleId;
use crate::site::MarkdownRenderer;
use crate::site::formats::docx::Style;
use crate::text::markdown::{FlowBlock, FlowRun};

impl DocumentWriter<'_> {
    /// A text of the notice as a whole, with the notes at its figures.
    pub(super) fn article(&mut self, article: ArticleId, level: usize) {
        let notice = self.parts.notice();
        let text = MarkdownRenderer::of_notice(self.parts.edition, self.parts.locale);
        let mut notes = Notes::of(&self.parts, notice.record.editor_notes());
        let flow = text.flow_of(&notice.article(article).narrative);
        self.flow(flow, &mut notes, level);
        if let Some(table) = &notice.article(article).persons {
            self.groups(&table.record.groups, level);
        }
        // Those that stand at no figure of this text stand below the first.
        if notice.parts.iter().find_map(|part| part.article) == Some(article) {
            self.left_over(&notes);
        }
    }

    /// Adds a text: links lead to the site, if its address is known, and notes become footnotes.
    pub(super) fn flow(&mut self, mut blocks: Vec<FlowBlock>, notes: &mut Notes, level: usize) {
        texts::each_line(&mut blocks, &mut |runs| {
            for run in &mut *runs {
                notes.place(run);
                let href = run.href.take();
                run.href = href.and_then(|href| if href.contains(':') { Some(href) } else { self.address(&href) });
            }
            *runs = FlowRun::joined(std::mem::take(runs));
        });
        self.docx.flow(&blocks, level);
    }

    /// Returns the address of a page, if that of the site is known.
    fn address(&self, page: &str) -> Option<String> {
        let (mut base, mut page) = (self.base.as_deref()?.trim_end_matches('/'), page);
        while let Some(above) = page.strip_prefix("../") {
            (base, page) = (base.rsplit_once('/')?.0, above);
        }
        Some(format!("{base}/{page}"))
    }

    /// Notes that no text had a place for.
    pub(super) fn left_over(&mut self, notes: &Notes) {
        for text in notes.left() {
            self.docx.states("note").text(Style::Note, text);
        }
    }
}
