//! Names of units, bodies and places in every language, and terms of the glossary that may have one in them.

use std::collections::{BTreeMap, BTreeSet};

use crate::notice::Notice;
use crate::rules::lexicon::Lexicon;
use crate::value::{Lang, Localized};

/// The names of units, bodies and places, each once, in every language; and the terms beside them.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::rules) struct Names {
    each: Vec<Localized<Box<str>>>,
    /// By language, and by the name in small letters of ASCII: which of them are called so.
    called: BTreeMap<Lang, BTreeMap<String, Vec<usize>>>,
    /// The terms of the glossary, which are no names though they may have one in them.
    terms: Vec<Localized<Box<str>>>,
}

impl Names {
    /// Returns those that a notice lists.
    pub(in crate::rules) fn of(notice: &Notice) -> Names {
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
    pub(in crate::rules) fn text(&self, at: usize, lang: Lang) -> &str {
        text_of(&self.each[at], lang)
    }

    /// Returns how another language may render a name, in small letters: as it renders whatever is called so.
    pub(in crate::rules) fn renderings(&self, at: usize, from: Lang, to: Lang) -> BTreeSet<String> {
        let alike = self.called.get(&from).and_then(|called| called.get(&self.text(at, from).to_ascii_lowercase()));
        alike.into_iter().flatten().map(|at| self.text(*at, to).to_lowercase()).collect()
    }
}

fn text_of(text: &Localized<Box<str>>, lang: Lang) -> &str {
    text.get(lang).map_or("", |text| text)
}

/// The names in a language, and the terms that may have one in them.
pub(super) fn named(lang: Lang, names: &Names) -> Lexicon<Option<usize>> {
    let each = (0..names.each.len()).map(|at| (names.text(at, lang), Some(at)));
    Lexicon::of(each.chain(names.terms.iter().map(|term| (text_of(term, lang), None))))
}
