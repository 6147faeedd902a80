//! A thin wrapper around quick-xml's writer, which knows how to escape; writing to memory does not fail.

use std::borrow::Cow;
use std::io::Write;

use quick_xml::Writer;
use quick_xml::escape::escape;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::source::pack::{Measures, Packed, Packer};
use crate::source::pieces::Pieces;
use crate::value::Fingerprint;

/// An XML document in the making: a file, or, packed as it is written, a part of an office document.
pub(super) struct Xml<W: Write = Packer> {
    writer: Writer<W>,
    /// Whether elements stand on lines of their own.
    is_indented: bool,
}

impl Xml<Vec<u8>> {
    pub(super) fn new() -> Xml<Vec<u8>> {
        let mut xml = Xml { writer: Writer::new_with_indent(Vec::new(), b' ', 1), is_indented: true };
        xml.event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
        xml
    }

    pub(super) fn finish(self) -> Vec<u8> {
        self.ended()
    }
}

impl Xml {
    /// A part of an office document: nothing stands between its elements that it does not say.
    pub(super) fn part() -> Xml {
        let mut xml = Xml::piece();
        xml.event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))));
        xml
    }

    /// A piece of such a part.
    pub(super) fn piece() -> Xml {
        Xml { writer: Writer::new(Packer::default()), is_indented: false }
    }

    /// Adds the next piece, which is known or made, and returns what it leaves.
    pub(super) fn add<L: Serialize + DeserializeOwned>(
        &mut self,
        pieces: &mut Pieces,
        begins: Fingerprint,
        make: impl FnOnce() -> (Xml, L),
    ) -> L {
        let packed = || {
            let (xml, left) = make();
            let Packed { measures, bytes, .. } = xml.writer.into_inner().cut();
            (bytes, (measures, left))
        };
        let packer = self.writer.get_mut();
        let put = |piece, made: (&[u8], bool), (measures, _): &(Measures, L)| packer.add(piece, made, *measures);
        pieces.next(begins, packed, put).1
    }

    pub(super) fn packed(self) -> Packed {
        self.ended().finish()
    }
}

impl<W: Write> Xml<W> {
    pub(super) fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        match self.is_indented {
            true => self.event(Event::Start(BytesStart::new(name).with_attributes(attributes.iter().copied()))),
            false => self.begin(name, attributes, ">"),
        }
    }

    pub(super) fn close(&mut self, name: &str) {
        match self.is_indented {
            true => self.event(Event::End(BytesEnd::new(name))),
            false => self.put(&["</", name, ">"]),
        }
    }

    pub(super) fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        match self.is_indented {
            true => self.event(Event::Empty(BytesStart::new(name).with_attributes(attributes.iter().copied()))),
            false => self.begin(name, attributes, "/>"),
        }
    }

    pub(super) fn text(&mut self, name: &str, text: &str) {
        self.said(name, &[], text);
    }

    pub(super) fn said(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) {
        self.open(name, attributes);
        self.content(text);
        self.close(name);
    }

    /// An element with a text of which every blank counts. What XML cannot say is left out.
    pub(super) fn words(&mut self, name: &str, text: &str) {
        let is_said = |c: char| (!c.is_control() || matches!(c, '\t' | '\n')) && !matches!(c, '\u{FFFE}' | '\u{FFFF}');
        let text = match text.chars().all(is_said) {
            true => Cow::Borrowed(text),
            false => text.chars().filter(|c| is_said(*c)).collect(),
        };
        self.open(name, &[("xml:space", "preserve")]);
        self.content(&text);
        self.close(name);
    }

    fn content(&mut self, text: &str) {
        match self.is_indented {
            true => self.event(Event::Text(BytesText::new(text))),
            false => self.put(&[&escape(text)]),
        }
    }

    /// Writes a tag as it is. Parts of a long notice have millions, for which an event each is too slow.
    fn begin(&mut self, name: &str, attributes: &[(&str, &str)], end: &str) {
        self.put(&["<", name]);
        attributes.iter().for_each(|(key, value)| self.put(&[" ", key, "=\"", &escape(*value), "\""]));
        self.put(&[end]);
    }

    fn put(&mut self, texts: &[&str]) {
        let out = self.writer.get_mut();
        texts.iter().for_each(|text| drop(out.write_all(text.as_bytes())));
    }

    /// Ends the document with a new line.
    fn ended(self) -> W {
        let mut written = self.writer.into_inner();
        let _ = written.write_all(b"\n");
        written
    }

    fn event(&mut self, event: Event<'_>) {
        let _ = self.writer.write_event(event);
    }
}
