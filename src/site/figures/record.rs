//! The figures of a record while views are made of them: each with what says something about it.

use std::collections::BTreeMap;

use super::bar::{look, shares};
use super::views::{ShiftView, SplitBar, SplitPart, SplitRest, SplitView, TileView};
use super::words::{change, missing_text, rest_text};
use crate::notice::breakdown::{Breakdown, Wholes, is_part};
use crate::notice::{EditorNotes, Figure};
use crate::site::charts::{PartLook, slope, split, swatch};
use crate::site::parts::{FigureView, Html, Parts};

/// The figures of a record while views are made of them.
pub(super) struct Record<'a> {
    parts: &'a Parts<'a>,
    /// By their ids.
    views: BTreeMap<String, FigureView>,
    /// Those that say something about another in a unit of its own, each with that one; circles were reported.
    pub(super) beside: Vec<(&'a Figure, &'a Figure)>,
}

impl<'a> Record<'a> {
    pub(super) fn of(parts: &'a Parts<'a>, figures: &'a [Figure], notes: EditorNotes<'_>) -> Record<'a> {
        let views = parts.noted_figures(figures, notes).into_iter().rev().map(|view| (view.id.clone(), view)).collect();
        let wholes = Wholes::of(figures, &[]);
        let beside = figures.iter().filter(|figure| figure.of.is_some()).filter_map(|figure| {
            let holder = wholes.of_part(figure).filter(|holder| holder.id != figure.id)?;
            let is_beside = !is_part(figure, holder) && holder.of.as_ref() != Some(&figure.id);
            is_beside.then_some((figure, holder))
        });
        Record { parts, views, beside: beside.collect() }
    }

    fn view(&self, figure: &Figure) -> FigureView {
        self.views.get(figure.id.as_str()).cloned().unwrap_or_else(|| self.parts.figure(figure))
    }

    /// The figures that say something about one, and those that say something about them.
    fn beside(&self, figure: &Figure) -> Vec<FigureView> {
        let mut found = vec![figure];
        let mut at = 0;
        while let Some(holder) = found.get(at).copied() {
            let of_it = self.beside.iter().filter(|(_, of)| of.id == holder.id).map(|(known, _)| *known);
            let new: Vec<&Figure> = of_it.filter(|known| !found.iter().any(|seen| seen.id == known.id)).collect();
            found.extend(new);
            at += 1;
        }
        found[1..].iter().map(|known| self.view(known)).collect()
    }

    pub(super) fn tile(&self, figure: &Figure) -> TileView {
        TileView { figure: self.view(figure), beside: self.beside(figure) }
    }

    pub(super) fn shift(&self, figure: &Figure) -> Option<ShiftView> {
        let (was, is) = (*figure.was?, *figure.value);
        let most = if was > is { was } else { is };
        let picture = slope(was.thousandths_of(most), is.thousandths_of(most));
        Some(ShiftView {
            figure: self.view(figure),
            was: figure.set_was(self.parts.locale).unwrap_or_else(|| self.parts.locale.decimal(was)),
            change: change(self.parts, figure, was),
            picture: Html::made(picture),
            beside: self.beside(figure),
        })
    }

    /// What became of a part, unless its label says so itself.
    fn kind(&self, part: &Figure) -> Option<&'static str> {
        let word = part.kind?.word();
        let said = self.parts.locale.text(&format!("part_kind.{word}"));
        let (label, said) = (self.parts.text(&part.label).to_lowercase(), said.to_lowercase());
        (!label.contains(&said) && !said.contains(&label)).then_some(word)
    }

    pub(super) fn split(&self, whole: &Figure, bars: &[Breakdown<'_>]) -> SplitView {
        let missing = bars.iter().find_map(Breakdown::missing);
        SplitView {
            whole: self.view(whole),
            bars: bars.iter().map(|bar| self.bar(bar)).collect(),
            tells_fate: missing.is_some(),
            missing: missing.and_then(|missing| missing_text(self.parts, whole, missing)),
            beside: self.beside(whole),
        }
    }

    fn bar(&self, breakdown: &Breakdown<'_>) -> SplitBar {
        let part = |part: &&Figure| SplitPart {
            figure: self.view(part),
            kind: self.kind(part),
            swatch: Html::made(swatch(look(part))),
            beside: self.beside(part),
        };
        let rest = rest_text(self.parts, breakdown).map(|text| SplitRest {
            text,
            is_unexplained: breakdown.is_rest_unexplained(),
            swatch: Html::made(swatch(PartLook::Rest)),
        });
        SplitBar {
            picture: Html::made(split(&shares(breakdown))),
            parts: breakdown.parts.iter().map(part).collect(),
            rest,
        }
    }
}
