//! Where a link leads: to a page, to an anchor of one, to another host, or nowhere.

use std::borrow::Cow;

use super::fingerprint::{continued, fingerprint};
use super::{Inspector, is_html};
use crate::value::{RelPath, url};

pub(super) enum LinkTarget {
    /// Another host, or no address of a page at all.
    Elsewhere,
    /// A path of the site.
    Page,
    /// An anchor of a page, by its fingerprint.
    Anchor(u64),
    /// Nothing that is published.
    Lost,
}

impl Inspector<'_> {
    pub(super) fn target(&self, from: &RelPath, own: u64, href: &str) -> LinkTarget {
        let is_elsewhere = href.contains("://") || ["mailto:", "tel:"].iter().any(|scheme| href.starts_with(scheme));
        if is_elsewhere {
            return LinkTarget::Elsewhere;
        }
        let (path, anchor) = href.split_once('#').map_or((href, None), |(path, anchor)| (path, Some(anchor)));
        let path = match path.strip_prefix(&self.root) {
            Some(path) if href.starts_with('/') => Some(url::decoded(path)),
            _ => from.beside(&url::decoded(path)).map(Cow::Owned),
        };
        // What comes after `#` in the address of a document, such as `#page=2`, is read by the program that shows it.
        let anchor = anchor.filter(|_| href.starts_with('#') || path.as_deref().is_some_and(is_html));
        let resolved =
            if href.is_empty() || href.starts_with('#') { Some(own) } else { path.as_deref().map(fingerprint) };
        match (resolved.filter(|path| self.paths.binary_search(path).is_ok()), anchor) {
            (None, _) => LinkTarget::Lost,
            (Some(_), None) => LinkTarget::Page,
            (Some(path), Some(anchor)) => LinkTarget::Anchor(continued(path, &["#", &url::decoded(anchor)])),
        }
    }
}
