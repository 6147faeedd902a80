//! How many bytes of the content a page shows: the longest text in any language, so that pages are the same in each.

use crate::notice::{Issue, Narrative};
use crate::source::SourceTree;
use crate::value::RelPath;

/// What is set around the texts of an issue.
pub(super) const AROUND: usize = 1_200;

/// The bytes that an issue has in the content.
#[derive(Clone, Copy)]
pub(super) struct IssueBytes {
    /// Its record.
    record: usize,
    /// The longest of its narratives.
    narrative: usize,
}

impl IssueBytes {
    pub(super) fn of(tree: &SourceTree, issue: &Issue) -> IssueBytes {
        let narrative = issue.response.as_ref().map_or(0, |narrative| longest(tree, narrative));
        IssueBytes { record: bytes(tree, &issue.path), narrative }
    }

    /// Returns how much of a page its texts take.
    pub(super) fn whole(self) -> usize {
        AROUND + self.record + self.narrative
    }

    /// Returns how much of a page what is still to be done takes.
    pub(super) fn outstanding(self) -> usize {
        AROUND + self.record / 2
    }
}

pub(super) fn longest(tree: &SourceTree, narrative: &Narrative) -> usize {
    narrative.files.iter().map(|(_, file)| bytes(tree, &file.path)).max().unwrap_or(0)
}

fn bytes(tree: &SourceTree, path: &RelPath) -> usize {
    tree.bytes(path.as_str()).map_or(0, <[u8]>::len)
}
