//! The names that the author's folder and a new one have while they change places, and which is which after a command
//! died between two renames.

use std::fs;
use std::path::{Path, PathBuf};

use super::error::{DiskError, Fault};
use super::leftover::is_there;
use super::remove::unless_gone;

/// Where a new folder is made.
const ASIDE: &str = ".gongkai-content";
/// Where the old folder is between two renames.
const OLD: &str = ".gongkai-content-old";

/// The names of a folder that is renewed.
pub(super) struct Names {
    pub(super) target: PathBuf,
    pub(super) aside: PathBuf,
    pub(super) old: PathBuf,
}

impl Names {
    /// Returns the names for a folder below a root, or for the one that a link leads to.
    pub(super) fn of(root: &Path, folder: &str) -> Names {
        let named = root.join(folder);
        let led = || fs::read_link(&named).map(|link| root.join(link));
        let target = fs::canonicalize(&named).or_else(|_| led()).unwrap_or(named);
        Names { aside: target.with_file_name(ASIDE), old: target.with_file_name(OLD), target }
    }

    /// Puts the old folder back if nothing is in its place, and removes it if the new one is.
    pub(super) fn repair(&self) -> Result<(), DiskError> {
        self.put_back()?;
        if !is_there(&self.old) {
            return Ok(());
        }
        // The new one was not put in its place: what is there was made by somebody else.
        if is_there(&self.aside) {
            return Err(DiskError::new(Fault::Kept, &self.old));
        }
        unless_gone(fs::remove_dir_all(&self.old)).map_err(|error| DiskError::io(&self.old, error))
    }

    pub(super) fn is_lost(&self) -> bool {
        !is_there(&self.target) && is_there(&self.old)
    }

    /// Puts the old folder back if nothing is in its place.
    pub(super) fn put_back(&self) -> Result<(), DiskError> {
        if !self.is_lost() {
            return Ok(());
        }
        unless_gone(fs::rename(&self.old, &self.target)).map_err(|error| DiskError::io(&self.old, error))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wherever_a_command_died_the_content_is_found_again() {
        for (before, after) in [
            (&["content"][..], Ok(&["content"][..])),
            (&[ASIDE, OLD], Ok(&[ASIDE, "content=old"])),
            (&["content", OLD], Ok(&["content"])),
            (&["content", ASIDE], Ok(&[ASIDE, "content"])),
            (&["content", ASIDE, OLD], Err(Fault::Kept)),
        ] {
            let root = tempfile::tempdir().unwrap();
            for name in before {
                fs::create_dir(root.path().join(name)).unwrap();
                fs::write(root.path().join(name).join("notice.yaml"), name).unwrap();
            }
            let repaired = Names::of(root.path(), "content").repair().map_err(|error| error.fault().clone());
            let there = |name: &&str| root.path().join(name.split('=').next().unwrap()).exists();
            match after {
                Err(fault) => assert!(repaired == Err(fault) && before.iter().all(there), "{before:?}"),
                Ok(after) => {
                    assert_eq!(repaired, Ok(()), "{before:?}");
                    assert!(after.iter().all(there), "{before:?}");
                    assert_eq!(fs::read_dir(root.path()).unwrap().count(), after.len(), "{before:?}");
                    let text = fs::read_to_string(root.path().join("content/notice.yaml")).unwrap();
                    assert_eq!(text == OLD, after.contains(&"content=old"), "{before:?}");
                }
            }
        }
    }
}
