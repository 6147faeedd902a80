//! Files of the author that a command creates or updates: a new notice, the list of translations, texts that are fixed.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use super::content_folders::Names;
use super::error::{DiskError, Fault};
use super::place;
use super::steady::{self, FileReading};
use super::system;
use crate::value::RelPath;

/// Creates new files; if one of them exists already, none is created.
///
/// # Errors
/// If a file exists already or cannot be written.
pub(super) fn create(root: &Path, files: &[(RelPath, String)]) -> Result<(), DiskError> {
    if let Some((path, _)) = files.iter().find(|(path, _)| fs::symlink_metadata(root.join(path.as_str())).is_ok()) {
        return Err(DiskError::new(Fault::Exists, &root.join(path.as_str())));
    }
    for (path, text) in files {
        let target = root.join(path.as_str());
        let folder = target.parent().unwrap_or(root);
        let made = fs::create_dir_all(folder)
            .and_then(|()| system::create(&target))
            .and_then(|mut file| file.write_all(text.as_bytes()));
        made.map_err(|error| DiskError::io(&target, error))?;
    }
    Ok(())
}

/// Where a folder is made before it is put in its place.
const ASIDE: &str = ".gongkai-import";

/// Creates a folder below another with all its files, in one step: under another name first, then renamed. Files that
/// are named from elsewhere are written before, unless they are there.
///
/// # Errors
/// If the folder exists already, or cannot be written; nothing of it is there then.
pub(super) fn create_folder(root: &Path, folder: &str, files: &[(RelPath, String)]) -> Result<(), DiskError> {
    Names::of(root, folder).put_back()?;
    let (target, aside) = (root.join(folder), root.join(ASIDE));
    if fs::symlink_metadata(&target).is_ok() {
        return Err(DiskError::new(Fault::Exists, &target));
    }
    let was_there = root.is_dir();
    let made = fs::create_dir_all(root)
        .and_then(|()| clear(&aside))
        .map_err(|error| DiskError::io(root, error))
        .and_then(|()| create(&aside, files))
        .and_then(|()| fs::rename(aside.join(folder), &target).map_err(|error| DiskError::io(&target, error)));
    let beside = files.iter().filter(|(path, _)| !path.as_str().starts_with(&format!("{folder}/")));
    for (path, _) in beside.filter(|(path, _)| made.is_ok() && fs::symlink_metadata(root.join(path.as_str())).is_err())
    {
        let _ = fs::rename(aside.join(path.as_str()), root.join(path.as_str()));
    }
    let _ = clear(&aside);
    if made.is_err() && !was_there {
        let _ = fs::remove_dir(root);
    }
    made
}

