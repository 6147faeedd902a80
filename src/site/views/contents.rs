//! Lists on several pages: the rows of one page, and contents that say where each group begins.
//!
//! A group has its anchor on the first page at any length of the list: there stands the group, or its line in the contents. So an address
//! that somebody keeps leads on when the notice grows.

use serde::Serialize;

use super::super::parts::Parts;
use super::super::plan::{self, Page, PageKind};
use crate::notice::pagination::{Cuts, Window};

/// A line of the contents.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct ContentsEntry {
    /// The id of the line: the anchor of the group, where it begins on another page.
    pub anchor: Option<String>,
    /// What the group is called.
    pub title: String,
    /// Where it begins, relative to the root of the language.
    pub href: String,
    /// Whether it belongs to the group above it.
    pub is_below: bool,
}

/// A list while its groups are shared out.
pub(super) struct Paged<'c> {
    window: Window,
    cuts: &'c Cuts,
    href: String,
    number: usize,
    /// Whether groups have headings; the table of all issues has rows alone.
    has_headings: bool,
    entries: Vec<ContentsEntry>,
}

impl Paged<'_> {
    /// Returns a page of a list that is cut so.
    pub(super) fn of<'c>(parts: &Parts<'_>, page: &Page, cuts: &'c Cuts) -> Paged<'c> {
        let (number, has_headings) = (page.number, page.kind != PageKind::Issues);
        let (window, href) = (cuts.window(number), parts.href(page.kind));
        Paged { window, cuts, href, number, has_headings, entries: Vec::new() }
    }

    /// Takes down that a group begins here.
    pub(super) fn begin(&mut self, anchor: &str, title: impl FnOnce() -> String, is_below: bool) {
        if self.cuts.pages() == 1 || self.number > 1 || is_below && !self.has_headings {
            return;
        }
        let page = self.cuts.page_of(self.window.at());
        let mut href = plan::numbered(&self.href, page);
        if self.has_headings {
            href = format!("{href}#{anchor}");
        }
        let anchor = (page > 1 && self.has_headings).then(|| anchor.to_owned());
        self.entries.push(ContentsEntry { anchor, title: title(), href, is_below });
    }

    /// Returns the rows of the next group that stand on the page, if any do.
    pub(super) fn take<T>(&mut self, group: Vec<T>) -> Option<Vec<T>> {
        self.window.take(group)
    }

    /// Returns the contents: of the first page of several.
    pub(super) fn contents(self) -> Vec<ContentsEntry> {
        self.entries
    }
}
