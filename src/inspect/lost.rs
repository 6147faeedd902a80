//! What only shows once every page has been seen: anchors that are nowhere, pages that are missing.

use std::sync::PoisonError;

use super::content;
use super::findings::{finding, of_link};
use super::{Inspected, Inspector};
use crate::diagnostic::Diagnostic;
use crate::say;
use crate::value::RelPath;

impl Inspector<'_> {
    /// Returns how much was looked at, and diagnostics that need every page: anchors that are nowhere, pages that are
    /// missing.
    pub fn finish(self) -> (Inspected, Vec<Diagnostic>) {
        let mut seen = self.seen.into_inner().unwrap_or_else(PoisonError::into_inner);
        seen.ids.sort_unstable();
        // A page that links within itself was looked at; whether others were is not known.
        let is_known = |href: &str| self.planned == self.total || href.starts_with('#');
        let is_there = |anchor: &u64| seen.ids.binary_search(anchor).is_ok();
        let lost = seen.anchors.into_iter().filter(|(anchor, (_, href))| is_known(href) && !is_there(anchor));
        let mut lost: Vec<_> = lost.map(|(_, link)| link).collect();
        lost.sort();
        let mut found: Vec<_> = lost
            .iter()
            .map(|(path, href)| {
                content::lost_anchor(&self.tree, href).unwrap_or_else(|| {
                    let message =
                        say!("链接“{href}”指向的位置不存在", "the link `{href}` leads to an anchor that is not there");
                    of_link(&self.tree, path, href, message)
                })
            })
            .collect();
        let (pages, planned) = (seen.pages, self.planned);
        if pages != planned {
            found.push(finding(
                &RelPath::of("index.html"),
                say!("应有 {planned} 个页面，只做出 {pages} 个", "{planned} pages were planned, {pages} were made"),
            ));
        }
        (Inspected { pages, of_pages: self.total, links: seen.links }, found)
    }
}
