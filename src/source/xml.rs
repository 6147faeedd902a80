//! XML as a parser reads it: elements with their namespaces and attributes, one after another. What is not well-formed
//! is refused; nesting and the number of namespaces are bounded, so that reading takes time in proportion to the text.

mod element;
mod place;

use element::{element, predefined};
use place::XmlPlace;
use quick_xml::events::Event;
use quick_xml::reader::NsReader;

pub use element::{XmlAttribute, XmlElement};

/// Something in a document.
#[derive(Debug)]
pub enum XmlItem<'a> {
    /// The encoding that the document says it has.
    Encoding(String),
    /// A document type, which may declare entities.
    Doctype,
    /// An instruction to programs, by its target.
    Instruction(&'a str),
    /// An element begins.
    Element(&'a XmlElement),
    /// A piece of the text in an element, references undone.
    Text(&'a str),
    /// The element ends that was the last to begin of those that have not ended.
    End,
    /// All that stands in an element of styles, before its end.
    Style(&'a str),
}

/// Why a text is not XML that can be read here.
#[derive(Debug, PartialEq, Eq)]
pub struct NotWellFormed;

/// Shows every element of a part to `visit`, until it returns something.
pub fn elements<T>(text: &str, mut visit: impl FnMut(&XmlElement) -> Option<T>) -> Result<Option<T>, NotWellFormed> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let of = |item: &XmlItem<'_>| match item {
        XmlItem::Element(element) => visit(element),
        _ => None,
    };
    walk(text, of)
}

/// Shows every item of a document to `visit`, until it returns something.
pub fn walk<T>(text: &str, mut visit: impl FnMut(&XmlItem<'_>) -> Option<T>) -> Result<Option<T>, NotWellFormed> {
    let mut reader = NsReader::from_str(text);
    let mut place = XmlPlace::default();
    loop {
        let event = reader.read_event().map_err(|_| NotWellFormed)?;
        let found = match event {
            Event::Eof if place.is_complete() => return Ok(None),
            Event::Eof => return Err(NotWellFormed),
            Event::Decl(declaration) => match declaration.encoding() {
                Some(encoding) => visit(&XmlItem::Encoding(encoding.map_err(|_| NotWellFormed)?.into_owned())),
                None => None,
            },
            Event::DocType(_) => visit(&XmlItem::Doctype),
            Event::PI(instruction) => visit(&XmlItem::Instruction(instruction.target())),
            Event::Start(start) => {
                let element = element(&start, reader.resolver())?;
                place.enter(&element)?;
                visit(&XmlItem::Element(&element))
            }
            Event::Empty(start) => {
                let element = element(&start, reader.resolver())?;
                place.enter(&element)?;
                place.leave();
                visit(&XmlItem::Element(&element)).or_else(|| visit(&XmlItem::End))
            }
            Event::End(_) => {
                place.leave().and_then(|style| visit(&XmlItem::Style(&style))).or_else(|| visit(&XmlItem::End))
            }
            Event::Text(text) => place.text(&text.into_inner()).map(|text| visit(&XmlItem::Text(text)))?,
            Event::CData(text) => place.text(&text.into_inner()).map(|text| visit(&XmlItem::Text(text)))?,
            Event::GeneralRef(reference) => {
                let shown = match reference.resolve_char_ref().map_err(|_| NotWellFormed)? {
                    Some(c) => c.to_string(),
                    None => predefined(&reference.into_inner()).ok_or(NotWellFormed)?.to_owned(),
                };
                place.text(&shown).map(|text| visit(&XmlItem::Text(text)))?
            }
            Event::Comment(_) => None,
        };
        if found.is_some() {
            return Ok(found);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Option<String> {
        let mut names = String::new();
        let walked = walk(text, |item| {
            match item {
                XmlItem::Element(element) => names += &format!("<{}", element.name),
                XmlItem::Style(style) => names += &format!("[{style}]"),
                XmlItem::Encoding(encoding) => names += encoding,
                XmlItem::Doctype => names += "!",
                XmlItem::Instruction(target) => names += &format!("?{target}"),
                XmlItem::Text(_) | XmlItem::End => {}
            }
            None::<()>
        });
        walked.ok().map(|_| names)
    }

    #[test]
    fn texts_and_ends_are_shown_where_they_stand() {
        let mut shown = String::new();
        let text = "<a>x &amp; <b/><c><![CDATA[<]]></c>&#65;</a>";
        let walked = walk(text, |item| {
            match item {
                XmlItem::Element(element) => shown += &format!("({}", element.name),
                XmlItem::Text(text) => shown += text,
                XmlItem::End => shown += ")",
                _ => {}
            }
            None::<()>
        });
        assert_eq!((walked, &*shown), (Ok(None), "(ax & (b)(c<)A)"));
    }

    #[test]
    fn documents_are_read_whole_or_not_at_all() {
        for (text, expected) in [
            ("<a/>", Some("<a")),
            ("<a><b>&lt;&#65;</b></a>\n<!-- x -->", Some("<a<b")),
            ("<?xml version='1.0' encoding='GBK'?><?x y?><a/>", Some("GBK?x<a")),
            ("<a><style>u<![CDATA[r]]>&#108;(<b>x</b>)</style></a>", Some("<a<style<b[url(x)]")),
            ("<p:a xmlns:p='n'/>", Some("<a")),
            ("<p:a/>", None),
            ("<a>", None),
            ("<a></b>", None),
            ("<a/><b/>", None),
            ("<a/>text", None),
            ("text", None),
            ("", None),
            ("<a>&nothing;</a>", None),
            ("<a b='&nothing;'/>", None),
            ("<a b=1/>", None),
        ] {
            assert_eq!(names(text).as_deref(), expected, "{text}");
        }
        assert_eq!(names(&"<a>".repeat(100_000)), None);
        let many: String = (0..10_000).map(|n| format!(" xmlns:n{n}='x'")).collect();
        assert_eq!(names(&format!("<a{many}/>")), None);
    }
}
