//! The styles of a document: what a paragraph is, whether its text is hidden and how it is numbered, where its style says so or a style that
//! that one is based on.

mod reader;

use std::collections::BTreeMap;

use super::super::manuscript::{ParagraphMark, Role, TextKind};
use super::super::package::Package;
use super::super::refusal::Refusal;
use super::super::scripts::Script;
use reader::StylesReader;

/// How many styles may be based on each other.
const LONGEST: usize = 32;

/// Which list a paragraph is in, and on which level of it; a style may say the one or the other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct ListPlace {
    pub(super) list: Option<String>,
    pub(super) level: Option<usize>,
}

/// The styles of a document.
#[derive(Default)]
pub(super) struct Styles {
    styles: BTreeMap<String, ParagraphStyle>,
    paragraph: String,
    character: String,
}

#[derive(Default)]
struct ParagraphStyle {
    name: String,
    based_on: String,
    numbered: ListPlace,
    outline: Option<usize>,
    is_hidden: Option<bool>,
    script: Option<Script>,
}

impl Styles {
    /// Returns the styles of the document with this main part.
    pub(super) fn read(package: &mut Package<'_>, main: &str) -> Result<Styles, Refusal> {
        let mut reader = StylesReader::default();
        package.walk_one(main, "styles", |item| {
            reader.take(item);
            Ok(())
        })?;
        Ok(reader.found)
    }

    /// Returns what a style says that a paragraph is.
    pub(super) fn role(&self, style: Option<&str>) -> Role {
        self.nearest(style.unwrap_or(&self.paragraph), ParagraphStyle::role).unwrap_or_default()
    }

    /// Returns whether gongkai made the document.
    pub(super) fn is_made(&self) -> bool {
        self.styles.values().any(|style| ParagraphMark::read(&style.name).is_some())
    }

    /// Returns what a style of gongkai says that a paragraph states.
    pub(super) fn mark(&self, style: Option<&str>) -> Option<ParagraphMark> {
        self.nearest(style?, |style| ParagraphMark::read(&style.name))
    }

    /// Returns which text a style sets.
    pub(super) fn kind(&self, style: Option<&str>) -> TextKind {
        style.and_then(|style| self.nearest(style, ParagraphStyle::kind)).unwrap_or_default()
    }

    /// Returns whether the text of a run is hidden by the style of its paragraph or by its own. Two that hide show, as Word counts.
    pub(super) fn is_hidden(&self, paragraph: Option<&str>, run: Option<&str>) -> bool {
        let hides = |style: &str| self.nearest(style, |style| style.is_hidden).unwrap_or(false);
        hides(paragraph.unwrap_or(&self.paragraph)) != hides(run.unwrap_or(&self.character))
    }

    /// Returns where a style of letters sets them on their line.
    pub(super) fn script(&self, run: Option<&str>) -> Option<Script> {
        self.nearest(run.unwrap_or(&self.character), |style| style.script)
    }

    /// Returns how a style numbers its paragraphs, and the style that says so.
    pub(super) fn numbered(&self, style: Option<&str>) -> ListPlace {
        let style = style.unwrap_or(&self.paragraph);
        let list = self.nearest(style, |style| style.numbered.list.clone());
        let level = self.nearest(style, |style| style.numbered.level);
        ListPlace { list, level }
    }

    /// Returns the styles from this one to the one that all are based on.
    pub(super) fn chain<'s>(&'s self, style: Option<&'s str>) -> impl Iterator<Item = &'s str> {
        let next = |style: &&'s str| self.styles.get(*style).map(|style| &*style.based_on);
        std::iter::successors(Some(style.unwrap_or(&self.paragraph)), next).take(LONGEST)
    }

    fn nearest<T>(&self, style: &str, of: impl Fn(&ParagraphStyle) -> Option<T>) -> Option<T> {
        self.chain(Some(style)).find_map(|id| of(self.styles.get(id)?))
    }
}

impl ParagraphStyle {
    fn kind(&self) -> Option<TextKind> {
        match &*self.name.to_ascii_lowercase() {
            "list paragraph" => Some(TextKind::Item),
            "quote" | "quotations" => Some(TextKind::Quotation),
            "plain text" => Some(TextKind::Code),
            _ => None,
        }
    }

    fn role(&self) -> Option<Role> {
        let name = self.name.to_ascii_lowercase();
        let number = ["heading ", "标题 "].iter().find_map(|start| name.strip_prefix(start)?.parse::<u8>().ok());
        match (number, &*name) {
            (Some(level), _) => Some(Role::Heading(level)),
            (None, "title" | "标题") => Some(Role::Title),
            _ => self.outline.map(outlined),
        }
    }
}

/// Returns the role of a paragraph on a level of the outline, from 0; the last level is that of text.
pub(super) fn outlined(level: usize) -> Role {
    match u8::try_from(level) {
        Ok(level) if level < 9 => Role::Heading(level + 1),
        _ => Role::Body,
    }
}
