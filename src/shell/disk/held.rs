//! The author's files in the hands of one command. Whoever writes some holds the lock of the notice from before it
//! reads until it ends, so that no other gongkai writes between; there is no other way to write them.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::author;
use super::content_folders::Names;
use super::error::{DiskError, Fault};
use super::leftover::is_there;
use super::lock::Lock;
use super::renew::renew;
use crate::source::SourceTree;
use crate::value::RelPath;

/// The file that is locked, beside the folder of the author's files.
const LOCK: &str = ".gongkai-content-lock";
/// How long a command waits for another one, which may be reading a large notice, or asking its user.
const PATIENCE: Duration = Duration::from_secs(30);
/// How often a folder is made that goes again before it can be held.
const TRIES: usize = 100;

/// A notice whose author's files no other gongkai writes until this is dropped.
#[derive(Debug)]
pub struct HeldNotice {
    root: PathBuf,
    /// The name of the folder that holds the author's files.
    folder: &'static str,
    /// None where nothing can be written beside that folder: who may not, cannot put another in its place.
    lock: Option<Lock>,
    /// Dropped after the lock, which is in them.
    _made: MadeFolders,
}

impl HeldNotice {
    /// Takes a notice; waits a while for another command. If there is none, whoever reads it will say so.
    ///
    /// # Errors
    /// If another command does not let go of it, or the system cannot lock files there.
    pub fn take(root: &Path, folder: &'static str) -> Result<HeldNotice, DiskError> {
        HeldNotice::take_within(PATIENCE, root, folder, MadeFolders::default())
    }

    /// Takes a folder that a notice is to be made in. It is made for that if it is not there, and goes again if nothing
    /// is written.
    ///
    /// # Errors
    /// As for a notice, or if the folder cannot be made.
    pub fn take_new(root: &Path, folder: &'static str) -> Result<HeldNotice, DiskError> {
        let attempt = || HeldNotice::take_within(PATIENCE, root, folder, MadeFolders::make(root)?);
        // Another command that had made the folder may take it away again between two steps.
        let is_gone = |held: &Result<HeldNotice, DiskError>| match held {
            Ok(held) => held.lock.is_none() && !root.is_dir(),
            Err(error) => error.fault() == &Fault::Missing,
        };
        let held = (0..TRIES).map(|_| attempt()).find(|held| !is_gone(held));
        held.unwrap_or_else(attempt)
    }

    fn take_within(
        patience: Duration,
        root: &Path,
        folder: &'static str,
        made: MadeFolders,
    ) -> Result<HeldNotice, DiskError> {
        let path = Names::of(root, folder).target.with_file_name(LOCK);
        let lock = match Lock::take_at(patience, &path, &root.join(folder)) {
            Err(error) if is_out_of_reach(error.fault()) && !is_there(&path) => None,
            taken => Some(taken?),
        };
        Ok(HeldNotice { root: root.to_owned(), folder, lock, _made: made })
    }

    /// Creates new files in a folder; if one of them exists already, none is created.
    ///
    /// # Errors
    /// If a file exists already or cannot be written.
    pub fn create(&self, folder: &Path, files: &[(RelPath, String)]) -> Result<(), DiskError> {
        author::create(folder, files)
    }

    /// Creates the folder of the author's files in one step, and files beside it unless they are there.
    ///
    /// # Errors
    /// If the folder exists already, or cannot be written; nothing of it is there then.
    pub fn create_folder(&self, files: &[(RelPath, String)]) -> Result<(), DiskError> {
        author::create_folder(&self.root, self.folder, files)
    }

    /// Writes a file, replacing an old one if there is one, so that it is never half written.
    ///
    /// # Errors
    /// If it cannot be written; the old file is then as it was.
    pub fn generate(&self, path: &RelPath, text: &[u8]) -> Result<(), DiskError> {
        author::generate(&self.root, path, text)
    }

    /// Writes a text, if the file still is what was read, or still is not there; false if somebody edited it meanwhile.
    ///
    /// # Errors
    /// If it cannot be read or written; the old file is then as it was.
    pub fn rewrite(&self, path: &RelPath, was: Option<&[u8]>, text: &[u8]) -> Result<bool, DiskError> {
        author::rewrite(&self.root, path, was, text)
    }

    /// Makes the folder of the author's files hold those of a tree, in one step. Returns the first file that is not what
    /// was read: somebody edited it meanwhile, and nothing is changed.
    ///
    /// # Errors
    /// If something cannot be read or written; nothing is changed then.
    pub fn renew(&self, before: &SourceTree, after: &SourceTree) -> Result<Option<RelPath>, DiskError> {
        renew(&self.root, self.folder, before, after)
    }
}

/// Returns whether a fault says that no file can be there, or none be written.
fn is_out_of_reach(fault: &Fault) -> bool {
    matches!(fault, Fault::Missing | Fault::NotAFolder | Fault::Permission | Fault::ReadOnly)
}

