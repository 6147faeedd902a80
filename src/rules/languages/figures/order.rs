//! Figures that all have partners come in the same order in both languages.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::tokens::{OrderedToken, PlacedToken, figures, whole_dates};
use crate::diagnostic::{Diagnostic, Severity};
use crate::rules::example::Example::Shown;
use crate::rules::example::ExampleChange::Added;
use crate::rules::example::{FIRST_EN, FIRST_ZH};
use crate::rules::languages::FIGURES_DIFFER;
use crate::rules::languages::side::SideBlock;
use crate::rules::{Check, Rule, RuleGroup, Words};
use crate::say;
use crate::text::markdown::OBJECT;

pub(in crate::rules) static FIGURES_IN_ORDER: Rule = Rule {
    id: "figures-in-order",
    group: RuleGroup::Languages,
    severity: Severity::Warning,
    demand: Words(
        "同一段里的数字，在各语言里按同样的先后出现。",
        "Within a paragraph, figures come in the same order in every language.",
    ),
    why: Words(
        "“3家企业和5个村”译成了“5 enterprises and 3 villages”：数字都在，却说反了。",
        "Where 3 firms and 5 villages became 5 firms and 3 villages, every figure is there, and both are wrong.",
    ),
    example: Shown(&[
        Added(FIRST_ZH, "\n涉及3家企业和5个村。\n", "\n涉及3家企业和5个村。\n"),
        Added(FIRST_EN, "\nThey concerned 5 firms and 3 villages.\n", "\nThey concerned 3 firms and 5 villages.\n"),
    ]),
    check: Check::With(&FIGURES_DIFFER),
};

/// The findings that figures come in another order, and that dates do.
pub(super) fn in_order(source: &SideBlock<'_, '_>, translation: &SideBlock<'_, '_>) -> Option<Diagnostic> {
    let of = |tokens: for<'p, 'q> fn(&'p SideBlock<'p, 'q>) -> Vec<PlacedToken<'p>>| {
        turned(&tokens(source), &tokens(translation)).map(|(at, there)| order_differs(source, at, translation, there))
    };
    of(figures).or_else(|| of(whole_dates))
}

/// Where the tokens that both sides have first differ. Those with a unit of their own cannot be taken for others: 80 points and 99 %.
fn turned<'a>(ours: &[PlacedToken<'a>], theirs: &[PlacedToken<'a>]) -> Option<(Range<usize>, Range<usize>)> {
    if ours.iter().map(|placed| &placed.token).eq(theirs.iter().map(|placed| &placed.token)) {
        return None;
    }
    let mut known: BTreeMap<&OrderedToken<'_>, [Vec<&str>; 2]> = BTreeMap::new();
    for (side, placed) in ours.iter().map(|placed| (0, placed)).chain(theirs.iter().map(|placed| (1, placed))) {
        known.entry(&placed.token).or_default()[side].push(placed.unit);
    }
    known.retain(|_, [ours, theirs]| ours.len() == theirs.len());
    // 72 and 72 % are two things, unless one language leaves its unit to a neighbour: then all of them have one.
    let shared = known.into_iter().map(|(token, mut sides)| {
        sides.iter_mut().for_each(|units| units.sort_unstable());
        let [ours, theirs] = sides;
        (token, if ours == theirs { None } else { ours.into_iter().chain(theirs).max() })
    });
    let shared: BTreeMap<_, Option<&str>> = shared.collect();
    let unit = |placed: &PlacedToken<'a>| shared.get(&placed.token).map(|shared| shared.unwrap_or(placed.unit));
    let by_unit = |placed: &[PlacedToken<'a>]| placed.iter().map(unit).collect::<Vec<_>>();
    let (our_units, their_units) = (by_unit(ours), by_unit(theirs));
    let units: BTreeSet<&str> = our_units.iter().flatten().copied().collect();
    let first = |unit: &str| {
        let of_unit = |(_, own): &(&PlacedToken<'_>, &Option<&str>)| **own == Some(unit);
        let ours = ours.iter().zip(&our_units).filter(of_unit).map(|(placed, _)| placed);
        let theirs = theirs.iter().zip(&their_units).filter(of_unit).map(|(placed, _)| placed);
        ours.zip(theirs).find(|(our, their)| our.token != their.token)
    };
    let (our, their) = units.into_iter().filter_map(first).min_by_key(|(our, _)| our.range.start)?;
    Some((our.range.clone(), their.range.clone()))
}

fn order_differs(
    source: &SideBlock<'_, '_>,
    at: Range<usize>,
    translation: &SideBlock<'_, '_>,
    there: Range<usize>,
) -> Diagnostic {
    let [zh, en] = translation.side.lang.names();
    let shown = |part: &SideBlock<'_, '_>, range: &Range<usize>| part.side.prose.text[range.clone()].to_owned();
    let (mine, other) = (shown(source, &at), shown(translation, &there));
    let message = if mine.contains(OBJECT) || other.contains(OBJECT) {
        say!("从这里起，数字的先后与{zh}文本不同", "from here on, the figures come in another order than in {en}")
    } else {
        say!(
            "这里是“{mine}”，{zh}文本的同一位置是“{other}”：数字都在，先后不同",
            "this says “{mine}” where the {en} text says “{other}”: the figures are the same, in another order"
        )
    };
    Diagnostic::of(&FIGURES_IN_ORDER, source.place_of(at), message)
        .help(say!(
            "请核对是否写反；确属语序不同的，调整语序，或在 accepted 里写明理由",
            "see whether two were exchanged; if only the word order differs, change it or say why under `accepted`"
        ))
        .related(translation.place_of(there), say!("{zh}文本在这里", "the {en} text is here"))
}
