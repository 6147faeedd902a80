//! The parts of an office document since 2007: an archive whose lists say which part is which. What belongs to what is read from the lists,
//! for programs name their parts as they like.

mod relations;

use super::refusal::Refusal;
use crate::say;
use crate::source::archive::Archive;
use crate::source::xml::{self, NotWellFormed, XmlItem};
use relations::Relationship;

/// An office document.
pub(super) struct Package<'a> {
    archive: Archive<'a>,
    relations: Vec<Relationship>,
}

/// What a package is, with the name of its main part.
pub(super) enum Document {
    Word(String),
    Workbook(String),
    OfOpenFormat,
    Other,
}

impl<'a> Package<'a> {
    /// Returns the document in these bytes.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Package<'a>, Refusal> {
        let mut package = Package { archive: Archive::read(bytes)?, relations: Vec::new() };
        package.relations = package.relations("")?;
        Ok(package)
    }

    /// Returns what it is.
    pub(super) fn document(&self) -> Document {
        let main = self.relations.iter().find(|relation| relation.kind == "officeDocument");
        let main = main.and_then(|relation| self.name(&relation.part));
        let usual = |name: &str| main.clone().or_else(|| self.name(name));
        match &main {
            Some(main) if main.starts_with("xl/") => Document::Workbook(main.clone()),
            Some(main) if main.starts_with("ppt/") => Document::Other,
            _ if self.name("mimetype").is_some() => Document::OfOpenFormat,
            None if self.name("xl/workbook.xml").is_some() => Document::Workbook("xl/workbook.xml".to_owned()),
            _ => usual("word/document.xml").map_or(Document::Other, Document::Word),
        }
    }

    /// Returns the part of a kind that a part has, the first of them.
    fn one(&mut self, part: &str, kind: &str) -> Result<Option<String>, Refusal> {
        let relations = self.relations(part)?;
        Ok(relations.into_iter().find(|relation| relation.kind == kind).map(|relation| relation.part))
    }

    /// Shows every item of a part to `visit`, until it refuses. Nothing is shown of a part that is not there.
    pub(super) fn walk(
        &mut self,
        part: &str,
        mut visit: impl FnMut(&XmlItem<'_>) -> Result<(), Refusal>,
    ) -> Result<(), Refusal> {
        let Some(name) = self.name(part) else { return Ok(()) };
        let text = self.archive.text(&name)?.unwrap_or_default();
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(&text);
        let walked = xml::walk(text, |item| match item {
            XmlItem::Doctype => Some(broken(&name)),
            item => visit(item).err(),
        });
        walked.map_err(|NotWellFormed| broken(&name))?.map_or(Ok(()), Err)
    }

    /// Shows every item of the first part of a kind that a part has to `visit`, until it refuses.
    pub(super) fn walk_one(
        &mut self,
        part: &str,
        kind: &str,
        visit: impl FnMut(&XmlItem<'_>) -> Result<(), Refusal>,
    ) -> Result<(), Refusal> {
        self.one(part, kind)?.map_or(Ok(()), |found| self.walk(&found, visit))
    }

    /// Returns whether a part is there.
    pub(super) fn has(&self, part: &str) -> bool {
        self.name(part).is_some()
    }

    /// Returns the name of a part as the archive writes it: names are the same in capitals.
    fn name(&self, part: &str) -> Option<String> {
        self.archive.parts.iter().find(|known| known.name.eq_ignore_ascii_case(part)).map(|known| known.name.clone())
    }
}

fn broken(part: &str) -> Refusal {
    Refusal::damaged(say!("其中的 {part} 有错", "something is wrong in its part {part}"))
}
