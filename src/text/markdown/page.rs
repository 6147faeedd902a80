//! From pieces to HTML.
//!
//! Every tag is closed by what was opened last, so the result is well-formed whatever the pieces are. There is no attribute but those
//! written here, and no `style`.

mod endnotes;

use super::note::Notes;
use super::piece::{Block, Link, Picture, Piece, Placed, Span};
use super::table::Table;
use super::{Problem, Setting, escape, limit, link, note};

/// The HTML of a text, footnotes last; nothing if it exceeds the limit.
pub(super) fn write(source: &str, pieces: Vec<Placed>, setting: &Setting, found: &mut Vec<Problem>) -> String {
    let levels = levels(&pieces);
    let (text, notes) = note::take(source, pieces, found);
    let limit = limit::bytes(source);
    let mut page = Page {
        setting,
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
fn levels(pieces: &[Placed]) -> Vec<u8> {
    let level = |placed: &Placed| match placed.piece {
        Piece::Open(Block::Heading(level)) => Some(level),
        _ => None,
    };
    let mut levels: Vec<u8> = pieces.iter().filter_map(level).collect();
    levels.sort_unstable();
    levels.dedup();
    levels
}

struct Page<'a> {
    setting: &'a Setting<'a>,
    found: &'a mut Vec<Problem>,
    /// The most bytes there may be.
    limit: usize,
    out: String,
    /// What stands open.
    blocks: Vec<Block>,
    spans: Vec<Span>,
    table: Option<Table>,
    levels: Vec<u8>,
    /// How many headings there were.
    headings: usize,
    notes: Notes,
}

impl Page<'_> {
    fn pieces(&mut self, pieces: Vec<Placed>) {
        for placed in pieces {
            if self.is_full() {
                break;
            }
            self.piece(placed);
        }
        // Pieces are balanced; this is for a text that was cut short.
        while self.spans.pop().is_some() || self.blocks.pop().is_some() {}
    }

    fn is_full(&self) -> bool {
        self.out.len() + self.table.as_ref().map_or(0, Table::bytes) > self.limit
    }

    fn piece(&mut self, placed: Placed) {
        match placed.piece {
            Piece::Open(block) => self.open(block),
            Piece::Close => self.close(),
            Piece::OpenSpan(span) => self.open_span(span),
            Piece::CloseSpan => self.close_span(),
            Piece::Text(text) => self.words(&text, false),
            Piece::Figure(text) => self.enclosed("<span class=\"figure\">", &text, "</span>", true),
            Piece::Code(text) => self.enclosed("<code>", &text, "</code>", false),
            Piece::Picture(picture) => self.picture(&picture),
            Piece::Reference(label) => match self.notes.refer(&label) {
                Some(reference) => self.reference(&reference),
                None => self.found.push(note::not_defined(&label, placed.at)),
            },
            Piece::SoftBreak => self.words("\n", false),
            Piece::HardBreak => self.out.push_str("<br>\n"),
            Piece::Rule => self.out.push_str("<hr>\n"),
        }
    }

    fn enclosed(&mut self, open: &str, words: &str, close: &str, is_figure: bool) {
        self.out.push_str(open);
        self.words(words, is_figure);
        self.out.push_str(close);
    }

    fn words(&mut self, words: &str, is_figure: bool) {
        escape::text(&mut self.out, words);
        if let Some(table) = &mut self.table {
            table.words(words, is_figure);
        }
    }

    fn attribute(&mut self, name: &str, value: &str) {
        self.attribute_by(escape::attribute, name, value);
    }

    fn address(&mut self, name: &str, value: &str) {
        self.attribute_by(escape::address, name, value);
    }

    fn attribute_by(&mut self, add: fn(&mut String, &str), name: &str, value: &str) {
        for part in [" ", name, "=\""] {
            self.out.push_str(part);
        }
        add(&mut self.out, value);
        self.out.push('"');
    }

    fn open(&mut self, block: Block) {
        match &block {
            Block::Paragraph => self.out.push_str("<p>"),
            Block::Heading(level) => self.open_heading(*level),
            Block::Quotation => self.out.push_str("<blockquote>\n"),
            Block::Code => self.out.push_str("<pre><code>"),
            Block::List(None) => self.out.push_str("<ul>\n"),
            Block::List(Some(1)) => self.out.push_str("<ol>\n"),
            Block::List(Some(first)) => self.out.push_str(&format!("<ol start=\"{first}\">\n")),
            Block::Item => self.out.push_str("<li>"),
            Block::Table(columns) => self.table = Some(Table::new(columns.clone(), std::mem::take(&mut self.out))),
            Block::Row => self.table.iter_mut().for_each(Table::begin_row),
            Block::Head | Block::Cell | Block::Note(_) => {}
        }
        self.blocks.push(block);
    }

    fn close(&mut self) {
        let close = match self.blocks.pop() {
            Some(Block::Paragraph) => "</p>\n",
            Some(Block::Heading(level)) => return self.close_heading(level),
            Some(Block::Quotation) => "</blockquote>\n",
            Some(Block::Code) => "</code></pre>\n",
            Some(Block::List(None)) => "</ul>\n",
            Some(Block::List(Some(_))) => "</ol>\n",
            Some(Block::Item) => "</li>\n",
            Some(Block::Cell) => return self.close_cell(),
            Some(Block::Table(_)) => return self.close_table(),
            Some(Block::Head | Block::Row | Block::Note(_)) | None => "",
        };
        self.out.push_str(close);
    }

    /// The author's highest level becomes the level of the setting, the next that the author uses the next, so that none is skipped.
    fn level(&self, level: u8) -> usize {
        let rank = self.levels.iter().position(|used| *used == level).unwrap_or(0);
        (usize::from(self.setting.heading_level) + rank).clamp(1, 6)
    }

    fn open_heading(&mut self, level: u8) {
        self.headings += 1;
        self.out.push_str(&format!("<h{}", self.level(level)));
        self.attribute("id", &format!("{}h-{}", self.setting.id_prefix, self.headings));
        self.out.push('>');
    }

    fn close_heading(&mut self, level: u8) {
        self.out.push_str(&format!("</h{}>\n", self.level(level)));
    }

    fn close_cell(&mut self) {
        if let Some(table) = &mut self.table {
            table.end_cell(std::mem::take(&mut self.out));
        }
    }

    fn close_table(&mut self) {
        if let Some(table) = self.table.take() {
            self.out = table.end(&self.setting.labels, self.setting.lang_is_east_asian, self.limit);
        }
    }

    fn open_span(&mut self, span: Span) {
        match &span {
            Span::Emphasis => self.out.push_str("<em>"),
            Span::Strong => self.out.push_str("<strong>"),
            Span::Link(Link { destination: Some(destination), title }) => {
                self.out.push_str("<a");
                self.address("href", destination);
                self.title(title);
                if link::is_external(destination) {
                    self.attribute("rel", "noopener noreferrer");
                }
                self.out.push('>');
            }
            Span::Link(_) | Span::Picture(_) => {}
        }
        self.spans.push(span);
    }

    fn close_span(&mut self) {
        match self.spans.pop() {
            Some(Span::Emphasis) => self.out.push_str("</em>"),
            Some(Span::Strong) => self.out.push_str("</strong>"),
            Some(Span::Link(Link { destination: Some(_), .. })) => self.out.push_str("</a>"),
            _ => {}
        }
    }

    fn title(&mut self, title: &str) {
        if !title.is_empty() {
            self.attribute("title", title);
        }
    }

    /// A picture, or its description where it leads nowhere.
    fn picture(&mut self, picture: &Picture) {
        let Some(destination) = &picture.link.destination else {
            return self.words(&picture.description, false);
        };
        self.out.push_str("<img");
        self.address("src", destination);
        self.attribute("alt", &picture.description);
        self.title(&picture.link.title);
        self.out.push_str(" loading=\"lazy\">");
    }
}
