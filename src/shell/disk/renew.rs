//! The folder of the author's files, changed in several files at once: whatever dies when, it holds the old files or
//! the new ones, and what another program saves in it meanwhile stays.
//!
//! A new folder is made beside the old one, every file that stays the same file under a second name, and both change
//! places in one step. Then the old one is looked at: what was saved in it until that step comes home (`meanwhile`). If
//! that is one of the files that the command changes, both change places again, and nothing is changed. Where the file
//! system has no such step, three renames do it, and the next command puts back what one that died left (`recover`).

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::content_folders::Names;
use super::error::{DiskError, Fault};
use super::meanwhile::{Contents, Left, contents};
use super::place;
use super::steady::{self, FileReading};
use super::system;
use crate::source::SourceTree;
use crate::value::RelPath;

/// Makes a folder of the author hold the files of a tree, in one step. Returns the first file that is not what was
/// read, or is not a file of its own: somebody edited it meanwhile, and nothing is changed.
///
/// # Errors
/// If something cannot be read or written; nothing is changed then.
pub(super) fn renew(
    root: &Path,
    folder: &str,
    before: &SourceTree,
    after: &SourceTree,
) -> Result<Option<RelPath>, DiskError> {
    renew_by(&system::exchange, root, folder, before, after)
}

/// Exchanges two folders.
type Exchange<'a> = &'a dyn Fn(&Path, &Path) -> io::Result<()>;

fn renew_by(
    exchange: Exchange<'_>,
    root: &Path,
    folder: &str,
    before: &SourceTree,
    after: &SourceTree,
) -> Result<Option<RelPath>, DiskError> {
    let names = Names::of(root, folder);
    names.repair()?;
    let is_inside = |path: &&&RelPath| path.as_str().strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'));
    let changes = after.changes(before);
    let changed =
        changes.iter().filter(is_inside).map(|path| (*path, PathBuf::from(&path.as_str()[folder.len() + 1..])));
    let renewal = Renewal { exchange, names, before, after, changed: changed.collect() };
    let made = renewal.make().and_then(|made| match made {
        Made::Edited(path) => Ok(Some(path)),
        Made::Whole { old, new } => renewal.change_places(&old, &new),
    });
    // What is left of the old folder, or of the new one if it is not wanted.
    let _ = fs::remove_dir_all(&renewal.names.aside);
    made
}

/// A folder that is to change.
struct Renewal<'a> {
    exchange: Exchange<'a>,
    names: Names,
    before: &'a SourceTree,
    after: &'a SourceTree,
    /// The files that change, by their path in the tree and in the folder.
    changed: Vec<(&'a RelPath, PathBuf)>,
}

/// What came of making the new folder.
enum Made {
    /// Nothing: somebody edited this file.
    Edited(RelPath),
    /// All of it, with what is in the old one and in the new one.
    Whole { old: Contents, new: Contents },
}

