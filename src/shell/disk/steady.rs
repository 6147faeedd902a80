//! One file, read whole: not half before an edit and half after it.

use std::fs::{File, Metadata};
use std::io::{self, Read};
use std::path::Path;
use std::thread;
use std::time::{Duration, SystemTime};

use super::error::{DiskError, Fault};
use super::system;

/// A larger file is not read, in bytes.
pub(super) const MAX_BYTES: u64 = 64 << 20;
/// How often a file that changes is read before it is given up.
const TRIES: usize = 4;
/// How long an editor is given to finish saving.
const PAUSE: Duration = Duration::from_millis(20);
/// A file written to within this time is read once more: clocks of file systems tick too slowly to tell that it was written to while it was
/// read.
const FRESH: Duration = Duration::from_millis(20);

/// What was read at a path.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum FileReading {
    /// The bytes of a file.
    Bytes(Vec<u8>),
    /// A file of more than [`MAX_BYTES`].
    TooLarge,
    /// No file at all: it became something else since it was found.
    Special,
}

/// Returns the bytes of a file that stayed the same while they were read.
pub(super) fn read(path: &Path) -> Result<FileReading, DiskError> {
    read_by(|file, bytes| file.read_exact(bytes), path)
}

fn read_by(
    mut read: impl FnMut(&mut File, &mut [u8]) -> io::Result<()>,
    path: &Path,
) -> Result<FileReading, DiskError> {
    let mut fresh = None;
    for _ in 0..TRIES {
        match attempt(&mut read, path) {
            Ok(Attempt::Read(reading)) => return Ok(reading),
            Ok(Attempt::Fresh(bytes)) if fresh.as_ref() == Some(&bytes) => return Ok(FileReading::Bytes(bytes)),
            Ok(Attempt::Fresh(bytes)) => fresh = Some(bytes),
            Ok(Attempt::Changed) => {}
            // Cut short while it was read, or away for the moment in which an editor puts a new one in its place.
            Err(error) if matches!(error.kind(), io::ErrorKind::UnexpectedEof | io::ErrorKind::NotFound) => {}
            Err(error) => return Err(DiskError::io(path, error)),
        }
        thread::sleep(PAUSE);
    }
    Err(DiskError::new(Fault::Restless, path))
}

/// What came of reading once.
enum Attempt {
    /// What was read, which is certain.
    Read(FileReading),
    /// Bytes of a file that was written to a moment ago.
    Fresh(Vec<u8>),
    /// Nothing: the file changed meanwhile.
    Changed,
}

fn attempt(read: &mut impl FnMut(&mut File, &mut [u8]) -> io::Result<()>, path: &Path) -> io::Result<Attempt> {
    let mut file = system::open(path)?;
    let before = file.metadata()?;
    if !before.is_file() {
        return Ok(Attempt::Read(FileReading::Special));
    }
    if before.len() > MAX_BYTES {
        return Ok(Attempt::Read(FileReading::TooLarge));
    }
    let mut bytes = vec![0; usize::try_from(before.len()).map_err(io::Error::other)?];
    read(&mut file, &mut bytes)?;
    let after = file.metadata()?;
    Ok(match state(&before) == state(&after) {
        true if is_fresh(&after) => Attempt::Fresh(bytes),
        true => Attempt::Read(FileReading::Bytes(bytes)),
        false => Attempt::Changed,
    })
}

fn is_fresh(metadata: &Metadata) -> bool {
    let age = metadata.modified().ok().and_then(|modified| modified.elapsed().ok());
    age.is_some_and(|age| age < FRESH)
}

/// Returns what changes when a file is written to.
fn state(metadata: &Metadata) -> (u64, Option<SystemTime>) {
    (metadata.len(), metadata.modified().ok())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    /// Reads a file that is appended to during its first readings.
    fn disturbed(times: usize) -> Result<FileReading, Fault> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        fs::write(&path, "a").unwrap();
        let mut left = times;
        let mut read = |file: &mut File, bytes: &mut [u8]| {
            file.read_exact(bytes)?;
            if left > 0 {
                left -= 1;
                fs::write(&path, "a".repeat(bytes.len() + 1))?;
            }
            Ok(())
        };
        read_by(&mut read, &path).map_err(|error| error.fault().clone())
    }

    #[test]
    fn a_file_that_is_being_edited_is_read_again() {
        assert_eq!(disturbed(0), Ok(FileReading::Bytes(b"a".to_vec())));
        assert_eq!(disturbed(2), Ok(FileReading::Bytes(b"aaa".to_vec())));
        assert_eq!(disturbed(4), Err(Fault::Restless));
    }

    #[test]
    fn a_file_that_was_written_to_a_moment_ago_is_read_twice() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        fs::write(&path, "half").unwrap();
        let mut times = 0;
        // The time of the file is the same, as if the clock had not ticked.
        let mut read = |file: &mut File, bytes: &mut [u8]| {
            times += 1;
            file.read_exact(bytes)?;
            let modified = file.metadata()?.modified()?;
            fs::write(&path, "done")?;
            File::options().write(true).open(&path)?.set_modified(modified)
        };
        assert_eq!(read_by(&mut read, &path).unwrap(), FileReading::Bytes(b"done".to_vec()));
        assert_eq!(times, 2);
    }

    #[test]
    fn what_is_no_file_of_moderate_size_is_not_read() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("large");
        File::create(&path).unwrap().set_len(MAX_BYTES + 1).unwrap();
        assert_eq!(read(&path).unwrap(), FileReading::TooLarge);
        let fifo = folder.path().join("fifo");
        system::testing::fifo(&fifo);
        assert_eq!(read(&fifo).unwrap(), FileReading::Special);
        assert_eq!(read(&folder.path().join("gone")).unwrap_err().fault(), &Fault::Restless);
    }
}
