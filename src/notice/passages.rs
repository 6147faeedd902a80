//! Every text that an author wrote, with its place, for rules that look at words and characters.
//!
//! Rules see values, as readers do; diagnostics point at bytes, as authors do. A passage leads from the one to the
//! other.

use std::ops::Range;
use std::sync::OnceLock;

use super::{Issue, Narrative, NarrativeFile, Notice, Written, WrittenText};
use crate::diagnostic::{Edit, Place};
use crate::source::SourceTree;
use crate::source::yaml::ScalarPlaces;
use crate::text::markdown::{Doc, Prose};
use crate::value::{Lang, RelPath, Text};

/// A text in its languages: one passage for each.
pub type PassageGroup<'a> = Vec<Passage<'a>>;

/// A text in one language, or in none.
#[derive(Clone, Debug)]
pub struct Passage<'a> {
    /// The file.
    pub path: &'a RelPath,
    /// The language; none for ids, telephone numbers and the like.
    pub lang: Option<Lang>,
    body: Body<'a>,
    file: &'a str,
    /// How a value of a record lies beside the file, once it was asked for.
    alignment: OnceLock<ScalarPlaces>,
}

#[derive(Clone, Debug)]
enum Body<'a> {
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

impl Issue {
    /// Returns every text of the issue.
    pub fn passages<'a>(&'a self, tree: &'a SourceTree) -> Vec<PassageGroup<'a>> {
        let mut groups = of_record(tree, &self.path, &*self.record);
        groups.extend(self.response.as_ref().map(Narrative::passages));
        groups
    }
}

impl Issue {
    /// Returns the texts of the issue that are Markdown.
    pub fn markdown<'a>(&'a self, tree: &'a SourceTree) -> Vec<Passage<'a>> {
        let of_record = of_record(tree, &self.path, &*self.record).into_iter().flatten();
        let of_record = of_record.filter(|passage| passage.doc().is_some());
        of_record.chain(self.response.iter().flat_map(Narrative::passages)).collect()
    }
}

impl Notice {
    /// Returns every text outside issues.
    pub fn passages<'a>(&'a self, tree: &'a SourceTree) -> Vec<PassageGroup<'a>> {
        let mut groups = of_record(tree, &self.path, &*self.record);
        if let Some(path) = &self.units_path {
            groups.extend(of_record(tree, path, &self.units));
        }
        for section in &self.sections {
            groups.extend(of_record(tree, &section.path, &section.record));
        }
        if let Some(glossary) = &self.glossary {
            groups.extend(of_record(tree, &glossary.path, &glossary.record));
        }
        if let Some(accountability) = &self.accountability {
            groups.extend(of_record(tree, &accountability.path, &accountability.record));
        }
        for table in self.articles.iter().filter_map(|article| article.persons.as_ref()) {
            groups.extend(of_record(tree, &table.path, &table.record));
        }
        let narrative = self.accountability.as_ref().and_then(|part| part.narrative.as_ref());
        let articles = self.articles.iter().map(|article| &article.narrative);
        groups.extend(articles.chain(narrative).map(Narrative::passages));
        groups
    }
}

impl Narrative {
    /// Returns the text in each language.
    pub fn passages(&self) -> PassageGroup<'_> {
        self.files
            .iter()
            .map(|(lang, file)| Passage {
                path: &file.path,
                lang: Some(lang),
                body: Body::File(file),
                file: file.source(),
                alignment: OnceLock::new(),
            })
            .collect()
    }
}

/// Returns every text of a record.
fn of_record<'a>(tree: &'a SourceTree, path: &'a RelPath, record: &'a impl Written) -> Vec<PassageGroup<'a>> {
    let file = tree.text(path.as_str()).unwrap_or_default();
    let mut groups = Vec::new();
    record.each_text(&mut |piece| {
        let passage = |lang, body| Passage { path, lang, body, file, alignment: OnceLock::new() };
        groups.push(match piece {
            WrittenText::Bare(text) | WrittenText::Common(text) => vec![passage(None, Body::Plain(text))],
            WrittenText::Plain(texts) => {
                texts.iter().map(|(lang, text)| passage(Some(lang), Body::Plain(text))).collect()
            }
            WrittenText::Markdown(texts) => {
                texts.iter().map(|(lang, text)| passage(Some(lang), Body::Field(text, text.span()))).collect()
            }
        });
    });
    groups
}
