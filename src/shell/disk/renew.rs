//! The folder of the author's files, changed in several files at once: whatever dies when, it holds the old files or
//! the new ones.
//!
//! A new folder is made beside the old one, every file that stays the same file under a second name, and both change
//! places in one step.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use super::error::DiskError;
use super::steady::{self, FileReading};
use super::system;
use crate::source::SourceTree;
use crate::value::RelPath;

/// Where the new folder is made.
const ASIDE: &str = ".gongkai-content";

/// Makes a folder of the author hold the files of a tree, in one step. Returns the first file that is not what was
/// read, or is not a file of its own: somebody edited it meanwhile, and nothing is changed.
///
/// # Errors
/// If something cannot be read or written; nothing is changed then.
pub(super) fn renew(
    root: &Path,
    folder: &str,
    before: &SourceTree,
    after: &SourceTree,
) -> Result<Option<RelPath>, DiskError> {
    let target = root.join(folder);
    let target = fs::canonicalize(&target).map_err(|error| DiskError::io(&target, error))?;
    let aside = target.with_file_name(ASIDE);
    let made = make(&target, &aside, folder, before, after);
    if let Ok(None) = made {
        exchange(&aside, &target).map_err(|error| DiskError::io(&target, error))?;
    }
    // What is left of the old folder, or of the new one if it is not wanted.
    let _ = fs::remove_dir_all(&aside);
    made
}

fn make(
    target: &Path,
    aside: &Path,
    folder: &str,
    before: &SourceTree,
    after: &SourceTree,
) -> Result<Option<RelPath>, DiskError> {
    let error = |error| DiskError::io(aside, error);
    match fs::remove_dir_all(aside) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(DiskError::io(aside, error)),
        _ => copy(target, aside).map_err(error)?,
    }
    let is_inside = |path: &&&RelPath| path.as_str().strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'));
    for path in after.changes(before).iter().filter(is_inside) {
        let place = aside.join(&path.as_str()[folder.len() + 1..]);
        if !is_as_read(&place, before.bytes(path.as_str()))? {
            return Ok(Some((*path).clone()));
        }
        put(&place, after.bytes(path.as_str())).map_err(|error| DiskError::io(&target.join(path.as_str()), error))?;
    }
    Ok(None)
}

/// Copies a folder: folders are new, files are the same files.
fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir(to)?;
    fs::set_permissions(to, fs::metadata(from)?.permissions())?;
    for entry in system::list(from)? {
        let (old, new) = (from.join(&entry.name), to.join(&entry.name));
        if entry.is_folder {
            copy(&old, &new)?;
        } else if fs::symlink_metadata(&old)?.is_symlink() {
            system::symlink(&fs::read_link(&old)?, &new)?;
        } else if fs::hard_link(&old, &new).is_err() {
            fs::copy(&old, &new)?;
        }
    }
    Ok(())
}

/// Returns whether a file is there as it was read, and stands in the folder itself.
fn is_as_read(place: &Path, was: Option<&[u8]>) -> Result<bool, DiskError> {
    let Some(was) = was else { return Ok(fs::symlink_metadata(place).is_err()) };
    // The folder aside stands where its target does, without links.
    let is_own = fs::canonicalize(place).is_ok_and(|found| found == place);
    Ok(is_own && matches!(steady::read(place)?, FileReading::Bytes(now) if now == was))
}

/// Writes a file, or takes it away. The old one may have its name elsewhere, so it is never written into.
fn put(place: &Path, bytes: Option<&[u8]>) -> io::Result<()> {
    let permissions = fs::metadata(place).map(|found| found.permissions()).ok();
    if permissions.is_some() {
        // A file that may not be written is not replaced, either.
        fs::OpenOptions::new().write(true).open(place)?;
        fs::remove_file(place)?;
    }
    let Some(bytes) = bytes else { return Ok(()) };
    fs::create_dir_all(place.parent().unwrap_or(place))?;
    let mut file = system::create(place)?;
    if let Some(permissions) = permissions {
        fs::set_permissions(place, permissions)?;
    }
    file.write_all(bytes)?;
    file.sync_all()
}

