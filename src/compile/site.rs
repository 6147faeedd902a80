//! A site, and the bytes of each of its outputs: nothing is rendered until it is asked for.

use std::borrow::Cow;
use std::sync::Arc;

use super::output::Output;
use crate::diagnostic::{Checked, Diagnostic};
use crate::notice::edition::Edition;
use crate::site;
use crate::site::formats::{self, DataFiles, FormatFile};
use crate::site::render::{self, Renderer};
use crate::source::pieces::{Pieces, Put, gathered};
use crate::value::RelPath;

/// A site: everything that is published, ready to be rendered.
pub struct Site {
    /// What it is made of.
    pub edition: Arc<Edition>,
    pub(super) renderer: Arc<Renderer>,
    pub(super) data: DataFiles,
    pub(super) figures: usize,
    /// Whether every rule looked at it: some do not where records or the theme have errors.
    pub(super) is_complete: bool,
}

impl Site {
    /// Returns everything that is published, files beside the pages first: a page lists what is known of them once they
    /// are written.
    pub fn outputs(&self) -> Vec<Output> {
        let edition = &self.edition;
        let files = edition.notice.files.iter().map(|source| Output::File {
            path: RelPath::of(source.as_str().trim_start_matches("content/")),
            source: source.clone(),
        });
        let pages = site::plan(edition);
        let beside = formats::files(edition).into_iter().map(Output::Format);
        beside
            .chain(pages.into_iter().map(Output::Page))
            .chain(edition.theme.assets.values().cloned().map(Output::Asset))
            .chain(files)
            .collect()
    }

    /// Returns one page of every kind in every language.
    pub fn samples(&self) -> Vec<Output> {
        site::samples(&self.edition).into_iter().map(Output::Page).collect()
    }

    /// Returns what only a preview shows.
    pub fn previews(&self) -> Vec<Output> {
        site::previews(&self.edition.notice).into_iter().map(Output::Page).collect()
    }

    /// Returns what is wrong with an output as it is rendered. The downloads that a page lists are not made for that: it takes
    /// seconds where there are thousands of issues.
    pub fn tried(&self, output: &Output) -> Vec<Diagnostic> {
        match output {
            Output::Page(page) => render::page(&self.renderer, &self.edition, &self.data.unmade(), page).diagnostics,
            Output::Format(_) | Output::Asset(_) | Output::File { .. } => self.render(output).diagnostics,
        }
    }

    /// Takes down what others say of an output that has these bytes and is not rendered.
    pub fn note(&self, output: &Output, bytes: &[u8]) {
        if let Output::Format(file) = output {
            self.data.note(file, bytes);
        }
    }

    /// Hands on a file beside the pages as it is made, of which some pieces may be known, and takes down its pieces.
    pub fn write(&self, file: &FormatFile, pieces: &mut Pieces, put: &mut Put<'_>) {
        self.data.write(&self.edition, file, pieces, put);
    }

    /// Returns the bytes of one output.
    pub fn render<'a>(&'a self, output: &'a Output) -> Checked<Option<Cow<'a, [u8]>>> {
        match output {
            Output::Page(page) => {
                let Checked { value, diagnostics } = render::page(&self.renderer, &self.edition, &self.data, page);
                Checked { value: value.map(Cow::Owned), diagnostics }
            }
            Output::Format(file) => {
                Checked::clean(Some(Cow::Owned(gathered(|put| self.write(file, &mut Pieces::default(), put)))))
            }
            Output::Asset(asset) => Checked::clean(Some(Cow::Borrowed(&asset.bytes))),
            Output::File { source, .. } => Checked::clean(self.edition.tree.bytes(source.as_str()).map(Cow::Borrowed)),
        }
    }
}
