//! The operating system: every call that `std` does not have on all systems, and nothing else. No other file names
//! `rustix` or `std::os::unix` (`tests/suite/architecture.rs` checks), so another system is one more file with these
//! functions.
//!
//! Errors are plain [`io::Error`]s. Where `std` has a kind for an answer, callers compare kinds; for the rest there is
//! a question here.

use std::ffi::{OsStr, OsString};
use std::fs::{self, File, Metadata, Permissions};
use std::io;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{MetadataExt, OpenOptionsExt, PermissionsExt};
use std::path::Path;

use rustix::fs::{self as sys, CWD, Dir, FileType, Mode, OFlags, RenameFlags};
use rustix::io::Errno;

/// The mode of a published file: readable by every server.
const FILE_MODE: u32 = 0o644;
/// The mode of a published folder.
const FOLDER_MODE: u32 = 0o755;

/// Something in a folder.
pub(super) struct FolderEntry {
    pub(super) name: OsString,
    /// Whether it is a folder itself, not a link to one.
    pub(super) is_folder: bool,
}

/// What distinguishes one file from all others, whatever its names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Identity(u64, u64);

/// Where a file lies, how large it is, and when its content and its properties changed last: another one whenever it
/// was written or replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    identity: Identity,
    bytes: u64,
    written: (i64, i64),
    changed: (i64, i64),
}

/// What changes when a file is saved, in place or by another file in its place, and not when it gets or loses a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Saved {
    identity: Identity,
    bytes: u64,
    written: (i64, i64),
}

impl Saved {
    /// Returns whether both are one file, maybe before and after it was saved.
    pub(super) fn is_same_file(&self, other: &Saved) -> bool {
        self.identity == other.identity
    }
}

/// Creates a file to publish, with a mode that does not depend on the umask; an error if there is one already.
pub(super) fn create(path: &Path) -> io::Result<File> {
    let file = File::options().write(true).create_new(true).mode(FILE_MODE).open(path)?;
    file.set_permissions(Permissions::from_mode(FILE_MODE))?;
    Ok(file)
}

/// Creates a folder to publish, with a mode that does not depend on the umask; an error if there is one already.
pub(super) fn create_folder(path: &Path) -> io::Result<()> {
    fs::create_dir(path)?;
    fs::set_permissions(path, Permissions::from_mode(FOLDER_MODE))
}

/// Lets every other thread go before this one, which takes the time that they leave: whoever edits shall not wait for it. Where the system
/// refuses, nothing else changes.
pub fn step_back() {
    const LAST: i32 = 19;
    // On Linux the thread that asks is meant, not the process.
    let _ = rustix::process::setpriority_process(None, LAST);
}

/// Returns whether this is a plain file with the mode of [`create`].
pub(super) fn is_as_created(metadata: &Metadata) -> bool {
    metadata.is_file() && metadata.mode() & 0o7777 == FILE_MODE
}

/// Returns whether this is a folder with the mode of [`create_folder`].
pub(super) fn is_folder_as_created(metadata: &Metadata) -> bool {
    metadata.is_dir() && metadata.mode() & 0o777 == FOLDER_MODE
}

/// Opens a file to read, following links; a fifo does not block.
pub(super) fn open(path: &Path) -> io::Result<File> {
    open_with(path, OFlags::RDONLY)
}

/// Opens a file to read, but not the target of a link.
pub(super) fn open_itself(path: &Path) -> io::Result<File> {
    open_with(path, OFlags::RDONLY | OFlags::NOFOLLOW)
}

/// Opens a file to lock, creating it if needed, but not the target of a link.
pub(super) fn open_lock(path: &Path) -> io::Result<File> {
    open_with(path, OFlags::RDWR | OFlags::CREATE | OFlags::NOFOLLOW)
}

fn open_with(path: &Path, flags: OFlags) -> io::Result<File> {
    let mode = Mode::from_raw_mode(0o666); // used only where a file is created
    Ok(File::from(sys::open(path, flags | OFlags::NONBLOCK | OFlags::CLOEXEC, mode)?))
}