/// Removes what an import that died left.
fn clear(aside: &Path) -> io::Result<()> {
    match fs::remove_dir_all(aside) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Writes a file that gongkai makes from nothing the author wrote, and the folder that it is in.
///
/// # Errors
/// If it cannot be written; the old file is then as it was.
pub(super) fn generate(root: &Path, path: &RelPath, text: &[u8]) -> Result<(), DiskError> {
    let target = root.join(path.as_str());
    let folder = target.parent().unwrap_or(root);
    fs::create_dir_all(folder).map_err(|error| DiskError::io(folder, error))?;
    deliver(&target, text, true)
}

/// Writes a file that was asked for by its path, in one step. A file that says something else stays unless it is to be
/// replaced; a link stays a link.
///
/// # Errors
/// If the file is there already and says something else, or cannot be written.
pub fn deliver(target: &Path, bytes: &[u8], replaces: bool) -> Result<(), DiskError> {
    let failed = |error| DiskError::io(target, error);
    match fs::symlink_metadata(target) {
        Ok(found) if found.is_dir() => return Err(DiskError::new(Fault::Exists, target)),
        Ok(_) if fs::read(target).is_ok_and(|found| found == bytes) => return Ok(()),
        Ok(_) if !replaces => return Err(DiskError::new(Fault::Exists, target)),
        Ok(_) => place::put_in_place(&fs::canonicalize(target).map_err(failed)?, bytes),
        Err(_) => place::put_in_place(target, bytes),
    }
    .map_err(failed)
}

/// Writes a text of the author, in one step, if the file still is what was read: with the permissions that it has; a
/// link stays a link. Returns false, and leaves the file alone, if somebody edited it meanwhile, or made it where none
/// was.
///
/// # Errors
/// If it cannot be read or written; the old file is then as it was.
pub(super) fn rewrite(root: &Path, path: &RelPath, was: Option<&[u8]>, text: &[u8]) -> Result<bool, DiskError> {
    let target = root.join(path.as_str());
    let Some(was) = was else {
        let is_there = fs::symlink_metadata(&target).is_ok();
        let put = || place::put_in_place(&target, text).map_err(|error| DiskError::io(&target, error));
        return if is_there { Ok(false) } else { put().map(|()| true) };
    };
    let target = fs::canonicalize(&target).map_err(|error| DiskError::io(&target, error))?;
    match steady::read(&target)? {
        // The file has two names in the tree, and was written under the other.
        FileReading::Bytes(now) if now == text => Ok(true),
        FileReading::Bytes(now) if now == was => {
            place::put_in_place_of(&target, was, text).map_err(|error| DiskError::io(&target, error))
        }
        _ => Ok(false),
    }
}

#[cfg(test)]
mod tests {
    use super::super::system::testing;
    use super::*;

    #[test]
    fn what_is_there_is_never_overwritten_by_something_new() {
        let root = tempfile::tempdir().unwrap();
        let files =
            |text: &str| [(RelPath::of("a/new.yaml"), text.to_owned()), (RelPath::of("a/old.yaml"), text.to_owned())];
        fs::create_dir(root.path().join("a")).unwrap();
        fs::write(root.path().join("a/old.yaml"), "mine").unwrap();
        assert_eq!(create(root.path(), &files("x")).unwrap_err().fault(), &Fault::Exists);
        assert!(!root.path().join("a/new.yaml").exists());
        for (path, names) in [("a/old.yaml", 1), ("a/.schema/issue.json", 1)] {
            (0..2).for_each(|_| generate(root.path(), &RelPath::of(path), b"new").unwrap());
            assert_eq!(fs::read_to_string(root.path().join(path)).unwrap(), "new");
            assert_eq!(fs::read_dir(root.path().join(path).parent().unwrap()).unwrap().count(), names);
        }
    }

    #[test]
    fn a_file_that_was_asked_for_replaces_none_that_says_something_else() {
        let root = tempfile::tempdir().unwrap();
        let target = root.path().join("ledger.xlsx");
        deliver(&target, b"old", false).unwrap();
        deliver(&target, b"old", false).expect("it says the same");
        assert_eq!(deliver(&target, b"new", false).unwrap_err().fault(), &Fault::Exists);
        assert_eq!(fs::read(&target).unwrap(), b"old");
        deliver(&target, b"new", true).unwrap();
        assert_eq!(fs::read(&target).unwrap(), b"new");
        assert_eq!(deliver(root.path(), b"new", true).unwrap_err().fault(), &Fault::Exists);
        assert_eq!(deliver(&root.path().join("no/ledger.xlsx"), b"new", true).unwrap_err().fault(), &Fault::Missing);
        assert_eq!(fs::read_dir(root.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_folder_is_made_whole_or_not_at_all() {
        let root = tempfile::tempdir().unwrap();
        let files =
            |path: &str| vec![(RelPath::of("content/a.yaml"), "a".to_owned()), (RelPath::of(path), "b".to_owned())];
        let names = |folder: &Path| {
            let entries = fs::read_dir(folder).unwrap().flatten();
            let mut names: Vec<_> = entries.map(|entry| entry.file_name().into_string().unwrap()).collect();
            names.sort();
            names
        };
        // A file where a folder should be: the second cannot be written.
        assert!(create_folder(&root.path().join("new"), "content", &files("content/a.yaml/b.yaml")).is_err());
        assert_eq!(names(root.path()), Vec::<String>::new(), "nothing is left");
        fs::create_dir_all(root.path().join(ASIDE).join("content")).unwrap();
        fs::write(root.path().join(".gitignore"), "mine").unwrap();
        create_folder(root.path(), "content", &files(".gitignore")).unwrap();
        assert_eq!(names(root.path()), [".gitignore", "content"]);
        assert_eq!(fs::read_to_string(root.path().join(".gitignore")).unwrap(), "mine");
        let again = create_folder(root.path(), "content", &files("content/b.yaml")).unwrap_err();
        assert_eq!((again.fault(), names(&root.path().join("content"))), (&Fault::Exists, vec!["a.yaml".to_owned()]));
    }

    #[test]
    fn a_text_is_only_written_anew_if_it_is_what_was_read() {
        let root = tempfile::tempdir().unwrap();
        let path = RelPath::of("026.zh.md");
        let target = root.path().join("026.zh.md");
        let write = || rewrite(root.path(), &path, Some(b"old"), b"new");
        fs::write(&target, "edited").unwrap();
        assert!(!write().unwrap());
        assert_eq!(fs::read_to_string(&target).unwrap(), "edited");
        fs::write(&target, "old").unwrap();
        testing::set_mode(&target, 0o600);
        assert!(write().unwrap() && write().unwrap(), "and again under another name of the same file");
        assert_eq!((fs::read_to_string(&target).unwrap().as_str(), testing::mode(&target)), ("new", 0o600));
        fs::write(&target, "old").unwrap();
        testing::set_mode(&target, 0o444);
        testing::set_mode(root.path(), 0o777);
        let error = testing::as_nobody(write).unwrap_err();
        assert_eq!((error.fault(), fs::read_to_string(&target).unwrap().as_str()), (&Fault::Permission, "old"));
        assert!(!rewrite(root.path(), &path, None, b"new").unwrap(), "somebody made it meanwhile");
        assert_eq!(fs::read_dir(root.path()).unwrap().count(), 1);
        fs::remove_file(&target).unwrap();
        assert_eq!(write().unwrap_err().fault(), &Fault::Missing);
        assert!(rewrite(root.path(), &path, None, b"new").unwrap());
    }

    #[test]
    fn a_link_stays_a_link_and_what_it_leads_to_is_written() {
        let root = tempfile::tempdir().unwrap();
        let (target, link) = (root.path().join("apart.yaml"), root.path().join("translations.yaml"));
        fs::write(&target, "old").unwrap();
        testing::set_mode(&target, 0o600);
        system::symlink(Path::new("apart.yaml"), &link).unwrap();
        assert!(rewrite(root.path(), &RelPath::of("translations.yaml"), Some(b"old"), b"new").unwrap());
        assert_eq!((fs::read_to_string(&target).unwrap().as_str(), testing::mode(&target)), ("new", 0o600));
        deliver(&link, b"newer", true).unwrap();
        assert_eq!((fs::read_to_string(&target).unwrap().as_str(), testing::mode(&target)), ("newer", 0o600));
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    }
}
