//! Looks at the files every few seconds, for changes that the system does not tell.

use std::path::PathBuf;
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

use super::Call;
use crate::shell::disk::{Roots, Stamps, step_back};

/// Pause between two looks, at least and at most.
const PAUSE: [Duration; 2] = [Duration::from_secs(1), Duration::from_secs(10)];

/// The pause is this many times as long as a look took: looking costs a fiftieth of the time at most where files are on
/// this machine, so that an edit that the system does tell seldom waits for a look.
const REST: u32 = 50;

/// Looks that go on until it is dropped.
pub(super) struct Patrol {
    _end: Sender<()>,
}

impl Patrol {
    /// Looks at the files of some folders, and from now on every few seconds; calls with the paths that changed.
    pub(super) fn begin(roots: Roots<'_>, folders: &[&str], caller: Sender<Call>) -> Patrol {
        let beat = Beat::new(roots, folders);
        let (end, ended) = mpsc::channel();
        let (mut last, mut pause) = beat.look();
        thread::spawn(move || {
            step_back();
            while let Err(RecvTimeoutError::Timeout) = ended.recv_timeout(pause) {
                let (now, next) = beat.look();
                let changed = now.changes(&last);
                if !changed.is_empty() && caller.send(Call::Seen(changed)).is_err() {
                    return;
                }
                (last, pause) = (now, next);
            }
        });
        Patrol { _end: end }
    }
}

/// What is looked at.
struct Beat {
    root: PathBuf,
    elsewhere: Option<(String, PathBuf)>,
    folders: Vec<String>,
}

impl Beat {
    fn new(roots: Roots<'_>, folders: &[&str]) -> Beat {
        Beat {
            root: roots.root().to_owned(),
            elsewhere: roots.elsewhere().map(|(name, at)| (name.to_owned(), at.to_owned())),
            folders: folders.iter().map(ToString::to_string).collect(),
        }
    }

    /// Returns the stamps of the files, and how long to wait before the next look.
    fn look(&self) -> (Stamps, Duration) {
        let began = Instant::now();
        let elsewhere = self.elsewhere.as_ref().map(|(name, at)| (name.as_str(), at.as_path()));
        let folders: Vec<&str> = self.folders.iter().map(String::as_str).collect();
        let stamps = Stamps::of(Roots::new(&self.root, elsewhere), &folders);
        (stamps, pause(began.elapsed()))
    }
}

fn pause(took: Duration) -> Duration {
    (took * REST).clamp(PAUSE[0], PAUSE[1])
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn what_changes_is_called_until_the_patrol_ends() {
        let root = tempfile::tempdir().expect("a folder");
        std::fs::create_dir(root.path().join("content")).expect("a folder");
        let (caller, calls) = mpsc::channel();
        let patrol = Patrol::begin(root.path().into(), &["content"], caller);
        std::fs::write(root.path().join("content/a.md"), "1").expect("written");
        let Ok(Call::Seen(seen)) = calls.recv_timeout(Duration::from_secs(60)) else { panic!("nothing was seen") };
        assert_eq!(seen, BTreeSet::from([PathBuf::from("content/a.md")]));
        drop(patrol);
        assert!(calls.recv().is_err(), "nobody calls any more");
    }

    #[test]
    fn a_long_look_is_followed_by_a_long_pause() {
        let seconds = |took: u64| pause(Duration::from_millis(took)).as_secs();
        assert_eq!([0, 10, 100, 180, 60_000].map(seconds), [1, 1, 5, 9, 10]);
    }
}
