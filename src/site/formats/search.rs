//! `search-text.js` and its further parts: everything that the search page finds. A classic script, so that it also loads from a folder
//! (`file://`).

mod beside;
mod entry;
mod issues;

use crate::notice::edition::Edition;
use crate::site::search_parts;
use crate::value::Lang;

pub(super) fn files(edition: &Edition) -> Vec<String> {
    search_parts(&edition.notice).into_iter().map(|part| part.file).collect()
}

pub(super) fn write(edition: &Edition, lang: Lang, part: usize) -> Vec<u8> {
    let locale = edition.theme.locale(lang);
    let issues = search_parts(&edition.notice).into_iter().nth(part).map(|part| part.issues).unwrap_or_default();
    let mut entries = issues::entries(edition, locale, &issues);
    if part == 0 {
        entries.extend(beside::entries(edition, locale));
    }
    let entries: Vec<String> = entries.iter().map(entry::literal).collect();
    // The search page may be there before its text, or after.
    format!("(window.gongkaiSearchText = window.gongkaiSearchText || []).push([{}]);\n", entries.join(",")).into_bytes()
}
