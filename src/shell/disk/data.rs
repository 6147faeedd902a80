//! What a published site says, as data, to compare the new one with.

use std::fs;
use std::path::Path;

use super::error::DiskError;
use super::marker::Marker;
use super::steady::{self, FileReading};
use crate::site::formats::DATA_FILE;

/// Returns the data of the site that gongkai published to a folder; none if it published none there, or it cannot be
/// read: then publishing says what is wrong.
pub fn published_data(output: &Path) -> Option<Vec<u8>> {
    Marker::read(output).ok()??;
    let path = output.join(DATA_FILE);
    path.is_file().then(|| data_at(&path).ok()).flatten()
}

/// Returns the data of a published site: of a folder that holds one, or in a file. What cannot be such a file is read
/// as if it were empty.
///
/// # Errors
/// If there is no such file, or it cannot be read.
pub fn data_at(path: &Path) -> Result<Vec<u8>, DiskError> {
    let inside = path.join(DATA_FILE);
    let path = if path.is_dir() { &inside } else { path };
    fs::metadata(path).map_err(|error| DiskError::io(path, error))?;
    match steady::read(path)? {
        FileReading::Bytes(bytes) => Ok(bytes),
        FileReading::TooLarge | FileReading::Special => Ok(Vec::new()),
    }
}
