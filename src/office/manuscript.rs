//! What a person sees of a file from an office, in reading order. The readers make it; the recogniser reads nothing else.

use std::ops::Range;

use crate::site::formats::{DOCUMENT_MARK, LEDGER_MARK};
use crate::value::Lang;

/// What a file holds, as a person sees it, and what was left out of that.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Manuscript {
    /// Paragraphs and tables in reading order.
    pub blocks: Vec<Block>,
    /// What stands in the file and is not read: deleted, hidden, comments, pictures, headers and footers …
    pub left_out: Vec<LeftOut>,
    /// What words of the text stand for, in a document that gongkai made; nothing in others.
    pub words: Vec<(String, String)>,
}

/// A paragraph or a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A paragraph, or a line of a text file.
    Paragraph(Paragraph),
    /// A table of a document, a sheet of a workbook, or a file of comma-separated values.
    Table(Table),
}

/// A paragraph.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// Which paragraph of the file it is (line of a text file), from 1.
    pub number: usize,
    /// The number that the word processor counted, as a person sees it (`（一）`), or nothing.
    pub label: String,
    /// The text as it stands, without the label; a soft break is `\n`, a tab `\t`.
    pub text: String,
    /// What the style says that it is.
    pub role: Role,
    /// What it states, in a document that gongkai made; nothing in others.
    pub mark: Option<ParagraphMark>,
    /// Which text it is set as.
    pub kind: TextKind,
    /// How deep it stands in lists, from 0.
    pub level: usize,
    /// What of the text stands out, in order.
    pub looks: Vec<TextLook>,
    /// Where it is set across, which tells of cells.
    pub across: Across,
}

/// What a paragraph states, in a document that gongkai made ([`crate::site::formats::document`]).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParagraphMark {
    /// The version of the names.
    pub version: u32,
    /// The language that the document is in.
    pub language: Lang,
    /// What the paragraph states: `issue`, `fact due` …
    pub states: String,
}

impl ParagraphMark {
    /// Returns what the name of a style says that its paragraphs state: `gongkai 1 zh Heading3 issue`.
    pub fn read(name: &str) -> Option<ParagraphMark> {
        let (first, rest) = name.split_once(' ')?;
        let mut words = rest.splitn(4, ' ');
        let (version, language) = (words.next()?.parse().ok()?, Lang::of(words.next()?)?);
        let (_look, states) = (words.next()?, words.next()?.trim().to_owned());
        (first == DOCUMENT_MARK && !states.is_empty()).then_some(ParagraphMark { version, language, states })
    }
}

/// Which text a paragraph is set as.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub enum TextKind {
    /// A paragraph like any other.
    #[default]
    Plain,
    /// An item of a list, or one that goes on with it.
    Item,
    /// Words of somebody else.
    Quotation,
    /// Text as typed.
    Code,
}

/// Where a text is set across its line.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub enum Across {
    /// Where its language begins.
    #[default]
    Start,
    /// In the middle.
    Center,
    /// To the right.
    Right,
}

/// A stretch of a text that stands out.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct TextLook {
    /// Its bytes; none of a footnote, which stands behind a text.
    pub range: Range<usize>,
    /// Whether it is set in bold.
    pub is_strong: bool,
    /// Whether it is set in italics.
    pub is_stressed: bool,
    /// Where it leads, in a document that gongkai made.
    pub link: Option<String>,
    /// What the footnote says that stands here, in a document that gongkai made.
    pub footnote: Option<String>,
}

impl TextLook {
    /// Returns whether another stretch looks the same.
    pub fn is_like(&self, other: &TextLook) -> bool {
        let look = |one: &TextLook| (one.is_strong, one.is_stressed);
        look(self) == look(other) && self.link == other.link && self.footnote == other.footnote
    }
}

/// What a paragraph is by its style.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Nothing but text.
    #[default]
    Body,
    /// The title of the document.
    Title,
    /// A heading, from 1, the outermost.
    Heading(u8),
}

/// A table, or a sheet of a workbook: every row has as many cells as the widest; a merged cell stands once, at its top left, and the cells it
/// covers are `covered`.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Table {
    /// Name of the sheet, or nothing.
    pub name: String,
    /// What a row that shows no words of people says that each column is, in a ledger that gongkai made; nothing in others.
    pub marks: Vec<Option<ColumnMark>>,
    /// Its rows, with the number of each in the file, from 1.
    pub rows: Vec<Row>,
}

/// What a column is, in a ledger that gongkai made ([`crate::site::formats::ledger`]).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnMark {
    /// The version of the names.
    pub version: u32,
    /// The tag of the language that the ledger is in.
    pub language: String,
    /// The table: `issues`, `measures`, `figures` …
    pub table: String,
    /// The column: a field such as `due`.
    pub column: String,
}

impl ColumnMark {
    /// Returns what a cell says that its column is: `gongkai 1 zh issues due`.
    pub fn read(text: &str) -> Option<ColumnMark> {
        let mut words = text.split_whitespace();
        let is_mark = words.next()? == LEDGER_MARK;
        let version = words.next()?.parse().ok()?;
        let (language, table, column) = (words.next()?.to_owned(), words.next()?.to_owned(), words.next()?.to_owned());
        (is_mark && words.next().is_none()).then_some(ColumnMark { version, language, table, column })
    }
}

impl Table {
    /// Returns the table that a sheet of a ledger that gongkai made is.
    pub fn kind(&self) -> Option<&str> {
        self.marks.iter().flatten().map(|mark| &*mark.table).next()
    }

    /// Returns the text of its first cell that has one.
    pub fn text(&self) -> &str {
        let cells = self.rows.iter().flat_map(|row| &row.cells);
        cells.map(|cell| &*cell.text).find(|text| !text.trim().is_empty()).unwrap_or_default()
    }
}

/// A row of a table.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Row {
    /// Which row of the table or sheet it is, from 1; rows that are left out are counted.
    pub number: usize,
    /// Its cells, from the first column.
    pub cells: Vec<Cell>,
}

/// A cell of a table.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Cell {
    /// What a person sees in it; its paragraphs are apart by `\n`.
    pub text: String,
    /// Whether a merged cell covers it.
    pub covered: bool,
    /// What of its text stands out, where that is one paragraph.
    pub looks: Vec<TextLook>,
    /// Where its text is set across.
    pub across: Across,
}

/// Something that was left out, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// What it is.
    pub kind: LeftOutKind,
    /// Which paragraph it stands in or follows, or which row of its table or sheet it is.
    pub number: usize,
    /// Its text; of a sheet, with where it stands (`台账!B7`).
    pub text: String,
}

/// Why it was left out. Deleted, inserted, hidden and struck text stop an import until the changes are accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LeftOutKind {
    /// Text that a tracked change deleted, or moved away.
    Deleted,
    /// Text that is set to be hidden, or that nobody can see: white on white, or smaller than any letter.
    Hidden,
    /// Text with a line through it: it is read, and stands here too.
    Struck,
    /// Text that a tracked change put in: it is read, and stands here too.
    Inserted,
    /// What somebody wrote beside the text.
    Comment,
    /// A picture, a drawing, a chart.
    Picture,
    /// Text of a header or a footer.
    HeaderFooter,
    /// The number of a page.
    PageNumber,
    /// A footnote or an endnote.
    Footnote,
    /// Where a link leads; its words are read.
    Link,
    /// A row that does not show.
    HiddenRow,
    /// A column that does not show.
    HiddenColumn,
    /// A sheet that does not show.
    HiddenSheet,
    /// A formula whose value the file does not hold.
    FormulaWithoutValue,
    /// Something else.
    Other,
}