/// Folders that were made, the innermost first. Those that are still empty go when this is dropped.
#[derive(Debug, Default)]
struct MadeFolders(Vec<PathBuf>);

impl MadeFolders {
    fn make(folder: &Path) -> Result<MadeFolders, DiskError> {
        let missing = folder.ancestors().take_while(|at| !at.as_os_str().is_empty() && !is_there(at));
        let made = MadeFolders(missing.map(Path::to_owned).collect());
        fs::create_dir_all(folder).map_err(|error| DiskError::io(folder, error))?;
        Ok(made)
    }
}

impl Drop for MadeFolders {
    fn drop(&mut self) {
        self.0.iter().for_each(|folder| drop(fs::remove_dir(folder)));
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicBool, Ordering};
    use std::thread;

    use super::super::system::{self, testing};
    use super::*;

    const FOLDER: &str = "content";

    fn file(name: &str) -> (RelPath, String) {
        (RelPath::of(format!("content/{name}")), name.to_owned())
    }

    #[test]
    fn the_second_waits_and_reads_what_the_first_wrote() {
        let root = tempfile::tempdir().unwrap();
        let read = || {
            let mut tree = SourceTree::default();
            for entry in fs::read_dir(root.path().join(FOLDER)).unwrap().flatten() {
                tree.rewrite(&RelPath::of(format!("content/{}", entry.file_name().display())), "");
            }
            tree
        };
        HeldNotice::take_new(root.path(), FOLDER).unwrap().create_folder(&[file("0")]).unwrap();
        fs::write(root.path().join("content/0"), "").unwrap();
        thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    for _ in 0..10 {
                        let held = HeldNotice::take(root.path(), FOLDER).unwrap();
                        let (before, mut after) = (read(), read());
                        let n = before.paths().count();
                        after.rewrite(&RelPath::of(format!("content/{n}")), "");
                        assert_eq!(held.renew(&before, &after).unwrap(), None);
                    }
                });
            }
        });
        assert_eq!(fs::read_dir(root.path().join(FOLDER)).unwrap().count(), 41);
        assert_eq!(fs::read_dir(root.path()).unwrap().count(), 1, "nothing is left beside it");
    }

    #[test]
    fn a_notice_that_is_held_is_named() {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir(root.path().join(FOLDER)).unwrap();
        let elsewhere = tempfile::tempdir().unwrap();
        system::symlink(&root.path().join(FOLDER), &elsewhere.path().join(FOLDER)).unwrap();
        let take =
            |root: &Path| HeldNotice::take_within(Duration::from_millis(50), root, FOLDER, MadeFolders::default());
        let held = take(root.path()).unwrap();
        for at in [root.path(), elsewhere.path()] {
            let error = take(at).unwrap_err();
            assert_eq!((error.fault(), error.path()), (&Fault::InUse, at.join(FOLDER).as_path()));
        }
        drop(held);
        take(elsewhere.path()).unwrap();
        assert_eq!(fs::read_dir(root.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_folder_that_is_made_for_it_goes_if_nothing_is_written() {
        let top = tempfile::tempdir().unwrap();
        let root = top.path().join("a/b");
        drop(HeldNotice::take_new(&root, FOLDER).unwrap());
        assert!(!top.path().join("a").exists());
        drop(HeldNotice::take(&root, FOLDER).unwrap());
        assert!(!top.path().join("a").exists(), "a notice that is not there is not made");
        let is_done = AtomicBool::new(false);
        thread::scope(|scope| {
            scope.spawn(|| {
                (0..100).for_each(|_| drop(HeldNotice::take_new(&root, FOLDER).unwrap()));
                is_done.store(true, Ordering::SeqCst);
            });
            while !is_done.load(Ordering::SeqCst) {
                assert!(HeldNotice::take_new(&root, FOLDER).unwrap().lock.is_some(), "it may go between two steps");
            }
        });
        HeldNotice::take_new(&root, FOLDER).unwrap().create_folder(&[file("a")]).unwrap();
        assert_eq!(fs::read_dir(&root).unwrap().count(), 1);
        fs::write(top.path().join("file"), "").unwrap();
        let error = HeldNotice::take_new(&top.path().join("file/a"), FOLDER).unwrap_err();
        assert_eq!(error.fault(), &Fault::NotAFolder);
    }

    #[test]
    fn where_nothing_can_be_written_beside_it_its_files_can() {
        let root = tempfile::tempdir().unwrap();
        let content = root.path().join(FOLDER);
        fs::create_dir(&content).unwrap();
        testing::set_mode(root.path(), 0o555);
        testing::set_mode(&content, 0o777);
        let written = testing::as_nobody(|| HeldNotice::take(root.path(), FOLDER)?.create(root.path(), &[file("a")]));
        testing::set_mode(root.path(), 0o755);
        written.unwrap();
        assert!(content.join("a").exists());
    }
}
