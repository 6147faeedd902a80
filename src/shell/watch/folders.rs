//! The folders that are watched: which of their files an event is about, and which of them are there.

use std::path::{Path, PathBuf};

use notify::event::{AccessKind, AccessMode};
use notify::{Error, Event, EventKind, RecursiveMode, Watcher};

use super::Watch;
use super::changes::Changes;
use super::error::WatchError;

impl Watch {
    /// Adds what was noticed to the changes; returns whether it is a change. If a folder came, or changes were lost,
    /// all are watched again before they are read, so that nothing can come in between.
    pub(super) fn take(&mut self, event: Result<Event, Error>, changes: &mut Changes) -> Result<bool, WatchError> {
        let lost = event.as_ref().map_or(true, Event::need_rescan);
        let paths =
            event.map_or_else(|_| Vec::new(), |event| if is_reading(&event) { Vec::new() } else { event.paths });
        let is_whole = |path: &PathBuf| path.is_dir() || self.folders.iter().any(|(_, at)| at == path);
        let ours: Vec<PathBuf> = paths.iter().filter_map(|path| self.in_tree(path)).collect();
        if lost || paths.iter().any(|path| self.in_tree(path).is_some() && is_whole(path)) {
            self.enter_folders()?;
            *changes = Changes::Any;
            return Ok(true);
        }
        Ok(changes.add(ours))
    }

    /// Returns what the tree calls a path; none if it is in no folder that is watched.
    fn in_tree(&self, path: &Path) -> Option<PathBuf> {
        let inside = self.folders.iter().filter_map(|(name, at)| Some(name.join(path.strip_prefix(at).ok()?)));
        inside.min_by_key(|inside| inside.components().count())
    }

    /// Watches the folders that exist, with all below them.
    pub(super) fn enter_folders(&mut self) -> Result<(), WatchError> {
        for (_, folder) in self.folders.iter().filter(|(_, folder)| folder.is_dir()) {
            match self.watcher.watch(folder, RecursiveMode::Recursive) {
                // It went again meanwhile: that is noticed from above.
                Err(error) if !folder.is_dir() => drop(error),
                result => result?,
            }
        }
        Ok(())
    }
}

/// Returns whether files were only looked at.
fn is_reading(event: &Event) -> bool {
    matches!(event.kind, EventKind::Access(kind) if kind != AccessKind::Close(AccessMode::Write))
}
