//! Files of the author that a command creates or updates: a new notice, the list of translations.

use std::fs;
use std::io::Write;
use std::path::Path;

use super::error::{DiskError, Fault};
use super::system;
use crate::value::RelPath;

/// Creates new files; if one of them exists already, none is created.
///
/// # Errors
/// If a file exists already or cannot be written.
pub fn create(root: &Path, files: &[(RelPath, String)]) -> Result<(), DiskError> {
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

/// Writes a file, replacing an old one if there is one: under another name first, then renamed, so that it is never half written.
///
/// # Errors
/// If it cannot be written; the old file is then as it was.
pub fn replace(root: &Path, path: &RelPath, text: &str) -> Result<(), DiskError> {
    let target = root.join(path.as_str());
    let aside = target.with_extension("gongkai-new");
    let folder = target.parent().unwrap_or(root);
    let written =
        fs::create_dir_all(folder).and_then(|()| fs::write(&aside, text)).and_then(|()| fs::rename(&aside, &target));
    written.map_err(|error| {
        let _ = fs::remove_file(&aside);
        DiskError::io(&target, error)
    })
}

#[cfg(test)]
mod tests {
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
        replace(root.path(), &RelPath::of("a/old.yaml"), "new").unwrap();
        assert_eq!(fs::read_to_string(root.path().join("a/old.yaml")).unwrap(), "new");
        assert_eq!(fs::read_dir(root.path().join("a")).unwrap().count(), 1);
    }
}
