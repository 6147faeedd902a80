//! Documents (.docx, ECMA-376), written by hand: paragraphs by their styles, tables, lists, footnotes and links, on A4.
//!
//! `styles` says how paragraphs look, `page` what stands around the text, `lists` how items are numbered, `piece` what a piece of the text is made from.

mod lists;
mod page;
mod piece;
mod styles;

use super::ooxml::{self, RELATIONS, part};
use super::xml::Xml;
use crate::source::pack::archive;
use crate::source::pieces::{Pieces, Put};
use crate::text::markdown::{FlowBlock, FlowCell, FlowKind, FlowRun};
use crate::value::{Date, Lang};
use lists::Lists;
pub(super) use styles::Style;
pub use styles::{MARK, VERSION};

const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const MAIN_PART: &str = "word/document.xml";

/// The other parts: what each is called, and what kind it is.
const PARTS: [(&str, &str); 6] = [
    ("styles", "styles"),
    ("settings", "settings"),
    ("numbering", "numbering"),
    ("footnotes", "footnotes"),
    ("footer1", "footer"),
    ("footer2", "footer"),
];

/// What a document looks like.
pub(super) struct Look {
    /// Its title.
    pub title: String,
    /// The code of its language in the notice, and its tag.
    pub lang: Lang,
    pub language: String,
    /// Whether that is set like Chinese.
    pub is_east_asian: bool,
    /// The day that it is of.
    pub day: Date,
    /// Fonts: of the title, of headings of the first and the second level, of the text, of tables, and of Latin letters.
    pub fonts: [String; 6],
    /// What stands before and behind the number of a page.
    pub page_number: [String; 2],
}

/// A document in the making.
pub(super) struct Docx {
    look: Look,
    body: Xml,
    links: Vec<String>,
    footnotes: Vec<String>,
    lists: Lists,
    /// What the next paragraph states, if whoever imports the document is to know.
    next_states: Option<String>,
    /// What paragraphs state, each with the style that it is set in.
    marks: Vec<(Style, String)>,
    /// Words of the document and what they stand for, for whoever imports it.
    words: Vec<(String, String)>,
}

impl Docx {
    pub(super) fn new(look: Look) -> Docx {
        Docx {
            look,
            body: root("w:document"),
            links: Vec::new(),
            footnotes: Vec::new(),
            lists: Lists::default(),
            next_states: None,
            marks: Vec::new(),
            words: Vec::new(),
        }
        .begun()
    }

    fn begun(mut self) -> Docx {
        self.body.open("w:body", &[]);
        self
    }

    /// Says what the next paragraph states: the name of its style tells it to whoever imports the document.
    pub(super) fn states(&mut self, what: &str) -> &mut Docx {
        self.next_states = Some(what.to_owned());
        self
    }

    /// Says what a word of the document stands for. Names begin with their places, because programs sort them.
    pub(super) fn word(&mut self, name: String, text: String) {
        let place = self.words.len() + 1;
        self.words.push((format!("{place:06} {name}"), text));
    }

    /// Returns the id of the style of a paragraph that states something.
    fn marked(&mut self, style: Style, what: String) -> String {
        let id = styles::id_of_marked(style, &what);
        if !self.marks.iter().any(|(known, states)| (*known, states) == (style, &what)) {
            self.marks.push((style, what));
        }
        id
    }

    /// Adds a paragraph; none without text.
    pub(super) fn paragraph(&mut self, style: Style, runs: &[FlowRun]) {
        self.lists.interrupt(0);
        self.put(style, |_| {}, runs);
    }

    /// Adds a paragraph of plain text.
    pub(super) fn text(&mut self, style: Style, text: impl Into<String>) {
        self.paragraph(style, &[FlowRun::of(text)]);
    }

