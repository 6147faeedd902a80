//! Changes of files are noticed: an edit, however many steps an editor takes over it, is one change.
//!
//! Takes a folder and the names of those below it that matter, which may come later or go; says when to read them again. It never says what
//! changed, since the whole is read each time, and it must never write.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::Duration;

use notify_debouncer_full::notify::event::{AccessKind, AccessMode};
use notify_debouncer_full::notify::{Error, ErrorKind, EventKind, RecommendedWatcher, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, DebouncedEvent, Debouncer, RecommendedCache, new_debouncer};

use crate::diagnostic::Text;
use crate::say;

/// How long files must rest before a change counts: long enough for an editor to finish, too short to be waited for.
const REST: Duration = Duration::from_millis(50);

/// A watch over folders.
pub struct Watch {
    debouncer: Debouncer<RecommendedWatcher, RecommendedCache>,
    folders: Vec<PathBuf>,
    calls: Receiver<Call>,
    caller: Sender<Call>,
}

/// What a watch wakes up for.
enum Call {
    Noticed(DebounceEventResult),
    Stop,
}

/// Why changes cannot be noticed.
#[derive(Debug)]
pub struct WatchError(Error);

impl From<Error> for WatchError {
    fn from(error: Error) -> WatchError {
        WatchError(error)
    }
}

impl Watch {
    /// Watches folders below a root. Whatever changes from now on is noticed.
    pub fn start(root: &Path, folders: &[&str]) -> Result<Watch, WatchError> {
        let root = root.canonicalize().map_err(Error::io)?;
        let (caller, calls) = mpsc::channel();
        let calling = caller.clone();
        let noticed = move |result| {
            let _ = calling.send(Call::Noticed(result));
        };
        let mut debouncer = new_debouncer(REST, None, noticed)?;
        debouncer.watch(&root, RecursiveMode::NonRecursive)?;
        let folders = folders.iter().map(|folder| root.join(folder)).collect();
        let mut watch = Watch { debouncer, folders, calls, caller };
        watch.enter_folders()?;
        Ok(watch)
    }

    /// A way to end [`Watch::wait`] from another thread.
    pub fn stopper(&self) -> impl FnOnce() + Send + 'static {
        let caller = self.caller.clone();
        move || {
            let _ = caller.send(Call::Stop);
        }
    }

    /// Waits for changes; what was noticed until now is one of them. False if it was stopped.
    pub fn wait(&mut self) -> Result<bool, WatchError> {
        let mut changed = false;
        while !changed {
            let Ok(first) = self.calls.recv() else { return Ok(false) };
            let calls: Vec<Call> = std::iter::once(first).chain(self.calls.try_iter()).collect();
            for call in calls {
                match call {
                    Call::Stop => return Ok(false),
                    Call::Noticed(result) => changed |= self.concerns(result)?,
                }
            }
        }
        Ok(true)
    }

    /// Whether files must be read again. If folders themselves came or went, or changes were lost, they are watched anew before that.
    fn concerns(&mut self, result: DebounceEventResult) -> Result<bool, WatchError> {
        let Ok(events) = result else {
            self.enter_folders()?;
            return Ok(true);
        };
        let events: Vec<&DebouncedEvent> = events.iter().filter(|event| self.is_change(event)).collect();
        let is_whole = |event: &&DebouncedEvent| event.need_rescan() || event.paths.iter().any(|path| self.folders.contains(path));
        if events.iter().any(is_whole) {
            self.enter_folders()?;
        }
        Ok(!events.is_empty())
    }

    fn is_change(&self, event: &DebouncedEvent) -> bool {
        let is_read = matches!(event.kind, EventKind::Access(kind) if kind != AccessKind::Close(AccessMode::Write));
        let is_ours = event.paths.iter().any(|path| self.folders.iter().any(|folder| path.starts_with(folder)));
        event.need_rescan() || (is_ours && !is_read)
    }

    /// Watches the folders that there are, with all below them.
    fn enter_folders(&mut self) -> Result<(), WatchError> {
        for folder in self.folders.iter().filter(|folder| folder.is_dir()) {
            match self.debouncer.watch(folder, RecursiveMode::Recursive) {
                // It went again meanwhile: that is noticed from above.
                Err(error) if !folder.is_dir() => drop(error),
                result => result?,
            }
        }
        Ok(())
    }
}

impl WatchError {
    /// What is wrong, and what to do.
    pub fn message(&self) -> Text {
        let error = &self.0;
        match error.kind {
            ErrorKind::MaxFilesWatch => say!(
                "系统允许监视的文件数已用完，无法跟踪修改；请调大 fs.inotify.max_user_watches",
                "the system watches no more files, so edits would go unnoticed; raise fs.inotify.max_user_watches"
            ),
            _ => say!(
                "无法跟踪文件的修改：{error}；请检查 --root 指向的文件夹",
                "changes of files cannot be noticed: {error}; check the folder given with --root"
            ),
        }
    }
}

#[cfg(test)]
#[allow(clippy::disallowed_methods)] // events are stamped with the time
mod tests {
    use std::time::Instant;

    use notify_debouncer_full::notify::Event;
    use notify_debouncer_full::notify::event::{CreateKind, Flag, MetadataKind, ModifyKind, RemoveKind};

    use super::*;

    #[test]
    fn changes_are_told_from_readings_and_from_other_folders() {
        let root = tempfile::tempdir().expect("a folder");
        let watch = Watch::start(root.path(), &["content"]).expect("a watch");
        let root = root.path().canonicalize().expect("a path");
        let written = EventKind::Access(AccessKind::Close(AccessMode::Write));
        for (kind, path, changes) in [
            (EventKind::Create(CreateKind::Folder), "content", true),
            (EventKind::Create(CreateKind::File), "content/1-a/001.zh.md", true),
            (EventKind::Remove(RemoveKind::File), "content/1-a/001.zh.md", true),
            (EventKind::Modify(ModifyKind::Metadata(MetadataKind::Any)), "content/notice.yaml", true),
            (written, "content/notice.yaml", true),
            (written, "content-of-another/notice.yaml", false),
            (written, "public/index.html", false),
            (EventKind::Access(AccessKind::Open(AccessMode::Any)), "content/notice.yaml", false),
            (EventKind::Access(AccessKind::Close(AccessMode::Read)), "content", false),
        ] {
            let event = DebouncedEvent::new(Event::new(kind).add_path(root.join(path)), Instant::now());
            assert_eq!(watch.is_change(&event), changes, "{kind:?} {path}");
        }
        let lost = Event::new(EventKind::Other).set_flag(Flag::Rescan);
        assert!(watch.is_change(&DebouncedEvent::new(lost, Instant::now())), "when changes were lost, all is read again");
    }

    #[test]
    fn a_stopped_watch_waits_no_more_and_a_missing_folder_is_said() {
        let root = tempfile::tempdir().expect("a folder");
        let mut watch = Watch::start(root.path(), &["content"]).expect("a watch");
        watch.stopper()();
        assert!(!watch.wait().expect("a watch"));
        let error = Watch::start(&root.path().join("nowhere"), &["content"]).err().expect("no folder");
        assert!(error.message().en.contains("--root"), "{}", error.message().en);
    }
}
