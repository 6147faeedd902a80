//! Where a build keeps what it leaves to the next: `.gongkai-cache` beside `content/`, one file for each output folder.
//! Everything in it may be deleted at any time, and whatever goes wrong with it is as if it were not there.

use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use super::system;
use crate::value::Fingerprint;

/// The folder. It hides itself from Git, so that nobody commits it by mistake.
const FOLDER: &str = ".gongkai-cache";

/// A file longer than this was not written here.
const LONGEST: u64 = 1 << 30;

/// Returns what the last build for an output folder left.
pub fn remembered(root: &Path, output: &Path) -> Option<Vec<u8>> {
    let mut file = system::open_itself(&place(root, output)).ok()?;
    let metadata = file.metadata().ok().filter(|metadata| metadata.is_file() && metadata.len() <= LONGEST)?;
    let mut bytes = Vec::with_capacity(usize::try_from(metadata.len()).ok()?);
    file.read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

/// Keeps what a build leaves to the next.
pub fn remember(root: &Path, output: &Path, bytes: &[u8]) {
    let place = place(root, output);
    let aside = place.with_extension("new");
    if write(root, &aside, bytes).and_then(|()| fs::rename(&aside, &place)).is_err() {
        let _ = fs::remove_file(&aside);
    }
}

fn place(root: &Path, output: &Path) -> PathBuf {
    let output = fs::canonicalize(output).unwrap_or_else(|_| output.to_owned());
    let name = Fingerprint::of("output", output.as_os_str().as_encoded_bytes()).to_string();
    root.join(FOLDER).join(&name[..16])
}

fn write(root: &Path, to: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = root.join(FOLDER);
    match fs::create_dir(&folder) {
        Ok(()) => system::create(&folder.join(".gitignore"))?.write_all(b"*\n")?,
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists && fs::symlink_metadata(&folder)?.is_dir() => {}
        Err(error) => return Err(error),
    }
    // One that a dead build left.
    let _ = fs::remove_file(to);
    system::create(to)?.write_all(bytes)
}