    /// Adds the blocks of a text; its headings stand below those of the level above.
    pub(super) fn flow(&mut self, blocks: &[FlowBlock], level: usize) {
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

    fn runs(&mut self, runs: &[FlowRun]) {
        for run in runs {
            let link = run.href.as_ref().filter(|href| href.contains(':')).map(|href| self.link(href));
            if let Some(link) = &link {
                self.body.open("w:hyperlink", &[("r:id", link)]);
            }
            if !run.text.is_empty() {
                write_run(&mut self.body, run, link.is_some(), self.look.is_east_asian);
            }
            if let Some(footnote) = &run.footnote {
                self.footnotes.push(footnote.clone());
                page::refer(&mut self.body, self.footnotes.len());
            }
            if link.is_some() {
                self.body.close("w:hyperlink");
            }
        }
    }

    /// The id of a link, which stands behind the other parts.
    fn link(&mut self, href: &str) -> String {
        let at = self.links.iter().position(|known| known == href).unwrap_or_else(|| {
            self.links.push(href.to_owned());
            self.links.len() - 1
        });
        format!("rId{}", PARTS.len() + 1 + at)
    }

    /// Adds a table, its heads repeated on every page; no row is broken.
    pub(super) fn table(&mut self, rows: &[Vec<FlowCell>]) {
        self.lists.interrupt(0);
        let Some(widths) = rows.first().map(|_| page::widths(rows, self.look.is_east_asian)) else { return };
        self.body.open("w:tbl", &[]);
        self.body.open("w:tblPr", &[]);
        self.body.empty("w:tblStyle", &[("w:val", styles::TABLE)]);
        self.body.empty("w:tblW", &[("w:w", "5000"), ("w:type", "pct")]);
        self.body.empty("w:tblLook", &[("w:val", "0020"), ("w:firstRow", "1")]);
        self.body.close("w:tblPr");
        self.body.open("w:tblGrid", &[]);
        widths.iter().for_each(|width| self.body.empty("w:gridCol", &[("w:w", &width.to_string())]));
        self.body.close("w:tblGrid");
        for (at, row) in rows.iter().enumerate() {
            self.row(row, at == 0, &widths);
        }
        self.body.close("w:tbl");
        // Two tables without a paragraph between them would be one.
        self.body.open("w:p", &[]);
        self.body.open("w:pPr", &[]);
        self.body.empty("w:pStyle", &[("w:val", Style::TableText.id())]);
        self.body.close("w:pPr");
        self.body.close("w:p");
    }

    fn row(&mut self, row: &[FlowCell], is_head: bool, widths: &[usize]) {
        self.body.open("w:tr", &[]);
        self.body.open("w:trPr", &[]);
        self.body.empty("w:cantSplit", &[]);
        if is_head {
            self.body.empty("w:tblHeader", &[]);
        }
        self.body.close("w:trPr");
        let empty = FlowCell { is_right: false, is_centered: false, runs: Vec::new() };
        for (at, width) in widths.iter().enumerate() {
            let cell = row.get(at).unwrap_or(&empty);
            self.body.open("w:tc", &[]);
            self.body.open("w:tcPr", &[]);
            self.body.empty("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")]);
            self.body.close("w:tcPr");
            self.body.open("w:p", &[]);
            self.body.open("w:pPr", &[]);
            let style = if is_head { Style::TableHead } else { Style::TableText };
            self.body.empty("w:pStyle", &[("w:val", style.id())]);
            if !is_head && (cell.is_right || cell.is_centered) {
                self.body.empty("w:jc", &[("w:val", if cell.is_right { "right" } else { "center" })]);
            }
            self.body.close("w:pPr");
            self.runs(&cell.runs);
            self.body.close("w:p");
            self.body.close("w:tc");
        }
        self.body.close("w:tr");
    }

    /// Returns the bytes of the file, and says where its pieces stand in it.
    pub(super) fn finish(mut self, pieces: &mut Pieces, put: &mut Put<'_>) {
        page::section(&mut self.body, self.look.is_east_asian);
        self.body.close("w:body");
        self.body.close("w:document");
        let look = &self.look;
        let names = PARTS.map(|(name, kind)| (format!("word/{name}.xml"), format!("{TYPE}.{kind}+xml")));
        let main = format!("{TYPE}.document.main+xml");
        let mut kinds = vec![(MAIN_PART, &*main)];
        kinds.extend(names.iter().map(|(name, kind)| (&**name, &**kind)));
        let mut parts = ooxml::parts(MAIN_PART, &kinds, (&look.title, &look.language, look.day), &self.words);
        let inside = PARTS.map(|(name, kind)| (format!("{RELATIONS}/{kind}"), format!("{name}.xml")));
        let links = self.links.iter().map(|href| (format!("{RELATIONS}/hyperlink"), href.clone()));
        let relations: Vec<_> = inside.into_iter().chain(links).collect();
        parts.push(part(MAIN_PART, self.body));
        parts.push(part("word/_rels/document.xml.rels", ooxml::relations(&relations)));
        let written = [
            styles::write(look, &self.marks),
            page::settings(look),
            self.lists.write(),
            page::footnotes(&self.footnotes, look.is_east_asian),
            page::footer(look, false),
            page::footer(look, true),
        ];
        parts.extend(names.into_iter().zip(written).map(|((name, _), xml)| part(&name, xml)));
        archive(parts, pieces, put);
    }
}

/// A part that begins with this element.
fn root(name: &str) -> Xml {
    let mut xml = Xml::part();
    xml.open(name, &[("xmlns:w", MAIN), ("xmlns:r", RELATIONS)]);
    xml
}

/// Writes a run. Quotation marks and dashes are set as the language sets them, which programs only do when they are told.
fn write_run(xml: &mut Xml, run: &FlowRun, is_link: bool, is_east_asian: bool) {
    xml.open("w:r", &[]);
    xml.open("w:rPr", &[]);
    if is_link {
        xml.empty("w:rStyle", &[("w:val", styles::LINK)]);
    }
    if is_east_asian {
        xml.empty("w:rFonts", &[("w:hint", "eastAsia")]);
    }
    if run.is_strong {
        xml.empty("w:b", &[]);
    }
    if run.is_stressed {
        xml.empty("w:i", &[]);
    }
    xml.close("w:rPr");
    for piece in run.text.split_inclusive(['\n', '\t']) {
        let words = piece.trim_end_matches(['\n', '\t']);
        if !words.is_empty() {
            xml.words("w:t", words);
        }
        if words.len() < piece.len() {
            xml.empty(if piece.ends_with('\n') { "w:br" } else { "w:tab" }, &[]);
        }
    }
    xml.close("w:r");
}
