//! The new site, prepared beside the published one.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use rayon::prelude::*;

use super::error::{DiskError, Fault};
use super::inventory::Inventory;
use super::leftover;
use super::marker::{self, SiteFiles};
use super::output::{OutputFolder, is_dotfile};
use super::present::Present;
use super::published::Published;
use super::site_file;
use super::swap::Swap;
use super::system;
use crate::value::{Fingerprint, Fingerprinter, RelPath};

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

    /// Begins a file of the site that is written part by part.
    pub fn begin_file<'s>(&'s self, path: &'s RelPath) -> StagedFile<'s> {
        let content = Fingerprinter::new(path.as_str());
        let published = self.published_file(path.as_str()).map(|(file, _)| file);
        StagedFile { stage: self, path, content, length: 0, published, new: None, failure: None }
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

    /// Returns the summary of the publication, if it ends in this way.
    pub(super) fn published(&self, swapped: Swap) -> Published {
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
    pub(super) fn edited(&self) -> Vec<RelPath> {
        let written = self.written();
        let unchanged: BTreeSet<&RelPath> = written.unchanged.iter().collect();
        let listed = self.present.listed.iter().flat_map(SiteFiles::keys);
        let replaced: Vec<&RelPath> = listed.filter(|path| !unchanged.contains(path)).collect();
        self.present.edited(&self.site, &replaced)
    }

    /// Returns whether the published site is the new one already: the same files with the same bytes.
    pub(super) fn is_published_whole(&self) -> bool {
        let written = self.written();
        self.present.listed.as_ref() == Some(&written.files)
            && written.unchanged.len() == written.files.len()
            && self.present.inventory.is(&written.files)
    }

    /// Puts the unchanged files in: links to those that are published, or copies where links cannot be made.
    pub(super) fn link_unchanged(&self) -> Result<(), DiskError> {
        self.written().unchanged.par_iter().try_for_each(|path| {
            let (from, to) = (self.site.join(path.as_str()), self.folder.join(path.as_str()));
            let linked = self
                .in_folder(path.as_str(), || fs::hard_link(&from, &to).or_else(|_| fs::copy(&from, &to).map(|_| ())));
            linked.map_err(|error| DiskError::io(&to, error))
        })
    }

    /// Checks that the stage holds what was written, all of it and nothing else.
    pub(super) fn check(&self) -> Result<(), DiskError> {
        let is_whole = Inventory::read(&self.folder)?.is(&self.written().files);
        if is_whole { Ok(()) } else { Err(DiskError::new(Fault::Disturbed, &self.folder)) }
    }

    /// Lists in its marker what the stage holds.
    pub(super) fn list(&self) -> Result<(), DiskError> {
        let StagedFiles { files, sources, .. } = &*self.written();
        marker::complete(&self.folder, *sources, files)
    }

    /// Flushes it to the disk.
    pub(super) fn sync(&self, sync: fn(&File, &Path) -> io::Result<()>) -> Result<(), DiskError> {
        sync(&self.handle, &self.folder).map_err(|error| DiskError::io(&self.folder, error))
    }

    /// Leaves the folder for the next build to remove.
    pub(super) fn leave(self) {
        std::mem::forget(self);
    }

    fn written(&self) -> MutexGuard<'_, StagedFiles> {
        self.written.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Returns whether the published file has these bytes and the right mode. One that cannot be read is written again.
    fn is_published(&self, path: &str, bytes: &[u8]) -> bool {
        let published = self.published_file(path).filter(|(_, length)| *length == bytes.len() as u64);
        published.is_some_and(|(mut file, _)| holds(&mut file, bytes).unwrap_or(false))
    }

    /// Returns the published file, if it is a plain one of the right mode, and its length.
    fn published_file(&self, path: &str) -> Option<(File, u64)> {
        self.present.inventory.files.contains(OsStr::new(path)).then_some(())?;
        let file = system::open_itself(&self.site.join(path)).ok()?;
        let metadata = file.metadata().ok()?;
        system::is_as_created(&metadata).then_some((file, metadata.len()))
    }

    fn create(&self, path: &str, bytes: &[u8]) -> Result<(), DiskError> {
        let written = self.new_file(path).and_then(|mut file| file.write_all(bytes));
        written.map_err(|error| DiskError::io(&self.folder.join(path), error))
    }

    fn new_file(&self, path: &str) -> io::Result<File> {
        let target = self.folder.join(path);
        self.in_folder(path, || system::create(&target))
    }

    /// Makes a file; only if its folder turns out to be missing, makes that and tries again. So a file costs no look
    /// for its folder.
    fn in_folder<T>(&self, path: &str, make: impl Fn() -> io::Result<T>) -> io::Result<T> {
        match make() {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                for (end, _) in path.match_indices('/') {
                    match system::create_folder(&self.folder.join(&path[..end])) {
                        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {} // another thread was faster
                        made => made?,
                    }
                }
                make()
            }
            made => made,
        }
    }
}

