//! The units that act in the notice, with where their issues are listed.

use super::super::plan::{PageKind, has_unit_pages};
use super::{LinkView, Parts};
use crate::notice::{UnitId, UnitRecord};

impl<'a> Parts<'a> {
    /// A unit, with where its issues are listed, which is empty where it leads none and answers for none.
    pub(in crate::site) fn unit_link(&self, id: UnitId) -> LinkView {
        let href = if self.acts(id) { self.unit_href(id) } else { String::new() };
        LinkView { title: self.text(&self.notice().unit(id).name), href }
    }

    pub(super) fn unit_href(&self, id: UnitId) -> String {
        if has_unit_pages(self.edition) {
            return self.href(PageKind::Unit(id));
        }
        format!("{}#{}", self.href(PageKind::Units), unit_anchor(self.notice().unit(id)))
    }

    /// The units that lead an issue or answer for one.
    pub(in crate::site) fn acting_units(&self) -> impl Iterator<Item = UnitId> + use<'a> {
        let parts = *self;
        self.notice().unit_ids().filter(move |id| parts.acts(*id))
    }

    /// Whether a unit leads any issue or answers for one.
    fn acts(&self, id: UnitId) -> bool {
        self.edition.statistics.of_unit(id).total() > 0
    }
}

/// The anchor of a unit on the page of units.
pub(in crate::site) fn unit_anchor(unit: &UnitRecord) -> String {
    format!("unit-{}", unit.id)
}
