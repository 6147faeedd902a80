//! Tables, lists and headings as they are pasted, and the changes that make Markdown of them.

mod items;
mod mark;
mod table;

use std::ops::Range;

use crate::diagnostic::Edit;
use table::table;

pub(super) use mark::mark;

/// The innermost block, as far as a table may have been pasted into it, and whether it was reported: a table is one problem, not one a line.
#[derive(Default)]
pub(super) struct Pasted {
    block: Range<usize>,
    is_reported: bool,
}

impl Pasted {
    /// Notes where a block begins that has text of its own; other than a paragraph it has no range.
    pub(super) fn enter(&mut self, paragraph: Range<usize>) {
        *self = Pasted { block: paragraph, is_reported: false };
    }

    /// The changes that make a table of the block, for the first who asks; none if the block has no table that needs no judgement.
    pub(super) fn report(&mut self, source: &str) -> Option<Vec<Edit>> {
        let is_first = !std::mem::replace(&mut self.is_reported, true);
        is_first.then(|| table(source, self.block.clone()).unwrap_or_default())
    }
}
