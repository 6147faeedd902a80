//! Calls to the system that `std` has not, or not exactly so.

use std::fs::{self, File, Permissions};
use std::io;
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::Path;

use rustix::fs::{self as sys, CWD, Mode, OFlags, RenameFlags};

/// The mode of a published file: readable by every server.
pub(super) const FILE_MODE: u32 = 0o644;
/// The mode of a published folder.
pub(super) const FOLDER_MODE: u32 = 0o755;

/// A new file, of mode [`FILE_MODE`] whatever the umask; an error if there is one already.
pub(super) fn create(path: &Path) -> io::Result<File> {
    let file = File::options().write(true).create_new(true).mode(FILE_MODE).open(path)?;
    file.set_permissions(Permissions::from_mode(FILE_MODE))?;
    Ok(file)
}

/// A new folder, of mode [`FOLDER_MODE`] whatever the umask; an error if there is one already.
pub(super) fn create_folder(path: &Path) -> io::Result<()> {
    fs::create_dir(path)?;
    fs::set_permissions(path, Permissions::from_mode(FOLDER_MODE))
}

/// A file to read, links followed; a fifo does not block.
pub(super) fn open(path: &Path) -> io::Result<File> {
    open_with(path, OFlags::empty())
}

/// A file to read, but not where a link leads.
pub(super) fn open_itself(path: &Path) -> io::Result<File> {
    open_with(path, OFlags::NOFOLLOW)
}

fn open_with(path: &Path, more: OFlags) -> io::Result<File> {
    Ok(File::from(sys::open(path, OFlags::RDONLY | OFlags::NONBLOCK | OFlags::CLOEXEC | more, Mode::empty())?))
}

/// Exchanges what stands at two paths, in one step.
pub(super) fn exchange(a: &Path, b: &Path) -> io::Result<()> {
    Ok(sys::renameat_with(CWD, a, CWD, b, RenameFlags::EXCHANGE)?)
}

/// Brings everything in an open folder to the disk: in one call where the system has it, else file by file.
pub(super) fn sync(handle: &File, folder: &Path) -> io::Result<()> {
    #[cfg(target_os = "linux")]
    match sys::syncfs(handle) {
        Err(rustix::io::Errno::NOSYS) => {}
        answer => return Ok(answer?),
    }
    sync_each(folder)
}

/// Brings every file and folder in a folder to the disk, one by one.
pub(super) fn sync_each(folder: &Path) -> io::Result<()> {
    for entry in walkdir::WalkDir::new(folder).contents_first(true) {
        let entry = entry?;
        if entry.file_type().is_dir() {
            sync_names(entry.path())?;
        } else if entry.file_type().is_file() {
            open_itself(entry.path())?.sync_all()?;
        }
    }
    Ok(())
}

/// Brings the names in one folder to the disk, on file systems that can.
pub(super) fn sync_names(folder: &Path) -> io::Result<()> {
    match open(folder)?.sync_all() {
        Err(error) if error.kind() == io::ErrorKind::InvalidInput => Ok(()), // some network drives know no such thing
        answer => answer,
    }
}

/// Whether another file system, or another part of this one, is mounted at a folder.
pub(super) fn is_mount_point(folder: &Path) -> io::Result<bool> {
    #[cfg(target_os = "linux")]
    {
        use rustix::fs::{AtFlags, StatxAttributes, StatxFlags};
        let stat = sys::statx(CWD, folder, AtFlags::SYMLINK_NOFOLLOW, StatxFlags::empty())?;
        if stat.stx_attributes_mask.contains(StatxAttributes::MOUNT_ROOT) {
            return Ok(stat.stx_attributes.contains(StatxAttributes::MOUNT_ROOT));
        }
    }
    use std::os::unix::fs::MetadataExt;
    let above = folder.parent().unwrap_or(folder);
    Ok(fs::symlink_metadata(folder)?.dev() != fs::metadata(above)?.dev())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_made_is_new_and_links_are_told_apart() {
        let root = tempfile::tempdir().unwrap();
        let file = root.path().join("file");
        create(&file).unwrap();
        assert_eq!(create(&file).unwrap_err().kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(create_folder(root.path()).unwrap_err().kind(), io::ErrorKind::AlreadyExists);
        std::os::unix::fs::symlink(&file, root.path().join("link")).unwrap();
        assert!(open(&root.path().join("link")).is_ok());
        assert!(open_itself(&root.path().join("link")).is_err());
        sync(&open(root.path()).unwrap(), root.path()).unwrap();
        sync_each(root.path()).unwrap();
    }

    #[test]
    fn a_mount_point_is_known() {
        assert!(is_mount_point(Path::new("/proc")).unwrap());
        assert!(!is_mount_point(tempfile::tempdir().unwrap().path()).unwrap());
    }
}
