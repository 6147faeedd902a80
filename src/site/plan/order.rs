//! Which pages an edition has, in the order in which a reader would go through them.

use super::cuts::{has_place_pages, has_unit_pages};
use super::kind::PageKind;
use crate::notice::edition::Edition;
use crate::notice::{ArticleId, ArticleKind, Notice};
use crate::site::listing;

pub(super) fn kinds(edition: &Edition) -> Vec<PageKind> {
    let (notice, statistics) = (&edition.notice, &edition.statistics);
    let mut kinds = vec![PageKind::Home, PageKind::Notice];
    kinds.extend(notice.article_ids().filter_map(|id| article_page(notice, id)));
    kinds.extend(notice.section_ids().map(PageKind::Section));
    kinds.push(PageKind::Issues);
    kinds.extend(notice.issue_ids().map(PageKind::Issue));
    let used = notice.statuses().filter(|status| statistics.all.of(*status).n > 0);
    kinds.extend(used.map(|status| PageKind::Status(status.id)));
    let answered = notice.response_ids().zip(&statistics.responses).filter(|(_, count)| count.n > 0);
    kinds.extend(answered.map(|(response, _)| PageKind::Response(response)));
    kinds.extend(notice.has_acting_units().then_some(PageKind::Units));
    if has_unit_pages(edition) {
        let acting = notice.unit_ids().filter(|id| statistics.of_unit(*id).total() > 0);
        kinds.extend(acting.map(PageKind::Unit));
    }
    kinds.extend(notice.has_places().then_some(PageKind::Places));
    if has_place_pages(edition) {
        kinds.extend(listing::places(notice, statistics).into_iter().map(PageKind::Place));
    }
    kinds.extend([PageKind::Ledger, PageKind::Poster, PageKind::Outstanding]);
    kinds.extend(edition.lists.has_money_in_parts.then_some(PageKind::Money));
    kinds.push(PageKind::Statistics);
    kinds.extend(notice.accountability.is_some().then_some(PageKind::Accountability));
    kinds.extend(notice.has_contact().then_some(PageKind::Contact));
    kinds.extend(has_changes(notice).then_some(PageKind::Changes));
    kinds.extend([PageKind::Data, PageKind::Search, PageKind::Accessibility, PageKind::NotFound]);
    kinds
}

/// Returns whether anything changed or was corrected after the notice was published.
pub(in crate::site) fn has_changes(notice: &Notice) -> bool {
    let of_issues = notice.issues.iter().map(|issue| &issue.record);
    let mut changed = of_issues.map(|record| !record.history.is_empty() || !record.corrections.is_empty());
    !notice.record.corrections.is_empty() || changed.any(|is_changed| is_changed)
}

/// The page of a text of the notice as a whole; the closing words stand in the document alone.
pub(in crate::site) fn article_page(notice: &Notice, id: ArticleId) -> Option<PageKind> {
    match notice.article(id).kind {
        ArticleKind::Overview => Some(PageKind::Overview),
        ArticleKind::Part(_) | ArticleKind::Page => Some(PageKind::Article(id)),
        ArticleKind::Closing => None,
    }
}
