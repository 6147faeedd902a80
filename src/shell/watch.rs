//! Watches files for changes: an edit, however many steps an editor takes over it, is one change.
//!
//! Takes a folder and the names of those below it that matter, which may come later or go (one may stand elsewhere);
//! says when to read them again, and which paths changed if it is sure that no others did. It must never write.
//!
//! The system tells most changes at once. It tells none on a network share or in some containers, and none of a file
//! that a link leads to; so the files are looked at every few seconds as well (`patrol`). What was told already is
//! noticed twice then: whoever reads the files sees that they are as before.
#![allow(clippy::disallowed_methods)] // this is the room that waits

mod changes;
mod error;
mod folders;
mod patrol;

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use notify::{Error, Event, RecommendedWatcher, RecursiveMode, Watcher, recommended_watcher};

use crate::shell::disk::Roots;
use patrol::Patrol;

pub use changes::Changes;
pub use error::WatchError;

/// How long files must be quiet before a change counts: longer than the steps of an editor that saves, too short for a
/// person to notice. Whatever comes later is a change of its own.
const REST: Duration = Duration::from_millis(20);

/// A change counts after this long even if more follow, as while many files are copied in.
const PATIENCE: Duration = Duration::from_millis(500);

/// A watch over folders.
pub struct Watch {
    watcher: RecommendedWatcher,
    /// Folders by their names in the tree, each where the system knows it, without links.
    folders: Vec<(PathBuf, PathBuf)>,
    calls: Receiver<Call>,
    caller: Sender<Call>,
    /// Ends with the watch.
    _patrol: Option<Patrol>,
}

/// What a watch wakes up for.
enum Call {
    Noticed(Result<Event, Error>),
    /// Paths in the tree that are not as they were when they were looked at before.
    Seen(BTreeSet<PathBuf>),
    Stop,
}

/// What a wait ended with.
#[derive(Debug, PartialEq, Eq)]
pub enum Wake {
    /// Files changed.
    Changes(Changes),
    /// Nothing happened for as long as one would wait.
    Nothing,
    /// It was stopped.
    Stop,
}

impl Watch {
    /// Watches folders below a root. Whatever changes from now on is noticed.
    pub fn start<'a>(root: impl Into<Roots<'a>>, folders: &[&str]) -> Result<Watch, WatchError> {
        let roots: Roots<'a> = root.into();
        let root = roots.root().canonicalize().map_err(Error::io)?;
        let (caller, calls) = mpsc::channel();
        let calling = caller.clone();
        let noticed = move |result| {
            let _ = calling.send(Call::Noticed(result));
        };
        let mut watcher = recommended_watcher(noticed)?;
        watcher.watch(&root, RecursiveMode::NonRecursive)?;
        let elsewhere = roots.elsewhere().map(|(name, at)| at.canonicalize().map(|at| (name, at)));
        let elsewhere = elsewhere.transpose().map_err(Error::io)?;
        if let Some(above) = elsewhere.as_ref().and_then(|(_, at)| at.parent()).filter(|above| **above != root) {
            watcher.watch(above, RecursiveMode::NonRecursive)?;
        }
        let at = |folder: &str| match &elsewhere {
            Some((name, at)) if *name == folder => at.clone(),
            _ => root.join(folder),
        };
        let named = folders.iter().map(|folder| (PathBuf::from(folder), at(folder))).collect();
        let mut watch = Watch { watcher, folders: named, calls, caller, _patrol: None };
        watch.enter_folders()?;
        Ok(watch)
    }

    /// Returns the same watch, which looks at the files itself from now on, too: it also notices what the system does not
    /// tell.
    pub fn patrolled<'a>(self, root: impl Into<Roots<'a>>, folders: &[&str]) -> Watch {
        let patrol = Patrol::begin(root.into(), folders, self.caller.clone());
        Watch { _patrol: Some(patrol), ..self }
    }

    /// Returns a way to end [`Watch::wait`] from another thread.
    pub fn stopper(&self) -> impl FnOnce() + Send + 'static {
        let caller = self.caller.clone();
        move || {
            let _ = caller.send(Call::Stop);
        }
    }

    /// Waits for changes; what is noticed until they come to rest is one of them.
    pub fn wait(&mut self) -> Result<Wake, WatchError> {
        self.wait_at_most(Duration::MAX)
    }

    /// Waits for changes, but no longer than that.
    pub fn wait_at_most(&mut self, patience: Duration) -> Result<Wake, WatchError> {
        let mut changes = Changes::Of(BTreeSet::new());
        while changes.are_none() {
            match self.calls.recv_timeout(patience) {
                Ok(Call::Noticed(event)) => self.take(event, &mut changes)?,
                Ok(Call::Seen(paths)) => changes.add(paths),
                Ok(Call::Stop) | Err(RecvTimeoutError::Disconnected) => return Ok(Wake::Stop),
                Err(RecvTimeoutError::Timeout) => return Ok(Wake::Nothing),
            };
        }
        let first = Instant::now();
        let mut last = first;
        while let Some(rest) = REST.checked_sub(last.elapsed()).filter(|_| first.elapsed() < PATIENCE) {
            match self.calls.recv_timeout(rest) {
                Ok(Call::Noticed(event)) => {
                    if self.take(event, &mut changes)? {
                        last = Instant::now();
                    }
                }
                Ok(Call::Seen(paths)) => drop(changes.add(paths)),
                Err(RecvTimeoutError::Timeout) => {}
                Ok(Call::Stop) | Err(RecvTimeoutError::Disconnected) => return Ok(Wake::Stop),
            }
        }
        Ok(Wake::Changes(changes))
    }
}

