//! What a document is in a place: its HTML, its words, its paragraphs, and what is wrong with its names there.

use super::piece::{Piece, Placed};
use super::{Doc, FlowBlock, Problem, RenderContext, figure, flow, link, page, plain};

impl Doc {
    /// What is wrong with its names and addresses in a place, by position.
    pub fn unresolved(&self, context: &RenderContext<'_>) -> Vec<Problem> {
        self.pieces()
            .iter()
            .flat_map(|placed| match &placed.piece {
                Piece::Quote(name) => figure::unresolved(name, placed.at(), context)
                    .or_else(|| figure::doubled(name, &placed.at(), &self.source, context))
                    .into_iter()
                    .collect(),
                Piece::Text(None) => figure::single(self.typed(placed), placed.at().start, context),
                Piece::OpenSpan(span) => link::unresolved(span, placed.at(), context).into_iter().collect(),
                _ => Vec::new(),
            })
            .collect()
    }

    /// The HTML in a place; nothing if it exceeds the limit, which is reported as the text is parsed.
    pub fn html(&self, context: &RenderContext<'_>) -> String {
        page::write(&self.source, self.shown(&self.pieces(), context), context, &mut Vec::new())
    }

    /// The words alone, for search and downloads: a line for each block, quotations expanded, no markup.
    pub fn plain(&self, context: &RenderContext<'_>) -> String {
        plain::write(&self.shown(&self.pieces(), context))
    }

    /// The paragraphs and tables in a place, for documents that are no HTML.
    pub fn flow(&self, context: &RenderContext<'_>) -> Vec<FlowBlock> {
        flow::write(&self.source, self.shown(&self.pieces(), context))
    }

    /// What only shows when the text is written out: footnotes that nothing refers to, output beyond the limit. Text without notes, tables
    /// and links has neither.
    pub(super) fn problems_of_rendering(&self, pieces: &[Placed]) -> Vec<Problem> {
        let mut found = Vec::new();
        if pieces.iter().any(|placed| placed.piece.is_written_late()) {
            let context = RenderContext::neutral();
            page::write(&self.source, self.shown(pieces, &context), &context, &mut found);
        }
        found
    }
}
