//! Figures that are quoted by name: both languages quote the same, and say the same beside them.

use std::collections::BTreeMap;

use super::side::{Quote, SideBlock};
use super::{FIGURES_DIFFER, beside};
use crate::diagnostic::{Diagnostic, Place};
use crate::say;

/// Compares the figures that two blocks quote.
pub(super) fn compare(source: &SideBlock<'_, '_>, translation: &SideBlock<'_, '_>) -> Vec<Diagnostic> {
    let mut found = missing(source, translation);
    found.extend(missing(translation, source));
    if found.is_empty() {
        found.extend(said_otherwise(source, translation));
    }
    found
}

/// The quotes of a block that the other has not, or not as often.
fn missing(one: &SideBlock<'_, '_>, other: &SideBlock<'_, '_>) -> Vec<Diagnostic> {
    let mut free: BTreeMap<&str, usize> = BTreeMap::new();
    other.quotes.iter().for_each(|quote| *free.entry(quote.name).or_default() += 1);
    let mut found = Vec::new();
    for Quote { name, range, .. } in one.quotes {
        match free.get_mut(name).filter(|count| **count > 0) {
            Some(count) => *count -= 1,
            None => {
                let [zh, en] = other.side.lang.names();
                let place = one.place_of(range.clone());
                let message = say!("{zh}文本没有引用“{name}”", "the {en} text does not quote `{name}`");
                found.push(
                    Diagnostic::of(&FIGURES_DIFFER, place, message)
                        .help(say!("请在{zh}文本里也引用这项数据", "quote the figure there, too"))
                        .related(Place::File(other.side.passage.path.clone()), say!("{zh}文本", "the {en} text")),
                );
            }
        }
    }
    found
}

/// The quotes of both blocks beside which they say different things.
fn said_otherwise(source: &SideBlock<'_, '_>, translation: &SideBlock<'_, '_>) -> Vec<Diagnostic> {
    let mut partners: BTreeMap<&str, Vec<&Quote<'_>>> = BTreeMap::new();
    translation.quotes.iter().rev().for_each(|quote| partners.entry(quote.name).or_default().push(quote));
    let [zh, en] = translation.side.lang.names();
    let differs = |ours: &Quote<'_>| {
        let theirs = partners.get_mut(ours.name).and_then(Vec::pop)?;
        let agrees = ours.hedge.agrees(theirs.hedge) && beside::trends_agree(ours.trend, theirs.trend);
        let said = |quote: &Quote<'_>| (quote.hedge, quote.trend);
        let found = || beside::differs(source.place_of(ours.range.clone()), ours.name, said(ours), said(theirs));
        let there = || translation.place_of(theirs.range.clone());
        (!agrees).then(|| found().related(there(), say!("{zh}文本在这里", "the {en} text is here")))
    };
    source.quotes.iter().filter_map(differs).collect()
}
