//! How paragraphs look: by GB/T 9704 where the language is set like Chinese, else as letters of an office are set.

use serde::{Deserialize, Serialize};

use super::{Look, root};
use crate::site::formats::xml::Xml;

/// The style of tables, that of links, and those of footnotes.
pub(super) const TABLE: &str = "TableGrid";
pub(super) const LINK: &str = "Hyperlink";
pub(super) const FOOTNOTE: &str = "FootnoteText";
pub(super) const REFERENCE: &str = "FootnoteReference";
pub(super) const FOOTER: &str = "Footer";

/// What the names of styles begin with that say what their paragraphs state: `gongkai 1 zh Heading3 issue`.
pub const MARK: &str = "gongkai";
/// The version of these names.
pub const VERSION: u32 = 1;

/// The style of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::site::formats) enum Style {
    Title,
    Line,
    Salutation,
    Body,
    Heading1,
    Heading2,
    Heading3,
    Heading4,
    Heading5,
    Heading6,
    Label,
    Fact,
    Item,
    Quotation,
    Code,
    Note,
    TableHead,
    TableText,
    Signature,
}

/// The size of the text in Chinese, in halves of a point: 28 characters fill a line if they stand a quarter of a point closer.
const FULL: u32 = 32;

/// Fonts, by their places in [`Look::fonts`].
const TITLE: usize = 0;
const FIRST: usize = 1;
const SECOND: usize = 2;
const TEXT: usize = 3;
const TABLES: usize = 4;
const LATIN: usize = 5;

