//! The words of a notice in each language: what it calls the scrutiny that it answers, and what was found.

use std::sync::Arc;

use super::naming::{Naming, NounForms};
use super::records::InspectionRecord;
use super::{Inspection, Notice};
use crate::text::locale::{Choice, Locale, Row, Words};
use crate::theme::Theme;
use crate::value::{Lang, Localized};

/// The theme with the words of a notice in its messages.
pub(super) fn spoken(notice: &Notice, mut theme: Arc<Theme>) -> Arc<Theme> {
    let words: Vec<Words> = theme.locales.iter().map(|locale| words(notice, &theme.locales, locale)).collect();
    let locales = &mut Arc::make_mut(&mut theme).locales;
    locales.iter_mut().zip(&words).for_each(|(locale, words)| locale.speak(words));
    theme
}

/// The words of a notice in a language. Where it answers several kinds of scrutiny, they are those of none.
fn words(notice: &Notice, locales: &[Locale], locale: &Locale) -> Words {
    let kinds = notice.record.inspections().iter().map(|inspection| kind(inspection, locales, locale.lang));
    let mut stated: Vec<Choice> = kinds.flatten().collect();
    stated.dedup();
    let kind = stated.first().filter(|_| stated.len() == 1);
    locale.wording.words(kind, noun(notice, locales, locale.lang).as_ref())
}

/// The words for one of the inspections that a notice answers; none where it does not say of which kind it is.
pub fn words_of(notice: &Notice, inspection: &Inspection, locales: &[Locale], locale: &Locale) -> Words {
    let kind = kind(inspection, locales, locale.lang);
    locale.wording.words(kind.as_ref(), noun(notice, locales, locale.lang).as_ref())
}

fn kind(inspection: &InspectionRecord, locales: &[Locale], lang: Lang) -> Option<Choice> {
    let own = |own: &Localized| Row::from([("kind".to_owned(), own.text(lang).to_owned())]);
    let unknown = |word: &str| Row::from([("kind".to_owned(), word.to_owned())]);
    inspection.kind.as_ref().map(|kind| choice(kind, known_kind(kind, locales), own, unknown))
}

fn noun(notice: &Notice, locales: &[Locale], lang: Lang) -> Option<Choice> {
    let own = |own: &NounForms| own.row(lang);
    let unknown = |word: &str| Row::from([("noun".to_owned(), word.to_owned())]);
    notice.record.noun.as_ref().map(|noun| choice(noun, known_noun(noun, locales), own, unknown))
}

fn choice<T>(
    naming: &Naming<T>,
    known: Option<&str>,
    own: impl Fn(&T) -> Row,
    unknown: impl Fn(&str) -> Row,
) -> Choice {
    match (naming, known) {
        (Naming::Own(words), _) => Choice::Own(own(words)),
        (_, Some(id)) => Choice::Known(id.to_owned()),
        (Naming::Word(word), None) => Choice::Own(unknown(word)),
    }
}

/// The id of a kind that some language of the notice knows.
pub fn known_kind<'a>(kind: &Naming<Localized>, locales: &'a [Locale]) -> Option<&'a str> {
    let Naming::Word(word) = kind else { return None };
    locales.iter().find_map(|locale| locale.wording.kind_of(word))
}

/// The id of a noun that some language of the notice knows.
pub fn known_noun<'a>(noun: &Naming<NounForms>, locales: &'a [Locale]) -> Option<&'a str> {
    let Naming::Word(word) = noun else { return None };
    locales.iter().find_map(|locale| locale.wording.noun_of(word))
}
