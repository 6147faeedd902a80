//! A text with its place: its words as readers see them, and the bytes that state them.

use std::ops::Range;
use std::sync::OnceLock;

use crate::diagnostic::{Edit, Place};
use crate::notice::NarrativeFile;
use crate::source::yaml::ScalarPlaces;
use crate::text::markdown::{Doc, Prose};
use crate::value::{Lang, RelPath, Text};

/// A text in one language, or in none.
#[derive(Clone, Debug)]
pub struct Passage<'a> {
    /// The file.
    pub path: &'a RelPath,
    /// The language; none for ids, telephone numbers and the like.
    pub lang: Option<Lang>,
    pub(super) body: Body<'a>,
    pub(super) file: &'a str,
    /// How a value of a record lies beside the file, once it was asked for.
    pub(super) alignment: OnceLock<ScalarPlaces>,
}

#[derive(Clone, Debug)]
pub(super) enum Body<'a> {
    /// A value of a record.
    Plain(&'a Text),
    /// A value of a record in Markdown, and where it stands.
    Field(&'a Doc, Range<usize>),
    /// A Markdown file.
    File(&'a NarrativeFile),
}

impl<'a> Passage<'a> {
    /// Returns the text as it was written, YAML escapes undone.
    pub fn text(&self) -> &'a str {
        match &self.body {
            Body::Plain(text) => text.as_str(),
            Body::Field(doc, _) => doc.source(),
            Body::File(file) => file.source(),
        }
    }

    /// Returns the text as Markdown, if it is.
    pub fn doc(&self) -> Option<&'a Doc> {
        match &self.body {
            Body::Plain(_) => None,
            Body::Field(doc, _) => Some(doc),
            Body::File(file) => Some(file.doc()),
        }
    }

    /// Returns the words of the text.
    pub fn prose(&self) -> Prose<'a> {
        self.doc().map_or_else(|| Prose::of(self.text()), Doc::prose)
    }

    /// Returns where a range of the text stands in its file.
    pub fn place(&self, range: Range<usize>) -> Place {
        let range = match &self.body {
            Body::Plain(text) => self.aligned(text.span(), text, range),
            Body::Field(doc, span) => self.aligned(span.clone(), doc.source(), range),
            Body::File(_) => range,
        };
        Place::Span(self.path.clone(), range)
    }

    /// Returns what changes of the text are in its file; none if not all of them can be told.
    pub fn edits(&self, edits: &[Edit]) -> Vec<Edit> {
        let span = match &self.body {
            Body::Plain(text) => text.span(),
            Body::Field(_, span) => span.clone(),
            Body::File(_) => return edits.to_vec(),
        };
        let alignment = self.alignment(&span, self.text());
        let each = edits.iter().map(|edit| alignment.edit(self.file, span.clone(), self.text(), edit));
        each.collect::<Option<_>>().unwrap_or_default()
    }

    fn aligned(&self, span: Range<usize>, value: &str, part: Range<usize>) -> Range<usize> {
        self.alignment(&span, value).place(self.file, span, value, part)
    }

    /// Returns its value laid beside what was written for it, which is done once.
    fn alignment(&self, span: &Range<usize>, value: &str) -> &ScalarPlaces {
        self.alignment.get_or_init(|| ScalarPlaces::of(self.file, span.clone(), value))
    }

    /// Returns whether the text is a file of its own.
    pub fn is_file(&self) -> bool {
        matches!(self.body, Body::File(_))
    }

    /// A text that stands in a file by itself, as tests have it.
    #[cfg(test)]
    pub(crate) fn of_file(lang: Lang, file: &'a NarrativeFile) -> Passage<'a> {
        let (path, body) = (&file.path, Body::File(file));
        Passage { path, lang: Some(lang), body, file: file.source(), alignment: OnceLock::new() }
    }
}
