//! The new site, prepared beside the published one.

mod comparison;
mod completion;
mod creation;
mod file;

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::error::{DiskError, Fault};
use super::marker::{self, SiteFiles};
use super::output::{OutputFolder, is_dotfile};
use super::present::Present;
use super::{leftover, site_file, system};
use crate::value::{Fingerprint, RelPath};

/// A site that is being written. It becomes the published one as a whole or not at all.
#[derive(Debug)]
pub struct Stage {
    folder: PathBuf,
    /// The folder, open from the beginning, so that no failure of the disk since then is missed.
    handle: File,
    /// Where the site is that is published now.
    site: PathBuf,
    /// What is there.
    present: Present,
    written: Mutex<StagedFiles>,
}

/// What was written so far.
#[derive(Debug, Default)]
struct StagedFiles {
    /// Every file of the new site.
    files: SiteFiles,
    /// Those of them that are published already, byte for byte.
    unchanged: Vec<RelPath>,
    /// The size of all together.
    bytes: u64,
    /// What they are made from, if that was noted.
    sources: Option<Fingerprint>,
}

impl Stage {
    /// Begins an empty site beside the output.
    pub(super) fn begin(
        output: &OutputFolder,
        present: Present,
        flush: fn(&File) -> io::Result<()>,
    ) -> Result<Stage, DiskError> {
        let folder = output.stage();
        let handle = system::create_folder(&folder)
            .and_then(|()| system::open(&folder))
            .map_err(|error| DiskError::io(&folder, error))?;
        let stage = Stage { folder, handle, site: output.folder.clone(), present, written: Mutex::default() };
        marker::begin(&stage.folder, flush)?;
        Ok(stage)
    }

    /// Writes a file of the site, and returns its fingerprint; folders come into being as they are needed. May be called
    /// from many threads.
    ///
    /// # Errors
    /// If the file cannot be written, was written before, or begins with a dot: dotfiles at the top are the user's.
    pub fn write(&self, path: &RelPath, bytes: &[u8]) -> Result<Fingerprint, DiskError> {
        let fingerprint = Fingerprint::of(path.as_str(), bytes);
        self.enter(path, fingerprint)?;
        let unchanged = self.is_published(path.as_str(), bytes);
        if !unchanged {
            self.create(path.as_str(), bytes)?;
        }
        self.count(path, bytes.len() as u64, unchanged);
        Ok(fingerprint)
    }

    /// Takes over a published file that has this fingerprint, and returns its bytes; none if it is not there, or is not as
    /// it was published. May be called from many threads.
    ///
    /// # Errors
    /// If the file was written before, or begins with a dot.
    pub fn take_over(&self, path: &RelPath, fingerprint: Fingerprint) -> Result<Option<Vec<u8>>, DiskError> {
        let Some(bytes) = self.published_bytes(path, fingerprint) else { return Ok(None) };
        self.enter(path, fingerprint)?;
        self.count(path, bytes.len() as u64, true);
        Ok(Some(bytes))
    }

    /// Returns the bytes of a published file that has this fingerprint; none if it is not there, or is not as it was
    /// published. May be called from many threads.
    pub fn published_bytes(&self, path: &RelPath, fingerprint: Fingerprint) -> Option<Vec<u8>> {
        let listed = self.present.listed.as_ref()?.get(path)?;
        (*listed == fingerprint).then_some(())?;
        site_file::intact(&self.site, path, fingerprint)
    }

    fn enter(&self, path: &RelPath, fingerprint: Fingerprint) -> Result<(), DiskError> {
        let is_new = self.written().files.insert(path.clone(), fingerprint).is_none();
        if is_new && !is_dotfile(Path::new(path.as_str())) {
            return Ok(());
        }
        Err(DiskError::new(Fault::WrittenTwice, &self.folder.join(path.as_str())))
    }

    fn count(&self, path: &RelPath, length: u64, unchanged: bool) {
        let mut written = self.written();
        written.bytes += length;
        written.unchanged.extend(unchanged.then(|| path.clone()));
    }

    /// Notes what the site is made from: [`published_from`](super::published_from) recognises it by that.
    pub fn note(&self, sources: Fingerprint) {
        self.written().sources = Some(sources);
    }

    /// Returns the folder.
    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Returns what is at the output, which the stage is to replace.
    pub(super) fn present(&self) -> &Present {
        &self.present
    }

    fn written(&self) -> MutexGuard<'_, StagedFiles> {
        self.written.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Stage {
    /// Removes the folder: the new site if it was not published, the old one if it was. If that fails the next build
    /// repairs it.
    fn drop(&mut self) {
        let _ = leftover::clear(&self.folder);
    }
}
