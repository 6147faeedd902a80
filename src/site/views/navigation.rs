//! The main pages, and the texts of the notice that have pages beside them.

use serde::Serialize;

use super::super::parts::{LinkView, Parts};
use super::super::plan::{self, PageKind};
use crate::notice::{Article, Notice};
use crate::value::Localized;

/// The pages of the navigation where the notice does not list them.
const NAVIGATION: [&str; 12] = [
    "home",
    "notice",
    "overview",
    "issues",
    "places",
    "outstanding",
    "money",
    "statistics",
    "accountability",
    "contact",
    "data",
    "search",
];

/// A main page.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct NavView {
    /// The kind of page.
    pub kind: &'static str,
    /// What it is called.
    pub title: String,
    /// Where it is.
    pub href: String,
}

pub(super) fn navigation(parts: &Parts<'_>) -> Vec<NavView> {
    let notice = parts.notice();
    let listed = &notice.record.navigation;
    let item = |id: &str, label: Option<&Localized>| {
        let kind = plan::named(parts.edition, id)?;
        let title = label.map_or_else(|| navigation_title(parts, kind), |label| parts.text(label));
        Some(NavView { kind: kind.name(), title, href: parts.href(kind) })
    };
    match listed.is_empty() {
        true => NAVIGATION.iter().filter_map(|id| item(id, None)).collect(),
        false => listed.iter().filter_map(|entry| item(&entry.id, entry.label.as_ref())).collect(),
    }
}

/// What the navigation calls a page: its short name, but an overview that has a title of its own by that title.
fn navigation_title(parts: &Parts<'_>, kind: PageKind) -> String {
    let is_titled = |id| parts.notice().part(id).is_some_and(|part| part.title.is_some());
    match kind {
        PageKind::Article(_) => parts.link(kind).title,
        PageKind::Overview if is_titled("overview") => parts.link(kind).title,
        kind => parts.locale.text(&format!("pages.{}.nav", kind.name())),
    }
}

pub(super) fn is_in_navigation(notice: &Notice, id: &str) -> bool {
    notice.record.navigation.iter().any(|entry| entry.id.as_str() == id)
}

/// The pages of the texts of the notice as a whole that are wanted.
pub(super) fn articles(parts: &Parts<'_>, is_wanted: impl Fn(&Article) -> bool) -> Vec<LinkView> {
    let notice = parts.notice();
    let wanted = notice.article_ids().filter(|id| is_wanted(notice.article(*id)));
    wanted.filter_map(|id| plan::article_page(notice, id)).map(|page| parts.link(page)).collect()
}
