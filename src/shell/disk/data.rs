//! What a published site says, as data, to compare the new one with.

use std::fs;
use std::path::Path;

use super::error::DiskError;
use super::marker::Marker;
use super::steady::{self, FileReading};
use crate::site::formats::DATA_FILE;

/// Returns the data of the site that gongkai published to a folder; none if it published none there. Data that it did
/// publish and that cannot be read now are as if they were empty, so that it is said that nothing was compared.
pub fn published_data(output: &Path) -> Option<Vec<u8>> {
    let is_listed = match Marker::read(output).ok()?? {
        Marker::Listed { files, .. } => files.keys().any(|path| path.as_str() == DATA_FILE),
        Marker::Together(_) | Marker::Unlisted => false,
    };
    let read = data_at(&output.join(DATA_FILE)).ok();
    read.or_else(|| is_listed.then(Vec::new))
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

#[cfg(test)]
mod tests {
    use super::super::marker::testing;
    use super::*;

    #[test]
    fn data_that_were_published_and_are_gone_are_no_data() {
        let top = tempfile::tempdir().unwrap();
        let path = top.path().join(DATA_FILE);
        assert_eq!(published_data(top.path()), None);
        testing::listed(top.path(), &[("index.html", "")]);
        assert_eq!(published_data(top.path()), None, "a site without data");
        fs::remove_file(top.path().join(super::super::marker::MARKER)).unwrap();
        testing::listed(top.path(), &[(DATA_FILE, "{}")]);
        assert_eq!(published_data(top.path()), Some(Vec::new()));
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, "{}").unwrap();
        assert_eq!(published_data(top.path()), Some(b"{}".to_vec()));
        fs::remove_file(&path).unwrap();
        fs::create_dir(&path).unwrap();
        assert_eq!(published_data(top.path()), Some(Vec::new()));
    }
}
