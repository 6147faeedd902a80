//! What a person sees of a file from an office, in reading order. The readers make it; the recogniser reads nothing else.

mod left_out;
mod paragraph;
mod table;

pub use left_out::{LeftOut, LeftOutKind};
pub use paragraph::{Across, Paragraph, ParagraphMark, Role, TextKind, TextLook};
pub use table::{Cell, ColumnMark, CoveredFrom, Row, Table};

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
