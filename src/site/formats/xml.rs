//! A thin wrapper around quick-xml's writer, which knows how to escape; writing to memory does not fail.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

/// An XML document in the making.
pub(super) struct Xml {
    writer: Writer<Vec<u8>>,
}

impl Xml {
    pub(super) fn new() -> Xml {
        let mut xml = Xml { writer: Writer::new_with_indent(Vec::new(), b' ', 1) };
        xml.event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
        xml
    }

    /// A part of an office document: nothing stands between its elements that it does not say.
    pub(super) fn part() -> Xml {
        let mut xml = Xml { writer: Writer::new(Vec::new()) };
        xml.event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))));
        xml
    }

    pub(super) fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.event(Event::Start(BytesStart::new(name).with_attributes(attributes.iter().copied())));
    }

    pub(super) fn close(&mut self, name: &str) {
        self.event(Event::End(BytesEnd::new(name)));
    }

    pub(super) fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.event(Event::Empty(BytesStart::new(name).with_attributes(attributes.iter().copied())));
    }

    pub(super) fn text(&mut self, name: &str, text: &str) {
        self.said(name, &[], text);
    }

    pub(super) fn said(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) {
        self.open(name, attributes);
        self.event(Event::Text(BytesText::new(text)));
        self.close(name);
    }

    /// An element with a text of which every blank counts. What XML cannot say is left out.
    pub(super) fn words(&mut self, name: &str, text: &str) {
        let is_said = |c: &char| !c.is_control() || matches!(c, '\t' | '\n');
        let text: String = text.chars().filter(is_said).filter(|c| !matches!(c, '\u{FFFE}' | '\u{FFFF}')).collect();
        self.open(name, &[("xml:space", "preserve")]);
        self.event(Event::Text(BytesText::new(&text)));
        self.close(name);
    }

    pub(super) fn finish(self) -> Vec<u8> {
        let mut bytes = self.writer.into_inner();
        bytes.push(b'\n');
        bytes
    }

    fn event(&mut self, event: Event<'_>) {
        let _ = self.writer.write_event(event);
    }
}
