//! One at a time: one build for one output folder, one command for one author's files.

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use super::error::{DiskError, Fault};
use super::output::OutputFolder;
use super::system;

/// How long a build waits for another one.
const PATIENCE: Duration = Duration::from_secs(5);
/// How long between two looks.
const PAUSE: Duration = Duration::from_millis(10);

/// A lock that is held until it is dropped. The system lets go of it when the process ends, however it ends.
#[derive(Debug)]
pub(super) struct Lock {
    path: PathBuf,
    file: File,
}

impl Lock {
    /// Takes the lock of an output; waits a few seconds for another build.
    pub(super) fn take(output: &OutputFolder) -> Result<Lock, DiskError> {
        Lock::take_within(PATIENCE, output)
    }

    fn take_within(patience: Duration, output: &OutputFolder) -> Result<Lock, DiskError> {
        Lock::take_at(patience, &output.lock(), &output.folder).map_err(|error| beside(error, output))
    }

    /// Takes the lock at a path, of those who write to a folder; waits for another one.
    pub(super) fn take_at(patience: Duration, path: &Path, folder: &Path) -> Result<Lock, DiskError> {
        let began = Instant::now();
        loop {
            let file = open(path)?;
            match file.try_lock() {
                Ok(()) if is_at(&file, path) => return Ok(Lock { path: path.to_owned(), file }),
                Ok(()) => {} // its last holder removed it after we had opened it: there is a new one to take
                Err(TryLockError::Error(error)) => return Err(DiskError::io(path, error)),
                Err(TryLockError::WouldBlock) if began.elapsed() < patience => thread::sleep(PAUSE),
                Err(TryLockError::WouldBlock) => return Err(DiskError::new(Fault::InUse, folder)),
            }
        }
    }
}

impl Drop for Lock {
    /// Removes the file while it is still locked. One that cannot be removed does no harm; one that is not empty is
    /// somebody's.
    fn drop(&mut self) {
        if self.file.metadata().is_ok_and(|metadata| metadata.is_file() && metadata.len() == 0) {
            let _ = fs::remove_file(&self.path);
        }
    }
}

fn open(path: &Path) -> Result<File, DiskError> {
    system::open_lock(path).map_err(|error| DiskError::io(path, error))
}

/// Returns whether the open file is the one at the path.
fn is_at(file: &File, path: &Path) -> bool {
    let id = |metadata: fs::Metadata| system::identity(&metadata);
    file.metadata().map(id).ok() == fs::symlink_metadata(path).map(id).ok()
}

/// The lock is the first thing to be written beside the output: whoever cannot write it cannot write the stage.
fn beside(error: DiskError, output: &OutputFolder) -> DiskError {
    match error.fault() {
        Fault::Permission | Fault::ReadOnly => error.meaning(Fault::Beside, &output.parent),
        _ => error,
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    fn output(folder: &Path) -> OutputFolder {
        OutputFolder::find(folder, &folder.join("public")).unwrap()
    }

    #[test]
    fn one_holds_it_and_the_next_waits() {
        let root = tempfile::tempdir().unwrap();
        let output = output(root.path());
        let held = Lock::take(&output).unwrap();
        let error = Lock::take_within(Duration::from_millis(60), &output).unwrap_err();
        assert_eq!((error.fault(), error.path()), (&Fault::InUse, output.folder.as_path()));
        drop(held);
        assert!(!output.lock().exists());
        drop(Lock::take_within(Duration::ZERO, &output).unwrap());
    }

    #[test]
    fn a_lock_that_was_removed_after_it_was_opened_counts_for_nothing() {
        let root = tempfile::tempdir().unwrap();
        let path = root.path().join("lock");
        let file = open(&path).unwrap();
        assert!(is_at(&file, &path));
        fs::remove_file(&path).unwrap();
        assert!(!is_at(&file, &path));
        open(&path).unwrap();
        assert!(!is_at(&file, &path), "a new file is another lock");
    }

    #[test]
    fn a_file_or_a_link_of_the_user_by_that_name_stays() {
        let root = tempfile::tempdir().unwrap();
        let output = output(root.path());
        fs::write(output.lock(), "mine").unwrap();
        drop(Lock::take_within(Duration::ZERO, &output).unwrap());
        assert_eq!(fs::read_to_string(output.lock()).unwrap(), "mine");
        fs::rename(output.lock(), root.path().join("other")).unwrap();
        system::symlink(Path::new("other"), &output.lock()).unwrap();
        assert_eq!(Lock::take_within(Duration::ZERO, &output).unwrap_err().fault(), &Fault::Other);
    }

    #[test]
    fn never_two_at_a_time() {
        let root = tempfile::tempdir().unwrap();
        let output = output(root.path());
        let inside = AtomicUsize::new(0);
        thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    for _ in 0..50 {
                        let _lock = Lock::take_within(Duration::from_secs(60), &output).unwrap();
                        assert_eq!(inside.fetch_add(1, Ordering::SeqCst), 0);
                        thread::yield_now();
                        inside.fetch_sub(1, Ordering::SeqCst);
                    }
                });
            }
        });
    }
}
