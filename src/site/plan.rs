//! Pages and their addresses.

mod cuts;
mod kind;
mod navigation;
mod order;

use std::collections::BTreeSet;

use crate::notice::Notice;
use crate::notice::edition::Edition;
use crate::value::{Lang, RelPath};
pub(super) use cuts::{cuts, has_place_pages, has_unit_pages};
pub use kind::PageKind;
pub(super) use navigation::named;
use order::kinds;
pub(super) use order::{article_page, has_changes};

/// One page of the site in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Its language.
    pub lang: Lang,
    /// What it shows.
    pub kind: PageKind,
    /// Which of the pages of its list or of the document it is, counted from 1.
    pub number: usize,
    /// Where it is published.
    pub path: RelPath,
}

/// Every page in every language, in the order in which a reader would go through them.
pub fn plan(edition: &Edition) -> Vec<Page> {
    let numbered = |kind: PageKind| (1..=cuts(edition, kind).pages()).map(move |number| (kind, number));
    let pages: Vec<_> = kinds(edition).into_iter().flat_map(numbered).collect();
    in_every_language(&edition.notice, &pages)
}

/// The first page of every kind in every language: enough to try every template.
pub fn samples(edition: &Edition) -> Vec<Page> {
    let mut names = BTreeSet::new();
    let firsts = kinds(edition).into_iter().filter(|kind| names.insert(kind.name()));
    in_every_language(&edition.notice, &firsts.map(|kind| (kind, 1)).collect::<Vec<_>>())
}

/// Pages that a preview shows beside those of the plan.
pub fn previews(notice: &Notice) -> Vec<Page> {
    in_every_language(notice, &[(PageKind::Components, 1)])
}

fn in_every_language(notice: &Notice, pages: &[(PageKind, usize)]) -> Vec<Page> {
    let page = |lang: &Lang, (kind, number): &(PageKind, usize)| Page::of(notice, *lang, *kind, *number);
    notice.languages.iter().flat_map(|lang| pages.iter().map(move |of| page(lang, of))).collect()
}

impl Page {
    /// Returns a page of a list or of the document, counted from 1.
    pub fn of(notice: &Notice, lang: Lang, kind: PageKind, number: usize) -> Page {
        let path = RelPath::of(format!("{}{}", folder_of(notice, lang), numbered(&kind.href(notice), number)));
        Page { lang, kind, number, path }
    }

    /// Returns its address relative to the root of the language.
    pub fn href(&self, notice: &Notice) -> String {
        numbered(&self.kind.href(notice), self.number)
    }
}

/// Returns the address of a page of a list, of which the first is named. No id has the sign before the number, so that no other page has the
/// address.
pub(super) fn numbered(first: &str, number: usize) -> String {
    match first.strip_suffix(".html") {
        Some(name) if number > 1 => format!("{name}_{number}.html"),
        _ => first.to_owned(),
    }
}

/// The folder of a language: empty for the default language, else `en/`.
pub fn folder_of(notice: &Notice, lang: Lang) -> String {
    if lang == notice.default_language() { String::new() } else { format!("{lang}/") }
}
