//! The words of a notice in each language: what it calls the scrutiny that it answers, what was found, and what is done
//! about it.

use std::sync::Arc;

use super::naming::Naming;
use super::noun_forms::NounForms;
use super::records::InspectionRecord;
use super::{Inspection, Notice};
use crate::text::locale::{Choice, Choices, Locale, NamedWords, Words};
use crate::theme::Theme;
use crate::value::{Lang, Localized, StatusClass};

/// Returns the theme with the words of a notice in its messages.
pub(super) fn spoken(notice: &Notice, mut theme: Arc<Theme>) -> Arc<Theme> {
    let words: Vec<Words> = theme.locales.iter().map(|locale| words(notice, &theme.locales, locale)).collect();
    let locales = &mut Arc::make_mut(&mut theme).locales;
    locales.iter_mut().zip(&words).for_each(|(locale, words)| locale.speak(words));
    theme
}

/// Returns the words of a notice in a language. Where it answers several kinds of scrutiny, they are those of none.
fn words(notice: &Notice, locales: &[Locale], locale: &Locale) -> Words {
    let kinds = notice.record.inspections().iter().map(|inspection| kind(inspection, locales, locale.lang));
    let mut stated: Vec<Choice> = kinds.flatten().collect();
    stated.dedup();
    let kind = (stated.len() == 1).then(|| stated.remove(0));
    locale.wording.words(&choices(notice, locales, locale.lang, kind))
}

/// Returns the words for one of the inspections that a notice answers; none where it does not say of which kind it is.
pub fn words_of(notice: &Notice, inspection: &Inspection, locales: &[Locale], locale: &Locale) -> Words {
    let kind = kind(inspection, locales, locale.lang);
    locale.wording.words(&choices(notice, locales, locale.lang, kind))
}

fn choices(notice: &Notice, locales: &[Locale], lang: Lang, kind: Option<Choice>) -> Choices {
    let work = notice.record.work.as_ref().map(|work| word(work, "work", known_work(work, locales), lang));
    Choices { kind, noun: noun(notice, locales, lang), work, is_plan: is_plan(notice) }
}

/// Returns whether nothing has been done yet, as the issuer states of some of it.
fn is_plan(notice: &Notice) -> bool {
    let mut classes = notice.issues.iter().map(|issue| issue.status.class);
    let is_not_begun = |class| matches!(class, StatusClass::NotStarted | StatusClass::NotStated);
    classes.clone().all(is_not_begun) && classes.any(|class| class == StatusClass::NotStarted)
}

fn kind(inspection: &InspectionRecord, locales: &[Locale], lang: Lang) -> Option<Choice> {
    inspection.kind.as_ref().map(|kind| word(kind, "kind", known_kind(kind, locales), lang))
}

/// Returns a choice that is one word.
fn word(naming: &Naming<Localized>, name: &str, known: Option<&str>, lang: Lang) -> Choice {
    let row = |word: &str| NamedWords::from([(name.to_owned(), word.to_owned())]);
    choice(naming, known, |own| row(own.text(lang)), row)
}

fn noun(notice: &Notice, locales: &[Locale], lang: Lang) -> Option<Choice> {
    let own = |own: &NounForms| own.row(lang);
    let unknown = |word: &str| NamedWords::from([("noun".to_owned(), word.to_owned())]);
    notice.record.noun.as_ref().map(|noun| choice(noun, known_noun(noun, locales), own, unknown))
}

fn choice<T>(
    naming: &Naming<T>,
    known: Option<&str>,
    own: impl Fn(&T) -> NamedWords,
    unknown: impl Fn(&str) -> NamedWords,
) -> Choice {
    match (naming, known) {
        (Naming::Own(words), _) => Choice::Own(own(words)),
        (_, Some(id)) => Choice::Known(id.to_owned()),
        (Naming::Word(word), None) => Choice::Own(unknown(word)),
    }
}

/// Returns the id of a kind that some language of the notice knows.
pub fn known_kind<'a>(kind: &Naming<Localized>, locales: &'a [Locale]) -> Option<&'a str> {
    let Naming::Word(word) = kind else { return None };
    locales.iter().find_map(|locale| locale.wording.kind_of(word))
}

/// Returns the id of what is done that some language of the notice knows.
pub fn known_work<'a>(work: &Naming<Localized>, locales: &'a [Locale]) -> Option<&'a str> {
    let Naming::Word(word) = work else { return None };
    locales.iter().find_map(|locale| locale.wording.work_of(word))
}

/// Returns the id of a noun that some language of the notice knows.
pub fn known_noun<'a>(noun: &Naming<NounForms>, locales: &'a [Locale]) -> Option<&'a str> {
    let Naming::Word(word) = noun else { return None };
    locales.iter().find_map(|locale| locale.wording.noun_of(word))
}
