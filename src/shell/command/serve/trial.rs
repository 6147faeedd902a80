//! Pages that take long to render, tried beside everything else: an edit that comes meanwhile waits for none.

use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, TryRecvError};
use std::thread;

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
}

impl PageTrial {
    /// Begins to try the pages, one after another, on a thread of its own.
    pub(super) fn begin(self) -> RunningTrial {
        let (finder, found) = mpsc::channel();
        let tree = self.site.edition.tree.clone();
        thread::spawn(move || {
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
        RunningTrial { tree, found, so_far: Vec::new() }
    }
}

impl RunningTrial {
    /// Returns what is wrong and with which files, once the trial has ended.
    pub(super) fn ended(&mut self) -> Option<(Arc<SourceTree>, Vec<Diagnostic>)> {
        loop {
            match self.found.try_recv() {
                Ok(found) => self.so_far.extend(found),
                Err(TryRecvError::Empty) => return None,
                Err(TryRecvError::Disconnected) => break,
            }
        }
        let mut found = std::mem::take(&mut self.so_far);
        diagnostic::sort_once(&mut found);
        Some((self.tree.clone(), found))
    }
}
