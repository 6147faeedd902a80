//! What a shared part knows of the page that it stands on.

use serde::Serialize;

use super::super::plan::{Page, PageKind};
use crate::notice::Notice;

/// What a shared part may read of the page that it stands on. Pages of which all of this is the same have the same parts.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, schemars::JsonSchema)]
pub struct HereView {
    /// The address of the page, if the navigation has it.
    pub page: Option<String>,
    /// The part of the address of the section that the page shows, or that its issue stands in.
    pub section: Option<String>,
    /// What the page is to that section: `page` if it shows it, else `true`.
    pub current: &'static str,
}

/// Returns what shared parts may know of a page. `navigation` are the addresses of the main pages.
pub(in crate::site) fn here(notice: &Notice, page: &Page, navigation: &[String]) -> HereView {
    let (section, current) = match page.kind {
        PageKind::Section(section) => (Some(section), "page"),
        PageKind::Issue(issue) => (notice.issue(issue).group.section, "true"),
        _ => (None, "true"),
    };
    let section = section.map(|section| notice.section(section).slug.clone());
    let href = page.href(notice);
    HereView { page: navigation.contains(&href).then_some(href), section, current }
}
