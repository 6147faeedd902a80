//! What pages, parts of the document and texts of the notice as a whole are called.

use super::super::plan::PageKind;
use super::Parts;
use crate::notice::{ArticleId, Part};

impl Parts<'_> {
    /// The title of a page that is about nothing but itself.
    pub(in crate::site) fn page_title(&self, kind: PageKind) -> String {
        let part = self.notice().part(kind.name()).filter(|_| kind != PageKind::Issues);
        let own = part.and_then(|part| part.title.as_ref()).map(|title| self.text(title));
        own.unwrap_or_else(|| self.locale.text(&format!("pages.{}.title", kind.name())))
    }

    /// What a part of the document is called; nothing if it goes without a heading.
    pub(in crate::site) fn part_title(&self, part: &Part) -> Option<String> {
        let usual = || match &*part.id {
            "overview" => Some(self.page_title(PageKind::Overview)),
            "issues" => Some(self.locale.text("notice.sections")),
            "accountability" => Some(self.page_title(PageKind::Accountability)),
            "outstanding" => Some(self.page_title(PageKind::Outstanding)),
            _ => None,
        };
        part.title.as_ref().map(|title| self.text(title)).or_else(usual)
    }

    /// The title of a text of the notice as a whole.
    pub(in crate::site) fn article_title(&self, id: ArticleId) -> String {
        let article = self.notice().article(id);
        let of_part = self.notice().part(&article.id).and_then(|part| self.part_title(part));
        of_part.or_else(|| article.narrative.title.as_ref().map(|title| self.text(title))).unwrap_or_default()
    }
}
