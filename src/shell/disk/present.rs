//! What is at the output now, and whether gongkai may replace it.
//!
//! Three things may be replaced: nothing, a folder of the user with nothing in it but dotfiles, and a site in which
//! every file and folder is one that gongkai made there. A file that gongkai did not make is refused by name, so that
//! the user decides what becomes of it; a page that was edited by hand is still one that gongkai made, and is replaced
//! with a warning.

use std::fs;
use std::io;
use std::path::Path;

use rayon::prelude::*;

use super::error::{DiskError, Fault};
use super::inventory::Inventory;
use super::marker::{MARKER, Marker, SiteFiles};
use super::output::is_dotfile;
use super::site_file;
use super::system;
use crate::value::{Fingerprint, RelPath};

/// What kind of thing is at the output before a build.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Before {
    /// Nothing.
    Nothing,
    /// A folder of the user's, empty or with nothing but dotfiles.
    Bare,
    /// A site that gongkai published.
    Site,
}

/// What is at the output.
#[derive(Debug)]
pub(super) struct Present {
    pub(super) before: Before,
    /// Its contents, dotfiles of the user apart.
    pub(super) inventory: Inventory,
    /// What a published site was made from, if that was noted.
    pub(super) sources: Option<Fingerprint>,
    /// What gongkai published there; none if version 0.1.0 did.
    pub(super) listed: Option<SiteFiles>,
}

impl Present {
    /// Looks at what is there, and refuses it unless gongkai made all of it or there is nothing in it to lose.
    pub(super) fn look(folder: &Path) -> Result<Present, DiskError> {
        let error = |error| DiskError::io(folder, error);
        match fs::symlink_metadata(folder) {
            Err(e) if e.kind() == io::ErrorKind::NotFound => {
                return Ok(Present::of(Before::Nothing, Inventory::default()));
            }
            Err(e) => return Err(error(e)),
            Ok(metadata) if !metadata.is_dir() => return Err(DiskError::new(Fault::NotAFolder, folder)),
            Ok(_) => {}
        }
        if system::is_mount_point(folder).map_err(error)? {
            return Err(DiskError::new(Fault::MountPoint, folder));
        }
        let Some(marker) = Marker::read(folder)? else {
            let entries = system::list(folder).map_err(error)?;
            if !entries.iter().all(|entry| is_dotfile(Path::new(&entry.name))) {
                return Err(DiskError::new(Fault::Foreign, folder));
            }
            return Ok(Present::of(Before::Bare, Inventory::read(folder)?));
        };
        let site = Present::of(Before::Site, Inventory::read(folder)?);
        match marker {
            Marker::Listed { sources, files } => {
                check_known(folder, &site.inventory, &files)?;
                Ok(Present { sources, listed: Some(files), ..site })
            }
            Marker::Together(fingerprint) if together(folder, &site.inventory) == Some(fingerprint) => Ok(site),
            Marker::Together(_) | Marker::Unlisted => Err(DiskError::new(Fault::Unlisted, folder)),
        }
    }

    fn of(before: Before, inventory: Inventory) -> Present {
        Present { before, inventory, sources: None, listed: None }
    }

    /// Looks again, just before the swap: what the user put there since the build began must not be lost.
    pub(super) fn check_still(&self, folder: &Path) -> Result<(), DiskError> {
        let now = Present::look(folder)?;
        let is_still = now.before == self.before && now.listed == self.listed;
        if is_still { Ok(()) } else { Err(DiskError::new(Fault::Disturbed, folder)) }
    }

    /// Returns those of these published files that were edited by hand since. Only a file younger than the marker is
    /// read.
    pub(super) fn edited(&self, folder: &Path, among: &[&RelPath]) -> Vec<RelPath> {
        let age = |path: &str| fs::symlink_metadata(folder.join(path)).and_then(|metadata| metadata.modified()).ok();
        let (Some(files), Some(published)) = (&self.listed, age(MARKER)) else { return Vec::new() };
        let is_edited = |path: &&RelPath| {
            let Some(fingerprint) = files.get(*path) else { return false };
            age(path.as_str()).is_some_and(|changed| changed > published)
                && site_file::fingerprint(folder, path).is_ok_and(|now| now.is_some_and(|(now, _)| now != *fingerprint))
        };
        among.par_iter().copied().filter(is_edited).cloned().collect()
    }
}

