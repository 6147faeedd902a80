//! How far a piece of work has come: counted by whoever does it, on any thread, and looked at by whoever shows it.
//!
//! So the rooms of the pipeline can say how far they are without knowing whether anybody looks.

use std::sync::atomic::{AtomicUsize, Ordering};

/// How many of how many are done.
#[derive(Debug, Default)]
pub struct Progress {
    done: AtomicUsize,
    total: AtomicUsize,
}

impl Progress {
    /// Begins a piece of work of so many steps; none if that is not known.
    pub fn begin(&self, total: usize) {
        self.done.store(0, Ordering::Relaxed);
        self.total.store(total, Ordering::Relaxed);
    }

    /// One more step is done.
    pub fn step(&self) {
        self.done.fetch_add(1, Ordering::Relaxed);
    }

    /// Returns how many steps are done, and of how many.
    pub fn so_far(&self) -> (usize, usize) {
        (self.done.load(Ordering::Relaxed), self.total.load(Ordering::Relaxed))
    }
}
