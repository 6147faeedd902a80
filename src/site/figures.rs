//! The figures of a record as pages draw them: wholes with their parts, what was and what is, and the rest one beside another.

mod bar;
mod record;
mod views;
mod words;

use std::collections::BTreeSet;

use super::parts::{FigureView, Parts};
use crate::notice::breakdown::breakdowns;
use crate::notice::{EditorNotes, Figure};
use crate::value::Text;
use record::Record;
pub(super) use views::{FiguresView, ShiftView, SplitView, TileView};
pub(super) use words::rests;

/// Returns the figures of a record as they are drawn.
pub(super) fn figures(
    parts: &Parts<'_>,
    figures: &[Figure],
    equations: &[Text],
    notes: EditorNotes<'_>,
) -> FiguresView {
    let record = Record::of(parts, figures, notes);
    let breakdowns = breakdowns(figures, equations);
    // Those of one whole stand one behind another.
    let splits = breakdowns.chunk_by(|a, b| a.whole.id == b.whole.id).map(|bars| record.split(bars[0].whole, bars));
    let drawn = breakdowns.iter().flat_map(|breakdown| breakdown.parts.iter().chain([&breakdown.whole]));
    let drawn: BTreeSet<&str> = drawn.map(|figure| figure.id.as_str()).collect();
    let is_drawn = |figure: &Figure| drawn.contains(figure.id.as_str());
    let beside: BTreeSet<&str> = record.beside.iter().map(|(figure, _)| figure.id.as_str()).collect();
    let others = figures.iter().filter(|figure| !is_drawn(figure) && !beside.contains(figure.id.as_str()));
    let (shifts, tiles): (Vec<&Figure>, Vec<&Figure>) = others.partition(|figure| figure.was.is_some());
    FiguresView {
        shifts: shifts.into_iter().filter_map(|figure| record.shift(figure)).collect(),
        splits: splits.collect(),
        tiles: tiles.into_iter().map(|figure| record.tile(figure)).collect(),
    }
}

/// Returns one figure of a record as it is drawn where figures are put first: with all that is drawn together with it.
pub(super) fn figure(parts: &Parts<'_>, list: &[Figure], equations: &[Text], figure: &Figure) -> FiguresView {
    let all = figures(parts, list, equations, EditorNotes::default());
    let is_it = |view: &FigureView| view.id == figure.id.as_str();
    let is_part = |split: &SplitView| split.bars.iter().flat_map(|bar| &bar.parts).any(|part| is_it(&part.figure));
    let splits: Vec<SplitView> = all.splits.into_iter().filter(|split| is_it(&split.whole) || is_part(split)).collect();
    let shifts: Vec<ShiftView> = all.shifts.into_iter().filter(|shift| is_it(&shift.figure)).collect();
    let is_drawn = !splits.is_empty() || !shifts.is_empty();
    let tile = || TileView { figure: parts.figure(figure), beside: Vec::new() };
    FiguresView { tiles: (!is_drawn).then(tile).into_iter().collect(), shifts, splits }
}
