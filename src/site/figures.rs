//! The figures of a record as pages draw them: wholes with their parts, what was and what is, and the rest one beside another.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::charts::{PartLook, Share, slope, split, swatch};
use super::parts::{FigureView, Html, Parts};
use crate::notice::breakdown::{Breakdown, Wholes, breakdowns, is_part};
use crate::notice::{EditorNotes, Figure};
use crate::text::locale::Argument;
use crate::value::{Decimal, PartKind, Text};

/// The figures of a record, each once.
#[derive(Clone, Debug, Default, Serialize, schemars::JsonSchema)]
pub struct FiguresView {
    /// What was and what is.
    pub shifts: Vec<ShiftView>,
    /// Wholes with their parts.
    pub splits: Vec<SplitView>,
    /// What is neither.
    pub tiles: Vec<TileView>,
}

/// A figure, with those that say something about it.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct TileView {
    /// The figure.
    pub figure: FigureView,
    /// Figures in other units that are of it.
    pub beside: Vec<FigureView>,
}

/// A figure with an earlier value.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct ShiftView {
    /// What it is.
    pub figure: FigureView,
    /// What it was.
    pub was: String,
    /// How it changed, in words.
    pub change: String,
    /// The way from one to the other.
    pub picture: Html,
    /// Figures in other units that are of it.
    pub beside: Vec<FigureView>,
}

/// A whole with its parts.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct SplitView {
    /// The whole.
    pub whole: FigureView,
    /// Its breakdowns, each a bar.
    pub bars: Vec<SplitBar>,
    /// How much is not stated to be settled; none where nothing is, or where no part says what became of it.
    pub missing: Option<String>,
    /// Whether its parts say what became of it.
    pub tells_fate: bool,
    /// Figures in other units that are of it.
    pub beside: Vec<FigureView>,
}

/// A breakdown of a whole.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct SplitBar {
    /// The bar.
    pub picture: Html,
    /// The parts.
    pub parts: Vec<SplitPart>,
    /// What is left.
    pub rest: Option<SplitRest>,
}

/// A part of a whole.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct SplitPart {
    /// The figure.
    pub figure: FigureView,
    /// What became of it, a word.
    pub kind: Option<&'static str>,
    /// Its texture in the bar.
    pub swatch: Html,
    /// Figures in other units that are of it.
    pub beside: Vec<FigureView>,
}

/// What is left of a whole.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct SplitRest {
    /// How much.
    pub text: String,
    /// Whether the source does not explain it.
    pub is_unexplained: bool,
    /// Its texture in the bar.
    pub swatch: Html,
}

/// The figures of a record while views are made of them.
struct Record<'a> {
    parts: &'a Parts<'a>,
    /// By their ids.
    views: BTreeMap<String, FigureView>,
    /// Those that say something about another in a unit of its own, each with that one; circles were reported.
    beside: Vec<(&'a Figure, &'a Figure)>,
}

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

/// Returns sentences about what is left of the wholes of a record.
pub(super) fn rests(parts: &Parts<'_>, figures: &[Figure], equations: &[Text]) -> Vec<String> {
    let sentence = |breakdown: Breakdown<'_>| {
        let rest = rest_text(parts, &breakdown)?;
        let whole = parts.figure(breakdown.whole);
        let arguments = [("label", &whole.label), ("whole", &whole.text), ("rest", &rest)];
        let key = if breakdown.is_rest_unexplained() { "money.rest_unexplained" } else { "money.rest_said" };
        Some(parts.locale.say(key, &arguments.map(|(name, text)| (name, Argument::Text(text)))))
    };
    breakdowns(figures, equations).into_iter().filter_map(sentence).collect()
}

/// How much is left of a whole, as the language sets it.
fn rest_text(parts: &Parts<'_>, breakdown: &Breakdown<'_>) -> Option<String> {
    let rest = breakdown.rest()?;
    let set = breakdown.whole.set_as(parts.locale, rest, breakdown.rest_approx());
    Some(set.unwrap_or_else(|| parts.locale.decimal(rest)))
}

impl<'a> Record<'a> {
    fn of(parts: &'a Parts<'a>, figures: &'a [Figure], notes: EditorNotes<'_>) -> Record<'a> {
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

    fn tile(&self, figure: &Figure) -> TileView {
        TileView { figure: self.view(figure), beside: self.beside(figure) }
    }

    fn shift(&self, figure: &Figure) -> Option<ShiftView> {
        let (was, is) = (*figure.was?, *figure.value);
        let most = if was > is { was } else { is };
        let picture = slope(was.thousandths_of(most), is.thousandths_of(most));
        Some(ShiftView {
            figure: self.view(figure),
            was: figure.set_was(self.parts.locale).unwrap_or_else(|| self.parts.locale.decimal(was)),
            change: change(self.parts, figure, was, is),
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

    fn split(&self, whole: &Figure, bars: &[Breakdown<'_>]) -> SplitView {
        let missing = bars.iter().find_map(|bar| Some((bar, bar.missing()?)));
        let left = missing.filter(|(_, missing)| *missing > Decimal::whole(0));
        let left = left.and_then(|(bar, left)| whole.set_as(self.parts.locale, left, bar.rest_approx()));
        SplitView {
            whole: self.view(whole),
            bars: bars.iter().map(|bar| self.bar(bar)).collect(),
            tells_fate: missing.is_some(),
            missing: left,
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

fn look(part: &Figure) -> PartLook {
    match part.kind.map(|kind| *kind) {
        Some(PartKind::Recovered | PartKind::Done) => PartLook::Settled,
        Some(PartKind::Pending) => PartLook::Pending,
        Some(PartKind::InCourt) => PartLook::InCourt,
        Some(PartKind::WrittenOff) => PartLook::WrittenOff,
        Some(PartKind::Other) => PartLook::Other,
        None => PartLook::Plain,
    }
}

/// The parts of a whole one after another; a whole that its parts exceed is as long as they are.
fn shares(breakdown: &Breakdown<'_>) -> Vec<Share> {
    let sum = breakdown.sum().unwrap_or(*breakdown.whole.value);
    let length = if sum > *breakdown.whole.value { sum } else { *breakdown.whole.value };
    let mut done = Decimal::whole(0);
    let mut at = 0;
    let mut shares = Vec::new();
    for part in &breakdown.parts {
        done = done.checked_add(*part.value).unwrap_or(done);
        let to = done.thousandths_of(length);
        shares.push(Share { look: look(part), from: at, to });
        at = to;
    }
    if breakdown.rest().is_some() {
        shares.push(Share { look: PartLook::Rest, from: at, to: 1000 });
    }
    shares
}

/// How a figure changed, in words: a share by percentage points, anything else by its own unit.
fn change(parts: &Parts<'_>, figure: &Figure, was: Decimal, is: Decimal) -> String {
    let Some(difference) = is.checked_sub(was) else { return String::new() };
    let zero = Decimal::whole(0);
    let is_share = figure.unit.as_str() == "percent";
    let by = difference.abs();
    let set = match is_share {
        true => parts.locale.figure(by, "percentage-points", figure.approx),
        false => figure.set_as(parts.locale, by, figure.approx),
    };
    let amount = set.unwrap_or_else(|| parts.locale.decimal(by));
    let key = match (difference > zero, difference < zero, is_share) {
        (true, _, true) => "money.share_rose",
        (true, _, false) => "money.rose",
        (_, true, true) => "money.share_fell",
        (_, true, false) => "money.fell",
        _ => "money.same",
    };
    parts.locale.say(key, &[("amount", Argument::Text(&amount))])
}
