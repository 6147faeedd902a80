//! Every text that an author wrote, with its place, for rules that look at words and characters.
//!
//! Rules see values, as readers do; diagnostics point at bytes, as authors do. A passage leads from the one to the
//! other.

mod passage;

use std::sync::OnceLock;

pub use passage::Passage;

use super::{Issue, Narrative, Notice, Written, WrittenText};
use crate::source::SourceTree;
use crate::value::RelPath;
use passage::Body;

/// A text in its languages: one passage for each.
pub type PassageGroup<'a> = Vec<Passage<'a>>;

impl Issue {
    /// Returns every text of the issue.
    pub fn passages<'a>(&'a self, tree: &'a SourceTree) -> Vec<PassageGroup<'a>> {
        let mut groups = of_record(tree, &self.path, &*self.record);
        groups.extend(self.response.as_ref().map(Narrative::passages));
        groups
    }

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
