//! What one compilation leaves to the next: what was made of single files, and the theme, as long as their files stay
//! the same.
//!
//! Remembering changes nothing but the time: a property test compares every kind of edit with a compilation that
//! remembers nothing. This is the only place that remembers, and [`Cache::turn_to`] the only one that forgets.

use std::sync::Arc;

use crate::notice::content::ParsedFiles;
use crate::rules::TextDiagnostics;
use crate::source::SourceTree;
use crate::theme::Layered;
use crate::value::RelPath;

/// Files parsed and texts looked at, of the tree that was compiled last.
#[derive(Clone, Debug, Default)]
pub struct Cache {
    tree: Arc<SourceTree>,
    /// Records of issues and narratives, by their file: they depend on its bytes alone.
    pub files: ParsedFiles,
    /// Diagnostics in the texts of an issue, by its record: they depend on its files and on what all texts are measured
    /// by. Diagnostics in an attachment, which depend on its bytes alone.
    pub diagnostics: TextDiagnostics,
    /// The theme: it depends on its files, and on which is wanted.
    pub theme: Layered,
}

impl Cache {
    /// Forgets what was made of files that are not the same in this tree.
    pub fn turn_to(&mut self, tree: &Arc<SourceTree>) {
        for path in tree.changes(&self.tree) {
            self.files.forget(path);
            self.diagnostics.forget(&record_of(path));
            self.diagnostics.forget_attachment(path);
            self.theme.forget(path);
        }
        self.tree = tree.clone();
    }
}

/// Returns the record that a narrative belongs to, or the file itself: `026.yaml` for `026.zh.md`.
fn record_of(path: &RelPath) -> String {
    let narrative = path.as_str().strip_suffix(".md").and_then(|name| name.rsplit_once('.'));
    narrative.map_or_else(|| path.to_string(), |(stem, _)| format!("{stem}.yaml"))
}
