//! The styles of tables.

use super::TABLE;
use crate::site::formats::xml::Xml;

pub(super) fn tables(xml: &mut Xml) {
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
