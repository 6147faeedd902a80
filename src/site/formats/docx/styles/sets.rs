//! How each style looks, as data.

use super::{FOOTER, FOOTNOTE};

/// The size of the text in Chinese, in halves of a point: 28 characters fill a line if they stand a quarter of a point closer.
pub(super) const FULL: u32 = 32;

/// Fonts, by their places in [`crate::site::formats::docx::Look::fonts`].
const TITLE: usize = 0;
const FIRST: usize = 1;
const SECOND: usize = 2;
pub(super) const TEXT: usize = 3;
const TABLES: usize = 4;
pub(super) const LATIN: usize = 5;

/// How a style looks: each pair for languages that are not, and that are set like Chinese.
pub(super) struct Set {
    pub(super) style: &'static str,
    pub(super) name: &'static str,
    pub(super) font: usize,
    /// In halves of a point.
    pub(super) size: [u32; 2],
    pub(super) is_bold: [bool; 2],
    pub(super) across: [&'static str; 2],
    /// Whether its first line is set in by two characters.
    pub(super) is_set_in: bool,
    /// What is left free above and below, in twentieths of a point.
    pub(super) around: [(u32, u32); 2],
    /// Whether lines are as far apart as the grid has them.
    pub(super) is_on_grid: bool,
    /// The level of a heading, which stays with what follows.
    pub(super) level: Option<u32>,
}

const BODY: Set = Set {
    style: "Normal",
    name: "Normal",
    font: TEXT,
    size: [22, 32],
    is_bold: [false; 2],
    across: ["left", "both"],
    is_set_in: true,
    around: [(0, 120), (0, 0)],
    is_on_grid: true,
    level: None,
};

const HEADING: Set = Set { is_bold: [true, false], across: ["left"; 2], around: [(240, 120), (0, 0)], ..BODY };

const SMALL: Set = Set { size: [20, 28], ..BODY };

pub(super) const SETS: [Set; 21] = [
    BODY,
    Set {
        style: "Title",
        name: "Title",
        font: TITLE,
        size: [36, 44],
        is_bold: [true, false],
        across: ["left", "center"],
        is_set_in: false,
        around: [(0, 240), (579, 579)],
        is_on_grid: false,
        level: None,
    },
    Set { style: "Subtitle", name: "Subtitle", font: SECOND, across: ["left", "center"], is_set_in: false, ..SMALL },
    Set { style: "Salutation", name: "Salutation", is_set_in: false, across: ["left"; 2], ..BODY },
    Set { style: "Heading1", name: "heading 1", font: FIRST, size: [30, 32], level: Some(0), ..HEADING },
    Set { style: "Heading2", name: "heading 2", font: SECOND, size: [26, 32], level: Some(1), ..HEADING },
    Set { style: "Heading3", name: "heading 3", size: [24, 32], is_bold: [true; 2], level: Some(2), ..HEADING },
    Set { style: "Heading4", name: "heading 4", size: [22, 32], is_bold: [true; 2], level: Some(3), ..HEADING },
    Set { style: "Heading5", name: "heading 5", size: [22, 32], is_bold: [true, false], level: Some(4), ..HEADING },
    Set { style: "Heading6", name: "heading 6", size: [22, 32], is_bold: [true, false], level: Some(5), ..HEADING },
    Set { style: "Label", name: "Label", font: SECOND, is_bold: [true; 2], around: [(120, 60), (0, 0)], ..BODY },
    Set { style: "Facts", name: "Facts", ..SMALL },
    Set { style: "ListParagraph", name: "List Paragraph", ..BODY },
    Set { style: "Quote", name: "Quote", font: SECOND, ..BODY },
    Set { style: "PlainText", name: "Plain Text", across: ["left"; 2], is_set_in: false, ..SMALL },
    Set { style: "Remark", name: "Remark", font: SECOND, ..SMALL },
    Set {
        style: "TableHead",
        name: "Table Head",
        font: TABLES,
        size: [20, 24],
        is_bold: [true; 2],
        across: ["center"; 2],
        is_set_in: false,
        around: [(40, 40); 2],
        is_on_grid: false,
        level: None,
    },
    Set {
        style: "TableText",
        name: "Table Text",
        font: TABLES,
        size: [20, 24],
        across: ["left"; 2],
        is_set_in: false,
        around: [(40, 40); 2],
        is_on_grid: false,
        ..BODY
    },
    Set { style: "Signature", name: "Signature", across: ["left", "right"], is_set_in: false, ..BODY },
    Set {
        style: FOOTNOTE,
        name: "footnote text",
        size: [18, 21],
        across: ["left"; 2],
        is_set_in: false,
        around: [(0, 0); 2],
        is_on_grid: false,
        ..BODY
    },
    Set {
        style: FOOTER,
        name: "footer",
        font: TABLES,
        size: [20, 28],
        across: ["center", "left"],
        is_set_in: false,
        around: [(0, 0); 2],
        is_on_grid: false,
        ..BODY
    },
];
