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

use std::collections::BTreeMap;

use super::limits;
use super::manuscript::{LeftOut, LeftOutKind, Manuscript};
use super::package::Package;
use super::refusal::Refusal;
use crate::say;
use crate::source::xml::{XmlElement, XmlItem};
use crate::text::markdown::leads_elsewhere;
use beside::SideTexts;
use body::BodyReader;
use numbering::ListCounters;
use styles::Styles;

/// Returns what a person sees of the document with this main part.
pub(super) fn read(package: &mut Package<'_>, main: &str) -> Result<Manuscript, Refusal> {
    let styles = Styles::read(package, main)?;
    let numbering = ListCounters::read(package, main)?;
    let beside = SideTexts::read(package, main)?;
    let mut targets = if styles.is_made() { package.links(main)? } else { BTreeMap::new() };
    targets.retain(|_, target| leads_elsewhere(target));
    let mut body = BodyReader::new(&styles, numbering, &beside, &targets);
    package.walk(main, |item| body.take(item))?;
    let empty = || Refusal::damaged(say!("其中的正文 {main} 是空的", "its text, {main}, is empty"));
    let mut manuscript = body.finish().ok_or_else(empty)?;
    manuscript.words = words(package)?;
    let around = |(kind, text): &(LeftOutKind, String)| LeftOut { kind: *kind, number: 0, text: text.clone() };
    manuscript.left_out.extend(beside.around.iter().map(around));
    Ok(manuscript)
}

/// Returns what words of the text stand for, where gongkai made the document.
fn words(package: &mut Package<'_>) -> Result<Vec<(String, String)>, Refusal> {
    let mut words: Vec<(String, String)> = Vec::new();
    package.walk_one("", "custom-properties", |item| {
        if words.len() > limits::WORDS {
            return Err(Refusal::too_large());
        }
        match item {
            XmlItem::Element(element) if element.name == "property" => {
                words.push((element.get("name").unwrap_or_default().to_owned(), String::new()));
            }
            XmlItem::Text(text) => words.iter_mut().last().into_iter().for_each(|(_, said)| *said += text),
            _ => {}
        }
        Ok(())
    })?;
    // Each name begins with its place; what stands between properties belongs to none.
    words.sort();
    let placed = |(name, text): (String, String)| {
        let (place, name) = name.split_once(' ')?;
        place.parse::<u32>().is_ok().then(|| (name.to_owned(), text.trim().to_owned()))
    };
    Ok(words.into_iter().filter_map(placed).collect())
}

/// Whether a property that is on or off is on; it is if it is only named.
fn is_on(element: &XmlElement) -> bool {
    element.get("val").is_none_or(|value| !["0", "false", "off"].contains(&value))
}

/// Returns the number that is the value of a property.
fn number_of(element: &XmlElement) -> Option<usize> {
    element.get("val")?.parse().ok()
}