/// Exchanges two folders; where the file system has no such step, by three renames.
fn exchange(new: &Path, target: &Path) -> io::Result<()> {
    match system::exchange(new, target) {
        Err(error) if error.kind() == io::ErrorKind::Unsupported => {
            let old = target.with_file_name(format!("{ASIDE}-old"));
            fs::rename(target, &old)?;
            fs::rename(new, target).inspect_err(|_| drop(fs::rename(&old, target)))?;
            fs::rename(&old, new)
        }
        answer => answer,
    }
}

#[cfg(test)]
mod tests {
    use super::super::system::testing;
    use super::*;

    fn tree(files: &[(&str, &str)]) -> SourceTree {
        SourceTree::of(files.iter().map(|(path, text)| (*path, text.as_bytes())))
    }

    #[test]
    fn several_files_change_in_one_step_and_others_stay_the_same_files() {
        let root = tempfile::tempdir().unwrap();
        let at = |path: &str| root.path().join(path);
        fs::create_dir_all(at("content/1-a")).unwrap();
        fs::create_dir_all(at("content/.schema")).unwrap();
        let files = [("content/1-a/001.yaml", "one"), ("content/1-a/002.yaml", "two"), ("content/notice.yaml", "n")];
        files.iter().for_each(|(path, text)| fs::write(at(path), text).unwrap());
        fs::write(at("content/.schema/x.json"), "{}").unwrap();
        testing::set_mode(&at("content/1-a/001.yaml"), 0o600);
        let inode = |path: &str| system::identity(&fs::metadata(at(path)).unwrap());
        let (same, before) = (inode("content/notice.yaml"), tree(&files));
        let after = tree(&[("content/1-a/001.yaml", "1"), ("content/2-b/003.yaml", "3"), ("content/notice.yaml", "n")]);
        fs::create_dir_all(at(".gongkai-content/left")).unwrap();
        assert_eq!(renew(root.path(), "content", &before, &after).unwrap(), None);
        let read = |path: &str| fs::read_to_string(at(path)).ok();
        assert_eq!(read("content/1-a/001.yaml").as_deref(), Some("1"));
        assert_eq!(read("content/1-a/002.yaml"), None);
        assert_eq!(read("content/2-b/003.yaml").as_deref(), Some("3"));
        assert_eq!(read("content/.schema/x.json").as_deref(), Some("{}"));
        assert_eq!((inode("content/notice.yaml"), testing::mode(&at("content/1-a/001.yaml"))), (same, 0o600));
        assert_eq!(fs::read_dir(root.path()).unwrap().count(), 1);
    }

    #[test]
    fn nothing_changes_if_one_file_is_not_what_was_read() {
        let root = tempfile::tempdir().unwrap();
        let at = |path: &str| root.path().join(path);
        fs::create_dir_all(at("content")).unwrap();
        let files = [("content/a.yaml", "a"), ("content/b.yaml", "b")];
        files.iter().for_each(|(path, text)| fs::write(at(path), text).unwrap());
        let after = tree(&[("content/a.yaml", "A"), ("content/b.yaml", "B"), ("content/c.yaml", "C")]);
        let renewed = || renew(root.path(), "content", &tree(&files), &after).unwrap();
        fs::write(at("content/b.yaml"), "edited").unwrap();
        assert_eq!(renewed(), Some(RelPath::of("content/b.yaml")));
        fs::write(at("content/b.yaml"), "b").unwrap();
        fs::write(at("content/c.yaml"), "new").unwrap();
        assert_eq!(renewed(), Some(RelPath::of("content/c.yaml")), "somebody made it meanwhile");
        fs::remove_file(at("content/c.yaml")).unwrap();
        fs::rename(at("content/b.yaml"), at("elsewhere.yaml")).unwrap();
        system::symlink(Path::new("../elsewhere.yaml"), &at("content/b.yaml")).unwrap();
        assert_eq!(renewed(), Some(RelPath::of("content/b.yaml")), "a link would no longer be one");
        assert_eq!(fs::read_to_string(at("content/a.yaml")).unwrap(), "a");
        assert_eq!(fs::read_dir(root.path()).unwrap().count(), 2);
    }
}
