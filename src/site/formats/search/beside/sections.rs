//! Sections and their topics.

use super::said;
use crate::site::PageKind;
use crate::site::formats::search::entry::SearchEntry;
use crate::site::parts::Parts;
use crate::site::views::description;

/// Returns sections and their topics.
pub(super) fn sections(parts: &Parts<'_>) -> Vec<SearchEntry> {
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
