//! The new site, prepared beside the published one.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use rayon::prelude::*;

use super::error::{DiskError, Fault};
use super::fingerprint::{self, Fingerprint};
use super::inventory::Inventory;
use super::output::{Before, MARKER, Output, is_dotfile};
use super::publish::Published;
use super::remove::remove;
use super::swap::Swap;
use super::system::{self, FILE_MODE};
use crate::value::RelPath;

/// What the marker tells who finds it.
const MARKER_TEXT: &str = "\
此文件夹由 gongkai 生成：除您自己的以点开头的文件外，每次发布都会整个替换。
This folder is made by gongkai: all of it but dotfiles of your own is replaced whenever the site is published.
";

/// A site that is being written. It becomes the published one as a whole or not at all.
#[derive(Debug)]
pub struct Stage {
    folder: PathBuf,
    /// The folder, open from the beginning, so that no failure of the disk since then is missed.
    handle: File,
    /// The site that is published now.
    site: PathBuf,
    before: Before,
    inventory: Inventory,
    written: Mutex<Written>,
}

/// What was written so far.
#[derive(Debug, Default)]
struct Written {
    /// Every file of the new site.
    paths: BTreeSet<RelPath>,
    /// Those of them that are published already, byte for byte.
    unchanged: Vec<RelPath>,
    /// How large they are together.
    bytes: u64,
    /// What they hold.
    fingerprint: Fingerprint,
}

impl Stage {
    /// Begins an empty site beside the output.
    pub(super) fn begin(output: &Output, before: Before) -> Result<Stage, DiskError> {
        let inventory = if before == Before::Nothing { Inventory::default() } else { Inventory::read(&output.folder)? };
        let folder = output.stage();
        let handle = system::create_folder(&folder)
            .and_then(|()| system::open(&folder))
            .map_err(|error| DiskError::io(&folder, error))?;
        let stage = Stage { folder, handle, site: output.folder.clone(), before, inventory, written: Mutex::default() };
        stage.create(MARKER, MARKER_TEXT.as_bytes())?;
        Ok(stage)
    }

    /// Writes a file of the site; folders come into being as they are needed. May be called from many threads.
    ///
    /// # Errors
    /// If the file cannot be written, was written before, or begins with a dot: dotfiles at the top are the user's.
    pub fn write(&self, path: &RelPath, bytes: &[u8]) -> Result<(), DiskError> {
        let is_new = self.written().paths.insert(path.clone());
        if !is_new || is_dotfile(Path::new(path.as_str())) {
            return Err(DiskError::new(Fault::WrittenTwice, &self.folder.join(path.as_str())));
        }
        let fingerprint = Fingerprint::of(path.as_str(), bytes);
        let unchanged = self.is_published(path.as_str(), bytes);
        if !unchanged {
            self.create(path.as_str(), bytes)?;
        }
        let mut written = self.written();
        written.bytes += bytes.len() as u64;
        written.fingerprint = written.fingerprint.and(fingerprint);
        written.unchanged.extend(unchanged.then(|| path.clone()));
        Ok(())
    }

    /// Notes in the marker what the site was made from, once all of it is written: [`published_from`](super::published_from) knows it again.
    ///
    /// # Errors
    /// If the marker cannot be written.
    pub fn note(&self, sources: Fingerprint) -> Result<(), DiskError> {
        let marker = self.folder.join(MARKER);
        let text = format!("{MARKER_TEXT}{}", fingerprint::note(sources, self.written().fingerprint));
        fs::write(&marker, text).map_err(|error| DiskError::io(&marker, error))
    }

    /// Where it stands.
    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// What there is to say of it, were it published in this way.
    pub(super) fn published(&self, swapped: Swap) -> Published {
        let Written { paths, unchanged, bytes, .. } = &*self.written();
        let removed = self.inventory.not_in(paths);
        Published { files: paths.len(), bytes: *bytes, unchanged: unchanged.len(), removed, swapped, confirmed: true }
    }

    /// Whether the published site is the new one already: the same files with the same bytes.
    pub(super) fn is_published_whole(&self) -> bool {
        let written = self.written();
        self.before == Before::Site
            && written.unchanged.len() == written.paths.len()
            && self.inventory.is(&written.paths)
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
        let is_whole = Inventory::read(&self.folder)?.is(&self.written().paths);
        if is_whole { Ok(()) } else { Err(DiskError::new(Fault::Disturbed, &self.folder)) }
    }

    /// Brings it to the disk.
    pub(super) fn sync(&self, sync: fn(&File, &Path) -> io::Result<()>) -> Result<(), DiskError> {
        sync(&self.handle, &self.folder).map_err(|error| DiskError::io(&self.folder, error))
    }

    /// Leaves the folder for the next build to remove.
    pub(super) fn keep(self) {
        std::mem::forget(self);
    }

    fn written(&self) -> MutexGuard<'_, Written> {
        self.written.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether the published file has these bytes and the right mode. One that cannot be read is written anew.
    fn is_published(&self, path: &str, bytes: &[u8]) -> bool {
        self.inventory.files.contains(OsStr::new(path)) && has_bytes(&self.site.join(path), bytes).unwrap_or(false)
    }

    fn create(&self, path: &str, bytes: &[u8]) -> Result<(), DiskError> {
        let target = self.folder.join(path);
        let written = self.in_folder(path, || system::create(&target)).and_then(|mut file| file.write_all(bytes));
        written.map_err(|error| DiskError::io(&target, error))
    }

    /// Makes a file; only if its folder turns out to be missing, makes that and tries again. So a file costs no look for its folder.
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
    /// Removes the folder: the new site if it was not published, the old one if it was. If that fails the next build repairs it.
    fn drop(&mut self) {
        let _ = remove(&self.folder);
    }
}

/// Whether a plain file of the right mode holds these bytes: by size first, then piece by piece.
fn has_bytes(path: &Path, bytes: &[u8]) -> io::Result<bool> {
    let mut file = system::open_itself(path)?;
    let metadata = file.metadata()?;
    if !metadata.is_file() || metadata.mode() & 0o7777 != FILE_MODE || metadata.len() != bytes.len() as u64 {
        return Ok(false);
    }
    holds(&mut file, bytes)
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
