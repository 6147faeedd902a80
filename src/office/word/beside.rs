//! What stands beside the text: comments and notes, which the text refers to, and headers and footers, which stand on every page.

use std::collections::BTreeMap;

use super::super::manuscript::LeftOutKind;
use super::super::package::Package;
use super::super::refusal::Refusal;
use super::names::name_of;
use crate::source::xml::XmlItem;

/// What stands beside the text.
#[derive(Default)]
pub(super) struct SideTexts {
    /// Texts by the element that refers to them, and its number.
    texts: BTreeMap<(&'static str, String), String>,
    /// Headers and footers.
    pub(super) around: Vec<(LeftOutKind, String)>,
}

/// Kinds of parts, the element that each of their texts is, and the element that refers to it.
const REFERRED: [(&str, &str, &str); 3] = [
    ("comments", "comment", "commentReference"),
    ("footnotes", "footnote", "footnoteReference"),
    ("endnotes", "endnote", "endnoteReference"),
];

impl SideTexts {
    /// Returns what stands beside the text of the document with this main part.
    pub(super) fn read(package: &mut Package<'_>, main: &str) -> Result<SideTexts, Refusal> {
        let mut beside = SideTexts::default();
        for relation in package.relations(main)? {
            if let Some((_, element, reference)) = REFERRED.iter().find(|(kind, ..)| *kind == relation.kind) {
                let texts = texts(package, &relation.part, element)?;
                beside.texts.extend(texts.into_iter().map(|text| ((*reference, text.id), text.text)));
            } else if ["header", "footer"].contains(&&*relation.kind) {
                beside.around.extend(around(package, &relation.part)?);
            }
        }
        Ok(beside)
    }

    /// Returns the text that an element refers to.
    pub(super) fn whole(&self, reference: &'static str, id: &str) -> Option<&str> {
        self.texts.get(&(reference, id.to_owned())).map(String::as_str)
    }

    /// Returns the beginning of the text that an element refers to.
    pub(super) fn text(&self, reference: &'static str, id: &str) -> String {
        const LONGEST: usize = 300;
        self.whole(reference, id).unwrap_or_default().chars().take(LONGEST).collect()
    }
}

/// Returns what a header or a footer holds, and whether that is the number of the page.
fn around(package: &mut Package<'_>, part: &str) -> Result<Option<(LeftOutKind, String)>, Refusal> {
    let mut texts = texts(package, part, "hdr")?;
    texts.extend(self::texts(package, part, "ftr")?);
    let Some(found) = texts.pop() else { return Ok(None) };
    let text = found.text.trim().to_owned();
    let kind = if found.has_page_number { LeftOutKind::PageNumber } else { LeftOutKind::HeaderFooter };
    Ok((found.has_page_number || !text.is_empty()).then_some((kind, text)))
}

#[derive(Default)]
struct Aside {
    id: String,
    text: String,
    has_page_number: bool,
}

/// Returns the texts of the elements of this name, with their ids.
fn texts(package: &mut Package<'_>, part: &str, name: &str) -> Result<Vec<Aside>, Refusal> {
    let (mut found, mut open): (Vec<Aside>, Vec<String>) = (Vec::new(), Vec::new());
    package.walk(part, |item| {
        let is_in = |name: &str| open.iter().any(|open| open == name);
        match item {
            XmlItem::Element(element) => {
                let known = name_of(element);
                match &*known {
                    known if known == name => {
                        found.push(Aside { id: element.get("id").unwrap_or_default().to_owned(), ..Aside::default() });
                    }
                    "fldSimple" => number_pages(&mut found, element.get("instr").unwrap_or_default()),
                    _ => {}
                }
                open.push(known);
            }
            XmlItem::Text(text) if open.last().is_some_and(|open| open == "instrText") => {
                number_pages(&mut found, text)
            }
            XmlItem::Text(text)
                if open.last().is_some_and(|open| open == "t") && is_in(name) && !is_in("mc:Fallback") =>
            {
                found.iter_mut().last().into_iter().for_each(|found| found.text += text);
            }
            XmlItem::End => {
                let is_paragraph = open.pop().is_some_and(|open| open == "p");
                let last = found.last_mut().filter(|found| is_paragraph && !found.text.is_empty());
                last.into_iter().for_each(|found| found.text.push(' '));
            }
            _ => {}
        }
        Ok(())
    })?;
    found.iter_mut().for_each(|found| found.text.truncate(found.text.trim_end().len()));
    Ok(found)
}

fn number_pages(found: &mut [Aside], instruction: &str) {
    let is_number = instruction.split_whitespace().next().is_some_and(|word| word.eq_ignore_ascii_case("PAGE"));
    found.iter_mut().last().into_iter().for_each(|found| found.has_page_number |= is_number);
}
