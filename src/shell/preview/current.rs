//! What the preview shows now.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::json;

use crate::compile::{Output, Site};
use crate::source::SourceTree;
use crate::theme;
use crate::value::RelPath;

/// The newest good site, and what is wrong with the content that came after it. Cheap to clone: a request takes its own
/// and keeps it.
#[derive(Clone, Default)]
pub(super) struct Current {
    /// The newest good site, if there was one yet.
    pub(super) site: Option<Arc<ShownSite>>,
    /// Why the newest content makes no site, as HTML; empty if it is the one shown.
    pub(super) diagnostics: Arc<str>,
}

/// A site, with every output by its path.
pub(super) struct ShownSite {
    pub(super) site: Arc<Site>,
    pub(super) outputs: Arc<BTreeMap<RelPath, Output>>,
    /// Grows with every change of more than styles: a page of a smaller number is old.
    pages: u64,
    /// Where the style sheet is.
    style: String,
    /// The folder that the published site has on its server, `/` or `/notice/`.
    pub(super) base: String,
}

impl Current {
    /// Returns the same preview with a newer site and no diagnostics.
    pub(super) fn with_site(&self, site: &Arc<Site>) -> Current {
        let pages = match &self.site {
            None => 1,
            Some(old) => match difference(&old.site.edition.tree, &site.edition.tree) {
                Difference::Nothing => return Current { site: self.site.clone(), diagnostics: Arc::default() },
                Difference::Styles => old.pages,
                Difference::Pages => old.pages + 1,
            },
        };
        let same = self.site.as_ref().filter(|old| site.edition.has_outputs_of(&old.site.edition));
        let outputs = same.map_or_else(|| Arc::new(outputs(site)), |old| old.outputs.clone());
        let base = base(site.edition.notice.base_url.as_deref());
        let style = site.edition.theme.assets.get(theme::STYLE).map(|asset| asset.path.to_string()).unwrap_or_default();
        let shown = ShownSite { site: site.clone(), outputs, pages, style, base };
        Current { site: Some(Arc::new(shown)), diagnostics: Arc::default() }
    }

    /// Returns whether this very site is shown, or none.
    pub(super) fn shows(&self, site: Option<&Arc<ShownSite>>) -> bool {
        self.site.as_ref().map(Arc::as_ptr) == site.map(Arc::as_ptr)
    }

    /// Returns the number of the pages shown; 0 before there are any.
    pub(super) fn pages(&self) -> u64 {
        self.site.as_ref().map_or(0, |shown| shown.pages)
    }

    /// Returns where the style sheet is.
    pub(super) fn style(&self) -> &str {
        self.site.as_ref().map_or("", |shown| &shown.style)
    }

    /// News for open pages, as JSON on one line.
    pub(super) fn news(&self) -> String {
        json!({"pages": self.pages(), "style": self.style(), "findings": &*self.diagnostics}).to_string()
    }
}

fn outputs(site: &Site) -> BTreeMap<RelPath, Output> {
    site.outputs().into_iter().chain(site.previews()).map(|output| (output.path().clone(), output)).collect()
}

fn base(url: Option<&str>) -> String {
    let path = url.and_then(|url| url.split_once("://")?.1.split_once('/')).map_or("", |(_, path)| path);
    format!("/{path}")
}

/// How much differs between the sources of two sites.
#[derive(Debug, PartialEq, Eq)]
enum Difference {
    Nothing,
    Styles,
    Pages,
}

fn difference(old: &SourceTree, new: &SourceTree) -> Difference {
    let changed = new.changes(old);
    if changed.is_empty() {
        Difference::Nothing
    } else if changed.into_iter().all(theme::is_style) {
        Difference::Styles
    } else {
        Difference::Pages
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_are_told_from_pages() {
        let tree = |files: &[(&'static str, &'static str)]| {
            SourceTree::of(files.iter().map(|(path, text)| (*path, text.as_bytes())))
        };
        let (page, style) = ("content/1-a/001.zh.md", "themes/red/styles/90-red.css");
        let old = tree(&[(page, "a"), (style, "b")]);
        for (new, expected) in [
            (tree(&[(page, "a"), (style, "b")]), Difference::Nothing),
            (tree(&[(page, "a"), (style, "c")]), Difference::Styles),
            (tree(&[(page, "a")]), Difference::Styles),
            (tree(&[(page, "x"), (style, "c")]), Difference::Pages),
            (tree(&[(page, "a"), (style, "b"), ("themes/red/static/x.css", "")]), Difference::Pages),
        ] {
            assert_eq!(difference(&old, &new), expected);
        }
    }
}
