//! Outputs that an earlier build looked at and that are the same still: only where they link to is taken down again.

use std::collections::BTreeSet;

use super::{Inspector, is_page};
use crate::cache::PageLinks;
use crate::value::RelPath;

impl Inspector<'_> {
    /// Takes down the links of an output that an earlier build looked at and that is the same still.
    pub fn recall(&self, path: &RelPath, links: &PageLinks) {
        if is_page(path) {
            self.seen().recall(path, links);
        }
    }

    /// Returns the outputs that were not looked at this time and link to an anchor that is nowhere now.
    pub fn to_look_at(&self) -> BTreeSet<RelPath> {
        self.seen().recalled_lost()
    }

    /// Takes down again where a page links to, with the words of its links.
    pub fn look_again(&self, path: &RelPath, bytes: &[u8]) {
        let names = std::str::from_utf8(bytes).map(|text| self.page(path, text).0);
        self.seen().refer(path, names.map(|names| names.anchors).unwrap_or_default());
    }
}
