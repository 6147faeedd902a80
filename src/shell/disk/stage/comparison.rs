//! Whether a file is published already, byte for byte.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, Read};

use super::Stage;
use crate::shell::disk::system;

impl Stage {
    /// Returns whether the published file has these bytes and the right mode. One that cannot be read is written again.
    pub(super) fn is_published(&self, path: &str, bytes: &[u8]) -> bool {
        let published = self.published_file(path).filter(|(_, length)| *length == bytes.len() as u64);
        published.is_some_and(|(mut file, _)| holds(&mut file, bytes).unwrap_or(false))
    }

    /// Returns the published file, if it is a plain one of the right mode, and its length.
    pub(super) fn published_file(&self, path: &str) -> Option<(File, u64)> {
        self.present.inventory.files.contains(OsStr::new(path)).then_some(())?;
        let file = system::open_itself(&self.site.join(path)).ok()?;
        let metadata = file.metadata().ok()?;
        system::is_as_created(&metadata).then_some((file, metadata.len()))
    }
}

pub(super) fn holds(file: &mut File, bytes: &[u8]) -> io::Result<bool> {
    let mut piece = [0; 16 << 10];
    for expected in bytes.chunks(piece.len()) {
        let piece = &mut piece[..expected.len()];
        file.read_exact(piece)?;
        if piece != expected {
            return Ok(false);
        }
    }
    Ok(true)
}
