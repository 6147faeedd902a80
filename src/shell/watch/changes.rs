//! What changed, as far as one can be sure of it.

use std::collections::BTreeSet;
use std::path::PathBuf;

/// What changed.
#[derive(Debug, PartialEq, Eq)]
pub enum Changes {
    /// At most these paths, relative to the root.
    Of(BTreeSet<PathBuf>),
    /// Anything may have.
    Any,
}

impl Changes {
    pub(super) fn are_none(&self) -> bool {
        matches!(self, Changes::Of(paths) if paths.is_empty())
    }

    /// Adds paths; returns whether there are any.
    pub(super) fn add(&mut self, more: impl IntoIterator<Item = PathBuf>) -> bool {
        let mut more = more.into_iter().peekable();
        let is_change = more.peek().is_some();
        if let Changes::Of(paths) = self {
            paths.extend(more);
        }
        is_change
    }
}
