//! Sources while they are edited: after a change of plain files only those are read again, after anything else
//! everything is.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::error::DiskError;
use super::names::is_leftover;
use super::read::Sources;
use super::roots::Roots;
use super::steady::{self, FileReading};
use super::system;
use crate::progress::Progress;
use crate::value::RelPath;

/// What became of a file.
enum FileState {
    /// It has other bytes.
    Written(Vec<u8>),
    Gone,
    /// It is not content, now as before.
    Ignored,
    /// More than that: only a walk through the folders can tell.
    Unclear,
}

/// Sources that were read again.
#[derive(Debug)]
pub struct Reread {
    /// The sources as they are now.
    pub sources: Sources,
    /// Whether nothing in them is other than before.
    pub is_same: bool,
}

impl Sources {
    /// Returns what [`Sources::read`] would now that some paths below the root changed and no others.
    ///
    /// # Errors
    /// If any file or folder cannot be read.
    pub fn read_again<'a>(
        mut self,
        root: impl Into<Roots<'a>>,
        folders: &[&str],
        changed: &BTreeSet<PathBuf>,
        progress: &Progress,
    ) -> Result<Reread, DiskError> {
        let roots = root.into();
        let is_plain = self.diagnostics.is_empty() && !self.has_links;
        let taken = if is_plain { self.take_in(roots, changed)? } else { None };
        if let Some(is_same) = taken {
            return Ok(Reread { sources: self, is_same });
        }
        let sources = Sources::read(roots, folders, progress)?;
        let is_same = sources.tree.changes(&self.tree).is_empty() && sources.diagnostics == self.diagnostics;
        Ok(Reread { sources, is_same })
    }

    /// Reads changed files and returns whether they are as before; nothing if that is not enough.
    fn take_in(&mut self, roots: Roots<'_>, changed: &BTreeSet<PathBuf>) -> Result<Option<bool>, DiskError> {
        let mut is_same = true;
        for path in changed {
            let Some(name) = path.to_str().and_then(|path| RelPath::new(path).ok()) else { return Ok(None) };
            match self.state(&roots.of(path), &name)? {
                FileState::Written(bytes) if self.tree.bytes(name.as_str()) == Some(&bytes) => {}
                FileState::Written(bytes) => {
                    self.tree.insert(name, bytes);
                    is_same = false;
                }
                FileState::Gone => {
                    self.tree.remove(&name);
                    is_same = false;
                }
                FileState::Ignored => {}
                FileState::Unclear => return Ok(None),
            }
        }
        Ok(Some(is_same))
    }

    fn state(&self, path: &Path, name: &RelPath) -> Result<FileState, DiskError> {
        if name.as_str().split('/').any(|part| is_leftover(part.as_ref())) {
            return Ok(FileState::Ignored);
        }
        let is_known = self.tree.has(name.as_str());
        let metadata = match fs::symlink_metadata(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound && is_known => return Ok(FileState::Gone),
            // Come and gone again, as the file in which an editor writes before it takes the name of another.
            Err(error)
                if error.kind() == io::ErrorKind::NotFound && self.tree.under(name.as_str()).next().is_none() =>
            {
                return Ok(FileState::Ignored);
            }
            Err(_) => return Ok(FileState::Unclear),
            Ok(metadata) => metadata,
        };
        if !is_known || !metadata.is_file() || system::has_other_names(&metadata) {
            return Ok(FileState::Unclear);
        }
        Ok(match steady::read(path)? {
            FileReading::Bytes(bytes) => FileState::Written(bytes),
            FileReading::TooLarge | FileReading::Special => FileState::Unclear,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn symlink(target: &str, link: impl AsRef<Path>) -> io::Result<()> {
        system::symlink(Path::new(target), link.as_ref())
    }

    const FOLDERS: [&str; 2] = ["content", "themes"];

    /// Changes a root, reads the changed paths again, and compares with reading everything. Whether files alone were
    /// read.
    fn follows(before: &[&str], change: impl Fn(&Path), changed: &[&str]) -> bool {
        let root = tempfile::tempdir().unwrap();
        for file in before {
            let path = root.path().join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "old").unwrap();
        }
        let mut sources = Sources::read(root.path(), &FOLDERS, &Progress::default()).unwrap();
        change(root.path());
        let changed = changed.iter().map(PathBuf::from).collect();
        let was_enough = sources.diagnostics.is_empty()
            && !sources.has_links
            && sources.take_in(root.path().into(), &changed).unwrap().is_some();
        let again = sources.read_again(root.path(), &FOLDERS, &changed, &Progress::default()).unwrap().sources;
        let everything = Sources::read(root.path(), &FOLDERS, &Progress::default()).unwrap();
        assert!(again.tree.changes(&everything.tree).is_empty(), "{changed:?}");
        assert_eq!(again.diagnostics, everything.diagnostics, "{changed:?}");
        was_enough
    }

    #[test]
    fn files_that_are_written_or_removed_are_read_alone() {
        let before = ["content/a.md", "content/b/c.md"];
        let write = |root: &Path| fs::write(root.join("content/b/c.md"), "new").unwrap();
        assert!(follows(&before, write, &["content/b/c.md"]));
        assert!(follows(&before, |root| fs::remove_file(root.join("content/a.md")).unwrap(), &["content/a.md"]));
        let replace = |root: &Path| {
            fs::write(root.join("content/4913"), "new").unwrap();
            fs::rename(root.join("content/4913"), root.join("content/a.md")).unwrap();
            fs::write(root.join("content/.a.md.swp"), "").unwrap();
            fs::write(root.join("content/a.md~"), "old").unwrap();
        };
        assert!(follows(&before, replace, &["content/4913", "content/a.md", "content/.a.md.swp", "content/a.md~"]));
    }

    #[test]
    fn files_that_are_as_before_are_told_from_others() {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir(root.path().join("content")).unwrap();
        let put = |file: &str, text: &str| fs::write(root.path().join(file), text).unwrap();
        put("content/a.md", "1");
        put("content/b.md", "1");
        let mut sources = Sources::read(root.path(), &FOLDERS, &Progress::default()).unwrap();
        let mut is_same = |file: &str| {
            let changed = [PathBuf::from(file)].into();
            let read = std::mem::take(&mut sources).read_again(root.path(), &FOLDERS, &changed, &Progress::default());
            let Reread { sources: again, is_same } = read.unwrap();
            sources = again;
            is_same
        };
        put("content/a.md", "1");
        assert!(is_same("content/a.md") && is_same("content"));
        put("content/a.md", "2");
        assert!(!is_same("content/a.md") && is_same("content/a.md"));
        put("content/a.md", "3");
        assert!(!is_same("content"), "a folder is read whole");
        fs::remove_file(root.path().join("content/b.md")).unwrap();
        assert!(!is_same("content/b.md") && is_same("content/b.md"));
        put("content/a-", "");
        assert!(!is_same("content/a-") && is_same("content/a-"), "new files are met by a walk");
    }

    #[test]
    fn a_folder_that_stands_elsewhere_is_read_and_followed_there() {
        let (root, shared) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let put = |folder: &Path, file: &str, text: &str| {
            fs::create_dir_all(folder.join(file).parent().unwrap()).unwrap();
            fs::write(folder.join(file), text).unwrap();
        };
        put(root.path(), "content/a.md", "a");
        put(root.path(), "themes/mine/theme.yaml", "mine");
        put(shared.path(), "red/theme.yaml", "old");
        symlink("theme.yaml", shared.path().join("red/same.yaml")).unwrap();
        symlink("/etc/hostname", shared.path().join("red/out.yaml")).unwrap();
        let roots = Roots::new(root.path(), Some(("themes", shared.path())));
        let read = || Sources::read(roots, &FOLDERS, &Progress::default()).unwrap();
        let found: Vec<String> = read()
            .checked()
            .diagnostics
            .iter()
            .filter_map(|d| d.place.as_ref().map(|p| p.path().to_string()))
            .collect();
        assert_eq!(found, ["themes/red/out.yaml"], "a link may not lead out of the shared folder, either");
        for link in ["red/same.yaml", "red/out.yaml"] {
            fs::remove_file(shared.path().join(link)).unwrap();
        }
        let sources = read();
        let paths: Vec<String> = sources.checked().value.paths().map(ToString::to_string).collect();
        assert_eq!(paths, ["content/a.md", "themes/red/theme.yaml"]);
        put(shared.path(), "red/theme.yaml", "new");
        let changed = [PathBuf::from("themes/red/theme.yaml")].into();
        let again = sources.read_again(roots, &FOLDERS, &changed, &Progress::default()).unwrap();
        let tree = again.sources.checked().value;
        assert_eq!(tree.text("themes/red/theme.yaml"), Some("new"));
        let shown = tree.shown(&RelPath::of("themes/red/theme.yaml")).into_owned();
        assert_eq!(shown, shared.path().join("red/theme.yaml").display().to_string());
        let nowhere = root.path().join("nowhere");
        let error = Sources::read(Roots::new(root.path(), Some(("themes", &nowhere))), &FOLDERS, &Progress::default());
        assert_eq!(error.unwrap_err().path(), nowhere);
    }

    #[test]
    fn after_all_else_everything_is_read() {
        let before = ["content/a.md", "content/b/c.md"];
        assert!(
            !follows(&before, |root| fs::write(root.join("content/A.md"), "").unwrap(), &["content/A.md"]),
            "names may clash"
        );
        assert!(!follows(
            &before,
            |root| fs::rename(root.join("content/b"), root.join("content/d")).unwrap(),
            &["content/b", "content/d"]
        ));
        assert!(!follows(&before, |root| fs::remove_dir_all(root.join("content/b")).unwrap(), &["content/b"]));
        let turn = |root: &Path| {
            fs::remove_file(root.join("content/a.md")).unwrap();
            fs::create_dir(root.join("content/a.md")).unwrap();
        };
        assert!(!follows(&before, turn, &["content/a.md"]));
        let link = |root: &Path| {
            fs::remove_file(root.join("content/a.md")).unwrap();
            symlink("b/c.md", root.join("content/a.md")).unwrap();
        };
        assert!(!follows(&before, link, &["content/a.md"]));
        let grow =
            |root: &Path| fs::File::create(root.join("content/a.md")).unwrap().set_len(steady::MAX_BYTES + 1).unwrap();
        assert!(!follows(&before, grow, &["content/a.md"]));
        assert!(!follows(
            &["content/a.md", "content/A.md"],
            |root| fs::remove_file(root.join("content/a.md")).unwrap(),
            &["content/a.md"]
        ));
    }

    #[test]
    fn what_has_two_paths_is_never_read_alone() {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir(root.path().join("content")).unwrap();
        fs::write(root.path().join("content/a.md"), "old").unwrap();
        symlink("a.md", root.path().join("content/b.md")).unwrap();
        let sources = Sources::read(root.path(), &FOLDERS, &Progress::default()).unwrap();
        fs::write(root.path().join("content/a.md"), "new").unwrap();
        let again = sources
            .read_again(root.path(), &FOLDERS, &[PathBuf::from("content/a.md")].into(), &Progress::default())
            .unwrap();
        assert_eq!(again.sources.tree.text("content/b.md"), Some("new"));
        fs::remove_file(root.path().join("content/b.md")).unwrap();
        fs::hard_link(root.path().join("content/a.md"), root.path().join("content/b.md")).unwrap();
        let sources = Sources::read(root.path(), &FOLDERS, &Progress::default()).unwrap();
        fs::write(root.path().join("content/a.md"), "newer").unwrap();
        let again = sources
            .read_again(root.path(), &FOLDERS, &[PathBuf::from("content/a.md")].into(), &Progress::default())
            .unwrap();
        assert_eq!(again.sources.tree.text("content/b.md"), Some("newer"));
    }
}
