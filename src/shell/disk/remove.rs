//! Removing a whole folder, at a bearable speed.

use std::fs;
use std::io;
use std::path::Path;
use std::thread;

use super::error::DiskError;
use super::walk::{Entry, walk};

/// How many files are removed at a time. Some disks are told at once of every block that becomes free (`discard`), and each file waits for
/// that some milliseconds: it is the disk that works, so there may be more threads than cores.
const THREADS: usize = 16;

/// Removes a folder and everything in it, if it is there.
pub(super) fn remove(folder: &Path) -> Result<(), DiskError> {
    if fs::symlink_metadata(folder).is_err_and(|error| error.kind() == io::ErrorKind::NotFound) {
        return Ok(());
    }
    let (folders, files): (Vec<Entry>, Vec<Entry>) = walk(folder)?.into_iter().partition(|entry| entry.is_folder);
    remove_files(&files)
        .and_then(|()| folders.iter().try_for_each(|each| unless_gone(fs::remove_dir(&each.path))))
        .map_err(|error| DiskError::io(folder, error))
}

/// What is gone need not be removed.
fn unless_gone(removed: io::Result<()>) -> io::Result<()> {
    removed.or_else(|error| if error.kind() == io::ErrorKind::NotFound { Ok(()) } else { Err(error) })
}

/// Removes files, all that can be; the error of one that cannot.
fn remove_files(files: &[Entry]) -> io::Result<()> {
    let each =
        |share: &[Entry]| share.iter().map(|file| unless_gone(fs::remove_file(&file.path))).fold(Ok(()), Result::and);
    thread::scope(|scope| {
        let shares = files.chunks(files.len().div_ceil(THREADS).max(1));
        let threads: Vec<_> = shares.map(|share| scope.spawn(move || each(share))).collect();
        threads.into_iter().map(|thread| thread.join().unwrap_or(Ok(()))).fold(Ok(()), Result::and)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_in_a_folder_goes_and_nothing_else() {
        let top = tempfile::tempdir().unwrap();
        let path = |path: &str| top.path().join(path);
        fs::create_dir_all(path("old/a/empty")).unwrap();
        fs::create_dir(path("kept")).unwrap();
        fs::write(path("kept/file"), "").unwrap();
        (0..50).for_each(|i| fs::write(path(&format!("old/a/{i}")), "").unwrap());
        std::os::unix::fs::symlink("../kept", path("old/link")).unwrap();
        remove(&path("old")).unwrap();
        remove(&path("old")).unwrap();
        assert!(!path("old").exists() && path("kept/file").exists());
    }
}
