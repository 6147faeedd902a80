//! What other programs save in a folder while another one takes its place: it comes along.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::system::{self, Saved};

/// Everything in a folder, by its path in it: what tells a file from itself before it was saved; a folder has none.
pub(super) type Contents = BTreeMap<PathBuf, Option<Saved>>;

/// Returns what is in a folder.
pub(super) fn contents(folder: &Path) -> io::Result<Contents> {
    let mut contents = Contents::new();
    list(folder, Path::new(""), &mut contents)?;
    Ok(contents)
}

fn list(folder: &Path, below: &Path, contents: &mut Contents) -> io::Result<()> {
    for entry in system::list(&folder.join(below))? {
        let path = below.join(&entry.name);
        let saved = saved(&folder.join(&path))?.filter(|_| !entry.is_folder);
        contents.insert(path.clone(), saved);
        if entry.is_folder {
            list(folder, &path, contents)?;
        }
    }
    Ok(())
}

/// Returns the state of a file or a link itself; none if it is not there.
fn saved(path: &Path) -> io::Result<Option<Saved>> {
    match fs::symlink_metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        metadata => Ok(Some(system::saved(&metadata?))),
    }
}

/// A folder that was in the place of another, and was saved to until then.
pub(super) struct Left<'a> {
    /// Where it is now, and what was in it when the other was made.
    pub(super) from: &'a Path,
    pub(super) was: &'a Contents,
    /// The other, and what was in it when it was made.
    pub(super) to: &'a Path,
    pub(super) made: &'a Contents,
    /// Paths that are not the same in both, and stay as they are.
    pub(super) differing: &'a BTreeSet<PathBuf>,
}

impl Left<'_> {
    /// Moves home what is new or was saved, and takes away what was removed.
    pub(super) fn bring_home(&self) -> io::Result<()> {
        let now = contents(self.from)?;
        for (path, saved) in now.iter().filter(|(path, saved)| self.is_edit(path, saved)) {
            let (from, to) = (self.from.join(path), self.to.join(path));
            match saved {
                None if to.is_dir() => {}
                None => {
                    fs::create_dir(&to).and_then(|()| fs::set_permissions(&to, fs::metadata(&from)?.permissions()))?
                }
                // The same file under a second name was saved in both.
                Some(saved) if self::saved(&to)?.is_some_and(|there| there.is_same_file(saved)) => {}
                Some(_) => fs::rename(&from, &to)?,
            }
        }
        let gone = self.was.keys().rev().filter(|path| !now.contains_key(*path) && !self.differing.contains(*path));
        gone.for_each(|path| self.take_away(path));
        Ok(())
    }

    fn is_edit(&self, path: &Path, now: &Option<Saved>) -> bool {
        !self.differing.contains(path) && self.was.get(path) != Some(now)
    }

    /// Removes what is as it was made; a folder that has something in it stays.
    fn take_away(&self, path: &Path) {
        let place = self.to.join(path);
        match self.made.get(path) {
            Some(None) => drop(fs::remove_dir(place)),
            Some(made) if saved(&place).is_ok_and(|there| there == *made) => drop(fs::remove_file(place)),
            _ => {}
        }
    }
}
