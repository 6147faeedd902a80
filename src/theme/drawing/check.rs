//! What elements, attributes and styles of a drawing run or load.

use std::ops::Range;

use quick_xml::XmlVersion::Explicit1_0;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::super::css::{self, StyleSheet};
use super::DrawingFault;

/// Elements that run or hold something that is no drawing.
const ACTIVE: [&str; 10] =
    ["script", "foreignobject", "handler", "listener", "iframe", "object", "embed", "audio", "video", "link"];

/// Elements that change an attribute, which may be an address.
const CHANGING: [&str; 5] = ["animate", "animatecolor", "animatemotion", "animatetransform", "set"];

/// Pictures that may stand in a drawing as data.
const DATA: [&str; 4] = ["data:image/png", "data:image/jpeg", "data:image/gif", "data:image/webp"];

#[derive(Default)]
pub(super) struct DrawingCheck {
    pub(super) found: Vec<(DrawingFault, Range<usize>)>,
    /// Where the part of the drawing stands that is looked at.
    pub(super) range: Range<usize>,
    pub(super) open: usize,
    pub(super) has_element: bool,
    /// The text of a `<style>`, while it is read.
    pub(super) style: Option<String>,
}

impl DrawingCheck {
    pub(super) fn say(&mut self, fault: DrawingFault) {
        self.found.push((fault, self.range.clone()));
    }

    pub(super) fn event(&mut self, event: &Event<'_>) {
        match event {
            Event::Start(element) => {
                self.open += 1;
                self.element(element);
                if small(element.local_name().as_ref()) == "style" {
                    self.style = Some(String::new());
                }
            }
            Event::Empty(element) => self.element(element),
            Event::End(_) => {
                self.open = self.open.saturating_sub(1);
                if let Some(style) = self.style.take() {
                    self.values(&style);
                }
            }
            Event::Text(text) => self.add(text),
            Event::CData(text) => self.add(text),
            Event::GeneralRef(reference) => match resolved(reference) {
                Some(text) => self.add(&text),
                None => self.say(DrawingFault::Malformed),
            },
            Event::DocType(text) if text.contains('[') => self.say(DrawingFault::Declares),
            Event::PI(_) => self.say(DrawingFault::Declares),
            _ => {}
        }
    }

    /// Adds to the text of the style that is read, if one is.
    fn add(&mut self, text: &str) {
        if let Some(style) = &mut self.style {
            style.push_str(text);
        }
    }

    fn element(&mut self, element: &BytesStart<'_>) {
        self.has_element = true;
        let name = small(element.local_name().as_ref());
        if ACTIVE.contains(&&*name) {
            self.say(DrawingFault::Runs(format!("<{name}>")));
        }
        for attribute in element.attributes() {
            let value = attribute.as_ref().ok().and_then(|attribute| attribute.normalized_value(Explicit1_0).ok());
            match (&attribute, value) {
                (Ok(attribute), Some(value)) => self.attribute(&name, attribute, &value),
                _ => self.say(DrawingFault::Malformed),
            }
        }
    }

    fn attribute(&mut self, element: &str, attribute: &Attribute<'_>, value: &str) {
        let full = small(attribute.key.as_ref());
        let name = small(attribute.key.local_name().as_ref());
        let changes_address =
            || name == "attributename" && CHANGING.contains(&element) && small(value).contains("href");
        if name.starts_with("on") || full == "xml:base" || changes_address() {
            self.say(DrawingFault::Runs(full));
        } else if ["href", "src"].contains(&&*name) {
            self.address(element == "a", value);
        } else if !full.starts_with("xmlns") && (name == "style" || value.contains('(')) {
            self.values(value);
        }
    }

    /// Looks at an address. The links of a drawing lead to the web or to a place in it; nothing else leads out.
    fn address(&mut self, is_link: bool, value: &str) {
        let address = small(value.trim());
        let is_web = ["https://", "http://", "mailto:"].iter().any(|scheme| address.starts_with(scheme));
        let is_data =
            DATA.iter().any(|data| address.strip_prefix(data).is_some_and(|rest| rest.starts_with([';', ','])));
        if !(address.starts_with('#') || is_data || is_link && is_web) {
            self.say(DrawingFault::Loads(value.trim().to_owned()));
        }
    }

    /// Looks at what is written as in a style sheet.
    fn values(&mut self, text: &str) {
        let (addresses, faults) = StyleSheet::read(text).addresses();
        let composed = faults.into_iter().filter(|(fault, _)| *fault == css::StyleFault::Composed);
        let written = addresses.into_iter().map(|address| address.text);
        for address in written.chain(composed.map(|(_, range)| text[range].to_owned())) {
            self.address(false, &address);
        }
    }
}

fn resolved(reference: &BytesRef<'_>) -> Option<String> {
    match reference.resolve_char_ref() {
        Ok(Some(c)) => Some(c.to_string()),
        Ok(None) => resolve_predefined_entity(reference).map(str::to_owned),
        Err(_) => None,
    }
}

fn small(name: &str) -> String {
    name.to_ascii_lowercase()
}
