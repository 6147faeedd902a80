//! Everything beside issues that the search page finds: pages with their texts, figures of the notice as a whole, persons by their posts,
//! attached files, units, sections and topics.

use super::entry::{SearchEntry, TextLabel, figures};
use crate::notice::edition::Edition;
use crate::notice::{GroupRecord, Person, PersonTable};
use crate::site::listing;
use crate::site::parts::Parts;
use crate::site::views::{description, lines, page_heading};
use crate::site::{PageKind, plan, whole_texts};
use crate::text::locale::{Argument, Locale};
use crate::value::{RelPath, url};

pub(super) fn entries(edition: &Edition, locale: &Locale) -> Vec<SearchEntry> {
    let parts = Parts { edition, locale };
    let kinds = [pages, places, stated, held_to_account, attached, units, sections];
    kinds.iter().flat_map(|kind| kind(&parts)).collect()
}

/// Returns the pages that are about more than one thing, each with the texts that are read on it.
fn pages(parts: &Parts<'_>) -> Vec<SearchEntry> {
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

/// Returns the persons that the notice lists by their posts, and how many there are of each measure.
fn held_to_account(parts: &Parts<'_>) -> Vec<SearchEntry> {
    let of_table = |table: PersonTable<'_>| {
        let page = table.article.map_or(PageKind::Accountability, PageKind::Article);
        let of_group = |group| std::iter::once(measure(parts, page, group)).chain(persons(parts, page, group));
        table.groups.iter().flat_map(of_group).collect::<Vec<_>>()
    };
    parts.notice().person_tables().flat_map(of_table).collect()
}

fn measure(parts: &Parts<'_>, page: PageKind, group: &GroupRecord) -> SearchEntry {
    let n = parts.locale.say("accountability.persons", &[("n", Argument::Count(group.count().into()))]);
    SearchEntry {
        k: "figure",
        h: group_href(parts, page, group),
        t: page_heading(parts, page),
        f: vec![vec![parts.text(&group.title), n]],
        ..SearchEntry::default()
    }
}

fn persons(parts: &Parts<'_>, page: PageKind, group: &GroupRecord) -> Vec<SearchEntry> {
    let published_on = parts.edition.published_on();
    let label = page_heading(parts, page);
    let person = |person: &Person| {
        let name = person.name_shown(published_on).map(|name| parts.text(name));
        let post = parts.text(&person.post);
        SearchEntry {
            k: "person",
            h: group_href(parts, page, group),
            t: name.map_or_else(|| post.clone(), |name| format!("{post} {name}")),
            x: vec![(TextLabel::Words(label.clone()), parts.text(&group.title))],
            ..SearchEntry::default()
        }
    };
    group.persons.iter().map(person).collect()
}

fn group_href(parts: &Parts<'_>, page: PageKind, group: &GroupRecord) -> String {
    format!("{}#group-{}", parts.href(page), group.id)
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

/// Returns sections and their topics.
fn sections(parts: &Parts<'_>) -> Vec<SearchEntry> {
    let notice = parts.notice();
    let of_section = |id| {
        let section = parts.section_ref(id);
        let groups = notice.groups(Some(id)).into_iter().filter_map(|group| group.topic);
        let topics: Vec<SearchEntry> = groups
            .map(|topic| {
                let topic = parts.topic_ref(topic);
                SearchEntry {
                    k: "section",
                    h: topic.href,
                    t: topic.title,
                    x: vec![said(section.title.clone())],
                    ..SearchEntry::default()
                }
            })
            .collect();
        let about = said(description(parts, PageKind::Section(id)));
        let (h, t, a) = (section.href.clone(), section.title.clone(), section.short_title);
        let own = SearchEntry { k: "section", h, t, a, x: vec![about], ..SearchEntry::default() };
        std::iter::once(own).chain(topics).collect::<Vec<_>>()
    };
    notice.section_ids().flat_map(of_section).collect()
}
