//! Footnotes, and what leads to them.

use super::{root, styles};
use crate::site::formats::xml::Xml;

/// Writes what leads to a footnote.
pub(super) fn refer(xml: &mut Xml, id: usize) {
    xml.open("w:r", &[]);
    xml.open("w:rPr", &[]);
    xml.empty("w:rStyle", &[("w:val", styles::REFERENCE)]);
    xml.close("w:rPr");
    xml.empty("w:footnoteReference", &[("w:id", &id.to_string())]);
    xml.close("w:r");
}

/// Returns the footnotes, numbered from 1; the two before them are the lines that part them from the text.
pub(super) fn footnotes(notes: &[String], is_east_asian: bool) -> Xml {
    let mut xml = root("w:footnotes");
    for (id, kind, line) in
        [("-1", "separator", "w:separator"), ("0", "continuationSeparator", "w:continuationSeparator")]
    {
        xml.open("w:footnote", &[("w:type", kind), ("w:id", id)]);
        xml.open("w:p", &[]);
        xml.open("w:r", &[]);
        xml.empty(line, &[]);
        xml.close("w:r");
        xml.close("w:p");
        xml.close("w:footnote");
    }
    for (id, note) in (1..).zip(notes) {
        xml.open("w:footnote", &[("w:id", &format!("{id}"))]);
        xml.open("w:p", &[]);
        xml.open("w:pPr", &[]);
        xml.empty("w:pStyle", &[("w:val", styles::FOOTNOTE)]);
        xml.close("w:pPr");
        xml.open("w:r", &[]);
        xml.open("w:rPr", &[]);
        xml.empty("w:rStyle", &[("w:val", styles::REFERENCE)]);
        xml.close("w:rPr");
        xml.empty("w:footnoteRef", &[]);
        xml.close("w:r");
        xml.open("w:r", &[]);
        xml.open("w:rPr", &[]);
        if is_east_asian {
            xml.empty("w:rFonts", &[("w:hint", "eastAsia")]);
        }
        xml.close("w:rPr");
        xml.words("w:t", &format!(" {}", note.replace('\n', " ")));
        xml.close("w:r");
        xml.close("w:p");
        xml.close("w:footnote");
    }
    xml.close("w:footnotes");
    xml
}