impl Renewal<'_> {
    fn make(&self) -> Result<Made, DiskError> {
        let Names { target, aside, .. } = &self.names;
        match fs::remove_dir_all(aside) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(DiskError::io(aside, error)),
            _ => {}
        }
        let old = contents(target).map_err(|error| DiskError::io(target, error))?;
        copy(target, aside).map_err(|error| DiskError::io(aside, error))?;
        if let Some(path) = self.edited()? {
            return Ok(Made::Edited(path));
        }
        for (path, place) in &self.changed {
            put(&aside.join(place), self.after.bytes(path.as_str()))
                .map_err(|error| DiskError::io(&target.join(place), error))?;
        }
        let new = contents(aside).map_err(|error| DiskError::io(aside, error))?;
        Ok(Made::Whole { old, new })
    }

    /// Returns the first of the files that change which is not as it was read, in the folder aside.
    fn edited(&self) -> Result<Option<RelPath>, DiskError> {
        for (path, place) in &self.changed {
            if !is_as_read(&self.names.aside.join(place), self.before.bytes(path.as_str()))? {
                return Ok(Some((*path).clone()));
            }
        }
        Ok(None)
    }

    /// Puts the new folder in the place of the old one, and brings home what was saved until then; or leaves all as it
    /// was.
    fn change_places(&self, old: &Contents, new: &Contents) -> Result<Option<RelPath>, DiskError> {
        let failed = |error| DiskError::io(&self.names.target, error);
        self.exchange().map_err(failed)?;
        let settled = self.edited().and_then(|edited| match edited {
            Some(path) => Ok(Some(path)),
            None => self.bring_home(old, new).map(|()| None).map_err(failed),
        });
        if !matches!(settled, Ok(None)) {
            let back = self.exchange().and_then(|()| self.bring_home(new, old));
            back.map_err(|error| self.keep(error))?;
        }
        settled
    }

    /// Brings home what was saved in the folder that is aside now: what was in it, and in the one in its place.
    fn bring_home(&self, was: &Contents, made: &Contents) -> io::Result<()> {
        let differing: BTreeSet<PathBuf> = self.changed.iter().map(|(_, place)| place.clone()).collect();
        let Names { target, aside, .. } = &self.names;
        Left { from: aside, was, to: target, made, differing: &differing }.bring_home()
    }

    /// Keeps the folder aside where nobody removes it.
    fn keep(&self, error: io::Error) -> DiskError {
        let Names { target, aside, .. } = &self.names;
        let name = target.file_name().unwrap_or_default().to_string_lossy();
        let free = (1..).map(|n| target.with_file_name(format!("{name}-kept-{n}"))).find(|path| !path.exists());
        let kept = free.filter(|kept| fs::rename(aside, kept).is_ok());
        DiskError::io(target, error).meaning(Fault::Kept, kept.as_deref().unwrap_or(aside))
    }

    /// Exchanges both folders; where the file system has no such step, by three renames.
    fn exchange(&self) -> io::Result<()> {
        let Names { target, aside, old } = &self.names;
        match (self.exchange)(aside, target) {
            Err(error) if error.kind() == io::ErrorKind::Unsupported => {
                fs::rename(target, old)?;
                fs::rename(aside, target).inspect_err(|_| drop(fs::rename(old, target)))?;
                fs::rename(old, aside)
            }
            answer => answer,
        }
    }
}

/// Copies a folder: folders are new, files are the same files.
fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir(to)?;
    fs::set_permissions(to, fs::metadata(from)?.permissions())?;
    for entry in system::list(from)? {
        let (old, new) = (from.join(&entry.name), to.join(&entry.name));
        if entry.is_folder {
            copy(&old, &new)?;
        } else if fs::symlink_metadata(&old)?.is_symlink() {
            system::symlink(&fs::read_link(&old)?, &new)?;
        } else if fs::hard_link(&old, &new).is_err() {
            fs::copy(&old, &new)?;
        }
    }
    Ok(())
}

/// Returns whether a file is there as it was read, and stands in the folder itself.
fn is_as_read(place: &Path, was: Option<&[u8]>) -> Result<bool, DiskError> {
    let Some(was) = was else { return Ok(fs::symlink_metadata(place).is_err()) };
    // The folder aside stands where its target does, without links.
    let is_own = fs::canonicalize(place).is_ok_and(|found| found == place);
    Ok(is_own && matches!(steady::read(place)?, FileReading::Bytes(now) if now == was))
}

/// Writes a file, or takes it away. The old one may have its name elsewhere, so it is never written into.
fn put(place: &Path, bytes: Option<&[u8]>) -> io::Result<()> {
    let permissions = place::permissions(place)?;
    if permissions.is_some() {
        fs::remove_file(place)?;
    }
    let Some(bytes) = bytes else { return Ok(()) };
    fs::create_dir_all(place.parent().unwrap_or(place))?;
    place::write_new(place, bytes, permissions)
}

#[cfg(test)]
mod tests {
    use super::super::system::testing;
    use super::*;

    fn tree(files: &[(&str, &str)]) -> SourceTree {
        SourceTree::of(files.iter().map(|(path, text)| (*path, text.as_bytes())))
    }

