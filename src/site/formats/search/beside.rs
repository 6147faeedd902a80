//! Everything beside issues that the search page finds: pages with their texts, figures of the notice as a whole, persons by their posts,
//! attached files, units, sections and topics.

mod pages;
mod persons;
mod sections;

use super::entry::{SearchEntry, TextLabel, figures};
use crate::notice::edition::Edition;
use crate::site::parts::Parts;
use crate::site::views::page_heading;
use crate::site::{PageKind, listing};
use crate::text::locale::Locale;
use crate::value::{RelPath, url};
use pages::pages;
use persons::held_to_account;
use sections::sections;

pub(super) fn entries(edition: &Edition, locale: &Locale) -> Vec<SearchEntry> {
    let parts = Parts { edition, locale };
    let kinds = [pages, places, stated, held_to_account, attached, units, sections];
    kinds.iter().flat_map(|kind| kind(&parts)).collect()
}

/// Returns the figures of the notice as a whole, as entries of the page that shows them.
fn stated(parts: &Parts<'_>) -> Vec<SearchEntry> {
    let of_notice = (PageKind::Home, &parts.notice().record.stated[..]);
    let accountability = parts.notice().accountability.as_ref();
    let of_persons = accountability.map(|part| (PageKind::Accountability, &part.record.figures[..]));
    let of_page = |(page, list): (PageKind, &[_])| SearchEntry {
        k: "figure",
        h: parts.href(page),
        t: page_heading(parts, page),
        f: figures(parts.locale, list),
        ..SearchEntry::default()
    };
    std::iter::once(of_notice).chain(of_persons).map(of_page).filter(|entry| !entry.f.is_empty()).collect()
}

/// Returns the files that are published with the notice.
fn attached(parts: &Parts<'_>) -> Vec<SearchEntry> {
    let up = if parts.locale.lang == parts.notice().default_language() { "" } else { "../" };
    let file = |source: &RelPath| {
        let path = source.as_str().trim_start_matches("content/");
        let name = path.rsplit('/').next().unwrap_or(path).to_owned();
        SearchEntry { k: "document", h: format!("{up}{}", url::encoded_path(path)), t: name, ..SearchEntry::default() }
    };
    parts.notice().files.iter().map(file).collect()
}

/// Returns the places of which something is told, by all their names.
fn places(parts: &Parts<'_>) -> Vec<SearchEntry> {
    let told = listing::places(parts.notice(), &parts.edition.statistics);
    let place = |id| {
        let (link, record) = (parts.place_link(id), parts.notice().place(id));
        let names: Vec<&str> = record.aliases.iter().map(|alias| alias.as_str()).collect();
        SearchEntry { k: "place", h: link.href, t: link.title, a: names.join("\n"), ..SearchEntry::default() }
    };
    told.into_iter().map(place).collect()
}

fn units(parts: &Parts<'_>) -> Vec<SearchEntry> {
    let unit = |id| {
        let link = parts.unit_link(id);
        SearchEntry { k: "unit", h: link.href, t: link.title, ..SearchEntry::default() }
    };
    parts.acting_units().map(unit).collect()
}

/// Returns a text that is called nothing.
fn said(text: String) -> (TextLabel, String) {
    (TextLabel::Words(String::new()), text)
}