#[cfg(test)]
mod tests {
    use notify::EventKind;
    use notify::event::{AccessKind, AccessMode};
    use notify::event::{CreateKind, Flag, MetadataKind, ModifyKind, RemoveKind, RenameMode};

    use std::path::Path;

    use super::*;

    /// A watch over `content` below a root, and what it takes an event for.
    struct Watched {
        root: tempfile::TempDir,
        watch: Watch,
    }

    impl Watched {
        fn new() -> Watched {
            let root = tempfile::tempdir().expect("a folder");
            let watch = Watch::start(root.path(), &["content"]).expect("a watch");
            Watched { root, watch }
        }

        fn changes(&mut self, event: Event) -> Changes {
            let mut changes = Changes::Of(BTreeSet::new());
            let is_change = self.watch.take(Ok(event), &mut changes).expect("a watch");
            assert_eq!(is_change, !changes.are_none());
            changes
        }

        /// All that changes until a path does. One change, unless the system pauses between two events.
        fn until(&mut self, path: &str) -> BTreeSet<PathBuf> {
            let mut all = BTreeSet::new();
            while !all.contains(Path::new(path)) {
                match self.watch.wait().expect("a watch") {
                    Wake::Changes(Changes::Of(paths)) => all.extend(paths),
                    other => panic!("{other:?}"),
                }
            }
            all
        }

        fn path(&self, path: &str) -> PathBuf {
            self.root.path().canonicalize().expect("a path").join(path)
        }
    }

    fn of(changed: &[&str]) -> Changes {
        Changes::Of(paths(changed))
    }

    fn paths(changed: &[&str]) -> BTreeSet<PathBuf> {
        changed.iter().map(PathBuf::from).collect()
    }

    #[test]
    fn changes_are_told_from_readings_and_from_other_folders() {
        let mut watched = Watched::new();
        let written = EventKind::Access(AccessKind::Close(AccessMode::Write));
        for (kind, path, changed) in [
            (EventKind::Create(CreateKind::Folder), "content/1-a", true),
            (EventKind::Create(CreateKind::File), "content/1-a/001.zh.md", true),
            (EventKind::Remove(RemoveKind::File), "content/1-a/001.zh.md", true),
            (EventKind::Modify(ModifyKind::Metadata(MetadataKind::Any)), "content/notice.yaml", true),
            (written, "content/notice.yaml", true),
            (written, "content-of-another/notice.yaml", false),
            (written, "public/index.html", false),
            (EventKind::Access(AccessKind::Open(AccessMode::Any)), "content/notice.yaml", false),
            (EventKind::Access(AccessKind::Close(AccessMode::Read)), "content", false),
        ] {
            let event = Event::new(kind).add_path(watched.path(path));
            let expected = if changed { of(&[path]) } else { of(&[]) };
            assert_eq!(watched.changes(event), expected, "{kind:?} {path}");
        }
        let both = Event::new(EventKind::Modify(ModifyKind::Name(RenameMode::Both)));
        let both = both.add_path(watched.path("content/a~")).add_path(watched.path("content/a"));
        assert_eq!(watched.changes(both), of(&["content/a", "content/a~"]), "a rename changes two");
    }

    #[test]
    fn when_changes_were_lost_or_a_whole_folder_changed_it_may_be_any() {
        let mut watched = Watched::new();
        let lost = Event::new(EventKind::Other).set_flag(Flag::Rescan);
        assert_eq!(watched.changes(lost), Changes::Any);
        let folder = Event::new(EventKind::Create(CreateKind::Folder)).add_path(watched.path("content"));
        assert_eq!(watched.changes(folder), Changes::Any);
        let mut changes = Changes::Any;
        let file = Event::new(EventKind::Create(CreateKind::File)).add_path(watched.path("content/a"));
        watched.watch.take(Ok(file), &mut changes).expect("a watch");
        assert_eq!(changes, Changes::Any, "whatever comes after");
        let broken = watched.watch.take(Err(Error::generic("broken")), &mut changes).expect("a watch");
        assert!(broken);
    }

    #[test]
    fn every_step_of_what_is_written_is_noticed() {
        let mut watched = Watched::new();
        std::fs::create_dir(watched.path("content")).expect("a folder");
        assert_eq!(watched.watch.wait().expect("a watch"), Wake::Changes(Changes::Any));
        std::fs::write(watched.path("content/a~"), "1").expect("written");
        std::fs::rename(watched.path("content/a~"), watched.path("content/a")).expect("renamed");
        std::fs::write(watched.path("content/b"), "2").expect("written");
        assert_eq!(watched.until("content/b"), paths(&["content/a", "content/a~", "content/b"]));
    }

    #[test]
    fn a_stopped_watch_waits_no_more_and_a_missing_folder_is_said() {
        let root = tempfile::tempdir().expect("a folder");
        let mut watch = Watch::start(root.path(), &["content"]).expect("a watch");
        watch.stopper()();
        assert_eq!(watch.wait().expect("a watch"), Wake::Stop);
        let error = Watch::start(&root.path().join("nowhere"), &["content"]).err().expect("no folder");
        assert!(error.message().en.contains("--root"), "{}", error.message().en);
    }
}
