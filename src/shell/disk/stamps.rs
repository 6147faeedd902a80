//! What the system says of files without reading them: enough to see that one changed where no event says so, as on a
//! network share, in a container, or behind a link.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::roots::Roots;
use super::system::{self, Stamp};

/// Stamps of files by their path below the root; a link has that of the file it leads to.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Stamps(BTreeMap<OsString, Stamp>);

impl Stamps {
    /// Returns the stamps of all files in some folders now. What the system says nothing of has none.
    pub fn of(roots: Roots<'_>, folders: &[&str]) -> Stamps {
        Stamps(folders.iter().flat_map(|folder| of_folder(roots, folder)).collect())
    }

    /// Returns the paths that are new, gone or not the same in earlier stamps.
    pub fn changes(&self, earlier: &Stamps) -> BTreeSet<PathBuf> {
        if self == earlier {
            return BTreeSet::new();
        }
        let differs = |(path, stamp): &(&OsString, &Stamp), other: &Stamps| other.0.get(*path) != Some(*stamp);
        let new = self.0.iter().filter(|entry| differs(entry, earlier));
        let gone = earlier.0.iter().filter(|entry| differs(entry, self));
        new.chain(gone).map(|(path, _)| PathBuf::from(path)).collect()
    }
}

fn of_folder(roots: Roots<'_>, name: &str) -> impl Iterator<Item = (OsString, Stamp)> {
    let (folder, _) = roots.folder(name);
    let name = PathBuf::from(name);
    let entries = WalkDir::new(&folder).follow_links(true).into_iter().filter_map(Result::ok);
    entries.filter(|entry| !entry.file_type().is_dir()).filter_map(move |entry| {
        let stamp = stamp(entry.path())?;
        Some((name.join(entry.path().strip_prefix(&folder).ok()?).into_os_string(), stamp))
    })
}

fn stamp(path: &Path) -> Option<Stamp> {
    fs::metadata(path).ok().map(|metadata| system::stamp(&metadata))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_replaced_added_or_gone_is_seen_and_what_a_link_leads_to() {
        let root = tempfile::tempdir().unwrap();
        let at = |path: &str| root.path().join(path);
        fs::create_dir_all(at("content/1-a")).unwrap();
        fs::create_dir(at("apart")).unwrap();
        for path in ["content/a.md", "content/b.md", "content/1-a/c.md", "apart/d.md", "apart/e.md"] {
            fs::write(at(path), "1").unwrap();
        }
        system::symlink(&at("apart/d.md"), &at("content/d.md")).unwrap();
        let now = || Stamps::of(root.path().into(), &["content", "themes"]);
        let mut last = now();
        let mut changed = |expected: &[&str]| {
            let next = now();
            assert_eq!(next.changes(&last), expected.iter().map(PathBuf::from).collect());
            last = next;
        };
        changed(&[]);
        fs::write(at("content/a.md"), "2").unwrap();
        changed(&["content/a.md"]);
        fs::write(at("content/new"), "2").unwrap();
        fs::rename(at("content/new"), at("content/1-a/c.md")).unwrap();
        fs::remove_file(at("content/b.md")).unwrap();
        changed(&["content/1-a/c.md", "content/b.md"]);
        fs::write(at("apart/d.md"), "3").unwrap();
        fs::write(at("apart/e.md"), "3").unwrap();
        changed(&["content/d.md"]);
        fs::create_dir_all(at("themes/red")).unwrap();
        changed(&[]);
        fs::write(at("themes/red/theme.yaml"), "").unwrap();
        changed(&["themes/red/theme.yaml"]);
    }
}
