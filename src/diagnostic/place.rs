//! Where a diagnostic stands: in a file, or at bytes of it.

use std::ops::Range;

use crate::value::RelPath;

/// Where a diagnostic stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// In a file as a whole.
    File(RelPath),
    /// In a file, in a range of bytes of its text (after a byte order mark).
    Span(RelPath, Range<usize>),
}

impl Place {
    /// Returns a range of bytes of a file.
    pub fn span(path: &RelPath, range: Range<usize>) -> Place {
        Place::Span(path.clone(), range)
    }

    /// Returns the file.
    pub fn path(&self) -> &RelPath {
        match self {
            Place::File(path) | Place::Span(path, _) => path,
        }
    }

    /// Returns the range of bytes, where there is one.
    pub fn range(&self) -> Option<Range<usize>> {
        match self {
            Place::Span(_, range) => Some(range.clone()),
            Place::File(_) => None,
        }
    }
}
