//! What rules look for in the words of a language: denials, claims and names.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::lexicon::Lexicon;
use crate::notice::Notice;
use crate::text::locale::{Locale, Reading};
use crate::value::{Lang, Localized};

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

/// The names of units, bodies and places, each once, in every language; and the terms beside them.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Names {
    each: Vec<Localized<Box<str>>>,
    /// By language, and by the name in small letters of ASCII: which of them are called so.
    called: BTreeMap<Lang, BTreeMap<String, Vec<usize>>>,
    /// The terms of the glossary, which are no names though they may have one in them.
    terms: Vec<Localized<Box<str>>>,
}

impl Names {
    /// Returns those that a notice lists.
    pub(super) fn of(notice: &Notice) -> Names {
        let listed = notice.glossary.iter().flat_map(|glossary| &glossary.record.names);
        let listed = notice.units.iter().map(|unit| &unit.name).chain(listed);
        let plain = |text: &Localized| text.iter().map(|(lang, text)| (lang, text.as_str().into())).collect();
        let terms = notice.glossary.iter().flat_map(|glossary| &glossary.record.terms).map(plain).collect();
        let mut names = Names { each: Vec::new(), called: BTreeMap::new(), terms };
        let mut known = BTreeSet::new();
        let texts =
            |name: &Localized| name.iter().map(|(lang, text)| (lang, text.as_str().to_owned())).collect::<Vec<_>>();
        for name in listed.filter(|name| known.insert(texts(name))) {
            for (lang, text) in name.iter() {
                let called = names.called.entry(lang).or_default().entry(text.to_ascii_lowercase());
                called.or_default().push(names.each.len());
            }
            names.each.push(plain(name));
        }
        names
    }

    /// Returns a name in a language; empty where a missing translation has already been reported.
    pub(super) fn text(&self, at: usize, lang: Lang) -> &str {
        text_of(&self.each[at], lang)
    }

    /// Returns how another language may render a name, in small letters: as it renders whatever is called so.
    pub(super) fn renderings(&self, at: usize, from: Lang, to: Lang) -> BTreeSet<String> {
        let alike = self.called.get(&from).and_then(|called| called.get(&self.text(at, from).to_ascii_lowercase()));
        alike.into_iter().flatten().map(|at| self.text(*at, to).to_lowercase()).collect()
    }
}

fn text_of(text: &Localized<Box<str>>, lang: Lang) -> &str {
    text.get(lang).map_or("", |text| text)
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

/// The names in a language, and the terms that may have one in them.
fn named(lang: Lang, names: &Names) -> Lexicon<Option<usize>> {
    let each = (0..names.each.len()).map(|at| (names.text(at, lang), Some(at)));
    Lexicon::of(each.chain(names.terms.iter().map(|term| (text_of(term, lang), None))))
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