/// Lists a folder, in no order; links are not followed.
///
/// The standard library panics when a folder cannot be closed, as on a network drive that is gone. After the swap
/// nothing may.
pub(super) fn list(folder: &Path) -> io::Result<Vec<FolderEntry>> {
    let mut entries = Vec::new();
    for entry in Dir::new(open_itself(folder)?)? {
        let entry = entry?;
        let name = OsStr::from_bytes(entry.file_name().to_bytes());
        if name == "." || name == ".." {
            continue;
        }
        let is_folder = match entry.file_type() {
            FileType::Unknown => fs::symlink_metadata(folder.join(name))?.is_dir(), // some file systems do not say
            file_type => file_type == FileType::Directory,
        };
        entries.push(FolderEntry { name: name.to_owned(), is_folder });
    }
    Ok(entries)
}

/// Returns the identity of a file.
pub(super) fn identity(metadata: &Metadata) -> Identity {
    Identity(metadata.dev(), metadata.ino())
}

/// Returns what tells a file from itself before it was written.
pub(super) fn stamp(metadata: &Metadata) -> Stamp {
    Stamp {
        identity: identity(metadata),
        bytes: metadata.len(),
        written: (metadata.mtime(), metadata.mtime_nsec()),
        changed: (metadata.ctime(), metadata.ctime_nsec()),
    }
}

/// Returns what tells a file from itself before it was saved.
pub(super) fn saved(metadata: &Metadata) -> Saved {
    let Stamp { identity, bytes, written, .. } = stamp(metadata);
    Saved { identity, bytes, written }
}

/// Returns whether a file can be reached by more than one name.
pub(super) fn has_other_names(metadata: &Metadata) -> bool {
    metadata.nlink() > 1
}

/// Creates a symbolic link.
pub(super) fn symlink(target: &Path, link: &Path) -> io::Result<()> {
    std::os::unix::fs::symlink(target, link)
}

/// Exchanges two folders in one step. [`io::ErrorKind::Unsupported`]: the file system has no such call.
pub(super) fn exchange(a: &Path, b: &Path) -> io::Result<()> {
    sys::renameat_with(CWD, a, CWD, b, RenameFlags::EXCHANGE).map_err(|errno| match errno {
        Errno::INVAL | Errno::NOSYS | Errno::NOTSUP => io::ErrorKind::Unsupported.into(),
        _ => errno.into(),
    })
}

/// Flushes everything in an open folder to the disk: in one call where the system has it, else file by file.
pub(super) fn sync(handle: &File, folder: &Path) -> io::Result<()> {
    #[cfg(target_os = "linux")]
    match sys::syncfs(handle) {
        Err(Errno::NOSYS) => {}
        answer => return Ok(answer?),
    }
    sync_each(folder)
}

