//! From source to pieces. The only place that knows the parser.
//!
//! CommonMark with tables and footnotes; everything else that the parser could do is off. What can be judged from the source alone is judged here.

mod tags;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use super::joined::Joined;
use super::pasted::Pasted;
use super::piece::{Block, Piece, Placed};
use super::run::Run;
use super::{Problem, figure, flanking, limit, misread, note, raw_html, structure};
use tags::{closing, is_literal, opening};

/// The pieces of a text, and where it defines the addresses of its links.
pub(super) fn pieces(source: &str, found: &mut Vec<Problem>) -> (Vec<Placed>, Vec<Range<usize>>) {
    let marked = flanking::mark(source);
    let mut reader = DocReader {
        source,
        found,
        pieces: Vec::new(),
        run: Run::new(source),
        literal: false,
        refused: BTreeSet::new(),
        joined: Joined::default(),
        pasted: Pasted::default(),
        lists: Vec::new(),
    };
    reader.found.extend(structure::front_matter(source));
    let parser = Parser::new_ext(&marked.text, Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES);
    let mut unused = definitions(&parser);
    let defined = unused.values().map(|range| marked.original(range.clone())).collect();
    for (event, range) in parser.into_offset_iter() {
        if let Event::Start(Tag::Link { id, .. } | Tag::Image { id, .. }) = &event {
            unused.remove(&id.to_lowercase());
        }
        reader.event(event, marked.original(range));
        if reader.pieces.len() > limit::pieces(source) {
            reader.found.push(limit::exceeded(source));
            return Default::default();
        }
    }
    reader.end_run();
    reader.found.extend(unused.into_values().map(|range| misread::swallowed(source, marked.original(range))));
    (reader.pieces, defined)
}

/// Where addresses of links are defined, `[name]: address`, by name in lower case.
fn definitions(parser: &Parser) -> BTreeMap<String, Range<usize>> {
    parser
        .reference_definitions()
        .iter()
        .map(|(name, definition)| (name.to_lowercase(), definition.span.clone()))
        .collect()
}

struct DocReader<'a> {
    source: &'a str,
    found: &'a mut Vec<Problem>,
    pieces: Vec<Placed>,
    /// The text since the last piece. The parser gives it in many parts.
    run: Run<'a>,
    /// Whether text is to be left as typed: in code and in addresses.
    literal: bool,
    /// Names of the HTML tags that were refused.
    refused: BTreeSet<String>,
    /// Which lines are joined.
    joined: Joined,
    /// The table that may have been pasted into the innermost block.
    pasted: Pasted,
    /// The lists that are open: what number the next item has, and whether it is the first.
    lists: Vec<Option<(u64, bool)>>,
}

impl DocReader<'_> {
    fn event(&mut self, event: Event, at: Range<usize>) {
        if let Event::Text(text) | Event::Html(text) = &event {
            return self.run.push(text, at, self.found);
        }
        self.end_run();
        match event {
            Event::Start(tag) => self.start(tag, at),
            Event::End(tag) => self.end(tag, at),
            Event::Code(code) => {
                self.found.extend(figure::in_code(&code, &at));
                self.push(Piece::Code(Some(flanking::unmark(&code).into())), at);
            }
            Event::InlineHtml(html) => {
                self.found.extend(raw_html::refuse(self.source, &at, &mut self.refused));
                self.push(Piece::Text(Some(flanking::unmark(&html).into())), at);
            }
            Event::FootnoteReference(label) => self.push(Piece::Reference(flanking::unmark(&label).into()), at),
            Event::SoftBreak => {
                self.joined.at_break(self.source, &at, self.found);
                self.push(Piece::SoftBreak, at);
            }
            Event::HardBreak => self.push(Piece::HardBreak, at),
            Event::Rule => self.push(Piece::Rule, at),
            // Text and HTML are dealt with above; mathematics and task lists are off.
            Event::Text(_)
            | Event::Html(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: Tag, at: Range<usize>) {
        self.literal = is_literal(&tag);
        match &tag {
            Tag::HtmlBlock => self.found.extend(raw_html::refuse(self.source, &at, &mut self.refused)),
            Tag::CodeBlock(CodeBlockKind::Indented) => self.found.extend(misread::indented(self.source, &at)),
            Tag::CodeBlock(CodeBlockKind::Fenced(_)) => self.found.extend(structure::unclosed_fence(self.source, &at)),
            Tag::Heading { .. } => {
                self.found.extend(structure::accidental_heading(self.source, &at));
                self.found.extend(structure::empty_heading(self.source, &at));
                self.found.extend(structure::accidental_number(self.source, &at));
            }
            Tag::List(first) => {
                self.found.extend(structure::accidental_list(self.source, &at));
                self.lists.push(first.map(|first| (first, true)));
            }
            Tag::Item => self.item(&at),
            Tag::BlockQuote(_) => self.found.extend(structure::accidental_quotation(self.source, &at)),
            Tag::TableRow => self.found.extend(structure::accidental_row(self.source, &at)),
            Tag::Emphasis | Tag::Strong => self.found.extend(structure::accidental_emphasis(self.source, &at)),
            _ => {}
        }
        if let Some(piece) = opening(tag) {
            self.push(piece, at);
        }
    }

    /// Counts an item of a numbered list.
    fn item(&mut self, at: &Range<usize>) {
        if let Some(Some((number, is_first))) = self.lists.last_mut() {
            self.found.extend(structure::item_number(self.source, *number, *is_first, at));
            (*number, *is_first) = (number.saturating_add(1), false);
        }
    }

    fn end(&mut self, tag: TagEnd, at: Range<usize>) {
        self.literal = false;
        if matches!(tag, TagEnd::List(_)) {
            self.lists.pop();
        }
        if let Some(piece) = closing(tag) {
            self.push(piece, at);
        }
    }

    fn push(&mut self, piece: Piece, at: Range<usize>) {
        match &piece {
            Piece::Open(block) => {
                self.joined.open(block);
                self.pasted.enter(if *block == Block::Paragraph { at.clone() } else { 0..0 });
            }
            Piece::Close => {
                self.joined.close();
                self.pasted.enter(0..0);
            }
            _ => {}
        }
        self.pieces.push(Placed::new(piece, at));
    }

    fn end_run(&mut self) {
        if self.run.text().is_empty() {
            return;
        }
        if self.literal {
            let is_code = self.pieces.last().is_some_and(|placed| placed.piece == Piece::Open(Block::Code));
            let place = self.run.place(0..self.run.text().len());
            self.found.extend(figure::in_code(self.run.text(), &place).filter(|_| is_code));
            self.run.add(0..self.run.text().len(), &mut self.pieces);
        } else {
            note::undefined(&self.run, self.found);
            misread::leftover(self.source, &self.run, &mut self.pasted, self.found);
            figure::misread(&self.run, self.found);
            figure::part(&self.run, &mut self.pieces, self.found);
        }
        self.run.clear();
    }
}
