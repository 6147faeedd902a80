//! What is done with a new site once all of it is written: it is compared, completed, checked and flushed.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io;
use std::path::Path;

use rayon::prelude::*;

use super::{Stage, StagedFiles};
use crate::shell::disk::error::{DiskError, Fault};
use crate::shell::disk::inventory::Inventory;
use crate::shell::disk::marker::{self, SiteFiles};
use crate::shell::disk::published::Published;
use crate::shell::disk::swap::Swap;
use crate::value::RelPath;

impl Stage {
    /// Returns the summary of the publication, if it ends in this way.
    pub(in crate::shell::disk) fn published(&self, swapped: Swap) -> Published {
        let StagedFiles { files, unchanged, bytes, .. } = &*self.written();
        Published {
            files: files.len(),
            bytes: *bytes,
            unchanged: unchanged.len(),
            removed: self.present.inventory.not_in(files),
            edited: Vec::new(),
            swapped,
            confirmed: true,
        }
    }

    /// Returns the files at the output that somebody edited and that are now replaced or removed.
    pub(in crate::shell::disk) fn edited(&self) -> Vec<RelPath> {
        let written = self.written();
        let unchanged: BTreeSet<&RelPath> = written.unchanged.iter().collect();
        let listed = self.present.listed.iter().flat_map(SiteFiles::keys);
        let replaced: Vec<&RelPath> = listed.filter(|path| !unchanged.contains(path)).collect();
        self.present.edited(&self.site, &replaced)
    }

    /// Returns whether the published site is the new one already: the same files with the same bytes.
    pub(in crate::shell::disk) fn is_published_whole(&self) -> bool {
        let written = self.written();
        self.present.listed.as_ref() == Some(&written.files)
            && written.unchanged.len() == written.files.len()
            && self.present.inventory.is(&written.files)
    }

    /// Puts the unchanged files in: links to those that are published, or copies where links cannot be made.
    pub(in crate::shell::disk) fn link_unchanged(&self) -> Result<(), DiskError> {
        self.written().unchanged.par_iter().try_for_each(|path| {
            let (from, to) = (self.site.join(path.as_str()), self.folder.join(path.as_str()));
            let linked = self
                .in_folder(path.as_str(), || fs::hard_link(&from, &to).or_else(|_| fs::copy(&from, &to).map(|_| ())));
            linked.map_err(|error| DiskError::io(&to, error))
        })
    }

    /// Checks that the stage holds what was written, all of it and nothing else.
    pub(in crate::shell::disk) fn check(&self) -> Result<(), DiskError> {
        let is_whole = Inventory::read(&self.folder)?.is(&self.written().files);
        if is_whole { Ok(()) } else { Err(DiskError::new(Fault::Disturbed, &self.folder)) }
    }

    /// Lists in its marker what the stage holds.
    pub(in crate::shell::disk) fn list(&self) -> Result<(), DiskError> {
        let StagedFiles { files, sources, .. } = &*self.written();
        marker::complete(&self.folder, *sources, files)
    }

    /// Flushes it to the disk.
    pub(in crate::shell::disk) fn sync(&self, sync: fn(&File, &Path) -> io::Result<()>) -> Result<(), DiskError> {
        sync(&self.handle, &self.folder).map_err(|error| DiskError::io(&self.folder, error))
    }

    /// Leaves the folder for the next build to remove.
    pub(in crate::shell::disk) fn leave(self) {
        std::mem::forget(self);
    }
}
