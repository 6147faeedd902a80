//! Pages that take long to render, tried beside everything else: an edit that comes meanwhile waits for none.

use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, TryRecvError};
use std::thread::{self, JoinHandle};

use crate::compile::{Output, Site};
use crate::diagnostic::{self, Diagnostic};
use crate::shell::disk::step_back;
use crate::source::SourceTree;

/// Pages of a site to be tried.
pub(super) struct PageTrial {
    pub(super) site: Arc<Site>,
    pub(super) pages: Vec<Output>,
}

/// A trial that goes on until a page is wrong, all are tried, or it is dropped.
pub(super) struct RunningTrial {
    tree: Arc<SourceTree>,
    /// What is wrong with each page, once it is tried.
    found: Receiver<Vec<Diagnostic>>,
    so_far: Vec<Diagnostic>,
    thread: Option<JoinHandle<()>>,
}

impl PageTrial {
    /// Begins to try the pages, one after another, on a thread of its own.
    pub(super) fn begin(self) -> RunningTrial {
        let (finder, found) = mpsc::channel();
        let tree = self.site.edition.tree.clone();
        let thread = thread::spawn(move || {
            step_back();
            for page in &self.pages {
                let found = self.site.tried(page);
                let is_wrong = diagnostic::has_errors(&found);
                // Nobody listens any more once something was edited.
                if finder.send(found).is_err() || is_wrong {
                    return;
                }
            }
        });
        RunningTrial { tree, found, so_far: Vec::new(), thread: Some(thread) }
    }
}

impl RunningTrial {
    /// Returns what is wrong and with which files, once the trial has ended; an error if it panicked, for then nobody
    /// knows.
    pub(super) fn ended(&mut self) -> Option<thread::Result<(Arc<SourceTree>, Vec<Diagnostic>)>> {
        loop {
            match self.found.try_recv() {
                Ok(found) => self.so_far.extend(found),
                Err(TryRecvError::Empty) => return None,
                Err(TryRecvError::Disconnected) => break,
            }
        }
        let mut found = std::mem::take(&mut self.so_far);
        diagnostic::sort_once(&mut found);
        let joined = self.thread.take().map_or(Ok(()), JoinHandle::join);
        Some(joined.map(|()| (self.tree.clone(), found)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_trial_that_panics_has_not_ended_well() {
        for panics in [false, true] {
            let (finder, found) = mpsc::channel();
            let thread = thread::spawn(move || {
                let _finder = finder;
                assert!(!panics, "as meant");
            });
            let mut trial = RunningTrial { tree: Arc::default(), found, so_far: Vec::new(), thread: Some(thread) };
            let ended = std::iter::repeat_with(|| trial.ended()).flatten().next().unwrap();
            assert_eq!(ended.is_err(), panics);
        }
    }
}
