//! What one compilation leaves to the next: what was made of single files, the theme, and the edition where narratives
//! alone were edited, as long as their files stay the same.
//!
//! Remembering changes nothing but the time: a property test compares every kind of edit with a compilation that
//! remembers nothing. This is the only place that remembers. [`Cache::turn_to`] forgets what was made of files that
//! changed; diagnostics are known by fingerprints and forget by themselves. A build leaves a [`Memory`] to the next on the
//! disk.

mod memory;

use std::collections::BTreeSet;
use std::sync::Arc;

pub use memory::{MadeOutput, Memory, OutputNote, PageLinks, Recall};

use crate::diagnostic::Diagnostic;
use crate::notice::content::ParsedFiles;
use crate::notice::edition::Edition;
use crate::rules::TextDiagnostics;
use crate::site::formats::DataFiles;
use crate::site::render::Renderer;
use crate::source::SourceTree;
use crate::theme::Layered;
use crate::value::url::BaseUrl;

/// Files parsed and texts looked at, of the tree that was compiled last.
#[derive(Clone, Default)]
pub struct Cache {
    tree: Arc<SourceTree>,
    /// The edition of the last tree, if nothing was wrong with it before its texts were looked at.
    edition: Option<KnownEdition>,
    /// What pages of that edition, or of an earlier one with the same outputs, are rendered by.
    means: Option<Means>,
    /// Records of issues and narratives, by their file: they depend on its bytes alone.
    pub files: ParsedFiles,
    /// Diagnostics in the notice as a whole, the texts of issues and attachments, by the fingerprint of all that they
    /// depend on.
    pub diagnostics: TextDiagnostics,
    /// The theme: it depends on its files, and on which is wanted.
    pub theme: Layered,
}

/// What a command asks for in place of what the notice says: another theme, another address.
pub type Asked = (Option<String>, Option<BaseUrl>);

/// An edition, what it was asked to be, and what was found in its records and theme.
#[derive(Clone)]
struct KnownEdition {
    asked: Asked,
    edition: Arc<Edition>,
    found: Vec<Diagnostic>,
}

/// What the pages of an edition are rendered by, which does not depend on what narratives of issues say.
#[derive(Clone)]
pub struct Means {
    /// The edition that they were made of.
    pub edition: Arc<Edition>,
    /// Templates, and what all pages share.
    pub renderer: Arc<Renderer>,
    /// Which data files there are.
    pub data: Arc<DataFiles>,
}

impl Cache {
    /// Returns a cache that knows of no file, only what the last build found nothing in.
    pub fn recalled(memory: &Memory) -> Cache {
        Cache { diagnostics: TextDiagnostics::recalled(memory.clean()), ..Cache::default() }
    }

    /// Forgets what was made of files that are not the same in this tree.
    pub fn turn_to(&mut self, tree: &Arc<SourceTree>) {
        let changed: BTreeSet<_> = tree.changes(&self.tree).into_iter().collect();
        for path in &changed {
            self.files.forget(path);
            self.theme.forget(path);
        }
        self.edition = self.edition.take().and_then(|known| {
            let edition = Arc::new(known.edition.retold(tree, &changed)?);
            Some(KnownEdition { edition, ..known })
        });
        self.tree = tree.clone();
    }

    /// Returns the edition of the present tree and what was found in its records and theme, if it differs from the last in
    /// nothing but narratives of issues.
    pub fn edition(&self, asked: &Asked) -> Option<(Arc<Edition>, Vec<Diagnostic>)> {
        let known = self.edition.as_ref().filter(|known| known.asked == *asked)?;
        Some((known.edition.clone(), known.found.clone()))
    }

    /// Keeps the edition of the present tree in whose records and theme nothing is wrong, and what was said of them.
    pub fn keep_edition(&mut self, asked: Asked, edition: &Arc<Edition>, found: &[Diagnostic]) {
        self.edition = Some(KnownEdition { asked, edition: edition.clone(), found: found.to_vec() });
    }

    /// Returns what pages of an edition are rendered by, if it has the outputs of one that they were rendered of.
    pub fn means(&self, edition: &Edition) -> Option<&Means> {
        self.means.as_ref().filter(|means| edition.has_outputs_of(&means.edition))
    }

    /// Returns what pages were rendered by last, whatever became of the notice since.
    pub fn renderer(&self) -> Option<&Renderer> {
        self.means.as_ref().map(|means| &*means.renderer)
    }

    /// Keeps what pages of an edition are rendered by.
    pub fn keep_means(&mut self, means: Means) {
        self.means = Some(means);
    }
}
