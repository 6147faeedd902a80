//! A folder with everything below it.

use std::path::{Path, PathBuf};

use super::error::DiskError;
use super::system;

/// Something in a folder, or the folder itself.
pub(super) struct Walked {
    pub(super) path: PathBuf,
    /// Whether it is a folder itself, not a link to one.
    pub(super) is_folder: bool,
}

/// Returns a folder and everything below it, what is in a folder before the folder itself.
pub(super) fn walk(folder: &Path) -> Result<Vec<Walked>, DiskError> {
    let mut walked = Vec::new();
    gather(folder, &mut walked)?;
    Ok(walked)
}

fn gather(folder: &Path, walked: &mut Vec<Walked>) -> Result<(), DiskError> {
    for entry in system::list(folder).map_err(|error| DiskError::io(folder, error))? {
        let path = folder.join(entry.name);
        if entry.is_folder {
            gather(&path, walked)?;
        } else {
            walked.push(Walked { path, is_folder: false });
        }
    }
    walked.push(Walked { path: folder.into(), is_folder: true });
    Ok(())
}
