//! The parts of the file and how they hang together.

use super::{Docx, PARTS, footnotes, page, styles};
use crate::site::formats::ooxml::{self, RELATIONS, part};
use crate::source::pack::archive;
use crate::source::pieces::{Pieces, Put};

const TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const MAIN_PART: &str = "word/document.xml";

impl Docx {
    /// Returns the bytes of the file, and says where its pieces stand in it.
    pub(in crate::site::formats) fn finish(mut self, pieces: &mut Pieces, put: &mut Put<'_>) {
        page::section(&mut self.body, self.look.is_east_asian);
        self.body.close("w:body");
        self.body.close("w:document");
        let look = &self.look;
        let names = PARTS.map(|(name, kind)| (format!("word/{name}.xml"), format!("{TYPE}.{kind}+xml")));
        let main = format!("{TYPE}.document.main+xml");
        let mut kinds = vec![(MAIN_PART, &*main)];
        kinds.extend(names.iter().map(|(name, kind)| (&**name, &**kind)));
        let mut parts = ooxml::parts(MAIN_PART, &kinds, (&look.title, &look.language, look.day), &self.words);
        let inside = PARTS.map(|(name, kind)| (format!("{RELATIONS}/{kind}"), format!("{name}.xml")));
        let links = self.links.iter().map(|href| (format!("{RELATIONS}/hyperlink"), href.clone()));
        let relations: Vec<_> = inside.into_iter().chain(links).collect();
        parts.push(part(MAIN_PART, self.body));
        parts.push(part("word/_rels/document.xml.rels", ooxml::relations(&relations)));
        let written = [
            styles::write(look, &self.marks),
            page::settings(look),
            self.lists.write(),
            footnotes::footnotes(&self.footnotes, look.is_east_asian),
            page::footer(look, false),
            page::footer(look, true),
        ];
        parts.extend(names.into_iter().zip(written).map(|((name, _), xml)| part(&name, xml)));
        archive(parts, pieces, put);
    }
}
