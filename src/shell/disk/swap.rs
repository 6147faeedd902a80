//! The step from the old site to the new one.

use std::fs;
use std::io;
use std::path::Path;

use super::error::{DiskError, Fault};
use super::output::OutputFolder;
use super::present::Before;

/// How a new site came into its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Swap {
    /// It did not: the published site was the same already, and was not touched.
    Nothing,
    /// There was no folder before.
    First,
    /// Old and new changed places in one step, which no reader can see.
    Exchange,
    /// The file system has no exchange: one rename took the old site away and another put the new one there. Between
    /// the two there is no site for some microseconds; a build that dies there is repaired by the next one.
    Renames,
}

/// Puts the stage in the place of the output. The old site is then at the stage's place, or at the previous one after
/// two renames.
pub(super) fn swap(
    exchange: fn(&Path, &Path) -> io::Result<()>,
    stage: &Path,
    before: Before,
    output: &OutputFolder,
) -> Result<Swap, DiskError> {
    let error = |error| refused(error, output);
    if before == Before::Nothing {
        fs::rename(stage, &output.folder).map_err(error)?;
        return Ok(Swap::First);
    }
    match exchange(stage, &output.folder) {
        Ok(()) => Ok(Swap::Exchange),
        Err(e) if e.kind() == io::ErrorKind::Unsupported => {
            rename_twice(stage, output).map_err(error).map(|()| Swap::Renames)
        }
        Err(e) => Err(error(e)),
    }
}

fn rename_twice(stage: &Path, output: &OutputFolder) -> io::Result<()> {
    fs::rename(&output.folder, output.previous())?;
    fs::rename(stage, &output.folder).inspect_err(|_| {
        let _ = fs::rename(output.previous(), &output.folder); // if even this fails, the next build repairs it
    })
}

fn refused(error: io::Error, output: &OutputFolder) -> DiskError {
    let mounted = matches!(error.kind(), io::ErrorKind::ResourceBusy | io::ErrorKind::CrossesDevices);
    let error = DiskError::io(&output.folder, error);
    if mounted { error.meaning(Fault::MountPoint, &output.folder) } else { error }
}