impl Drop for Stage {
    /// Removes the folder: the new site if it was not published, the old one if it was. If that fails the next build
    /// repairs it.
    fn drop(&mut self) {
        let _ = leftover::clear(&self.folder);
    }
}

/// A file of the site that is written part by part: only once it differs from the published one is there a new one.
#[derive(Debug)]
pub struct StagedFile<'s> {
    stage: &'s Stage,
    path: &'s RelPath,
    content: Fingerprinter,
    length: u64,
    /// The published file, as long as it goes on with the same bytes.
    published: Option<File>,
    new: Option<File>,
    /// Why nothing more can be written.
    failure: Option<io::Error>,
}

impl StagedFile<'_> {
    /// Writes the next part. If it cannot be written, [`StagedFile::finish`] says why.
    pub fn write(&mut self, part: &[u8]) {
        if self.failure.is_none() {
            self.failure = self.put(part).err();
        }
        self.content.add(part);
        self.length += part.len() as u64;
    }

    /// Ends the file, and returns its fingerprint.
    ///
    /// # Errors
    /// If a part could not be written, the file was written before, or begins with a dot.
    pub fn finish(mut self) -> Result<Fingerprint, DiskError> {
        let length = self.length;
        let ends_here = |file: &File| file.metadata().is_ok_and(|metadata| metadata.len() == length);
        let unchanged = self.published.as_ref().is_some_and(ends_here);
        if !unchanged && self.failure.is_none() {
            self.failure = self.differing().err();
        }
        if let Some(failure) = self.failure {
            return Err(DiskError::io(&self.stage.folder.join(self.path.as_str()), failure));
        }
        let fingerprint = self.content.finish();
        self.stage.enter(self.path, fingerprint)?;
        self.stage.count(self.path, length, unchanged);
        Ok(fingerprint)
    }

    fn put(&mut self, part: &[u8]) -> io::Result<()> {
        let goes_on = self.published.as_mut().is_some_and(|file| holds(file, part).unwrap_or(false));
        if goes_on { Ok(()) } else { self.differing()?.write_all(part) }
    }

    /// Returns the new file, which begins with what it has in common with the published one.
    fn differing(&mut self) -> io::Result<&mut File> {
        let new = match self.new.take() {
            Some(new) => new,
            None => {
                let mut new = self.stage.new_file(self.path.as_str())?;
                if let Some(mut published) = self.published.take() {
                    published.rewind()?;
                    let copied = io::copy(&mut published.take(self.length), &mut new)?;
                    (copied == self.length).then_some(()).ok_or(io::ErrorKind::UnexpectedEof)?;
                }
                new
            }
        };
        Ok(self.new.insert(new))
    }
}

fn holds(file: &mut File, bytes: &[u8]) -> io::Result<bool> {
    let mut piece = [0; 16 << 10];
    for expected in bytes.chunks(piece.len()) {
        let piece = &mut piece[..expected.len()];
        file.read_exact(piece)?;
        if piece != expected {
            return Ok(false);
        }
    }
    Ok(true)
}