/// Refuses a site with anything in it that gongkai did not make.
pub(super) fn check_known(folder: &Path, inventory: &Inventory, listed: &SiteFiles) -> Result<(), DiskError> {
    let unknown = inventory.unknown(listed);
    if unknown.is_empty() { Ok(()) } else { Err(DiskError::new(Fault::unknown(&unknown), folder)) }
}

/// Returns the fingerprint of all files of a site together, as version 0.1.0 made it; none if one is not of the kind that
/// gongkai writes.
fn together(site: &Path, inventory: &Inventory) -> Option<Fingerprint> {
    let files: Vec<&str> = inventory.files.iter().map(|path| path.to_str()).collect::<Option<_>>()?;
    let fingerprint = |path: &str| {
        let bytes = site_file::read(site, &RelPath::new(path).ok()?).ok()??;
        Some(Fingerprint::of_version_0_1_0(path, &bytes))
    };
    let fingerprints: Option<Vec<Fingerprint>> = files.into_par_iter().map(fingerprint).collect();
    Some(fingerprints?.into_iter().fold(Fingerprint::default(), Fingerprint::and))
}

#[cfg(test)]
mod tests {
    use super::super::marker::testing;
    use super::super::system::testing::set_mode;
    use super::*;

    /// A folder with these files, of the mode of published ones.
    fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (file, text) in files {
            let path = folder.path().join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(&path, text).unwrap();
            set_mode(&path, 0o644);
        }
        folder
    }

    fn look(folder: &Path) -> Result<Before, Fault> {
        Present::look(folder).map(|present| present.before).map_err(|error| error.fault().clone())
    }

    #[test]
    fn folders_without_a_marker() {
        assert_eq!(look(&folder(&[]).path().join("none")), Ok(Before::Nothing));
        assert_eq!(look(folder(&[]).path()), Ok(Before::Bare));
        assert_eq!(look(folder(&[(".gitignore", ""), (".git/HEAD", "ref")]).path()), Ok(Before::Bare));
        assert_eq!(look(folder(&[(".gitignore", ""), ("letter.docx", "")]).path()), Err(Fault::Foreign));
        assert_eq!(look(&folder(&[("file", "")]).path().join("file")), Err(Fault::NotAFolder));
        assert_eq!(look(Path::new("/proc")), Err(Fault::MountPoint));
    }

    #[test]
    fn a_site_is_ours_if_all_in_it_is() {
        let pages = [("index.html", "home"), ("en/a.html", "a")];
        let site = folder(&pages);
        testing::listed(site.path(), &pages);
        assert_eq!(look(site.path()), Ok(Before::Site));
        fs::write(site.path().join("index.html"), "edited").unwrap();
        fs::remove_file(site.path().join("en/a.html")).unwrap();
        fs::write(site.path().join(".htaccess"), "mine").unwrap();
        fs::write(site.path().join("en/Thumbs.db"), "nobody's").unwrap();
        assert_eq!(look(site.path()), Ok(Before::Site));
        fs::create_dir_all(site.path().join("en/deep/er")).unwrap();
        assert_eq!(look(site.path()), Err(Fault::unknown(&["en/deep".into(), "en/deep/er".into()])), "an empty folder");
        fs::write(site.path().join("en/deep/er/letter.docx"), "mine").unwrap();
        assert_eq!(look(site.path()), Err(Fault::unknown(&["en/deep/er/letter.docx".into()])));
    }

    #[test]
    fn a_site_of_version_0_1_0_is_ours_as_long_as_nothing_in_it_changed() {
        let pages = [("index.html", "home"), ("en/a.html", "a")];
        let site = folder(&pages);
        testing::of_version_0_1_0(site.path(), &pages);
        assert_eq!(look(site.path()), Ok(Before::Site));
        fs::write(site.path().join("en/letter.docx"), "mine").unwrap();
        assert_eq!(look(site.path()), Err(Fault::Unlisted));
        let with_findings = folder(&pages);
        testing::unlisted(with_findings.path());
        assert_eq!(look(with_findings.path()), Err(Fault::Unlisted));
    }
}
