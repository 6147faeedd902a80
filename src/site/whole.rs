//! Texts of the notice as a whole, for what is not a page: search and downloads.

use crate::notice::edition::Edition;
use crate::notice::{GroupRecord, Narrative, Notice, Part};
use crate::text::locale::Locale;

use super::parts::Parts;
use super::plan::{PageKind, article_page};
use super::prose::MarkdownRenderer;

/// A text of the notice as a whole: a part of the document, or a page beside it.
#[derive(Clone, Copy, Debug)]
pub struct WholeText<'a> {
    /// Its id.
    pub id: &'a str,
    /// The text.
    pub narrative: &'a Narrative,
    /// The persons that a part of the office's own lists.
    pub groups: &'a [GroupRecord],
    /// Where it is read.
    page: PageKind,
}

/// Every text of the notice as a whole.
pub fn whole_texts(notice: &Notice) -> impl Iterator<Item = WholeText<'_>> {
    let articles = notice.article_ids().map(|id| {
        let article = notice.article(id);
        let page = article_page(notice, id).unwrap_or(PageKind::Notice);
        let groups = article.persons.as_ref().map_or(&[][..], |table| &table.record.groups);
        WholeText { id: &article.id, narrative: &article.narrative, groups, page }
    });
    let accountability = notice.accountability.as_ref().and_then(|part| {
        let (narrative, page) = (part.narrative.as_ref()?, PageKind::Accountability);
        Some(WholeText { id: "accountability", narrative, groups: &[], page })
    });
    articles.chain(accountability)
}

/// What a part of the document is called; nothing if it goes without a heading.
pub fn part_title(edition: &Edition, locale: &Locale, part: &Part) -> Option<String> {
    Parts { edition, locale }.part_title(part)
}

impl WholeText<'_> {
    /// Its address relative to the root of the language.
    pub fn href(&self, notice: &Notice) -> String {
        self.page.href(notice)
    }

    /// Its title, or that of the page that it is read on.
    pub fn title(&self, edition: &Edition, locale: &Locale) -> String {
        let parts = Parts { edition, locale };
        let of_part = edition.notice.part(self.id).and_then(|part| parts.part_title(part));
        of_part.unwrap_or_else(|| match self.page {
            PageKind::Notice => locale.text("notice.closing"),
            page => parts.link(page).title,
        })
    }

    /// Its words.
    pub fn words(&self, edition: &Edition, locale: &Locale) -> String {
        let accountability = edition.notice.accountability.as_ref().filter(|_| self.page == PageKind::Accountability);
        let of_notice = MarkdownRenderer::of_notice(edition, locale);
        let renderer = match accountability {
            Some(part) => MarkdownRenderer { figures: &part.record.figures, ..of_notice },
            None => of_notice,
        };
        renderer.words(self.narrative)
    }
}
