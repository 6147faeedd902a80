//! The wall of squares, and the table behind it.

use super::looks::{basis, named};
use crate::notice::{Issue, IssueId, SectionId};
use crate::site::charts::{Heading, Square, WallPart, wall_file};
use crate::site::drawing::Drawing;
use crate::site::parts::Parts;
use crate::site::wall::look;
use crate::value::{Lang, StatusBasis};

/// The most issues whose squares are numbered.
const NUMBERED: usize = 200;

pub(super) fn wall(parts: &Parts<'_>, heading: &Heading) -> Drawing {
    let notice = parts.notice();
    let square = |id: &IssueId| {
        let issue = notice.issue(*id);
        Square { number: short(issue, parts.locale.lang), href: String::new(), look: look(parts, issue) }
    };
    let part = |section: Option<SectionId>| {
        let (label, signs) = named(parts, section);
        let issues = parts.wanted(|issue| issue.group.section == section);
        WallPart { label, signs, squares: issues.iter().map(square).collect() }
    };
    let walls: Vec<WallPart> = notice.divisions().map(part).collect();
    wall_file(heading, &walls, notice.issues.len() > NUMBERED)
}

/// What stands in the square of an issue: its label, or of a long one the last word, if that has room.
fn short(issue: &Issue, lang: Lang) -> String {
    const LONGEST: usize = 5;
    let label = issue.label(lang);
    let last = label.rsplit([' ', '\u{a0}']).next().unwrap_or_default();
    let has_room = |text: &&str| text.chars().count() <= LONGEST;
    [&*label, last].into_iter().find(has_room).map_or_else(|| issue.number().to_string(), str::to_owned)
}

pub(super) fn wall_rows(parts: &Parts<'_>) -> Vec<Vec<String>> {
    let row = |id: IssueId| {
        let issue = parts.notice().issue(id);
        let section = issue.group.section.map(|section| parts.section_ref(section).title).unwrap_or_default();
        let is_overdue = look(parts, issue).is_overdue.to_string();
        let basis = basis(issue.record.status_basis == StatusBasis::Inferred);
        let status = [issue.record.status.to_string(), parts.status_label(issue.status.id)];
        let [status, label] = status;
        vec![issue.label(parts.locale.lang), parts.text(&issue.record.title), section, status, label, basis, is_overdue]
    };
    parts.notice().issue_ids().map(row).collect()
}
