//! How far a piece of work has come: the worker counts its steps, on any thread, and the display reads the count.
//!
//! The rooms of the pipeline report their progress without knowing whether anybody reads it.

use std::sync::atomic::{AtomicUsize, Ordering};

/// How many of how many are done.
#[derive(Debug, Default)]
pub struct Progress {
    done: AtomicUsize,
    total: AtomicUsize,
}

impl Progress {
    /// Begins a piece of work of `total` steps; 0 if their number is not known.
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
