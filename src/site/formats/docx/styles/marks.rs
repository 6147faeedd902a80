//! Styles whose names say what their paragraphs state, for whoever imports the document.

use super::Style;
use super::sets::SETS;
use crate::site::formats::docx::Look;
use crate::site::formats::xml::Xml;

/// What the names of styles begin with that say what their paragraphs state: `gongkai 1 zh Heading3 issue`.
pub const MARK: &str = "gongkai";
/// The version of these names.
pub const VERSION: u32 = 1;

/// Returns the id of the style of paragraphs that state something.
pub(in crate::site::formats::docx) fn id_of_marked(style: Style, what: &str) -> String {
    format!("{}-{}", style.id(), what.replace(' ', "-"))
}

/// Writes the style of paragraphs that state something: it looks as the style does that it is based on.
pub(super) fn write_marked(xml: &mut Xml, look: &Look, style: Style, what: &str) {
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