    #[test]
    fn several_files_change_in_one_step_and_others_stay_the_same_files() {
        let root = tempfile::tempdir().unwrap();
        let at = |path: &str| root.path().join(path);
        fs::create_dir_all(at("content/1-a")).unwrap();
        fs::create_dir_all(at("content/.schema")).unwrap();
        let files = [("content/1-a/001.yaml", "one"), ("content/1-a/002.yaml", "two"), ("content/notice.yaml", "n")];
        files.iter().for_each(|(path, text)| fs::write(at(path), text).unwrap());
        fs::write(at("content/.schema/x.json"), "{}").unwrap();
        testing::set_mode(&at("content/1-a/001.yaml"), 0o600);
        let inode = |path: &str| system::identity(&fs::metadata(at(path)).unwrap());
        let (same, before) = (inode("content/notice.yaml"), tree(&files));
        let after = tree(&[("content/1-a/001.yaml", "1"), ("content/2-b/003.yaml", "3"), ("content/notice.yaml", "n")]);
        fs::create_dir_all(at(".gongkai-content/left")).unwrap();
        assert_eq!(renew(root.path(), "content", &before, &after).unwrap(), None);
        let read = |path: &str| fs::read_to_string(at(path)).ok();
        assert_eq!(read("content/1-a/001.yaml").as_deref(), Some("1"));
        assert_eq!(read("content/1-a/002.yaml"), None);
        assert_eq!(read("content/2-b/003.yaml").as_deref(), Some("3"));
        assert_eq!(read("content/.schema/x.json").as_deref(), Some("{}"));
        assert_eq!((inode("content/notice.yaml"), testing::mode(&at("content/1-a/001.yaml"))), (same, 0o600));
        assert_eq!(fs::read_dir(root.path()).unwrap().count(), 1);
    }

    #[test]
    fn nothing_changes_if_one_file_is_not_what_was_read() {
        let root = tempfile::tempdir().unwrap();
        let at = |path: &str| root.path().join(path);
        fs::create_dir_all(at("content")).unwrap();
        let files = [("content/a.yaml", "a"), ("content/b.yaml", "b")];
        files.iter().for_each(|(path, text)| fs::write(at(path), text).unwrap());
        let after = tree(&[("content/a.yaml", "A"), ("content/b.yaml", "B"), ("content/c.yaml", "C")]);
        let renewed = || renew(root.path(), "content", &tree(&files), &after).unwrap();
        fs::write(at("content/b.yaml"), "edited").unwrap();
        assert_eq!(renewed(), Some(RelPath::of("content/b.yaml")));
        fs::write(at("content/b.yaml"), "b").unwrap();
        fs::write(at("content/c.yaml"), "new").unwrap();
        assert_eq!(renewed(), Some(RelPath::of("content/c.yaml")), "somebody made it meanwhile");
        fs::remove_file(at("content/c.yaml")).unwrap();
        fs::rename(at("content/b.yaml"), at("elsewhere.yaml")).unwrap();
        system::symlink(Path::new("../elsewhere.yaml"), &at("content/b.yaml")).unwrap();
        assert_eq!(renewed(), Some(RelPath::of("content/b.yaml")), "a link would no longer be one");
        assert_eq!(fs::read_to_string(at("content/a.yaml")).unwrap(), "a");
        assert_eq!(fs::read_dir(root.path()).unwrap().count(), 2);
    }

    /// A folder in which something is done just before the exchange: what the renewal says, and its files after it.
    fn meanwhile(has_exchange: bool, act: fn(&Path)) -> (Option<RelPath>, Vec<(String, String)>) {
        let root = tempfile::tempdir().unwrap();
        let content = root.path().join("content");
        fs::create_dir_all(content.join("1-a")).unwrap();
        let files = [("content/1-a/a.yaml", "a"), ("content/1-a/b.zh.md", "b"), ("content/c.yaml", "c")];
        files.iter().for_each(|(path, text)| fs::write(root.path().join(path), text).unwrap());
        let after = tree(&[("content/1-a/a.yaml", "A"), ("content/1-a/b.zh.md", "b"), ("content/2-b/d.yaml", "D")]);
        let is_first = std::cell::Cell::new(true);
        let exchange = |a: &Path, b: &Path| {
            if is_first.replace(false) {
                act(&content);
            }
            if has_exchange { system::exchange(a, b) } else { Err(io::ErrorKind::Unsupported.into()) }
        };
        let said = renew_by(&exchange, root.path(), "content", &tree(&files), &after).unwrap();
        assert_eq!(fs::read_dir(root.path()).unwrap().count(), 1, "nothing is left beside the folder");
        let entries = walkdir::WalkDir::new(&content).sort_by_file_name().into_iter().map(Result::unwrap);
        let named = |path: &Path| path.strip_prefix(&content).unwrap().to_str().unwrap().to_owned();
        let read = |path: &Path| (named(path), fs::read_to_string(path).unwrap_or_else(|_| "/".to_owned()));
        (said, entries.skip(1).map(|entry| read(entry.path())).collect())
    }

