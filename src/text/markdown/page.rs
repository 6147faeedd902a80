//! From pieces to HTML.
//!
//! Every tag is closed by what was opened last, so the result is well-formed whatever the pieces are. There is no attribute but those
//! written here, and no `style`.

mod endnotes;

use super::note::Notes;
use super::piece::Block;
use super::shown::{Picture, Shown, ShownLink, ShownPiece, ShownSpan};
use super::table::HtmlTable;
use super::{NoteMark, Problem, RenderContext, escape, limit, link, note};

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

    /// Words of the author, each date in an element of its own.
    fn text(&mut self, text: &str) {
        let mut from = 0;
        for date in (self.context.dates)(text) {
            self.words(&text[from..date.start], false);
            self.enclosed("<span class=\"date\">", &text[date.clone()], "</span>", false);
            from = date.end;
        }
        self.words(&text[from..], false);
    }

    fn enclosed(&mut self, open: &str, words: &str, close: &str, is_figure: bool) {
        self.out.push_str(open);
        self.words(words, is_figure);
        self.out.push_str(close);
    }

    /// A mark, which leads to its note unless it stands in a link of the author's.
    fn mark(&mut self, mark: &NoteMark) {
        let in_link = self.spans.iter().any(|span| matches!(span, ShownSpan::Link(_)));
        self.out.push_str("<sup class=\"editor-mark\">");
        if !in_link {
            self.out.push_str("<a");
            self.address("href", &format!("#{}", mark.anchor));
            self.attribute("aria-label", &mark.label);
            self.out.push('>');
        }
        escape::text(&mut self.out, &mark.text);
        self.out.push_str(if in_link { "</sup>" } else { "</a></sup>" });
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

    fn open(&mut self, block: &'d Block) {
        match block {
            Block::Paragraph => self.out.push_str("<p>"),
            Block::Heading(level) => self.open_heading(*level),
            Block::Quotation => self.out.push_str("<blockquote>\n"),
            Block::Code => self.out.push_str("<pre><code>"),
            Block::List(None) => self.out.push_str("<ul>\n"),
            Block::List(Some(1)) => self.out.push_str("<ol>\n"),
            Block::List(Some(first)) => self.out.push_str(&format!("<ol start=\"{first}\">\n")),
            Block::Item => self.out.push_str("<li>"),
            Block::Table(columns) => self.table = Some(HtmlTable::new(columns, std::mem::take(&mut self.out))),
            Block::Row => self.table.iter_mut().for_each(HtmlTable::begin_row),
            Block::Head | Block::Cell | Block::Note(_) => {}
        }
        self.blocks.push(block);
    }

    fn close(&mut self) {
        let close = match self.blocks.pop() {
            Some(Block::Paragraph) => "</p>\n",
            Some(Block::Heading(level)) => return self.close_heading(*level),
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

    /// The author's highest level becomes the level of the context, the next that the author uses the next, so that none is skipped.
    fn level(&self, level: u8) -> usize {
        let rank = self.levels.iter().position(|used| *used == level).unwrap_or(0);
        (usize::from(self.context.heading_level) + rank).clamp(1, 6)
    }

    fn open_heading(&mut self, level: u8) {
        self.headings += 1;
        self.out.push_str(&format!("<h{}", self.level(level)));
        self.attribute("id", &format!("{}h-{}", self.context.id_prefix, self.headings));
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
            self.out = table.end(&self.context.labels, self.context.lang_is_east_asian, self.limit);
        }
    }

    fn open_span(&mut self, span: ShownSpan<'d>) {
        match &span {
            ShownSpan::Emphasis => self.out.push_str("<em>"),
            ShownSpan::Strong => self.out.push_str("<strong>"),
            ShownSpan::Link(ShownLink { href: Some(href), title, .. }) => {
                self.out.push_str("<a");
                self.address("href", href);
                self.title(title);
                if link::is_external(href) {
                    self.attribute("rel", "noopener noreferrer");
                }
                self.out.push('>');
            }
            ShownSpan::Link(_) | ShownSpan::Picture(_) => {}
        }
        self.spans.push(span);
    }

    fn close_span(&mut self) {
        match self.spans.pop() {
            Some(ShownSpan::Emphasis) => self.out.push_str("</em>"),
            Some(ShownSpan::Strong) => self.out.push_str("</strong>"),
            Some(ShownSpan::Link(ShownLink { href: Some(_), .. })) => self.out.push_str("</a>"),
            _ => {}
        }
    }

    fn title(&mut self, title: &str) {
        if !title.is_empty() {
            self.attribute("title", title);
        }
    }

    /// A picture, or its description where it leads nowhere.
    fn picture(&mut self, picture: &Picture<'_>) {
        let Some(href) = &picture.link.href else {
            return self.words(&picture.description, false);
        };
        self.out.push_str("<img");
        self.address("src", href);
        self.attribute("alt", &picture.description);
        self.title(picture.link.title);
        for (name, length) in ["width", "height"].into_iter().zip(picture.link.size.into_iter().flatten()) {
            self.attribute(name, &length.to_string());
        }
        self.out.push_str(" loading=\"lazy\">");
    }
}
