//! Paragraphs of a document, headings and items of lists among them.

use super::styles::Style;
use super::{Docx, lists};
use crate::site::formats::xml::Xml;
use crate::text::markdown::{FlowBlock, FlowKind, FlowRun};

impl Docx {
    /// Adds a paragraph; none without text.
    pub(in crate::site::formats) fn paragraph(&mut self, style: Style, runs: &[FlowRun]) {
        self.lists.interrupt(0);
        self.put(style, |_| {}, runs);
    }

    /// Adds a paragraph of plain text.
    pub(in crate::site::formats) fn text(&mut self, style: Style, text: impl Into<String>) {
        self.paragraph(style, &[FlowRun::of(text)]);
    }

    /// Adds the blocks of a text; its headings stand below those of the level above.
    pub(in crate::site::formats) fn flow(&mut self, blocks: &[FlowBlock], level: usize) {
        for block in blocks {
            match block {
                FlowBlock::Table(rows) => self.table(rows),
                FlowBlock::Text(FlowKind::Heading(rank), _, runs) => {
                    self.paragraph(Style::heading(level + 1 + rank), runs)
                }
                FlowBlock::Text(kind, depth, runs) => self.item(*kind, *depth, runs),
            }
        }
    }

    /// Adds a paragraph that may be an item of a list. Chinese documents set items without a number as paragraphs of their own.
    fn item(&mut self, kind: FlowKind, depth: usize, runs: &[FlowRun]) {
        let is_east_asian = self.look.is_east_asian;
        let number = match kind {
            FlowKind::Numbered(number) => Some(self.lists.numbered(depth, number)),
            FlowKind::Bullet if !is_east_asian => Some(lists::BULLETS),
            _ => None,
        };
        self.lists.interrupt(depth);
        let style = match kind {
            FlowKind::Quotation => Style::Quotation,
            FlowKind::Code => Style::Code,
            _ if depth > 0 => Style::Item,
            _ => Style::Body,
        };
        let place = |xml: &mut Xml| lists::place(xml, number, depth, is_east_asian);
        self.put(style, place, runs);
    }

    fn put(&mut self, style: Style, place: impl FnOnce(&mut Xml), runs: &[FlowRun]) {
        let states = self.next_states.take();
        if runs.iter().all(|run| run.text.is_empty() && run.footnote.is_none()) {
            return;
        }
        let id = states.map_or_else(|| style.id().to_owned(), |what| self.marked(style, what));
        self.body.open("w:p", &[]);
        self.body.open("w:pPr", &[]);
        self.body.empty("w:pStyle", &[("w:val", &*id)]);
        place(&mut self.body);
        self.body.close("w:pPr");
        self.runs(runs);
        self.body.close("w:p");
    }
}
