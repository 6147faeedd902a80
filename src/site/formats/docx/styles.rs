//! How paragraphs look: by GB/T 9704 where the language is set like Chinese, else as letters of an office are set.

mod characters;
mod marks;
mod paragraph;
mod sets;
mod tables;

use serde::{Deserialize, Serialize};

use super::{Look, root};
use crate::site::formats::xml::Xml;
use characters::characters;
pub(super) use marks::id_of_marked;
use marks::write_marked;
pub use marks::{MARK, VERSION};
use paragraph::{fonts, write_set};
use sets::{SETS, TEXT};
use tables::tables;

/// The style of tables, that of links, and those of footnotes.
pub(super) const TABLE: &str = "TableGrid";
pub(super) const LINK: &str = "Hyperlink";
pub(super) const FOOTNOTE: &str = "FootnoteText";
pub(super) const REFERENCE: &str = "FootnoteReference";
pub(super) const FOOTER: &str = "Footer";

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
