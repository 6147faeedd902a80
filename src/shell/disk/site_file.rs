//! A file of a published site: what it holds now, and whether that is what gongkai published.

use std::io::{self, Read};
use std::path::Path;

use super::system;
use crate::value::{Fingerprint, RelPath};

/// Returns the fingerprint and the size of a file of a site; none if it is not a plain file with the mode of a published
/// one.
pub(super) fn fingerprint(site: &Path, path: &RelPath) -> io::Result<Option<(Fingerprint, u64)>> {
    let file = system::open_itself(&site.join(path.as_str()))?;
    if !system::is_as_created(&file.metadata()?) {
        return Ok(None);
    }
    Fingerprint::read(path.as_str(), file).map(Some)
}

/// Returns the bytes of a file of a site; none if it is not a plain file with the mode of a published one.
pub(super) fn read(site: &Path, path: &RelPath) -> io::Result<Option<Vec<u8>>> {
    let mut file = system::open_itself(&site.join(path.as_str()))?;
    let metadata = file.metadata()?;
    if !system::is_as_created(&metadata) {
        return Ok(None);
    }
    let mut bytes = Vec::with_capacity(usize::try_from(metadata.len()).unwrap_or_default());
    file.read_to_end(&mut bytes)?;
    Ok(Some(bytes))
}

/// Returns the bytes of a file of a site if it is as it was published with this fingerprint.
pub(super) fn intact(site: &Path, path: &RelPath, published: Fingerprint) -> Option<Vec<u8>> {
    let bytes = read(site, path).ok()??;
    (Fingerprint::of(path.as_str(), &bytes) == published).then_some(bytes)
}
