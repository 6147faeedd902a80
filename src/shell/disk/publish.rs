//! Publishing: the new site takes the place of the old one as a whole, in one step, or not at all.
//!
//! 1. Find the output and refuse what is not ours to replace.
//! 2. Lock it against other builds.
//! 3. Repair what a dead build left.
//! 4. Fill the stage, a folder beside the output.
//! 5. If nothing changed, stop.
//! 6. Link the unchanged files and the user's dotfiles, check the stage against what was written, list it in its marker,
//!    flush it to the disk.
//! 7. Look at the output again, then swap.
//! 8. Flush the swap to the disk, then remove the old site.
//!
//! Until 7 the published site is not touched at all, so whatever fails or dies leaves it as it was; from 7 on it is the
//! new one.
//!
//! What is not ours is never removed: a folder is replaced (`present`) or removed (`leftover`) only if its marker is
//! ours and lists every file in it. A file that comes between the last look and the swap is then beside the output, and
//! the next build names it.

use std::fs::File;
use std::io;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use super::error::DiskError;
use super::leftover;
use super::lock::Lock;
use super::output::OutputFolder;
use super::present::{Before, Present};
use super::published::Published;
use super::repair::repair;
use super::stage::Stage;
use super::swap::{Swap, swap};
use super::{dotfiles, marker, system};

/// Publishes what `fill` writes to the output, a folder that is new, that gongkai made, or that has nothing but
/// dotfiles in it.
///
/// The root is the folder of the sources, which the output must not touch. On success the published site has exactly
/// the files that were written, of mode 0644 in folders of mode 0755, beside the user's dotfiles; and it is on the
/// disk.
///
/// # Errors
/// Those of `fill`, or a [`DiskError`]. The published site is then what it was before, byte for byte: nothing that
/// fails after the swap is an error, for readers have the new site.
pub fn publish<T, E: From<DiskError>>(
    root: &Path,
    output: &Path,
    fill: impl FnOnce(&Stage) -> Result<T, E>,
) -> Result<(T, Published), E> {
    publish_by(
        System {
            exchange: system::exchange,
            sync: system::sync,
            sync_file: File::sync_all,
            sync_names: system::sync_names,
        },
        root,
        output,
        fill,
    )
}

/// How long the old site stays at least when the new one is in its place.
const LINGERING: Duration = Duration::from_millis(5);

/// The calls that a file system may lack and that tests replace.
#[derive(Clone, Copy)]
pub(super) struct System {
    pub(super) exchange: fn(&Path, &Path) -> io::Result<()>,
    pub(super) sync: fn(&File, &Path) -> io::Result<()>,
    pub(super) sync_file: fn(&File) -> io::Result<()>,
    pub(super) sync_names: fn(&Path) -> io::Result<()>,
}

pub(super) fn publish_by<T, E: From<DiskError>>(
    system: System,
    root: &Path,
    output: &Path,
    fill: impl FnOnce(&Stage) -> Result<T, E>,
) -> Result<(T, Published), E> {
    let output = OutputFolder::find(root, output)?;
    let _lock = Lock::take(&output)?;
    repair(&output)?;
    let stage = Stage::begin(&output, Present::look(&output.folder)?, system.sync_file)?;
    let value = fill(&stage)?;
    Ok((value, finish(system, stage, &output)?))
}

/// Steps 5 to 8. The stage removes its folder when it is dropped, the new site after a failure, the old one after an
/// exchange.
fn finish(system: System, stage: Stage, output: &OutputFolder) -> Result<Published, DiskError> {
    if stage.is_published_whole() {
        return Ok(stage.published(Swap::Nothing));
    }
    let before = stage.present().before;
    stage.link_unchanged()?;
    stage.check()?;
    stage.list()?;
    if before != Before::Nothing {
        dotfiles::carry(&output.folder, stage.folder())?;
    }
    stage.sync(system.sync)?;
    let edited = stage.edited();
    stage.present().check_still(&output.folder)?;
    let swapped = claim_and_swap(system, &stage, output)?;
    let at = Instant::now();
    let confirmed = (system.sync_names)(&output.parent).is_ok();
    let published = Published { confirmed, edited, ..stage.published(swapped) };
    dotfiles::give_back(system.exchange, stage.folder(), &output.folder);
    if published.confirmed {
        // A reader that is half way down a path of the old site finds the file at its end.
        thread::sleep(LINGERING.saturating_sub(at.elapsed()));
        let _ = leftover::clear(&output.previous()); // if this fails the next build repairs it
    } else {
        stage.leave(); // until the swap is known to be on the disk, the old site stays
    }
    Ok(published)
}

/// Swaps. A bare folder of the user gets a marker first, so that it is known as ours to remove once it is not at the
/// output any more.
fn claim_and_swap(system: System, stage: &Stage, output: &OutputFolder) -> Result<Swap, DiskError> {
    let before = stage.present().before;
    if before == Before::Bare {
        marker::claim(&output.folder)?;
    }
    swap(system.exchange, stage.folder(), before, output).inspect_err(|_| {
        if before == Before::Bare {
            marker::disclaim(&output.folder);
        }
    })
}
