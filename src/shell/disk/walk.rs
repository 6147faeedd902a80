//! What there is in a folder, and below it.
//!
//! The standard library panics when a folder cannot be closed, as on a network drive that is gone. After the swap nothing may: so folders of
//! the published site are listed by the system's own calls.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};

use rustix::fs::{Dir, FileType};

use super::error::DiskError;
use super::system;

/// Something in a folder.
pub(super) struct Entry {
    pub(super) path: PathBuf,
    pub(super) is_folder: bool,
}

/// What stands in a folder, in no order; links are not followed.
pub(super) fn entries(folder: &Path) -> io::Result<Vec<Entry>> {
    let mut found = Vec::new();
    for entry in Dir::new(system::open_itself(folder)?)? {
        let entry = entry?;
        let name = OsStr::from_bytes(entry.file_name().to_bytes());
        if name == "." || name == ".." {
            continue;
        }
        let path = folder.join(name);
        let is_folder = match entry.file_type() {
            FileType::Unknown => fs::symlink_metadata(&path)?.is_dir(), // some file systems do not say
            kind => kind == FileType::Directory,
        };
        found.push(Entry { path, is_folder });
    }
    Ok(found)
}

/// A folder and everything below it, what is in a folder before the folder itself.
pub(super) fn walk(folder: &Path) -> Result<Vec<Entry>, DiskError> {
    let mut found = Vec::new();
    gather(folder, &mut found)?;
    Ok(found)
}

fn gather(folder: &Path, found: &mut Vec<Entry>) -> Result<(), DiskError> {
    for entry in entries(folder).map_err(|error| DiskError::io(folder, error))? {
        if entry.is_folder {
            gather(&entry.path, found)?;
        } else {
            found.push(entry);
        }
    }
    found.push(Entry { path: folder.into(), is_folder: true });
    Ok(())
}
