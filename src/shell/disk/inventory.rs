//! What a site consists of: names only, for the bytes are compared one file at a time.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use super::error::{DiskError, Fault};
use super::marker::SiteFiles;
use super::names::is_made_by_file_managers;
use super::output::is_dotfile;
use super::system;
use super::walk::walk;

/// The files and folders of a site, dotfiles of the user apart.
#[derive(Debug, Default)]
pub(super) struct Inventory {
    /// Paths of everything that is not a folder.
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
            let metadata = fs::symlink_metadata(folder).map_err(|error| DiskError::io(folder, error))?;
            self.folders_are_open &= system::is_folder_as_created(&metadata);
            if !path.as_os_str().is_empty() {
                self.folders.insert(path.into());
            }
        }
        Ok(())
    }

    /// Returns whether a site has exactly these files, the folders that they need, and no others.
    pub(super) fn is(&self, listed: &SiteFiles) -> bool {
        let files = self.files.iter().map(|path| path.as_encoded_bytes());
        files.eq(listed.keys().map(|path| path.as_str().as_bytes()))
            && self.folders_are_open
            && self.folders == folders(listed)
    }

    /// Returns the number of its files that are not among these.
    pub(super) fn not_in(&self, listed: &SiteFiles) -> usize {
        self.files.iter().filter(|path| !has(listed, path)).count()
    }

    /// Returns what is there beside these files and their folders: it may be the user's. What file managers leave
    /// behind is passed over.
    pub(super) fn unknown(&self, listed: &SiteFiles) -> Vec<PathBuf> {
        let needed = folders(listed);
        let files = self.files.iter().filter(|path| !has(listed, path) && !is_made_by_file_managers(Path::new(path)));
        let mut unknown: Vec<PathBuf> = files.map(PathBuf::from).collect();
        let named: BTreeSet<OsString> =
            unknown.iter().flat_map(|file| file.ancestors().skip(1)).map(OsString::from).collect();
        let folders = self.folders.iter().filter(|folder| !needed.contains(*folder) && !named.contains(*folder));
        let folders: Vec<PathBuf> = folders.map(PathBuf::from).collect();
        unknown.extend(folders);
        unknown
    }
}

fn has(listed: &SiteFiles, path: &OsString) -> bool {
    path.to_str().is_some_and(|path| listed.contains_key(path))
}

/// Returns every folder that these files are in.
fn folders(listed: &SiteFiles) -> BTreeSet<OsString> {
    let above = |folder: &str| Path::new(folder).ancestors().map(|a| a.as_os_str().to_owned()).collect::<Vec<_>>();
    let nearest: BTreeSet<&str> = listed.keys().map(|path| path.folder()).collect();
    nearest.into_iter().flat_map(above).filter(|folder| !folder.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::Fingerprint;
    use crate::value::RelPath;

    fn listed(paths: &[&str]) -> SiteFiles {
        paths.iter().map(|path| (RelPath::of(path), Fingerprint::default())).collect()
    }

    /// A site with two pages and dotfiles.
    fn site() -> tempfile::TempDir {
        let site = tempfile::tempdir().unwrap();
        system::testing::set_mode(site.path(), 0o755);
        for folder in ["en", "en/issues", ".git", ".git/objects"] {
            system::create_folder(&site.path().join(folder)).unwrap();
        }
        for file in ["index.html", "en/issues/001.html", ".gitignore", ".git/HEAD"] {
            system::create(&site.path().join(file)).unwrap();
        }
        site
    }

    #[test]
    fn a_site_is_its_files_and_their_folders() {
        let site = site();
        let read = || Inventory::read(site.path()).unwrap();
        assert!(read().is(&listed(&["en/issues/001.html", "index.html"])));
        assert!(!read().is(&listed(&["en/issues/001.html"])));
        assert!(!read().is(&listed(&["en/issues/001.html", "index.html", "z.html"])));
        assert_eq!(read().not_in(&listed(&["index.html", "z.html"])), 1);
        system::create_folder(&site.path().join("empty")).unwrap();
        assert!(!read().is(&listed(&["en/issues/001.html", "index.html"])), "an empty folder is one too many");
    }

    #[test]
    fn what_is_not_listed_is_unknown_wherever_it_is() {
        let site = site();
        let pages = listed(&["en/issues/001.html", "index.html"]);
        let unknown = |listed: &SiteFiles| {
            let inventory = Inventory::read(site.path()).unwrap();
            inventory.unknown(listed).iter().map(|path| path.to_str().unwrap().to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(unknown(&pages), [""; 0]);
        assert_eq!(unknown(&listed(&["index.html"])), ["en/issues/001.html"]);
        assert_eq!(
            unknown(&listed(&["index.html", "en/issues"])),
            ["en/issues/001.html"],
            "a folder in place of a file"
        );
        for file in ["en/issues/Thumbs.db", "en/.DS_Store", "en/.htaccess", "letter.docx"] {
            system::create(&site.path().join(file)).unwrap();
        }
        fs::create_dir_all(site.path().join("en/empty/deeper")).unwrap();
        assert_eq!(unknown(&pages), ["en/.htaccess", "letter.docx", "en/empty", "en/empty/deeper"]);
    }
}
