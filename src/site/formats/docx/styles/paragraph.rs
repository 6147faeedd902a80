//! How the style of a paragraph is written: its fonts, its spacing and its level.

use super::sets::{FULL, LATIN, Set};
use crate::site::formats::docx::Look;
use crate::site::formats::xml::Xml;

pub(super) fn write_set(xml: &mut Xml, look: &Look, set: &Set, is_default: bool) {
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

pub(super) fn fonts(xml: &mut Xml, look: &Look, font: usize) {
    let (own, latin) = (&*look.fonts[font], &*look.fonts[LATIN]);
    let own_latin = if look.is_east_asian { latin } else { own };
    xml.empty("w:rFonts", &[("w:ascii", own_latin), ("w:hAnsi", own_latin), ("w:eastAsia", own), ("w:cs", own_latin)]);
}
