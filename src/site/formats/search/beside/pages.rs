//! Pages that are about more than one thing, with the texts that are read on them.

use super::said;
use crate::site::formats::search::entry::{SearchEntry, TextLabel};
use crate::site::parts::Parts;
use crate::site::views::{description, lines, page_heading};
use crate::site::{PageKind, plan, whole_texts};
use crate::text::locale::Locale;

/// Returns the pages that are about more than one thing, each with the texts that are read on it.
pub(super) fn pages(parts: &Parts<'_>) -> Vec<SearchEntry> {
    let is_found = |kind: &PageKind| {
        use PageKind::{Issue, NotFound, Place, Search, Section, Unit};
        !matches!(kind, Issue(_) | Section(_) | Unit(_) | Place(_) | Search | NotFound)
    };
    let pages = plan(parts.edition).into_iter().filter(|page| page.number == 1 && page.lang == parts.locale.lang);
    pages.map(|page| page.kind).filter(is_found).map(|kind| page(parts, kind)).collect()
}

fn page(parts: &Parts<'_>, kind: PageKind) -> SearchEntry {
    let (edition, locale, href) = (parts.edition, parts.locale, parts.href(kind));
    let text = |label: String, text: String| (TextLabel::Words(label), text);
    let about = said(description(parts, kind));
    let lines = lines(parts, kind).into_iter().map(|(label, words)| text(label, words));
    let texts = whole_texts(parts.notice()).filter(|text| text.href(parts.notice()) == href);
    let texts = texts.map(|whole| text(whole.title(edition, locale), whole.words(edition, locale)));
    let alias = match kind {
        PageKind::Status(status) => parts.status_label(status),
        PageKind::Response(response) => {
            let key = parts.notice().response(response).id.to_string();
            names_of([parts.response_label(response), other_names(locale, &key)])
        }
        _ => other_names(locale, kind.name()),
    };
    SearchEntry {
        k: "page",
        t: page_heading(parts, kind),
        a: alias,
        x: std::iter::once(about).chain(lines).chain(texts).filter(|(_, text)| !text.is_empty()).collect(),
        h: href,
        ..SearchEntry::default()
    }
}

/// Returns names of a page, a line each.
fn names_of(names: [String; 2]) -> String {
    names.into_iter().filter(|name| !name.is_empty()).collect::<Vec<_>>().join("\n")
}

/// Returns other names of a page, a line each, as far as the messages have some: of a kind of page, or of a response.
fn other_names(locale: &Locale, of: &str) -> String {
    let key = format!("search.also.{of}");
    if !locale.messages.has(&key) {
        return String::new();
    }
    locale.text(&key).split('|').map(str::trim).collect::<Vec<_>>().join("\n")
}
