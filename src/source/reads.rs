//! Which files something is made from: taken down while it is made, so that what is made of others need not be made again.
//!
//! Whoever reads a file by its path does so in [`SourceTree`](super::SourceTree), which notes it here, as does whatever
//! keeps the text of a file to itself. What is made is made on one thread: below a reader nothing is handed to others
//! (`tests/suite/architecture.rs`).

use std::cell::RefCell;
use std::collections::BTreeSet;

use crate::value::RelPath;

thread_local! {
    /// The files read by what this thread is making; the innermost of several is the last.
    static MAKING: RefCell<Vec<BTreeSet<RelPath>>> = const { RefCell::new(Vec::new()) };
}

/// Makes something, and returns it with the files that were read for it.
pub fn taken_down<T>(make: impl FnOnce() -> T) -> (T, BTreeSet<RelPath>) {
    MAKING.with_borrow_mut(|making| making.push(BTreeSet::new()));
    let made = make();
    (made, MAKING.with_borrow_mut(Vec::pop).unwrap_or_default())
}

/// Takes down that a file is read.
pub fn note(path: &RelPath) {
    MAKING.with_borrow_mut(|making| {
        if let Some(reads) = making.last_mut().filter(|reads| !reads.contains(path)) {
            reads.insert(path.clone());
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_is_taken_down_for_what_is_being_made() {
        let path = RelPath::of("content/1-s/001.zh.md");
        note(&path);
        let (inner, outer) = taken_down(|| taken_down(|| note(&path)).1);
        assert_eq!((inner.len(), outer.len()), (1, 0));
        let (_, reads) = taken_down(|| (note(&path), note(&path)));
        assert_eq!(reads.into_iter().collect::<Vec<_>>(), [path]);
    }
}