    /// What somebody does in the folder meanwhile.
    type Act = fn(&Path);

    /// Files and folders, with what they say.
    type Files = &'static [(&'static str, &'static str)];

    /// Saves a file as many editors do: under another name, then renamed.
    fn save(path: &Path, text: &str) {
        let aside = path.with_extension("tmp");
        fs::write(&aside, text).unwrap();
        fs::rename(&aside, path).unwrap();
    }

    #[test]
    fn what_is_saved_until_the_exchange_comes_home() {
        let usual = [("1-a", "/"), ("1-a/a.yaml", "A"), ("1-a/b.zh.md", "b"), ("2-b", "/"), ("2-b/d.yaml", "D")];
        let acts: [(Act, Files, &[&str]); 7] = [
            (|_| {}, &[], &[]),
            (|at| save(&at.join("1-a/b.zh.md"), "saved"), &[("1-a/b.zh.md", "saved")], &[]),
            (|at| fs::write(at.join("1-a/b.zh.md"), "in place").unwrap(), &[("1-a/b.zh.md", "in place")], &[]),
            (|at| fs::write(at.join("new.txt"), "new").unwrap(), &[("new.txt", "new")], &[]),
            (
                |at| {
                    fs::create_dir_all(at.join("files/x")).unwrap();
                    fs::write(at.join("files/x/y"), "y").unwrap();
                },
                &[("files", "/"), ("files/x", "/"), ("files/x/y", "y")],
                &[],
            ),
            (|at| fs::remove_file(at.join("1-a/b.zh.md")).unwrap(), &[], &["1-a/b.zh.md"]),
            (
                |at| fs::rename(at.join("1-a/b.zh.md"), at.join("1-a/e.zh.md")).unwrap(),
                &[("1-a/e.zh.md", "b")],
                &["1-a/b.zh.md"],
            ),
        ];
        for (i, (act, more, less)) in acts.into_iter().enumerate() {
            let mut expected: std::collections::BTreeMap<&str, &str> = usual.into();
            expected.extend(more.iter().copied());
            expected.retain(|path, _| !less.contains(path));
            for has_exchange in [true, false] {
                let (said, files) = meanwhile(has_exchange, act);
                let files = files.iter().map(|(path, text)| (&**path, &**text)).collect();
                assert_eq!((said, files), (None, expected.clone()), "{i}, {has_exchange}");
            }
        }
    }

    #[test]
    fn nothing_changes_if_a_file_that_changes_is_saved_until_the_exchange() {
        let old = [("1-a", "/"), ("1-a/a.yaml", "a"), ("1-a/b.zh.md", "b"), ("c.yaml", "c")];
        let acts: [(Act, &str, Files); 4] = [
            (|at| save(&at.join("1-a/a.yaml"), "saved"), "content/1-a/a.yaml", &[("1-a/a.yaml", "saved")]),
            (
                |at| fs::write(at.join("1-a/a.yaml"), "in place").unwrap(),
                "content/1-a/a.yaml",
                &[("1-a/a.yaml", "in place")],
            ),
            (|at| save(&at.join("c.yaml"), "saved"), "content/c.yaml", &[("c.yaml", "saved")]),
            (
                |at| {
                    fs::create_dir(at.join("2-b")).unwrap();
                    fs::write(at.join("2-b/d.yaml"), "mine").unwrap();
                    save(&at.join("1-a/b.zh.md"), "saved too");
                },
                "content/2-b/d.yaml",
                &[("1-a/b.zh.md", "saved too"), ("2-b", "/"), ("2-b/d.yaml", "mine")],
            ),
        ];
        for (i, (act, named, more)) in acts.into_iter().enumerate() {
            let mut expected: std::collections::BTreeMap<&str, &str> = old.into();
            expected.extend(more.iter().copied());
            for has_exchange in [true, false] {
                let (said, files) = meanwhile(has_exchange, act);
                let files = files.iter().map(|(path, text)| (&**path, &**text)).collect();
                assert_eq!((said, files), (Some(RelPath::of(named)), expected.clone()), "{i}, {has_exchange}");
            }
        }
    }
}
