//! Styles of characters: of links, and of what leads to a footnote.

use super::{LINK, REFERENCE};
use crate::site::formats::xml::Xml;

/// Styles of characters: of links and of what leads to a footnote.
pub(super) fn characters(xml: &mut Xml) {
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
