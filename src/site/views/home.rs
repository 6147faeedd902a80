//! The home page: what the notice comes to, what happened when, and the figures that it puts first.

use serde::Serialize;

use super::super::course::{CourseView, course};
use super::super::figures::{FiguresView, figure, figures};
use super::super::finding::{FindingView, finding};
use super::super::parts::{CorrectionView, Each, LinkView, NoteView, Parts, Rows};
use super::super::wall::{WallView, wall};
use super::charts::{ChartView, chart};
use super::facts::{FactView, facts_of_notice};
use super::money::figure_holder;
use crate::notice::{FieldPlace, Highlight};

/// The most unfinished issues that the home page lists.
const FIRST: usize = 30;

/// The home page.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct HomeView<'a> {
    /// What the notice says as a whole in fields of the office's own.
    pub facts: Vec<FactView>,
    /// What the notice comes to.
    pub finding: FindingView,
    /// Every issue as a square, by section.
    pub wall: Vec<WallView<'a>>,
    /// What happened when, and what is to happen.
    pub course: Option<CourseView<'a>>,
    /// These two as files of their own.
    pub wall_files: Option<ChartView>,
    pub course_files: Option<ChartView>,
    /// Figures that the notice puts first.
    pub highlights: Vec<HighlightView>,
    pub stated: FiguresView,
    /// Editor's notes at these figures.
    pub notes: Vec<NoteView>,
    /// The first of what is not finished, the earliest deadline first.
    pub outstanding: Rows<'a>,
    pub corrections: Vec<CorrectionView>,
}

/// A figure that the notice puts first.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct HighlightView {
    /// Where it stands.
    pub holder: LinkView,
    /// The figure as it is drawn.
    pub figures: FiguresView,
}

pub(super) fn home<'a>(parts: &Parts<'a>) -> HomeView<'a> {
    let notice = parts.notice();
    let outstanding = &parts.edition.lists.outstanding;
    HomeView {
        finding: finding(parts, &parts.edition.statistics.all, outstanding),
        wall: wall(parts),
        course: course(parts),
        wall_files: chart(parts, "wall"),
        course_files: chart(parts, "course"),
        facts: facts_of_notice(parts, FieldPlace::Page),
        highlights: highlights(parts),
        stated: figures(parts, &notice.record.stated, &notice.record.equations, notice.record.editor_notes()),
        notes: parts.notes(notice.record.editor_notes()),
        outstanding: Each::of(parts, outstanding.iter().take(FIRST).copied().collect(), Parts::row),
        corrections: parts.corrections(&notice.record.corrections),
    }
}

/// The figures that the notice puts first, those that changed before the others.
fn highlights(parts: &Parts<'_>) -> Vec<HighlightView> {
    let view = |highlight: Highlight<'_>| HighlightView {
        holder: figure_holder(parts, highlight.record.holder),
        figures: figure(parts, highlight.record.figures, highlight.record.equations, highlight.figure),
    };
    let all = parts.notice().highlights().into_iter().map(view);
    let (mut first, others): (Vec<_>, Vec<_>) = all.partition(|highlight| !highlight.figures.shifts.is_empty());
    first.extend(others);
    first
}
