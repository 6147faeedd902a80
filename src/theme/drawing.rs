//! Drawings of a theme (SVG): each is shown alone, so it runs nothing and loads nothing.
//!
//! Takes the text of a drawing; gives the places of what no drawing may have.

use std::ops::Range;

use quick_xml::XmlVersion::Explicit1_0;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::reader::Reader;

use super::css::{self, StyleSheet};

/// What a drawing may not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum DrawingFault {
    /// It is not well-formed XML.
    Malformed,
    /// It declares entities, or names a style sheet of its own.
    Declares,
    /// An element or an attribute that runs something, or holds something of another kind.
    Runs(String),
    /// It loads from this address.
    Loads(String),
}

/// Elements that run or hold something that is no drawing.
const ACTIVE: [&str; 10] =
    ["script", "foreignobject", "handler", "listener", "iframe", "object", "embed", "audio", "video", "link"];

/// Elements that change an attribute, which may be an address.
const CHANGING: [&str; 5] = ["animate", "animatecolor", "animatemotion", "animatetransform", "set"];

/// Pictures that may stand in a drawing as data.
const DATA: [&str; 4] = ["data:image/png", "data:image/jpeg", "data:image/gif", "data:image/webp"];

/// Returns everything that a drawing may not have, in order.
pub(super) fn faults(svg: &str) -> Vec<(DrawingFault, Range<usize>)> {
    let mut reader = Reader::from_str(svg);
    let mut look = DrawingCheck::default();
    loop {
        let start = place(&reader);
        let event = reader.read_event();
        look.range = start..place(&reader).max(start);
        match event {
            Ok(Event::Eof) => break,
            Ok(event) => look.event(&event),
            Err(_) => {
                look.say(DrawingFault::Malformed);
                return look.found;
            }
        }
    }
    if look.open > 0 || !look.has_element {
        look.say(DrawingFault::Malformed);
    }
    look.found
}

fn place(reader: &Reader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX)
}

#[derive(Default)]
struct DrawingCheck {
    found: Vec<(DrawingFault, Range<usize>)>,
    /// Where the part of the drawing stands that is looked at.
    range: Range<usize>,
    open: usize,
    has_element: bool,
    /// The text of a `<style>`, while it is read.
    style: Option<String>,
}

impl DrawingCheck {
    fn say(&mut self, fault: DrawingFault) {
        self.found.push((fault, self.range.clone()));
    }

    fn event(&mut self, event: &Event<'_>) {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn drawings_that_stay_by_themselves() {
        for svg in [
            r##"<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"><use xlink:href="#a"/></svg>"##,
            r##"<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/x.dtd"><svg fill="url(#b)"/>"##,
            r#"<svg><a href="https://example.gov.cn/"><text>one = on 1 &amp; url(x)</text></a></svg>"#,
            r#"<svg><image href="data:image/png;base64,AA=="/><style>a { fill: url('#b') }</style></svg>"#,
            r#"<svg><animate attributeName="x" to="1"/><g transform="rotate(1)" style="fill: red"/></svg>"#,
        ] {
            assert_eq!(faults(svg), [], "{svg}");
        }
    }

    #[test]
    fn what_runs_and_what_loads_is_named() {
        let runs = |what: &str| DrawingFault::Runs(what.to_owned());
        let loads = |what: &str| DrawingFault::Loads(what.to_owned());
        for (svg, expected) in [
            ("<svg><script>1</script></svg>", runs("<script>")),
            ("<s:svg xmlns:s='x'><s:ScRipt/></s:svg>", runs("<script>")),
            ("<svg><foreignObject/></svg>", runs("<foreignobject>")),
            ("<svg OnLoad = 'x'/>", runs("onload")),
            ("<svg xml:base='x'/>", runs("xml:base")),
            ("<svg><a><set attributeName='xlink:href' to='x'/></a></svg>", runs("attributename")),
            ("<svg><image href='https://a.example/b.png'/></svg>", loads("https://a.example/b.png")),
            ("<svg><use xlink:href='b.svg#c'/></svg>", loads("b.svg#c")),
            ("<svg><a href='javascript:1'/></svg>", loads("javascript:1")),
            ("<svg><a href='java&#115;cript:1'/></svg>", loads("javascript:1")),
            ("<svg><image href='data:image/svg+xml,x'/></svg>", loads("data:image/svg+xml,x")),
            ("<svg fill='URL(//a.example/b)'/>", loads("//a.example/b")),
            ("<svg style='fill: u\\72l(b)'/>", loads("b")),
            ("<svg><style>@import 'b.css';</style></svg>", loads("b.css")),
            ("<svg><style>a { b: u&#114;l(c) }</style></svg>", loads("c")),
            ("<svg><style><![CDATA[a { b: url(c) }]]></style></svg>", loads("c")),
            ("<?xml-stylesheet href='b.css'?><svg/>", DrawingFault::Declares),
            ("<!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>", DrawingFault::Declares),
            ("<svg>&a;</svg>", DrawingFault::Malformed),
            ("<svg a='&b;'/>", DrawingFault::Malformed),
            ("<svg a=b/>", DrawingFault::Malformed),
            ("<svg><g></svg>", DrawingFault::Malformed),
            ("<svg><g>", DrawingFault::Malformed),
            ("text", DrawingFault::Malformed),
            ("", DrawingFault::Malformed),
        ] {
            let found: Vec<DrawingFault> = faults(svg).into_iter().map(|(fault, _)| fault).collect();
            assert_eq!(found, [expected], "{svg}");
        }
    }

    #[test]
    fn a_fault_is_named_at_its_place() {
        let svg = "<svg>\n<g/><use href='b'/></svg>";
        let (_, range) = faults(svg).remove(0);
        assert_eq!(&svg[range], "<use href='b'/>");
    }
}
