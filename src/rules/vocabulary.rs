//! What rules look for in the words of a language: denials, claims and names.

use std::collections::BTreeMap;

use super::lexicon::Lexicon;
use crate::notice::Notice;
use crate::text::locale::{Locale, Reading};
use crate::value::{Lang, Localized, Trend};

/// What a word says of whether something is so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Polarity {
    /// It denies: 尚未, not yet.
    Denied,
    /// Another language may render it by a denial: 无, unresolved.
    Perhaps,
    /// It leaves open: 仍, remain.
    Open,
    /// It only looks like a denial: 未来, not only.
    Neither,
}

/// A word that has an opposite: what it is about, and which way it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pole {
    /// Which way something moved: 增长, decline.
    Moved(Trend),
    /// On which side of a line something lies: 以上, less than.
    Lies(Trend),
}

/// What a word claims of a matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Claim {
    /// All of it: 全部, fully.
    Whole,
    /// It is done: 整改, rectified.
    Done,
    /// It is finished: 整改完毕.
    Finished,
    /// It is not: 尚未, still under.
    Unfinished,
    /// Only some of it is meant: 其余, some.
    Partial,
}

/// The words of a language.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Lexicons {
    pub(super) polarity: Lexicon<Polarity>,
    pub(super) claims: Lexicon<Claim>,
    pub(super) poles: Lexicon<Pole>,
    /// Names, by their place in the list of all; nothing where a word of the glossary that is no name has one in it.
    pub(super) names: Lexicon<Option<usize>>,
}

/// Names of units, bodies and places in every language.
pub(super) fn names(notice: &Notice) -> Vec<Localized> {
    let listed = notice.glossary.iter().flat_map(|glossary| &glossary.record.names);
    notice.units.iter().map(|unit| &unit.name).chain(listed).cloned().collect()
}

/// Returns the words of every language.
pub(super) fn of(locales: &[Locale], names: &[Localized], terms: &[Localized]) -> BTreeMap<Lang, Lexicons> {
    locales.iter().map(|locale| (locale.lang, vocabulary(locale, names, terms))).collect()
}

fn vocabulary(locale: &Locale, names: &[Localized], terms: &[Localized]) -> Lexicons {
    let Reading { polarity, claims, moves, sides, .. } = &locale.rules.reading;
    let moved = moves.iter().map(|(word, trend)| (word.as_str(), Pole::Moved(*trend)));
    let lies = sides.iter().map(|(word, trend)| (word.as_str(), Pole::Lies(*trend)));
    let polarity = [
        (&polarity.denied, Polarity::Denied),
        (&polarity.perhaps, Polarity::Perhaps),
        (&polarity.open, Polarity::Open),
        (&polarity.neither, Polarity::Neither),
    ];
    let claims = [
        (&claims.whole, Claim::Whole),
        (&claims.done, Claim::Done),
        (&claims.finished, Claim::Finished),
        (&claims.unfinished, Claim::Unfinished),
        (&claims.partial, Claim::Partial),
    ];
    let named = names.iter().enumerate().map(|(at, name)| (name.text(locale.lang), Some(at)));
    Lexicons {
        polarity: lexicon(&polarity),
        claims: lexicon(&claims),
        poles: Lexicon::of(moved.chain(lies)),
        names: Lexicon::of(named.chain(terms.iter().map(|term| (term.text(locale.lang), None)))),
    }
}

fn lexicon<T: Copy>(lists: &[(&Vec<String>, T)]) -> Lexicon<T> {
    Lexicon::of(lists.iter().flat_map(|(words, meaning)| words.iter().map(|word| (word.as_str(), *meaning))))
}
