//! The text of a document, read element by element: what a person sees goes into paragraphs and tables, everything else is left out and told.

mod elements;
mod equation;
mod fate;
mod inline;
mod properties;
mod run;

use std::collections::BTreeMap;

use super::super::manuscript::{LeftOutKind, Manuscript};
use super::super::refusal::Refusal;
use super::beside::SideTexts;
use super::fields::Fields;
use super::names::name_of;
use super::numbering::ListCounters;
use super::places::Places;
use super::styles::Styles;
use crate::source::xml::XmlItem;
use equation::EquationDraft;
use run::RunStyle;

/// Elements that hold nothing to read: what something was before it was changed, and what is for programs that do not know better.
const PASSED: [&str; 10] = [
    "mc:Fallback",
    "pPrChange",
    "rPrChange",
    "tblPrChange",
    "tcPrChange",
    "trPrChange",
    "numberingChange",
    "sectPr",
    "tblGrid",
    "rt",
];

/// Elements whose text is text.
const TEXTS: [&str; 5] = ["t", "delText", "instrText", "m:t", "a:t"];

/// The text while it is read.
pub(super) struct BodyReader<'a> {
    styles: &'a Styles,
    beside: &'a SideTexts,
    places: Places<'a>,
    open: Vec<OpenElement>,
    /// How deep the reader stands in an element that is passed over.
    passed: usize,
    /// What the elements around say of the text in them.
    in_force: Vec<LeftOutKind>,
    runs: Vec<RunStyle>,
    fields: Fields,
    /// Whether gongkai made the document: then links and footnotes are read.
    is_made: bool,
    /// Where links lead, by the ids of the links; nothing in a document that others made.
    targets: &'a BTreeMap<String, String>,
    /// Where the links lead that are open.
    links: Vec<Option<String>>,
    /// The text of the element that is read.
    text: String,
    /// Whether blanks around that text are kept.
    is_preserved: bool,
    /// What the drawing that is read says of itself.
    described: String,
    /// Whether the paragraph that is read has a background of its own.
    is_shaded: bool,
    /// The equation that is read.
    equation: Option<EquationDraft>,
    /// Whether what comes next is no part of the number before it.
    is_apart: bool,
}

/// An element that has begun and not ended.
struct OpenElement {
    name: String,
    /// What it says of the text in it.
    effects: Vec<LeftOutKind>,
}

impl<'a> BodyReader<'a> {
    /// Reads the text of a document whose links lead to these targets, if gongkai made it.
    pub(super) fn new(
        styles: &'a Styles,
        numbering: ListCounters,
        beside: &'a SideTexts,
        targets: &'a BTreeMap<String, String>,
    ) -> BodyReader<'a> {
        BodyReader {
            styles,
            beside,
            is_made: styles.is_made(),
            targets,
            links: Vec::new(),
            places: Places::new(styles, numbering),
            open: Vec::new(),
            passed: 0,
            in_force: Vec::new(),
            runs: Vec::new(),
            fields: Fields::default(),
            text: String::new(),
            is_preserved: false,
            described: String::new(),
            is_shaded: false,
            equation: None,
            is_apart: false,
        }
    }

    /// Returns what was read; nothing if there was no paragraph.
    pub(super) fn finish(self) -> Option<Manuscript> {
        self.places.finish()
    }

    /// Takes the next item of the document.
    pub(super) fn take(&mut self, item: &XmlItem<'_>) -> Result<(), Refusal> {
        match item {
            XmlItem::Element(_) if self.passed > 0 => self.passed += 1,
            XmlItem::Element(element) => {
                let name = name_of(element);
                if PASSED.contains(&&*name) {
                    self.passed = 1;
                    return Ok(());
                }
                self.open.push(OpenElement { name: name.clone(), effects: Vec::new() });
                self.begin(&name, element)?;
                self.note(&name, element);
            }
            XmlItem::End if self.passed > 0 => self.passed -= 1,
            XmlItem::End => self.end()?,
            XmlItem::Text(text) if self.passed == 0 && TEXTS.contains(&self.parent(0)) => self.text += text,
            _ => {}
        }
        Ok(())
    }

    /// Returns the name of an element that is open, counted from the innermost.
    fn parent(&self, up: usize) -> &str {
        self.open.iter().rev().nth(up).map_or("", |open| &open.name)
    }

    /// Where the link leads that the reader stands in.
    fn link(&self) -> Option<&String> {
        self.links.last()?.as_ref()
    }
}