/// Flushes every file and folder in a folder to the disk, one by one.
fn sync_each(folder: &Path) -> io::Result<()> {
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

/// Flushes the names in one folder to the disk, on file systems that can.
pub(super) fn sync_names(folder: &Path) -> io::Result<()> {
    match open(folder)?.sync_all() {
        Err(error) if error.kind() == io::ErrorKind::InvalidInput => Ok(()), // some network drives cannot
        answer => answer,
    }
}

/// Returns whether another file system, or another part of this one, is mounted at a folder.
pub(super) fn is_mount_point(folder: &Path) -> io::Result<bool> {
    #[cfg(target_os = "linux")]
    {
        use rustix::fs::{AtFlags, StatxAttributes, StatxFlags};
        let stat = sys::statx(CWD, folder, AtFlags::SYMLINK_NOFOLLOW, StatxFlags::empty())?;
        if stat.stx_attributes_mask.contains(StatxAttributes::MOUNT_ROOT) {
            return Ok(stat.stx_attributes.contains(StatxAttributes::MOUNT_ROOT));
        }
    }
    let above = folder.parent().unwrap_or(folder);
    Ok(fs::symlink_metadata(folder)?.dev() != fs::metadata(above)?.dev())
}

/// Returns whether the medium failed to read or write.
pub(super) fn is_medium_failure(error: &io::Error) -> bool {
    Errno::from_io_error(error) == Some(Errno::IO)
}

/// Returns whether more files are open than the system allows.
pub(super) fn is_too_many_open(error: &io::Error) -> bool {
    matches!(Errno::from_io_error(error), Some(Errno::MFILE | Errno::NFILE))
}

/// Returns whether links lead round in a circle.
pub(super) fn is_link_loop(error: &io::Error) -> bool {
    Errno::from_io_error(error) == Some(Errno::LOOP)
}

/// What only tests need of the system.
#[cfg(test)]
pub(super) mod testing {
    use std::io::Read;

    use super::*;

    /// Creates a fifo.
    pub(crate) fn fifo(path: &Path) {
        sys::mkfifoat(CWD, path, Mode::RUSR).unwrap();
    }

    /// Returns the inode of a file, or of a link itself.
    pub(crate) fn inode(path: &Path) -> u64 {
        fs::symlink_metadata(path).unwrap().ino()
    }

    /// Returns the mode of a file, or of a link itself.
    pub(crate) fn mode(path: &Path) -> u32 {
        fs::symlink_metadata(path).unwrap().mode() & 0o7777
    }

    /// Sets the mode of a file.
    pub(crate) fn set_mode(path: &Path, mode: u32) {
        fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
    }

    /// Returns a name that need not be text.
    pub(crate) fn name(bytes: &[u8]) -> &OsStr {
        OsStr::from_bytes(bytes)
    }

    /// Answers of the system that `std` has no kind for.
    pub(crate) fn medium_failure() -> io::Error {
        Errno::IO.into()
    }
    pub(crate) fn too_many_open() -> io::Error {
        Errno::MFILE.into()
    }

    /// Reads files by name below a folder that was opened once, wherever that folder moves.
    pub(crate) fn read_below(folder: &Path, names: &[&str]) -> Vec<io::Result<String>> {
        let folder = sys::openat(CWD, folder, OFlags::DIRECTORY | OFlags::RDONLY, Mode::empty()).unwrap();
        let read = |name: &&str| {
            let mut text = String::new();
            let file = sys::openat(&folder, *name, OFlags::RDONLY, Mode::empty())?;
            File::from(file).read_to_string(&mut text)?;
            Ok(text)
        };
        names.iter().map(read).collect()
    }

    /// Returns whether the tests run with the rights of root.
    pub(crate) fn is_root() -> bool {
        rustix::process::geteuid().is_root()
    }

    /// Runs something in threads without the rights of root, if the tests have them.
    pub(crate) fn as_nobody<T: Send>(act: impl FnOnce() -> T + Send) -> T {
        fn drop_rights() {
            if is_root() {
                rustix::thread::set_thread_uid(rustix::process::Uid::from_raw(65534)).unwrap();
            }
        }
        let pool = rayon::ThreadPoolBuilder::new().start_handler(|_| drop_rights()).build().unwrap();
        pool.install(act)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_created_is_new_and_links_are_told_apart() {
        let root = tempfile::tempdir().unwrap();
        let (file, link) = (root.path().join("file"), root.path().join("link"));
        create(&file).unwrap();
        assert!(is_as_created(&fs::metadata(&file).unwrap()));
        assert_eq!(create(&file).unwrap_err().kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(create_folder(root.path()).unwrap_err().kind(), io::ErrorKind::AlreadyExists);
        symlink(&file, &link).unwrap();
        assert!(open(&link).is_ok());
        assert!(open_itself(&link).is_err() && open_lock(&link).is_err());
        sync(&open(root.path()).unwrap(), root.path()).unwrap();
        sync_each(root.path()).unwrap();
    }

    #[test]
    fn a_mount_point_is_recognised() {
        assert!(is_mount_point(Path::new("/proc")).unwrap());
        assert!(!is_mount_point(tempfile::tempdir().unwrap().path()).unwrap());
    }

    #[test]
    fn answers_without_a_kind_are_recognised() {
        assert!(is_medium_failure(&testing::medium_failure()) && is_too_many_open(&testing::too_many_open()));
        let root = tempfile::tempdir().unwrap();
        symlink(Path::new("round"), &root.path().join("round")).unwrap();
        assert!(is_link_loop(&open(&root.path().join("round")).unwrap_err()));
    }
}
