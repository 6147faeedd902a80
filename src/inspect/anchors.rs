//! What pages can be linked to by, and what they link to: of one page, and of all until every page has been seen.

use std::collections::{BTreeMap, BTreeSet};

use super::fingerprint::continued;
use crate::cache::PageLinks;
use crate::value::RelPath;

/// The ids of one page, and the anchors that it links or refers to, by their fingerprints.
pub(super) struct PageAnchors {
    /// The fingerprint of the page itself.
    pub(super) own: u64,
    pub(super) ids: Vec<u64>,
    pub(super) anchors: BTreeMap<u64, String>,
    pub(super) links: usize,
}

impl PageAnchors {
    /// Returns the fingerprint of an anchor of this page.
    pub(super) fn own_anchor(&self, id: &str) -> u64 {
        continued(self.own, &["#", id])
    }

    /// Returns what is kept of them for the next build.
    pub(super) fn links(&self) -> PageLinks {
        PageLinks { ids: self.ids.clone(), anchors: self.anchors.keys().copied().collect(), links: self.links }
    }

    /// Notes the elements that an attribute names.
    pub(super) fn refer(&mut self, ids: &str) {
        for id in ids.split_ascii_whitespace() {
            let anchor = self.own_anchor(id);
            self.anchors.entry(anchor).or_insert_with(|| format!("#{id}"));
        }
    }
}

/// What is remembered until every page has been seen.
#[derive(Default)]
pub(super) struct SiteAnchors {
    pub(super) pages: usize,
    pub(super) links: usize,
    pub(super) ids: Vec<u64>,
    /// Every anchor that is linked to, with the first page that does and how.
    pub(super) anchors: BTreeMap<u64, (RelPath, String)>,
    /// Those that pages of an earlier build link to, with one that does.
    pub(super) recalled: BTreeMap<u64, RelPath>,
}

impl SiteAnchors {
    /// Adds what one page has and what it links to on others.
    pub(super) fn note(&mut self, path: &RelPath, names: PageAnchors) {
        self.pages += 1;
        self.links += names.links;
        self.ids.extend(names.ids);
        self.refer(path, names.anchors);
    }

    /// Adds the anchors that a page links to; of each the first page is kept.
    pub(super) fn refer(&mut self, path: &RelPath, anchors: BTreeMap<u64, String>) {
        for (anchor, href) in anchors {
            let first = self.anchors.entry(anchor).or_insert_with(|| (path.clone(), href.clone()));
            if *path < first.0 {
                *first = (path.clone(), href);
            }
        }
    }

    /// Adds what a page of an earlier build has and links to.
    pub(super) fn recall(&mut self, path: &RelPath, links: &PageLinks) {
        self.pages += 1;
        self.links += links.links;
        self.ids.extend(&links.ids);
        for anchor in &links.anchors {
            let first = self.recalled.entry(*anchor).or_insert_with(|| path.clone());
            if path < first {
                *first = path.clone();
            }
        }
    }

    /// Returns pages of an earlier build that link to what no page has any more.
    pub(super) fn recalled_lost(&mut self) -> BTreeSet<RelPath> {
        self.ids.sort_unstable();
        let lost = self.recalled.iter().filter(|(anchor, _)| self.ids.binary_search(anchor).is_err());
        lost.map(|(_, path)| path.clone()).collect()
    }
}
