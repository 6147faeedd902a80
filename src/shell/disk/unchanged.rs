//! Whether there is anything to publish: a site that was made from the same sources, and is as it was published, need
//! not be made again.

use std::path::Path;

use rayon::prelude::*;

use super::error::DiskError;
use super::lock::Lock;
use super::output::OutputFolder;
use super::present::Present;
use super::published::Published;
use super::repair::repair;
use super::site_file;
use super::swap::Swap;
use crate::value::{Fingerprint, RelPath};

/// Returns the summary of the published site if it was made from these sources and still is as it was published.
/// Nothing is written, but what a dead build left is repaired.
///
/// # Errors
/// If the output is not ours, is in use by another build, or cannot be read.
pub fn published_from(root: &Path, output: &Path, sources: Fingerprint) -> Result<Option<Published>, DiskError> {
    let output = OutputFolder::find(root, output)?;
    let _lock = Lock::take(&output)?;
    repair(&output)?;
    let Present { inventory, sources: noted, listed: Some(listed), .. } = Present::look(&output.folder)? else {
        return Ok(None);
    };
    if noted != Some(sources) || !inventory.is(&listed) {
        return Ok(None);
    }
    let size = |(path, fingerprint): (&RelPath, &Fingerprint)| {
        let (now, bytes) = site_file::fingerprint(&output.folder, path).ok()??;
        (now == *fingerprint).then_some(bytes)
    };
    let sizes: Option<Vec<u64>> = listed.par_iter().map(size).collect();
    Ok(sizes.map(|sizes| Published {
        files: sizes.len(),
        bytes: sizes.iter().sum(),
        unchanged: sizes.len(),
        removed: 0,
        edited: Vec::new(),
        swapped: Swap::Nothing,
        confirmed: true,
    }))
}
