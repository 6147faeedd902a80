//! Changes of a text.

use std::ops::Range;

/// A change of a text: what stands in place of a range of its bytes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edit {
    /// Where the change begins, in bytes.
    pub start: usize,
    /// Where what is replaced ends; where the change begins if nothing is replaced.
    pub end: usize,
    /// What stands there instead.
    pub text: Box<str>,
}

impl Edit {
    /// Returns a range that is replaced.
    pub fn replace(range: Range<usize>, text: impl Into<Box<str>>) -> Edit {
        Edit { start: range.start, end: range.end, text: text.into() }
    }

    /// Returns a text that is put in.
    pub fn insert(at: usize, text: impl Into<Box<str>>) -> Edit {
        Edit::replace(at..at, text)
    }

    /// Returns where the change is made.
    pub fn range(&self) -> Range<usize> {
        self.start..self.end
    }
}

/// Returns a text with changes, which are in the order of the text and do not overlap.
pub fn spliced<'a>(text: &str, edits: impl IntoIterator<Item = &'a Edit>) -> String {
    let mut changed = String::with_capacity(text.len());
    let mut done = 0;
    for edit in edits {
        changed.push_str(text.get(done..edit.start).unwrap_or_default());
        changed.push_str(&edit.text);
        done = edit.end;
    }
    changed.push_str(text.get(done..).unwrap_or_default());
    changed
}
