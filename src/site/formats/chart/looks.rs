//! What the squares and bars of a chart stand for, and what its parts are called.

use crate::notice::SectionId;
use crate::notice::statistics::Tally;
use crate::site::charts::SquareLook;
use crate::site::finding::finding;
use crate::site::parts::Parts;

/// How many issues stand as each look, in the order of statuses, what is stated first.
pub(super) fn looks(parts: &Parts<'_>, tally: &Tally) -> Vec<(SquareLook, String, u64)> {
    let used = parts.notice().statuses().filter(|status| tally.of(*status).n > 0);
    let each = used.flat_map(|status| {
        let (count, label) = (tally.of(status), parts.status_label(status.id));
        let look = SquareLook { glyph: status.class.built_in().id, is_inferred: false, is_overdue: false };
        let inferred = format!("{label}{}", parts.locale.text("basis.mark"));
        [(look, label, count.stated()), (SquareLook { is_inferred: true, ..look }, inferred, count.inferred)]
    });
    each.filter(|(.., n)| *n > 0).collect()
}

/// What a section is called and comes to, and the same in digits: its number, and how many of how many are left.
pub(super) fn named(parts: &Parts<'_>, section: Option<SectionId>) -> (String, String) {
    let Some(id) = section else { return (String::new(), String::new()) };
    let (section, tally) = (parts.section_ref(id), parts.edition.statistics.of_section(id));
    let found = finding(parts, tally, &[]);
    let colon = parts.locale.text("head.colon");
    let label = format!("{}{}{colon}{}{}{}", section.ordinal, section.short_title, found.whole, found.rest, found.late);
    (label, format!("{}    {}/{}", section.number, tally.outstanding().n, tally.total()))
}

pub(super) fn basis(is_inferred: bool) -> String {
    if is_inferred { "inferred" } else { "stated" }.to_owned()
}
