//! Removing a whole folder, at a bearable speed.

use std::fs;
use std::io;
use std::path::Path;
use std::thread;

use super::error::DiskError;
use super::marker::MARKER;
use super::walk::{Walked, walk};

/// How many files are removed at a time. Some disks are told at once of every block that becomes free (`discard`), and
/// each file waits for that some milliseconds: it is the disk that works, so there may be more threads than cores.
const THREADS: usize = 16;

/// Removes a folder and everything in it: only for who knows that it is ours (`leftover`). Its marker goes last, so
/// that what is left when this is interrupted is still known to be ours.
pub(super) fn remove(folder: &Path) -> Result<(), DiskError> {
    let marker = folder.join(MARKER);
    let entries = walk(folder)?.into_iter().filter(|entry| entry.path != marker && entry.path != folder);
    let (folders, files): (Vec<Walked>, Vec<Walked>) = entries.partition(|entry| entry.is_folder);
    remove_files(&files)
        .and_then(|()| folders.iter().try_for_each(|each| unless_gone(fs::remove_dir(&each.path))))
        .and_then(|()| unless_gone(fs::remove_file(&marker)))
        .and_then(|()| unless_gone(fs::remove_dir(folder)))
        .map_err(|error| DiskError::io(folder, error))
}

/// Passes over what is gone already.
pub(super) fn unless_gone(removed: io::Result<()>) -> io::Result<()> {
    removed.or_else(|error| if error.kind() == io::ErrorKind::NotFound { Ok(()) } else { Err(error) })
}

/// Removes files, all that can be; the error of one that cannot.
fn remove_files(files: &[Walked]) -> io::Result<()> {
    let each =
        |share: &[Walked]| share.iter().map(|file| unless_gone(fs::remove_file(&file.path))).fold(Ok(()), Result::and);
    thread::scope(|scope| {
        let shares = files.chunks(files.len().div_ceil(THREADS).max(1));
        let threads: Vec<_> = shares.map(|share| scope.spawn(move || each(share))).collect();
        threads.into_iter().map(|thread| ended(thread.join())).fold(Ok(()), Result::and)
    })
}

/// Returns what a thread returned. One that panicked removed we do not know what.
fn ended(joined: thread::Result<io::Result<()>>) -> io::Result<()> {
    joined.unwrap_or_else(|_| Err(io::Error::other("a thread panicked")))
}

#[cfg(test)]
mod tests {
    use super::super::system;
    use super::*;

    #[test]
    fn everything_in_a_folder_goes_and_nothing_else() {
        let top = tempfile::tempdir().unwrap();
        let path = |path: &str| top.path().join(path);
        fs::create_dir_all(path("old/a/empty")).unwrap();
        fs::create_dir(path("kept")).unwrap();
        fs::write(path("kept/file"), "").unwrap();
        (0..50).for_each(|i| fs::write(path(&format!("old/a/{i}")), "").unwrap());
        system::symlink(Path::new("../kept"), &path("old/link")).unwrap();
        fs::write(path("old").join(MARKER), "").unwrap();
        remove(&path("old")).unwrap();
        assert!(!path("old").exists() && path("kept/file").exists());
    }

    #[test]
    fn a_thread_that_panics_has_removed_nothing() {
        assert!(ended(thread::spawn(|| panic!("as meant")).join()).is_err());
        assert!(ended(thread::spawn(|| Ok(())).join()).is_ok());
    }
}
