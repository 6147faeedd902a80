//! What rules look for in the words of a language: denials, claims and names.

mod names;

use std::collections::BTreeMap;
use std::sync::Arc;

use super::lexicon::Lexicon;
use crate::text::locale::{Locale, Reading};
use crate::value::Lang;
use names::named;

pub(super) use names::Names;

/// What a word says of whether something is so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Polarity {
    /// It denies: 尚未, not yet.
    Denied,
    /// It forbids: 不得. A sentence that says so several times is one denial, and the rest may be.
    Barred,
    /// Another language may render it by a denial: 无, unresolved.
    Perhaps,
    /// It denies that something still is: 不再, no longer.
    Ended,
    /// It leaves open: 仍, remain.
    Open,
    /// It only looks like a denial: 未来, not only.
    Neither,
}

/// A word that excludes others: what it is about and what it says of it, as numbers that are the same in every language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Pole {
    pub(super) about: usize,
    pub(super) says: usize,
    /// Whether it may only bear out the other language: 扩大, cut.
    pub(super) is_weak: bool,
}

/// The numbers of what words say that exclude each other.
type Poles<'a> = BTreeMap<&'a str, (usize, BTreeMap<&'a str, usize>)>;

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
    pub(super) polarity: Arc<Lexicon<Polarity>>,
    pub(super) shortfall: Arc<Lexicon<Polarity>>,
    pub(super) claims: Arc<Lexicon<Claim>>,
    pub(super) poles: Arc<Lexicon<Pole>>,
    /// Names, by their place in the list of all; nothing where a word of the glossary that is no name has one in it.
    pub(super) names: Lexicon<Option<usize>>,
}

/// The words of every language; what is known of these languages is taken but for names.
pub(super) fn of(
    locales: &[Locale],
    names: &Names,
    known: Option<&BTreeMap<Lang, Lexicons>>,
) -> BTreeMap<Lang, Lexicons> {
    let poles = poles(locales);
    let of_language = |locale: &Locale| {
        let names = named(locale.lang, names);
        match known.and_then(|known| known.get(&locale.lang)) {
            Some(known) => Lexicons { names, ..known.clone() },
            None => vocabulary(locale, &poles, names),
        }
    };
    locales.iter().map(|locale| (locale.lang, of_language(locale))).collect()
}

/// Numbers what the words of all languages are about and what they say of it.
fn poles(locales: &[Locale]) -> Poles<'_> {
    let mut poles = Poles::new();
    for (about, said) in locales.iter().flat_map(|locale| &locale.rules.reading.contrasts) {
        let next = poles.len();
        let (_, known) = poles.entry(about).or_insert((next, BTreeMap::new()));
        for says in said.keys() {
            let next = known.len();
            known.entry(says).or_insert(next);
        }
    }
    poles
}

fn vocabulary(locale: &Locale, poles: &Poles<'_>, names: Lexicon<Option<usize>>) -> Lexicons {
    let Reading { polarity, shortfall, claims, contrasts, .. } = &*locale.rules.reading;
    let contrasts = contrasts.iter().flat_map(|(about, said)| {
        let (about, numbers) = &poles[about.as_str()];
        said.iter().flat_map(move |(says, words)| {
            let (about, says) = (*about, numbers[says.as_str()]);
            words.iter().map(move |word| match word.strip_suffix('~') {
                Some(word) => (word, Pole { about, says, is_weak: true }),
                None => (word.as_str(), Pole { about, says, is_weak: false }),
            })
        })
    });
    let polarity = [
        (&polarity.denied, Polarity::Denied),
        (&polarity.barred, Polarity::Barred),
        (&polarity.ended, Polarity::Ended),
        (&polarity.perhaps, Polarity::Perhaps),
        (&polarity.open, Polarity::Open),
        (&polarity.neither, Polarity::Neither),
    ];
    let shortfall = [
        (&shortfall.said, Polarity::Denied),
        (&shortfall.perhaps, Polarity::Perhaps),
        (&shortfall.neither, Polarity::Neither),
    ];
    let claims = [
        (&claims.whole, Claim::Whole),
        (&claims.done, Claim::Done),
        (&claims.finished, Claim::Finished),
        (&claims.unfinished, Claim::Unfinished),
        (&claims.partial, Claim::Partial),
    ];
    Lexicons {
        polarity: lexicon(&polarity),
        shortfall: lexicon(&shortfall),
        claims: lexicon(&claims),
        poles: Lexicon::of(contrasts).into(),
        names,
    }
}

fn lexicon<T: Copy + PartialEq>(lists: &[(&Vec<String>, T)]) -> Arc<Lexicon<T>> {
    Lexicon::of(lists.iter().flat_map(|(words, meaning)| words.iter().map(|word| (word.as_str(), *meaning)))).into()
}
