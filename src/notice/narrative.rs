//! Narratives: Markdown files, each parsed when it is first read. Of a notice of ten thousand issues, an edit touches one.

use std::sync::{Arc, OnceLock};

use crate::source::reads;
use crate::text::markdown::{self, Doc};
use crate::value::{Localized, RelPath};

/// A Markdown file in each language.
#[derive(Clone, Debug)]
pub struct Narrative {
    /// The files.
    pub files: Localized<NarrativeFile>,
    /// The title that it begins with, where it has one that is not set with the text.
    pub title: Option<Localized>,
}

impl Narrative {
    /// Returns whether it is written at a path, without language and ending: `content/pages/privacy`.
    pub fn is_at(&self, stem: &str) -> bool {
        let has_stem = |path: &RelPath| path.as_str().strip_prefix(stem).is_some_and(|rest| rest.starts_with('.'));
        self.files.iter().any(|(_, file)| has_stem(&file.path))
    }
}

/// A Markdown file in one language.
#[derive(Clone, Debug)]
pub struct NarrativeFile {
    /// Where it is.
    pub path: RelPath,
    text: Arc<LazyDoc>,
}

/// A text, and what it says once somebody has asked.
#[derive(Debug)]
struct LazyDoc {
    source: Arc<str>,
    doc: OnceLock<Doc>,
}

impl NarrativeFile {
    /// Returns a file with its text.
    pub fn new(path: RelPath, text: impl Into<Arc<str>>) -> NarrativeFile {
        NarrativeFile { path, text: Arc::new(LazyDoc { source: text.into(), doc: OnceLock::new() }) }
    }

    /// Returns the same file as nobody has read it: what it is found to say is not kept longer than this is.
    pub fn unread(&self) -> NarrativeFile {
        NarrativeFile::new(self.path.clone(), self.text.source.clone())
    }

    /// Returns what it says.
    pub fn doc(&self) -> &Doc {
        reads::note(&self.path);
        self.text.doc.get_or_init(|| markdown::parse(self.text.source.clone()))
    }

    /// Returns what it says as it was written.
    pub fn source(&self) -> &str {
        reads::note(&self.path);
        &self.text.source
    }
}
