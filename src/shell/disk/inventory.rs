//! What there is in a site: names only, for the bytes are compared one file at a time.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::Path;

use super::error::{DiskError, Fault};
use super::output::is_dotfile;
use super::system::{self, FOLDER_MODE};
use super::walk::walk;
use crate::value::RelPath;

/// The files and folders of a site, dotfiles of the user apart.
#[derive(Debug, Default)]
pub(super) struct Inventory {
    /// Paths of all that is no folder.
    pub(super) files: BTreeSet<OsString>,
    /// Paths of folders.
    folders: BTreeSet<OsString>,
    /// Whether every folder has the mode that it should have.
    folders_are_open: bool,
}

impl Inventory {
    /// Walks a site; a mount point in it is an error, for what is mounted there would be deleted with the rest.
    pub(super) fn read(site: &Path) -> Result<Inventory, DiskError> {
        let mut inventory = Inventory { folders_are_open: true, ..Inventory::default() };
        for entry in walk(site)? {
            let path = entry.path.strip_prefix(site).unwrap_or(&entry.path);
            if entry.is_folder {
                inventory.folder(&entry.path, path)?;
            } else if !is_dotfile(path) {
                inventory.files.insert(path.into());
            }
        }
        Ok(inventory)
    }

    fn folder(&mut self, folder: &Path, path: &Path) -> Result<(), DiskError> {
        if system::is_mount_point(folder).map_err(|error| DiskError::io(folder, error))? {
            return Err(DiskError::new(Fault::MountPoint, folder));
        }
        if !is_dotfile(path) {
            let mode = fs::symlink_metadata(folder).map_err(|error| DiskError::io(folder, error))?.mode();
            self.folders_are_open &= mode & 0o777 == FOLDER_MODE;
            if !path.as_os_str().is_empty() {
                self.folders.insert(path.into());
            }
        }
        Ok(())
    }

    /// Whether a site has exactly these files, the folders that they need, and no others.
    pub(super) fn is(&self, paths: &BTreeSet<RelPath>) -> bool {
        let files = self.files.iter().map(|path| path.as_encoded_bytes());
        files.eq(paths.iter().map(|path| path.as_str().as_bytes()))
            && self.folders_are_open
            && self.folders == folders(paths)
    }

    /// How many of its files are not among these.
    pub(super) fn not_in(&self, paths: &BTreeSet<RelPath>) -> usize {
        self.files.iter().filter(|path| !path.to_str().is_some_and(|path| paths.contains(path))).count()
    }
}

/// Every folder that these files stand in.
fn folders(paths: &BTreeSet<RelPath>) -> BTreeSet<OsString> {
    let above =
        |path: &RelPath| Path::new(path.folder()).ancestors().map(|a| a.as_os_str().to_owned()).collect::<Vec<_>>();
    paths.iter().flat_map(above).filter(|folder| !folder.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_is_its_files_and_their_folders() {
        let site = tempfile::tempdir().unwrap();
        fs::set_permissions(site.path(), std::os::unix::fs::PermissionsExt::from_mode(FOLDER_MODE)).unwrap();
        for folder in ["en", "en/issues", ".git", ".git/objects"] {
            system::create_folder(&site.path().join(folder)).unwrap();
        }
        for file in ["index.html", "en/issues/001.html", ".gitignore", ".git/HEAD"] {
            system::create(&site.path().join(file)).unwrap();
        }
        let paths = |paths: &[&str]| paths.iter().map(RelPath::of).collect::<BTreeSet<_>>();
        let read = || Inventory::read(site.path()).unwrap();
        assert!(read().is(&paths(&["en/issues/001.html", "index.html"])));
        assert!(!read().is(&paths(&["en/issues/001.html"])));
        assert!(!read().is(&paths(&["en/issues/001.html", "index.html", "z.html"])));
        assert_eq!(read().not_in(&paths(&["index.html", "z.html"])), 1);
        system::create_folder(&site.path().join("empty")).unwrap();
        assert!(!read().is(&paths(&["en/issues/001.html", "index.html"])), "an empty folder is one too many");
    }
}
