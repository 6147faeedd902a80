//! The pages of units: each unit with the issues that it leads or answers for.

use serde::Serialize;

use super::super::parts::{Each, Parts, Rows, TallyView, unit_anchor};
use super::super::plan::{PageKind, has_unit_pages};
use crate::notice::pagination::Window;
use crate::notice::{IssueId, UnitId};

/// Issues by unit.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct UnitsView<'a> {
    pub units: Vec<UnitGroup<'a>>,
}

/// A unit and its issues.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct UnitGroup<'a> {
    pub id: String,
    pub anchor: String,
    pub name: String,
    pub tally: TallyView,
    /// Where its issues are listed, if it has a page of its own; they are not listed here then.
    pub href: Option<String>,
    pub issues: Rows<'a>,
}

pub(super) fn units<'a>(parts: &Parts<'a>) -> UnitsView<'a> {
    let group = |id: UnitId| {
        let href = has_unit_pages(parts.edition).then(|| parts.href(PageKind::Unit(id)));
        let issues = if href.is_some() { Vec::new() } else { parts.edition.lists.of_unit(id).to_vec() };
        UnitGroup { href, ..unit_group(parts, id, issues) }
    };
    UnitsView { units: parts.acting_units().map(group).collect() }
}

/// A unit with the issues of one page of its own.
pub(super) fn unit<'a>(parts: &Parts<'a>, id: UnitId, mut window: Window) -> UnitGroup<'a> {
    unit_group(parts, id, window.take(parts.edition.lists.of_unit(id).to_vec()).unwrap_or_default())
}

fn unit_group<'a>(parts: &Parts<'a>, id: UnitId, issues: Vec<IssueId>) -> UnitGroup<'a> {
    let unit = parts.notice().unit(id);
    UnitGroup {
        id: unit.id.to_string(),
        anchor: unit_anchor(unit),
        name: parts.text(&unit.name),
        tally: parts.tally(parts.edition.statistics.of_unit(id)),
        href: None,
        issues: Each::of(parts, issues, Parts::row),
    }
}
