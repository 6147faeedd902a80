//! From pieces to HTML.
//!
//! Every tag is closed by what was opened last, so the result is well-formed whatever the pieces are. There is no attribute but those
//! written here, and no `style`.

mod blocks;
mod endnotes;
mod spans;
mod words;

use super::note::Notes;
use super::piece::Block;
use super::shown::{Shown, ShownPiece, ShownSpan};
use super::table::HtmlTable;
use super::{Problem, RenderContext, limit, note};

/// The HTML of a text, footnotes last; nothing if it exceeds the limit.
pub(super) fn write(
    source: &str,
    pieces: Vec<Shown<'_>>,
    context: &RenderContext<'_>,
    found: &mut Vec<Problem>,
) -> String {
    let levels = levels(&pieces);
    let (text, notes) = note::take(source, pieces, found);
    let limit = limit::bytes(source);
    let mut page = HtmlPage {
        context,
        found,
        limit,
        out: String::new(),
        blocks: Vec::new(),
        spans: Vec::new(),
        table: None,
        levels,
        headings: 0,
        notes,
    };
    page.pieces(text);
    page.footnotes();
    if page.is_full() {
        page.found.push(limit::exceeded(source));
        return String::new();
    }
    page.found.extend(page.notes.unreferenced());
    page.out
}

/// The levels of heading that a text uses, ascending.
fn levels(pieces: &[Shown<'_>]) -> Vec<u8> {
    let level = |shown: &Shown<'_>| match &shown.piece {
        ShownPiece::Open(Block::Heading(level)) => Some(*level),
        _ => None,
    };
    let mut levels: Vec<u8> = pieces.iter().filter_map(level).collect();
    levels.sort_unstable();
    levels.dedup();
    levels
}

struct HtmlPage<'a, 'd> {
    context: &'a RenderContext<'a>,
    found: &'a mut Vec<Problem>,
    /// The most bytes there may be.
    limit: usize,
    out: String,
    /// What stands open.
    blocks: Vec<&'d Block>,
    spans: Vec<ShownSpan<'d>>,
    table: Option<HtmlTable<'d>>,
    levels: Vec<u8>,
    /// How many headings there were.
    headings: usize,
    notes: Notes<'d>,
}

impl<'d> HtmlPage<'_, 'd> {
    fn pieces(&mut self, pieces: Vec<Shown<'d>>) {
        for shown in pieces {
            if self.is_full() {
                break;
            }
            self.piece(shown);
        }
        // Pieces are balanced; this is for a text that was cut short.
        while self.spans.pop().is_some() || self.blocks.pop().is_some() {}
    }

    fn is_full(&self) -> bool {
        self.out.len() + self.table.as_ref().map_or(0, HtmlTable::bytes) > self.limit
    }

    fn piece(&mut self, shown: Shown<'d>) {
        match shown.piece {
            ShownPiece::Open(block) => self.open(block),
            ShownPiece::Close => self.close(),
            ShownPiece::OpenSpan(span) => self.open_span(span),
            ShownPiece::CloseSpan => self.close_span(),
            ShownPiece::Text(text) => self.text(text),
            ShownPiece::Figure(text, marks) => {
                self.enclosed("<span class=\"figure\">", &text, "</span>", true);
                marks.iter().for_each(|mark| self.mark(mark));
            }
            ShownPiece::Code(text) => self.enclosed("<code>", text, "</code>", false),
            ShownPiece::Picture(picture) => self.picture(&picture),
            ShownPiece::Reference(label) => match self.notes.refer(label) {
                Some(reference) => self.reference(&reference),
                None => self.found.push(note::not_defined(label, shown.at)),
            },
            ShownPiece::SoftBreak => self.words("\n", false),
            ShownPiece::HardBreak => self.out.push_str("<br>\n"),
            ShownPiece::Rule => self.out.push_str("<hr>\n"),
        }
    }
}
