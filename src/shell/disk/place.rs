//! One file of the author's, written safely: under a hidden name beside it first, flushed to the disk, then put in its
//! place in one step. It is never half written, and nothing that somebody saved meanwhile is written over.

use std::fs::{self, Permissions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::steady::{self, FileReading};
use super::system;

/// Writes a file that is not there yet, and flushes it to the disk.
pub(super) fn write_new(path: &Path, bytes: &[u8], permissions: Option<Permissions>) -> io::Result<()> {
    let mut file = system::create(path)?;
    if let Some(permissions) = permissions {
        fs::set_permissions(path, permissions)?;
    }
    file.write_all(bytes)?;
    file.sync_all()
}

/// Returns the permissions of a file, none if it is not there. One that may not be written is an error: it is not
/// replaced, either, though renaming would.
pub(super) fn permissions(path: &Path) -> io::Result<Option<Permissions>> {
    match fs::metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
        Ok(found) => fs::OpenOptions::new().write(true).open(path).map(|_| Some(found.permissions())),
    }
}

/// Puts a file in its place, whatever is there, with the permissions of what is there.
pub(super) fn put_in_place(target: &Path, bytes: &[u8]) -> io::Result<()> {
    let aside = aside(target, bytes)?;
    fs::rename(&aside, target).inspect_err(|_| drop(fs::remove_file(&aside)))
}

/// Puts a file in the place of one that says this. Returns false, and leaves what is there, if it says something else.
pub(super) fn put_in_place_of(target: &Path, was: &[u8], bytes: &[u8]) -> io::Result<bool> {
    put_in_place_by(system::exchange, target, was, bytes)
}

fn put_in_place_by(
    exchange: impl Fn(&Path, &Path) -> io::Result<()>,
    target: &Path,
    was: &[u8],
    bytes: &[u8],
) -> io::Result<bool> {
    let aside = aside(target, bytes)?;
    let ended = match exchange(&aside, target) {
        // What was there is looked at when nobody finds it any more.
        Ok(()) if says(&aside, was) => Ok(true),
        Ok(()) => exchange(&aside, target).map(|()| false),
        Err(error) if error.kind() == io::ErrorKind::Unsupported => match says(target, was) {
            true => fs::rename(&aside, target).map(|()| true),
            false => Ok(false),
        },
        Err(error) => Err(error),
    };
    let _ = fs::remove_file(&aside);
    ended
}

fn says(path: &Path, was: &[u8]) -> bool {
    matches!(steady::read(path), Ok(FileReading::Bytes(now)) if now == was)
}

/// Writes what is to stand at a place beside it, under a name that is no content, should it ever be left behind.
fn aside(target: &Path, bytes: &[u8]) -> io::Result<PathBuf> {
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    let aside = target.with_file_name(format!(".{name}.gongkai-new"));
    let permissions = permissions(target)?;
    let _ = fs::remove_file(&aside);
    write_new(&aside, bytes, permissions).inspect_err(|_| drop(fs::remove_file(&aside)))?;
    Ok(aside)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_saved_at_the_last_moment_stays() {
        let root = tempfile::tempdir().unwrap();
        let target = root.path().join("translations.yaml");
        let saved = |has_exchange: bool, text: &'static str| {
            fs::write(&target, "old").unwrap();
            let calls = std::cell::Cell::new(0);
            let exchange = |a: &Path, b: &Path| {
                calls.set(calls.get() + 1);
                if calls.get() == 1 {
                    fs::write(b, text)?;
                }
                if has_exchange { system::exchange(a, b) } else { Err(io::ErrorKind::Unsupported.into()) }
            };
            let done = put_in_place_by(exchange, &target, b"old", b"new").unwrap();
            assert_eq!(fs::read_dir(root.path()).unwrap().count(), 1);
            (done, fs::read_to_string(&target).unwrap())
        };
        for has_exchange in [true, false] {
            assert_eq!(saved(has_exchange, "edited"), (false, "edited".to_owned()));
            assert_eq!(saved(has_exchange, "old"), (true, "new".to_owned()));
        }
    }
}
