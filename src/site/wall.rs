//! The wall: every issue as a square, as its status stands. Many issues are small squares without numbers, and very many a bar for each
//! section, so that no page grows with them.

use serde::Serialize;

use super::charts::{SquareLook, squares};
use super::finding::{FindingView, finding};
use super::parts::{Each, Html, Parts, SectionRef, TallyView};
use super::plan::PageKind;
use crate::notice::statistics::Tally;
use crate::notice::{Issue, IssueId, SectionId};
use crate::text::locale::Argument;
use crate::value::StatusBasis;

/// The most issues of a page that are squares with numbers.
const NUMBERED: usize = 200;

/// The most issues of a page that are squares at all.
const DRAWN: usize = 4_000;

/// The issues of a section, or of a notice without sections, as squares.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct WallView<'a> {
    /// None where the notice has no sections.
    pub section: Option<SectionRef>,
    /// What they come to.
    pub finding: FindingView,
    /// Squares with numbers; empty where there are too many.
    pub cells: Each<'a, CellView>,
    /// The small squares then.
    pub squares: Option<Html>,
    /// Their counts, to be drawn as a bar, where even these would be too many.
    pub bar: Option<TallyView>,
}

/// A square.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct CellView {
    /// What the issue is called: its label, or else its number.
    pub number: String,
    /// Title.
    pub title: String,
    /// Its page.
    pub href: String,
    /// Status.
    pub status: String,
    /// Whether the issuer states it.
    pub basis: StatusBasis,
    /// Whether its deadline has passed.
    pub is_overdue: bool,
    /// How it looks, as classes.
    pub look: String,
}

/// Returns the wall of the notice, a part for each section.
pub(super) fn wall<'a>(parts: &Parts<'a>) -> Vec<WallView<'a>> {
    let notice = parts.notice();
    let total = notice.issues.len();
    notice.divisions().map(|section| part(parts, section, total)).collect()
}

/// Returns the wall of one section.
pub(super) fn section_wall<'a>(parts: &Parts<'a>, section: SectionId) -> WallView<'a> {
    let total = usize::try_from(parts.edition.statistics.of_section(section).total()).unwrap_or(usize::MAX);
    part(parts, Some(section), total)
}

/// Returns a part of a wall of so many issues.
fn part<'a>(parts: &Parts<'a>, section: Option<SectionId>, total: usize) -> WallView<'a> {
    let statistics = &parts.edition.statistics;
    let tally = section.map_or(&statistics.all, |section| statistics.of_section(section));
    let issues = parts.wanted(|issue| section.is_none() || issue.group.section == section);
    let is_open = |id: &IssueId| parts.notice().issue(*id).class().is_outstanding();
    let open: Vec<IssueId> = issues.iter().copied().filter(is_open).collect();
    let small = (NUMBERED + 1..=DRAWN).contains(&total).then(|| {
        let looks: Vec<SquareLook> = issues.iter().map(|id| look(parts, parts.notice().issue(*id))).collect();
        Html::made(squares(&looks, &label(parts, tally)))
    });
    WallView {
        section: section.map(|section| parts.section_ref(section)),
        finding: finding(parts, tally, &open),
        cells: Each::of(parts, if total > NUMBERED { Vec::new() } else { issues }, cell),
        squares: small,
        bar: (total > DRAWN).then(|| parts.tally(tally)),
    }
}

/// Returns how the square of an issue looks.
pub(super) fn look(parts: &Parts<'_>, issue: &Issue) -> SquareLook {
    SquareLook {
        glyph: issue.class().built_in().id,
        is_inferred: issue.record.status_basis == StatusBasis::Inferred,
        is_overdue: issue.days_overdue(parts.edition.as_of).is_some(),
    }
}

/// Returns the square of an issue.
pub(super) fn cell(parts: &Parts<'_>, id: IssueId) -> CellView {
    let issue = parts.notice().issue(id);
    let look = look(parts, issue);
    CellView {
        number: issue.label(parts.locale.lang),
        title: parts.text(&issue.record.title),
        href: parts.href(PageKind::Issue(id)),
        status: issue.record.status.to_string(),
        basis: issue.record.status_basis,
        is_overdue: look.is_overdue,
        look: look.classes(),
    }
}

/// The counts that small squares stand for, in words.
fn label(parts: &Parts<'_>, tally: &Tally) -> String {
    let counts = parts.notice().statuses().map(|status| (status, tally.of(status))).filter(|(_, count)| count.n > 0);
    let said = counts.map(|(status, count)| {
        let label = parts.status_label(status.id);
        parts.locale.say("wall.count", &[("status", Argument::Text(&label)), ("n", Argument::Issues(count))])
    });
    said.collect::<Vec<_>>().join(parts.locale.word("head.comma"))
}
