//! Links to pages and places of the language, with what they are called.

use serde::Serialize;

use super::super::plan::{PageKind, has_place_pages};
use super::Parts;
use crate::notice::PlaceId;

/// A link within the language.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct LinkView {
    /// What it is called.
    pub title: String,
    /// Where it leads, relative to the root of the language.
    pub href: String,
}

impl Parts<'_> {
    pub(in crate::site) fn link(&self, kind: PageKind) -> LinkView {
        let notice = self.notice();
        let title = match kind {
            PageKind::Article(article) => self.article_title(article),
            PageKind::Section(section) => self.text(&notice.section(section).record.title),
            PageKind::Issue(issue) => self.issue_name(notice.issue(issue)),
            PageKind::Unit(unit) => self.text(&notice.unit(unit).name),
            PageKind::Place(place) => self.text(&notice.place(place).name),
            PageKind::Status(status) => self.status_label(status),
            PageKind::Response(response) => self.response_label(response),
            other => self.page_title(other),
        };
        LinkView { title, href: self.href(kind) }
    }

    /// The anchor of a place on the page of places.
    pub(in crate::site) fn place_anchor(&self, id: PlaceId) -> String {
        format!("place-{}", self.notice().place(id).id)
    }

    /// A place, with where its issues are listed.
    pub(in crate::site) fn place_link(&self, id: PlaceId) -> LinkView {
        let href = if has_place_pages(self.edition) {
            self.href(PageKind::Place(id))
        } else {
            format!("{}#{}", self.href(PageKind::Places), self.place_anchor(id))
        };
        LinkView { title: self.text(&self.notice().place(id).name), href }
    }
}
