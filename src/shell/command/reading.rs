//! What most commands begin with: the folder of the notice is held if they will write to it, read and compiled.

use std::mem::ManuallyDrop;
use std::sync::Arc;

use super::bar::Phase;
use super::{Compiled, ExitCode, FOLDERS, Shell};
use crate::cache::Cache;
use crate::compile::{Options, compile_with};
use crate::diagnostic::{self, Checked};
use crate::notice::content::FOLDER;
use crate::shell::disk::{self, DiskError, HeldNotice, Roots};
use crate::source::SourceTree;
use crate::theme as themes;

impl Shell<'_> {
    /// Holds the notice, so that no other gongkai writes the author's files from before they are read until they are
    /// written.
    pub(super) fn hold(&self) -> Result<HeldNotice, ExitCode> {
        HeldNotice::take(self.root, FOLDER).map_err(|error| self.fail(&error))
    }

    /// Reads the folder and compiles it, or says why it cannot be read.
    pub(super) fn compile(&self, options: &Options) -> Result<Compiled, ExitCode> {
        let read = self.read().map_err(|error| self.fail(&error))?;
        // What it holds is left to the end of the process: to take it apart piece by piece would only take longer.
        let mut memory = ManuallyDrop::new(Cache::default());
        Ok(self.compile_files(read, options, &mut memory))
    }

    /// Returns where the folders are that a site is made of.
    pub(super) fn roots(&self) -> Roots<'_> {
        Roots::new(self.root, self.themes.map(|folder| (themes::FOLDER, folder)))
    }

    /// Reads the folder, with diagnostics about files that cannot be content.
    pub(super) fn read(&self) -> Result<Checked<SourceTree>, DiskError> {
        disk::read_tree(self.roots(), &FOLDERS, self.bar.enter(Phase::Reading))
    }

    pub(super) fn compile_files(&self, read: Checked<SourceTree>, options: &Options, memory: &mut Cache) -> Compiled {
        self.bar.enter(Phase::Checking);
        let Checked { value: tree, diagnostics: mut found } = read;
        let tree = Arc::new(themes::with_built_in(tree));
        let Checked { value: (site, counts), diagnostics } = compile_with(&tree, options, memory);
        found.extend(diagnostics);
        let site = site.filter(|_| !diagnostic::has_errors(&found));
        Compiled { tree, site, counts, diagnostics: found }
    }
}
