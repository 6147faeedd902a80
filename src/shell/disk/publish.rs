//! Publishing: the new site takes the place of the old one as a whole, in one step, or not at all.
//!
//! 1. Find the output and refuse what is not ours to replace. 2. Lock it against other builds. 3. Repair what a dead build left.
//! 4. Fill the stage, a folder beside the output. 5. If nothing changed, stop. 6. Link the unchanged files and the user's dotfiles, check
//!    the stage against what was written, bring it to the disk. 7. Swap. 8. Bring the swap to the disk, then remove the old site.
//!
//! Until 7 the published site is not touched at all, so whatever fails or dies leaves it as it was; from 7 on it is the new one.

use std::fs::File;
use std::io;
use std::path::Path;

use super::error::DiskError;
use super::lock::Lock;
use super::output::{Before, Output};
use super::remove::remove;
use super::repair::repair;
use super::stage::Stage;
use super::swap::{Swap, swap};
use super::{dotfiles, system};

/// What was published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// How many files the site has.
    pub files: usize,
    /// How large they are together, in bytes.
    pub bytes: u64,
    /// How many of them were published before with the same bytes; they were not written again.
    pub unchanged: usize,
    /// How many files of the old site are not in the new one.
    pub removed: usize,
    /// How the new site came into its place.
    pub swapped: Swap,
    /// Whether the disk has confirmed that. If not, the new site is there, but a power cut may bring the old one back.
    pub confirmed: bool,
}

/// Publishes what `fill` writes to the output, a folder that is new, that gongkai made, or that has nothing but dotfiles in it.
///
/// The root is the folder of the sources, which the output must not touch. On success the published site has exactly the files that were
/// written, of mode 0644 in folders of mode 0755, beside the user's dotfiles; and it is on the disk.
///
/// # Errors
/// What `fill` gives, or a [`DiskError`]. The published site is then what it was before, byte for byte: nothing that fails after the swap is an
/// error, for readers have the new site.
pub fn publish<T, E: From<DiskError>>(
    root: &Path,
    output: &Path,
    fill: impl FnOnce(&Stage) -> Result<T, E>,
) -> Result<(T, Published), E> {
    publish_by(
        System { exchange: system::exchange, sync: system::sync, sync_names: system::sync_names },
        root,
        output,
        fill,
    )
}

/// The calls that a file system may lack and that tests replace.
#[derive(Clone, Copy)]
pub(super) struct System {
    pub(super) exchange: fn(&Path, &Path) -> io::Result<()>,
    pub(super) sync: fn(&File, &Path) -> io::Result<()>,
    pub(super) sync_names: fn(&Path) -> io::Result<()>,
}

pub(super) fn publish_by<T, E: From<DiskError>>(
    system: System,
    root: &Path,
    output: &Path,
    fill: impl FnOnce(&Stage) -> Result<T, E>,
) -> Result<(T, Published), E> {
    let output = Output::find(root, output)?;
    let _lock = Lock::take(&output)?;
    repair(&output)?;
    let before = output.before()?;
    let stage = Stage::begin(&output, before)?;
    let value = fill(&stage)?;
    Ok((value, finish(system, stage, before, &output)?))
}

/// Steps 5 to 8. The stage removes its folder when it is dropped, the new site after a failure, the old one after an exchange.
fn finish(system: System, stage: Stage, before: Before, output: &Output) -> Result<Published, DiskError> {
    if stage.is_published_whole() {
        return Ok(stage.published(Swap::Nothing));
    }
    stage.link_unchanged()?;
    stage.check()?;
    if before != Before::Nothing {
        dotfiles::carry(&output.folder, stage.folder())?;
    }
    stage.sync(system.sync)?;
    output.is_still(before)?;
    let swapped = swap(system.exchange, stage.folder(), before, output)?;
    let published = Published { confirmed: (system.sync_names)(&output.parent).is_ok(), ..stage.published(swapped) };
    dotfiles::give_back(system.exchange, stage.folder(), &output.folder);
    if published.confirmed {
        let _ = remove(&output.previous()); // if this fails the next build repairs it
    } else {
        stage.keep(); // until the swap is known to be on the disk, the old site stays
    }
    Ok(published)
}
