//! What one compilation leaves to the next: what was made of single files, and the theme, as long as their files stay
//! the same.
//!
//! Remembering changes nothing but the time: a property test compares every kind of edit with a compilation that
//! remembers nothing. This is the only place that remembers. [`Cache::turn_to`] forgets what was made of files that
//! changed; diagnostics are known by fingerprints and forget by themselves. A build leaves a [`Memory`] to the next on the
//! disk.

mod memory;

use std::sync::Arc;

pub use memory::{Memory, OutputNote, PageLinks, Recall};

use crate::notice::content::ParsedFiles;
use crate::rules::TextDiagnostics;
use crate::source::SourceTree;
use crate::theme::Layered;

/// Files parsed and texts looked at, of the tree that was compiled last.
#[derive(Clone, Debug, Default)]
pub struct Cache {
    tree: Arc<SourceTree>,
    /// Records of issues and narratives, by their file: they depend on its bytes alone.
    pub files: ParsedFiles,
    /// Diagnostics in the notice as a whole, the texts of issues and attachments, by the fingerprint of all that they
    /// depend on.
    pub diagnostics: TextDiagnostics,
    /// The theme: it depends on its files, and on which is wanted.
    pub theme: Layered,
}

impl Cache {
    /// Returns a cache that knows of no file, only what the last build found nothing in.
    pub fn recalled(memory: &Memory) -> Cache {
        Cache { diagnostics: TextDiagnostics::recalled(memory.clean()), ..Cache::default() }
    }

    /// Forgets what was made of files that are not the same in this tree.
    pub fn turn_to(&mut self, tree: &Arc<SourceTree>) {
        for path in tree.changes(&self.tree) {
            self.files.forget(path);
            self.theme.forget(path);
        }
        self.tree = tree.clone();
    }
}
