//! The page of a name that the navigation may have.

use super::kind::PageKind;
use super::order::{article_page, has_changes};
use crate::notice::edition::Edition;

/// The page of a name that the navigation may have.
pub(in crate::site) fn named(edition: &Edition, name: &str) -> Option<PageKind> {
    let notice = &edition.notice;
    let has = |id: &str| notice.part(id).is_some();
    Some(match name {
        "home" => PageKind::Home,
        "notice" => PageKind::Notice,
        "overview" if has(name) => PageKind::Overview,
        "issues" => PageKind::Issues,
        "outstanding" => PageKind::Outstanding,
        "money" if edition.lists.has_money_in_parts => PageKind::Money,
        "statistics" => PageKind::Statistics,
        "accountability" if has(name) => PageKind::Accountability,
        "contact" if notice.has_contact() => PageKind::Contact,
        "changes" if has_changes(notice) => PageKind::Changes,
        "data" => PageKind::Data,
        "search" => PageKind::Search,
        "units" if notice.has_acting_units() => PageKind::Units,
        "places" if notice.has_places() => PageKind::Places,
        "ledger" => PageKind::Ledger,
        "poster" => PageKind::Poster,
        "accessibility" => PageKind::Accessibility,
        _ => article_page(notice, notice.article_ids().find(|id| notice.article(*id).id == name)?)?,
    })
}
