//! Folders that a build leaves beside the output: a stage that was not finished, or the old site. Removed if they are
//! ours, else named.

use std::fs;
use std::io;
use std::path::Path;

use super::error::{DiskError, Fault};
use super::inventory::Inventory;
use super::marker::{self, MARKER, Marker};
use super::present::check_known;
use super::remove::remove;
use super::system;

/// Removes a folder beside the output, if it is there and everything in it is ours.
pub(super) fn clear(folder: &Path) -> Result<(), DiskError> {
    if is_there(folder) && check_ours(folder)? { remove(folder) } else { Ok(()) }
}

/// Returns whether there is anything at a path.
pub(super) fn is_there(path: &Path) -> bool {
    !fs::symlink_metadata(path).is_err_and(|error| error.kind() == io::ErrorKind::NotFound)
}

/// Refuses a folder that may hold what is not ours. False if it has gone meanwhile.
///
/// The user's own dotfiles that an old site still has are links to those in the new one, or were exchanged for them
/// (`dotfiles`).
pub(super) fn check_ours(folder: &Path) -> Result<bool, DiskError> {
    let names = match system::list(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
        entries => entries.map_err(|error| DiskError::io(folder, error))?.into_iter().map(|entry| entry.name),
    };
    let (markers, others): (Vec<_>, Vec<_>) = names.partition(|name| name == MARKER);
    if others.is_empty() && (markers.is_empty() || marker::is_empty(folder)) {
        return Ok(true); // a build that died before it wrote anything
    }
    match Marker::read(folder)? {
        None => Err(DiskError::new(Fault::Foreign, folder)),
        Some(Marker::Unlisted | Marker::Together(_)) => Ok(true), // its name and its marker are ours; a user keeps nothing here
        Some(Marker::Listed { files, .. }) => {
            check_known(folder, &Inventory::read(folder)?, &files)?;
            Ok(true)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::marker::testing;
    use super::*;

    /// What becomes of a folder that was prepared by this.
    fn cleared(prepare: impl Fn(&Path)) -> Result<(), Fault> {
        let top = tempfile::tempdir().unwrap();
        let folder = top.path().join(".public.gongkai-stage");
        fs::create_dir(&folder).unwrap();
        prepare(&folder);
        let count = || walkdir::WalkDir::new(&folder).into_iter().count();
        let before = count();
        let cleared = clear(&folder).map_err(|error| error.fault().clone());
        assert!(if cleared.is_ok() { !folder.exists() } else { count() == before }, "all of it or nothing is removed");
        cleared
    }

    #[test]
    fn what_is_ours_goes() {
        assert_eq!(cleared(|folder| fs::remove_dir(folder).unwrap()), Ok(()));
        assert_eq!(cleared(|_| {}), Ok(()), "died before there was a marker");
        assert_eq!(cleared(|folder| fs::write(folder.join(MARKER), "").unwrap()), Ok(()), "died while it was created");
        let half = |folder: &Path| {
            testing::unlisted(folder);
            fs::write(folder.join("half.html"), "").unwrap();
        };
        assert_eq!(cleared(half), Ok(()));
        let old = |folder: &Path| {
            testing::listed(folder, &[("a/b.html", "")]);
            fs::create_dir_all(folder.join("a")).unwrap();
            fs::write(folder.join("a/b.html"), "").unwrap();
            fs::write(folder.join(".gitignore"), "").unwrap();
        };
        assert_eq!(cleared(old), Ok(()));
    }

    #[test]
    fn what_is_not_ours_stays() {
        let file = |name: &'static str| move |folder: &Path| fs::write(folder.join(name), "mine").unwrap();
        assert_eq!(cleared(file("letter.docx")), Err(Fault::Foreign));
        assert_eq!(cleared(file(".gitignore")), Err(Fault::Foreign));
        assert_eq!(cleared(file(MARKER)), Err(Fault::Marker));
        let empty = |folder: &Path| {
            fs::write(folder.join(MARKER), "").unwrap();
            fs::write(folder.join("letter.docx"), "mine").unwrap();
        };
        assert_eq!(cleared(empty), Err(Fault::Marker));
        let late = |folder: &Path| {
            testing::listed(folder, &[("a.html", "")]);
            fs::write(folder.join("letter.docx"), "mine").unwrap();
        };
        assert_eq!(cleared(late), Err(Fault::unknown(&["letter.docx".into()])));
        let in_place = |folder: &Path| {
            fs::remove_dir(folder).unwrap();
            fs::write(folder, "mine").unwrap();
        };
        assert_eq!(cleared(in_place), Err(Fault::NotAFolder));
    }
}