/// How a style looks: each pair for languages that are not, and that are set like Chinese.
struct Set {
    style: &'static str,
    name: &'static str,
    font: usize,
    /// In halves of a point.
    size: [u32; 2],
    is_bold: [bool; 2],
    across: [&'static str; 2],
    /// Whether its first line is set in by two characters.
    is_set_in: bool,
    /// What is left free above and below, in twentieths of a point.
    around: [(u32, u32); 2],
    /// Whether lines are as far apart as the grid has them.
    is_on_grid: bool,
    /// The level of a heading, which stays with what follows.
    level: Option<u32>,
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

const SETS: [Set; 21] = [
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

impl Style {
    /// Returns the style of a heading of a level, from 1.
    pub(in crate::site::formats) fn heading(level: usize) -> Style {
        use Style::{Heading1, Heading2, Heading3, Heading4, Heading5, Heading6};
        [Heading1, Heading2, Heading3, Heading4, Heading5, Heading6][level.clamp(1, 6) - 1]
    }

    pub(super) fn id(self) -> &'static str {
        let at = match self {
            Style::Body => 0,
            Style::Title => 1,
            Style::Line => 2,
            Style::Salutation => 3,
            Style::Heading1 => 4,
            Style::Heading2 => 5,
            Style::Heading3 => 6,
            Style::Heading4 => 7,
            Style::Heading5 => 8,
            Style::Heading6 => 9,
            Style::Label => 10,
            Style::Fact => 11,
            Style::Item => 12,
            Style::Quotation => 13,
            Style::Code => 14,
            Style::Note => 15,
            Style::TableHead => 16,
            Style::TableText => 17,
            Style::Signature => 18,
        };
        SETS[at].style
    }
}

/// Returns the id of the style of paragraphs that state something.
pub(super) fn id_of_marked(style: Style, what: &str) -> String {
    format!("{}-{}", style.id(), what.replace(' ', "-"))
}

/// Writes the style of paragraphs that state something: it looks as the style does that it is based on.
fn write_marked(xml: &mut Xml, look: &Look, style: Style, what: &str) {
    let id = style.id();
    let is_heading = SETS.iter().any(|set| set.style == id && set.level.is_some());
    let marked = id_of_marked(style, what);
    xml.open("w:style", &[("w:type", "paragraph"), ("w:customStyle", "1"), ("w:styleId", &*marked)]);
    xml.empty("w:name", &[("w:val", &*format!("{MARK} {VERSION} {} {id} {what}", look.lang))]);
    xml.empty("w:basedOn", &[("w:val", id)]);
    // What is typed behind it states nothing by itself.
    xml.empty("w:next", &[("w:val", if is_heading { "Normal" } else { id })]);
    xml.close("w:style");
}

/// Returns the part with the styles, those of paragraphs that state something behind the others.
pub(super) fn write(look: &Look, marks: &[(Style, String)]) -> Xml {
    let mut xml = root("w:styles");
    xml.open("w:docDefaults", &[]);
    xml.open("w:rPrDefault", &[]);
    xml.open("w:rPr", &[]);
    fonts(&mut xml, look, TEXT);
    let languages = if look.is_east_asian { ("en-US", &*look.language) } else { (&*look.language, "zh-CN") };
    xml.empty("w:lang", &[("w:val", languages.0), ("w:eastAsia", languages.1)]);
    xml.close("w:rPr");
    xml.close("w:rPrDefault");
    xml.empty("w:pPrDefault", &[]);
    xml.close("w:docDefaults");
    for (at, set) in SETS.iter().enumerate() {
        write_set(&mut xml, look, set, at == 0);
    }
    marks.iter().for_each(|(style, what)| write_marked(&mut xml, look, *style, what));
    characters(&mut xml);
    tables(&mut xml);
    xml.close("w:styles");
    xml
}

fn fonts(xml: &mut Xml, look: &Look, font: usize) {
    let (own, latin) = (&*look.fonts[font], &*look.fonts[LATIN]);
    let own_latin = if look.is_east_asian { latin } else { own };
    xml.empty("w:rFonts", &[("w:ascii", own_latin), ("w:hAnsi", own_latin), ("w:eastAsia", own), ("w:cs", own_latin)]);
}

fn write_set(xml: &mut Xml, look: &Look, set: &Set, is_default: bool) {
    let at = usize::from(look.is_east_asian);
    let mut attributes = vec![("w:type", "paragraph"), ("w:styleId", set.style)];
    if is_default {
        attributes.push(("w:default", "1"));
    }
    xml.open("w:style", &attributes);
    xml.empty("w:name", &[("w:val", set.name)]);
    if !is_default {
        xml.empty("w:basedOn", &[("w:val", "Normal")]);
    }
    if set.level.is_some() || set.style == "Title" {
        xml.empty("w:next", &[("w:val", "Normal")]);
    }
    xml.empty("w:qFormat", &[]);
    xml.open("w:pPr", &[]);
    if set.level.is_some() || set.style == "Label" {
        xml.empty("w:keepNext", &[]);
    }
    spacing(xml, set, at);
    let in_by = if set.is_set_in && at == 1 {
        [("w:firstLineChars", "200"), ("w:firstLine", "640")]
    } else {
        [("w:firstLineChars", "0"), ("w:firstLine", "0")]
    };
    xml.empty("w:ind", &in_by);
    xml.empty("w:jc", &[("w:val", set.across[at])]);
    if let Some(level) = set.level {
        xml.empty("w:outlineLvl", &[("w:val", &level.to_string())]);
    }
    xml.close("w:pPr");
    xml.open("w:rPr", &[]);
    fonts(xml, look, set.font);
    xml.empty("w:b", &[("w:val", if set.is_bold[at] { "1" } else { "0" })]);
    let size = set.size[at].to_string();
    if at == 1 && set.size[at] == FULL {
        xml.empty("w:spacing", &[("w:val", "-5")]);
    }
    xml.empty("w:sz", &[("w:val", &size)]);
    xml.empty("w:szCs", &[("w:val", &size)]);
    xml.close("w:rPr");
    xml.close("w:style");
}

/// Lines 28.95 points apart are 22 on a page of GB/T 9704.
fn spacing(xml: &mut Xml, set: &Set, at: usize) {
    const LINE: [(&str, &str); 2] = [("264", "auto"), ("579", "exact")];
    let (before, after) = (set.around[at].0.to_string(), set.around[at].1.to_string());
    let (line, rule) = if set.is_on_grid { LINE[at] } else { ("240", "auto") };
    xml.empty("w:spacing", &[("w:before", &before), ("w:after", &after), ("w:line", line), ("w:lineRule", rule)]);
}

/// Styles of characters: of links and of what leads to a footnote.
fn characters(xml: &mut Xml) {
    for (id, name) in [(LINK, "Hyperlink"), (REFERENCE, "footnote reference")] {
        xml.open("w:style", &[("w:type", "character"), ("w:styleId", id)]);
        xml.empty("w:name", &[("w:val", name)]);
        xml.open("w:rPr", &[]);
        if id == LINK {
            xml.empty("w:color", &[("w:val", "0563C1")]);
            xml.empty("w:u", &[("w:val", "single")]);
        } else {
            xml.empty("w:vertAlign", &[("w:val", "superscript")]);
        }
        xml.close("w:rPr");
        xml.close("w:style");
    }
}

fn tables(xml: &mut Xml) {
    xml.open("w:style", &[("w:type", "table"), ("w:default", "1"), ("w:styleId", "TableNormal")]);
    xml.empty("w:name", &[("w:val", "Normal Table")]);
    xml.close("w:style");
    xml.open("w:style", &[("w:type", "table"), ("w:styleId", TABLE)]);
    xml.empty("w:name", &[("w:val", "Table Grid")]);
    xml.empty("w:basedOn", &[("w:val", "TableNormal")]);
    xml.open("w:tblPr", &[]);
    xml.open("w:tblBorders", &[]);
    for side in ["top", "left", "bottom", "right", "insideH", "insideV"] {
        xml.empty(&format!("w:{side}"), &[("w:val", "single"), ("w:sz", "4"), ("w:space", "0"), ("w:color", "auto")]);
    }
    xml.close("w:tblBorders");
    xml.open("w:tblCellMar", &[]);
    for side in ["left", "right"] {
        xml.empty(&format!("w:{side}"), &[("w:w", "108"), ("w:type", "dxa")]);
    }
    xml.close("w:tblCellMar");
    xml.close("w:tblPr");
    xml.close("w:style");
}
