//! Ways from a page to the roots, and addresses on the web.

use super::super::super::parts::Parts;
use super::super::super::plan::{Page, PageKind};
use super::super::language_folder;

/// Ways to the root of the language and of the site. A server shows the page for missing addresses at any depth, so there they begin with `/`
/// as far as the address of the site is known.
pub(super) fn roots(parts: &Parts<'_>, page: &Page) -> (String, String) {
    let folder = language_folder(parts.edition, page.lang);
    if let (PageKind::NotFound, Some(base)) = (page.kind, &parts.notice().base_url) {
        let path = base.split_once("://").and_then(|(_, rest)| rest.split_once('/')).map_or("", |(_, path)| path);
        return (format!("/{path}{folder}"), format!("/{path}"));
    }
    (up(page.kind.depth()), up(page.path.depth()))
}

fn up(levels: usize) -> String {
    "../".repeat(levels)
}

/// Home pages are addressed by their folder.
pub(super) fn web_path(path: &str) -> &str {
    path.strip_suffix("index.html").unwrap_or(path)
}
