//! What every text is measured by, whatever the others say. As long as it and a text stay the same, so do the
//! diagnostics in the text.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::persons::Public;
use super::vocabulary::{self, Lexicons, Names};
use crate::notice::WrongTerm;
use crate::notice::edition::Edition;
use crate::text::locale::Locale;
use crate::value::{Date, Fingerprint, Lang};

/// The few things of an edition that concern every text.
#[derive(Clone, Debug, PartialEq)]
pub struct Context {
    /// The languages, in the order of the notice.
    pub(super) locales: Vec<Locale>,
    /// Terms that must not be written.
    pub(super) wrong_terms: Vec<WrongTerm>,
    /// The words that rules look for, by language.
    pub(super) vocabulary: Arc<BTreeMap<Lang, Lexicons>>,
    /// Names of units, bodies and places in every language.
    pub(super) names: Names,
    /// The date that statuses hold for.
    pub(super) as_of: Date,
    /// Numbers and addresses that are published on purpose.
    pub(super) public: Public,
}

impl Context {
    /// Returns that of an edition. The words of one that is known are taken if they are the same: to make ready how they are
    /// found takes time.
    pub(super) fn of(edition: &Edition, known: Option<&Context>) -> Context {
        let notice = &edition.notice;
        let (locales, names) = (edition.theme.locales.clone(), Names::of(notice));
        let known = known.filter(|known| known.locales == locales);
        let vocabulary = match known {
            Some(known) if known.names == names => known.vocabulary.clone(),
            _ => vocabulary::of(&locales, &names, known.map(|known| &*known.vocabulary)).into(),
        };
        Context {
            vocabulary,
            locales,
            names,
            as_of: *notice.record.as_of,
            wrong_terms: notice.wrong_terms().to_vec(),
            public: Public::of_notice(notice),
        }
    }

    /// Returns its fingerprint: a context that reads the same is the same.
    pub(super) fn fingerprint(&self) -> Fingerprint {
        Fingerprint::of("context", format!("{self:?}").as_bytes())
    }

    /// Returns the rules and words of a language, if the notice has it.
    pub(super) fn locale(&self, lang: Lang) -> Option<&Locale> {
        self.locales.iter().find(|locale| locale.lang == lang)
    }

    /// Returns where a language stands in the order of the notice.
    pub(super) fn position(&self, lang: Option<Lang>) -> Option<usize> {
        self.locales.iter().position(|locale| Some(locale.lang) == lang)
    }
}
