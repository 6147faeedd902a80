//! Everything that is published beside pages: [`FORMATS`], one row a file.
//!
//! Takes an [`Edition`]; gives bytes. Written by serialisers, never by templates, from the same values that pages show.

mod csv;
mod feed;
mod json;
mod robots;
mod search;
mod sitemap;
mod xml;

use crate::edition::Edition;
use crate::value::{Lang, RelPath};

pub use json::{NoticeData, schema};

/// A file beside the pages.
pub struct Format {
    /// Its path; below the folder of the language where `per_language` is set.
    pub path: &'static str,
    /// Whether there is one for each language.
    pub per_language: bool,
    /// Whether it needs to know the address of the site.
    pub needs_base_url: bool,
    /// Writes it. The language is that of the file, or the notice's default.
    pub write: fn(&Edition, &Lang) -> Vec<u8>,
}

/// Every file beside the pages.
pub static FORMATS: &[Format] = &[
    Format { path: "data/issues.csv", per_language: true, needs_base_url: false, write: csv::write },
    Format { path: "data/notice.json", per_language: false, needs_base_url: false, write: json::write },
    Format { path: "data/schema.json", per_language: false, needs_base_url: false, write: json::write_schema },
    Format { path: "feed.xml", per_language: true, needs_base_url: false, write: feed::write },
    Format { path: "search-text.js", per_language: true, needs_base_url: false, write: search::write },
    Format { path: "sitemap.xml", per_language: false, needs_base_url: true, write: sitemap::write },
    Format { path: "robots.txt", per_language: false, needs_base_url: false, write: robots::write },
];

/// A format in a language, with the path that it is published at.
pub struct FormatFile {
    /// The format.
    pub format: &'static Format,
    /// Its language.
    pub lang: Lang,
    /// Where it is published.
    pub path: RelPath,
}

/// The files that an edition has.
pub fn files(edition: &Edition) -> Vec<FormatFile> {
    let notice = &edition.notice;
    let wanted = FORMATS.iter().filter(|format| notice.base_url.is_some() || !format.needs_base_url);
    wanted
        .flat_map(|format| {
            let languages = if format.per_language { &notice.languages[..] } else { &notice.languages[..1] };
            languages.iter().map(move |lang| FormatFile {
                format,
                lang: lang.clone(),
                path: RelPath::of(format!("{}{}", folder(edition, lang), format.path)),
            })
        })
        .collect()
}

fn folder(edition: &Edition, lang: &Lang) -> String {
    crate::site::folder_of(&edition.notice, lang)
}
