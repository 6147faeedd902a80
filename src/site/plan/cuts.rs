//! Where lists are cut into pages, and which are too long for one.

use super::kind::PageKind;
use crate::notice::edition::Edition;
use crate::notice::pagination::Cuts;
use crate::notice::{Notice, Status, StatusId};
use crate::site::listing;

/// The most rows of a list on one page.
const ROWS: usize = 100;

/// The most sums of money on one page: each is drawn.
const SUMS: usize = 40;

/// Returns where the list of a page, or the document, is cut.
pub(in crate::site) fn cuts(edition: &Edition, kind: PageKind) -> Cuts {
    let (notice, statistics) = (&edition.notice, &edition.statistics);
    let rows = |n: u64| Cuts::every(ROWS, usize::try_from(n).unwrap_or(usize::MAX));
    match kind {
        PageKind::Notice => edition.document.cuts().clone(),
        PageKind::Issues => rows(statistics.all.total()),
        PageKind::Section(id) => rows(statistics.of_section(id).total()),
        PageKind::Status(id) => rows(status_of(notice, id).map_or(0, |status| statistics.all.of(status).n)),
        PageKind::Response(id) => {
            let answers = notice.response_ids().zip(&statistics.responses);
            rows(answers.filter(|(response, _)| *response == id).map(|(_, count)| count.n).sum())
        }
        PageKind::Unit(id) => rows(statistics.of_unit(id).total()),
        PageKind::Place(id) => rows(statistics.of_place(id).total()),
        PageKind::Ledger => edition.document.ledger().clone(),
        PageKind::Outstanding => edition.document.outstanding().clone(),
        PageKind::Changes => listing::changes(edition),
        PageKind::Statistics => listing::amounts(edition),
        PageKind::Money => Cuts::every(SUMS, listing::sums(notice).len()),
        _ => Cuts::every(1, 1),
    }
}

fn status_of(notice: &Notice, id: StatusId) -> Option<Status> {
    notice.statuses().find(|status| status.id == id)
}

/// Returns whether every unit has a page of its own: all their issues would be too many for one.
pub(in crate::site) fn has_unit_pages(edition: &Edition) -> bool {
    let totals = edition.notice.unit_ids().map(|id| edition.statistics.of_unit(id).total());
    totals.sum::<u64>() > ROWS as u64
}

/// The same of places.
pub(in crate::site) fn has_place_pages(edition: &Edition) -> bool {
    let totals = edition.notice.place_ids().map(|id| edition.statistics.of_place(id).total());
    totals.sum::<u64>() > ROWS as u64
}
