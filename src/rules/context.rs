//! What every text is measured by, whatever the others say. As long as it and a text stay the same, so do the findings in the text.

use crate::notice::WrongTerm;
use crate::notice::edition::Edition;
use crate::text::locale::Locale;
use crate::value::Lang;

/// The few things of an edition that concern every text.
#[derive(Clone, Debug, PartialEq)]
pub struct Context {
    /// The languages, in the order of the notice.
    pub(super) locales: Vec<Locale>,
    /// Terms that must not be written.
    pub(super) wrong_terms: Vec<WrongTerm>,
    /// The address for the public, which may be published.
    pub(super) email: Option<String>,
}

impl Context {
    pub(super) fn of(edition: &Edition) -> Context {
        let notice = &edition.notice;
        let contact = notice.record.contact.as_ref();
        Context {
            locales: edition.theme.locales.clone(),
            wrong_terms: notice.wrong_terms().to_vec(),
            email: contact.and_then(|contact| contact.email.as_ref()).map(|email| email.to_lowercase()),
        }
    }

    /// The rules and words of a language, if the notice has it.
    pub(super) fn locale(&self, lang: Lang) -> Option<&Locale> {
        self.locales.iter().find(|locale| locale.lang == lang)
    }

    /// Where a language stands in the order of the notice.
    pub(super) fn position(&self, lang: Option<Lang>) -> Option<usize> {
        self.locales.iter().position(|locale| Some(locale.lang) == lang)
    }
}
