//! Word documents (.docx) as a person sees them: numbers that Word counts stand before their paragraphs; what is deleted, hidden or beside the
//! text is left out and told.
//!
//! `styles` and `numbering` (with `numerals`) are what the document says of its paragraphs, `beside` what stands in other parts; `body` reads the
//! text itself, with its `fields`, into `places`: paragraphs (`draft`) and tables (`table`).

mod beside;
mod body;
mod draft;
mod fields;
mod names;
mod numbering;
mod numerals;
mod places;
mod styles;
mod table;
#[cfg(test)]
mod tests;

use super::manuscript::{LeftOut, LeftOutKind, Manuscript};
use super::package::Package;
use super::refusal::Refusal;
use crate::say;
use crate::source::xml::XmlElement;
use beside::SideTexts;
use body::BodyReader;
use numbering::ListCounters;
use styles::Styles;

/// Returns what a person sees of the document with this main part.
pub(super) fn read(package: &mut Package<'_>, main: &str) -> Result<Manuscript, Refusal> {
    let styles = Styles::read(package, main)?;
    let numbering = ListCounters::read(package, main)?;
    let beside = SideTexts::read(package, main)?;
    let mut body = BodyReader::new(&styles, numbering, &beside);
    package.walk(main, |item| body.take(item))?;
    let empty = || Refusal::damaged(say!("其中的正文 {main} 是空的", "its text, {main}, is empty"));
    let mut manuscript = body.finish().ok_or_else(empty)?;
    let around = |(kind, text): &(LeftOutKind, String)| LeftOut { kind: *kind, number: 0, text: text.clone() };
    manuscript.left_out.extend(beside.around.iter().map(around));
    Ok(manuscript)
}

/// Whether a property that is on or off is on; it is if it is only named.
fn is_on(element: &XmlElement) -> bool {
    element.get("val").is_none_or(|value| !["0", "false", "off"].contains(&value))
}

/// Returns the number that is the value of a property.
fn number_of(element: &XmlElement) -> Option<usize> {
    element.get("val")?.parse().ok()
}
