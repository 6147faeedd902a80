//! Statuses as bars, and the table behind them.

use super::looks::{basis, looks, named};
use crate::notice::statistics::Tally;
use crate::site::charts::{BarRow, Heading, bars_file};
use crate::site::drawing::Drawing;
use crate::site::parts::Parts;

/// The bars: the notice, then each section.
pub(super) fn statuses(parts: &Parts<'_>, heading: &Heading) -> Drawing {
    let statistics = &parts.edition.statistics;
    let bar = |(label, signs): (String, String), tally: &Tally| BarRow {
        label,
        signs,
        parts: looks(parts, tally).into_iter().map(|(look, _, n)| (look, n)).collect(),
        said: looks(parts, tally).into_iter().map(|(.., n)| n.to_string()).collect::<Vec<_>>().join(" + "),
    };
    let whole = (parts.locale.text("statistics.all"), String::new());
    let sections = parts.notice().section_ids();
    let sections = sections.map(|id| bar(named(parts, Some(id)), statistics.of_section(id)));
    let bars: Vec<BarRow> = std::iter::once(bar(whole, &statistics.all)).chain(sections).collect();
    bars_file(heading, &bars)
}

pub(super) fn status_rows(parts: &Parts<'_>) -> Vec<Vec<String>> {
    let statistics = &parts.edition.statistics;
    let of = |title: String, tally: &Tally| {
        let used = parts.notice().statuses().filter(|status| tally.of(*status).n > 0).collect::<Vec<_>>();
        let row = |status: &crate::notice::Status| {
            let (count, id) = (tally.of(*status), parts.notice().status(status.id).id.to_string());
            let label = parts.status_label(status.id);
            let row = |is_inferred: bool, n: u64| {
                (n > 0).then(|| vec![title.clone(), id.clone(), label.clone(), basis(is_inferred), n.to_string()])
            };
            [row(false, count.stated()), row(true, count.inferred)]
        };
        used.iter().flat_map(row).flatten().collect::<Vec<_>>()
    };
    let sections = parts.notice().section_ids();
    let sections = sections.flat_map(|id| of(parts.section_ref(id).title, statistics.of_section(id)));
    of(String::new(), &statistics.all).into_iter().chain(sections).collect()
}
