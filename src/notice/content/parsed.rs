//! Records and narratives that have been read, so that an edit reads again only what it touches.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::notice::NarrativeFile;
use crate::notice::records::IssueRecord;
use crate::value::{Lang, RelPath};

/// A file that has been read and had nothing wrong with it. Records of issues and narratives are many, and an edit
/// touches few.
#[derive(Clone, Debug)]
pub enum ParsedFile {
    /// The record of an issue.
    Issue(Arc<IssueRecord>),
    /// A narrative in one language.
    Narrative(NarrativeFile),
}

/// Parsed files by their path. Records depend on their bytes and on one thing more: the language of a notice that has
/// one.
#[derive(Clone, Debug, Default)]
pub struct ParsedFiles {
    pub(super) files: BTreeMap<RelPath, ParsedFile>,
    pub(super) only: Option<Lang>,
}

impl ParsedFiles {
    /// None yet.
    pub fn new() -> ParsedFiles {
        ParsedFiles::default()
    }

    /// Forgets a file.
    pub fn forget(&mut self, path: &RelPath) {
        self.files.remove(path);
    }

    /// Forgets the records if they were read for a notice in other languages.
    pub(super) fn turn_to(&mut self, only: Option<Lang>) {
        if self.only != only {
            self.files.retain(|_, file| matches!(file, ParsedFile::Narrative(_)));
            self.only = only;
        }
    }
}
