//! Persons that were held to account, and how many there are of each measure.

use crate::notice::{GroupRecord, Person, PersonTable};
use crate::site::PageKind;
use crate::site::formats::search::entry::{SearchEntry, TextLabel};
use crate::site::parts::Parts;
use crate::site::views::page_heading;
use crate::text::locale::Argument;

/// Returns the persons that the notice lists by their posts, and how many there are of each measure.
pub(super) fn held_to_account(parts: &Parts<'_>) -> Vec<SearchEntry> {
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
