//! Fingerprints of many files, and what the marker of a site says of them: with it a build in which nothing changed need not make the site
//! again to see that.

use std::ffi::OsStr;
use std::fmt;
use std::fs;
use std::io::{self, Read};
use std::os::unix::fs::MetadataExt;
use std::path::Path;

use rayon::prelude::*;
use sha2::{Digest, Sha256};

use super::error::DiskError;
use super::inventory::Inventory;
use super::lock::Lock;
use super::output::{Before, MARKER, Output};
use super::publish::Published;
use super::repair::repair;
use super::swap::Swap;
use super::system::{self, FILE_MODE};
use crate::value::RelPath;

/// SHA-256 of every file with its name, whatever the order that they come in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Fingerprint([u8; 32]);

impl Fingerprint {
    /// That of one file.
    pub fn of(name: &str, bytes: &[u8]) -> Fingerprint {
        let hash = Sha256::new().chain_update(name.len().to_le_bytes()).chain_update(name).chain_update(bytes);
        Fingerprint(hash.finalize().into())
    }

    /// That of the files of both. No file may be in both.
    pub fn and(self, other: Fingerprint) -> Fingerprint {
        Fingerprint(std::array::from_fn(|i| self.0[i] ^ other.0[i]))
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// What the marker says of a site that was made from these sources.
pub(super) fn note(sources: Fingerprint, site: Fingerprint) -> String {
    format!("sources {sources}\nsite {site}\n")
}

/// What there is to say of the published site if it was made from these sources and still is as it was published. Nothing is written,
/// but what a dead build left is repaired.
///
/// # Errors
/// If the output is not ours, is in use by another build, or cannot be read.
pub fn published_from(root: &Path, output: &Path, sources: Fingerprint) -> Result<Option<Published>, DiskError> {
    let output = Output::find(root, output)?;
    let _lock = Lock::take(&output)?;
    repair(&output)?;
    if output.before()? != Before::Site || !marker(&output.folder).contains(&format!("sources {sources}\n")) {
        return Ok(None);
    }
    let inventory = Inventory::read(&output.folder)?;
    let looked_at: Option<Vec<_>> = inventory.files.par_iter().map(|path| look(&output.folder, path)).collect();
    let Some(files) = looked_at else { return Ok(None) };
    let site = files.iter().fold(Fingerprint::default(), |all, file| all.and(file.fingerprint));
    let bytes = files.iter().map(|file| file.bytes).sum();
    let paths = files.into_iter().map(|file| file.path).collect();
    let is_same = inventory.is(&paths) && marker(&output.folder).ends_with(&note(sources, site));
    Ok(is_same.then_some(Published {
        files: paths.len(),
        bytes,
        unchanged: paths.len(),
        removed: 0,
        swapped: Swap::Nothing,
        confirmed: true,
    }))
}

fn marker(site: &Path) -> String {
    fs::read_to_string(site.join(MARKER)).unwrap_or_default()
}

/// A published file.
struct Looked {
    path: RelPath,
    bytes: u64,
    fingerprint: Fingerprint,
}

/// Reads a published file; none if it is not of the kind that gongkai writes.
fn look(site: &Path, path: &OsStr) -> Option<Looked> {
    let path = RelPath::new(path.to_str()?).ok()?;
    let bytes = read(&site.join(path.as_str())).ok().flatten()?;
    Some(Looked { bytes: bytes.len() as u64, fingerprint: Fingerprint::of(path.as_str(), &bytes), path })
}

fn read(path: &Path) -> io::Result<Option<Vec<u8>>> {
    let mut file = system::open_itself(path)?;
    let metadata = file.metadata()?;
    if !metadata.is_file() || metadata.mode() & 0o7777 != FILE_MODE {
        return Ok(None);
    }
    let mut bytes = Vec::with_capacity(usize::try_from(metadata.len()).unwrap_or_default());
    file.read_to_end(&mut bytes)?;
    Ok(Some(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fingerprint_tells_names_and_bytes_but_no_order() {
        let [a, b, c] =
            [("a", "bc"), ("ab", "c"), ("a", "bd")].map(|(name, bytes)| Fingerprint::of(name, bytes.as_bytes()));
        assert!(a != b && a != c && b != c);
        assert_eq!(a.and(b).and(c), c.and(a).and(b));
        assert_eq!(a.to_string().len(), 64);
    }
}
