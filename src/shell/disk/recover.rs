//! The author's folder, found again after a command died between two renames, on file systems that cannot exchange two
//! folders in one step.

use std::path::Path;

use super::content_folders::Names;
use super::error::DiskError;
use super::held::HeldNotice;

/// Puts back a folder of the author that a command which died has left under another name.
///
/// # Errors
/// If it cannot be put back, or another command holds the notice.
pub fn recover(root: &Path, folder: &'static str) -> Result<(), DiskError> {
    let names = Names::of(root, folder);
    if !names.is_lost() {
        return Ok(());
    }
    // Another command may be between the two renames: then it has put a folder there once it lets go.
    let _held = HeldNotice::take(root, folder)?;
    names.put_back()
}
