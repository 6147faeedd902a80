//! Removing a whole folder, at a bearable speed.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::thread;

use walkdir::WalkDir;

use super::error::DiskError;

/// How many files are removed at a time. Some disks are told at once of every block that becomes free (`discard`), and each file waits for
/// that some milliseconds: it is the disk that works, so there may be more threads than cores.
const THREADS: usize = 16;

/// Removes a folder and everything in it, if it is there.
pub(super) fn remove(folder: &Path) -> Result<(), DiskError> {
    remove_files(&files(folder));
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(DiskError::io(folder, error)),
        _ => Ok(()),
    }
}

/// All that is no folder; links are not followed. What cannot be listed is left to [`fs::remove_dir_all`], which then says why.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = WalkDir::new(folder).min_depth(1).into_iter().flatten();
    entries.filter(|entry| !entry.file_type().is_dir()).map(walkdir::DirEntry::into_path).collect()
}

fn remove_files(files: &[PathBuf]) {
    thread::scope(|scope| {
        for share in files.chunks(files.len().div_ceil(THREADS).max(1)) {
            scope.spawn(|| share.iter().for_each(|file| drop(fs::remove_file(file))));
        }
    });
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
