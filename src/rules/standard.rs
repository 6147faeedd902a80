//! What every document is measured by, whatever the others say. As long as it and a document stay the same, so do the document's findings.

use crate::notice::WrongTerm;
use crate::notice::edition::Edition;
use crate::text::locale::Locale;
use crate::value::Lang;

/// The few things of an edition that concern every document.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Standard {
    /// The languages, in the order of the notice.
    pub(super) locales: Vec<Locale>,
    /// Terms that must not be written.
    pub(super) wrong_terms: Vec<WrongTerm>,
    /// The address for the public, which may be published.
    pub(super) email: Option<String>,
}

impl Standard {
    pub(super) fn of(edition: &Edition) -> Standard {
        let notice = &edition.notice;
        Standard {
            locales: edition.theme.locales.clone(),
            wrong_terms: notice.wrong_terms.clone(),
            email: notice.contact.email.clone(),
        }
    }

    /// A language of the notice by its code.
    pub(super) fn language(&self, code: &str) -> Option<&Lang> {
        self.locales.iter().map(|locale| &locale.lang).find(|lang| lang.code() == code)
    }

    /// The rules and words of a language of the notice.
    pub(super) fn locale(&self, lang: &Lang) -> &Locale {
        self.locales.iter().find(|locale| locale.lang == *lang).unwrap_or_else(|| panic!("no language {lang}"))
    }

    /// Where a language stands in the order of the notice.
    pub(super) fn position(&self, lang: &Lang) -> Option<usize> {
        self.locales.iter().position(|locale| locale.lang == *lang)
    }
}
