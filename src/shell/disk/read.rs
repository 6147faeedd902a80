//! Reading sources: every file below some folders, or an error; nothing is left out in silence.

mod refused;
mod walk;
#[cfg(test)]
mod tests;

use std::fs;
use std::path::PathBuf;

use rayon::ThreadPoolBuilder;
use rayon::prelude::*;

use super::error::DiskError;
use super::roots::Roots;
use super::steady::{self, FileReading};
use crate::diagnostic::{self, Checked, Diagnostic};
use crate::progress::Progress;
use crate::source::SourceTree;
use crate::value::RelPath;
use refused::{special, too_large};
use walk::Walk;

/// Returns every file below each folder of the root, by its path relative to the root. A folder that does not exist is
/// empty.
///
/// What editors and systems leave behind is passed over. Links are followed if they stay in the root. What cannot be
/// content (a device, a link out of the root, a name that some systems refuse, a file of more than 64 MB) is a
/// diagnostic. Each file is a step of the progress.
///
/// # Errors
/// If any file or folder cannot be read, or changes each time it is read: a notice without one of its issues is worse
/// than none.
pub fn read_tree<'a>(
    root: impl Into<Roots<'a>>,
    folders: &[&str],
    progress: &Progress,
) -> Result<Checked<SourceTree>, DiskError> {
    let Sources { tree, diagnostics, .. } = Sources::read(root, folders, progress)?;
    Ok(Checked { value: tree, diagnostics })
}

/// Sources as they were read last.
#[derive(Debug, Default)]
pub struct Sources {
    pub(super) tree: SourceTree,
    pub(super) diagnostics: Vec<Diagnostic>,
    /// Whether a link was followed: a file may be reached by a second path then, where its change goes unnoticed.
    pub(super) has_links: bool,
}

impl Sources {
    /// Reads everything, as [`read_tree`] does.
    ///
    /// # Errors
    /// If any file or folder cannot be read.
    pub fn read<'a>(root: impl Into<Roots<'a>>, folders: &[&str], progress: &Progress) -> Result<Sources, DiskError> {
        read(root.into(), folders, progress)
    }

    /// Returns the files, and what is wrong with them.
    pub fn checked(&self) -> Checked<SourceTree> {
        Checked { value: self.tree.clone(), diagnostics: self.diagnostics.clone() }
    }
}

fn read(roots: Roots<'_>, folders: &[&str], progress: &Progress) -> Result<Sources, DiskError> {
    let root = roots.root();
    fs::metadata(root).map_err(|error| DiskError::io(root, error))?;
    let mut walk = Walk::of(roots);
    for folder in folders {
        walk.folder(folder)?;
    }
    let Walk { files, has_links, mut diagnostics, .. } = walk;
    progress.begin(files.len());
    let read = |(_, path): &(RelPath, PathBuf)| {
        let reading = steady::read(path);
        progress.step();
        reading
    };
    let readings: Vec<_> = waiting_together(files.len(), || files.par_iter().map(read).collect());
    let mut whole = Vec::with_capacity(files.len());
    for ((path, _), reading) in files.into_iter().zip(readings) {
        match reading? {
            FileReading::Bytes(bytes) => whole.push((path, bytes)),
            FileReading::TooLarge => diagnostics.push(too_large(path)),
            FileReading::Special => diagnostics.push(special(path)),
        }
    }
    diagnostic::sort(&mut diagnostics);
    let mut tree = SourceTree::of_files(whole);
    if let Some((folder, place)) = roots.elsewhere() {
        tree = tree.with_elsewhere(folder, &place.to_string_lossy().replace('\\', "/"));
    }
    Ok(Sources { tree, diagnostics, has_links })
}

/// Does something with many files on more threads than there are cores: each waits for the disk, or for another machine, most of the time.
fn waiting_together<T: Send>(files: usize, work: impl FnOnce() -> T + Send) -> T {
    const MANY: usize = 256;
    const FOR_EACH_CORE: usize = 8;
    let threads = rayon::current_num_threads();
    // Who asks for one thread gets one.
    let pool = (files >= MANY && threads > 1)
        .then(|| ThreadPoolBuilder::new().num_threads(threads * FOR_EACH_CORE).build())
        .and_then(Result::ok);
    match pool {
        Some(pool) => pool.install(work),
        None => work(),
    }
}
