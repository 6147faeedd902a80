//! Everything that is published beside pages: [`FORMATS`], one row a file.
//!
//! Takes an [`Edition`]; gives bytes. Written by serialisers, never by templates, from the same values that pages show.

mod chart;
mod csv;
mod document;
mod docx;
mod feed;
mod json;
mod ledger;
mod ooxml;
mod package;
mod picture;
mod robots;
mod search;
mod sitemap;
mod tables;
mod xlsx;
mod xml;

use crate::notice::Figure;
use crate::notice::edition::Edition;
use crate::site;
use crate::text::locale::{Argument, Locale};
use crate::value::{Lang, RelPath};

pub use chart::{CHART_WIDTH, CHARTS, Chart, chart_files};
pub use document::write as document;
pub use json::{DATA_VERSION, NoticeData, schema};
pub use ledger::{
    EXPORTED as LEDGER_EXPORTED, EXPORTED_SHEET as LEDGER_EXPORTED_SHEET, MARK as LEDGER_MARK,
    VERSION as LEDGER_VERSION, fingerprint as ledger_fingerprint, keys as ledger_keys, tidy as ledger_tidy,
    write as ledger,
};
pub use picture::{CARD_SIZE, card_of};

/// A file beside the pages.
pub struct Format {
    /// Its path; below the folder of the language where `per_language` is set. A format in parts names its files itself.
    pub path: &'static str,
    /// Whether there is one for each language.
    pub per_language: bool,
    /// Whether it needs to know the address of the site.
    pub needs_base_url: bool,
    /// Writes it.
    pub write: Write,
}

/// How a format is written. The language is that of the file, or the notice's default.
#[derive(Clone, Copy)]
pub enum Write {
    /// As one file.
    Whole(fn(&Edition, Lang) -> Vec<u8>),
    /// In parts: the paths of all of them, and one of them by its number.
    Parts(fn(&Edition) -> Vec<String>, fn(&Edition, Lang, usize) -> Vec<u8>),
}

/// The whole notice as data.
pub const DATA_FILE: &str = "data/notice.json";

/// Every file beside the pages.
pub static FORMATS: &[Format] = &[
    Format { path: "data/issues.csv", per_language: true, needs_base_url: false, write: Write::Whole(csv::write) },
    Format { path: "data/ledger.xlsx", per_language: true, needs_base_url: false, write: Write::Whole(ledger::write) },
    Format {
        path: "data/notice.docx",
        per_language: true,
        needs_base_url: false,
        write: Write::Whole(document::write),
    },
    table("data/figures.csv", tables::write_figures),
    table("data/statuses.csv", tables::write_statuses),
    table("data/deadlines.csv", tables::write_deadlines),
    table("data/persons.csv", tables::write_persons),
    table("data/datapackage.json", write_package),
    Format { path: DATA_FILE, per_language: false, needs_base_url: false, write: Write::Whole(json::write) },
    Format {
        path: "data/schema.json",
        per_language: false,
        needs_base_url: false,
        write: Write::Whole(json::write_schema),
    },
    Format { path: "feed.xml", per_language: true, needs_base_url: false, write: Write::Whole(feed::write) },
    Format {
        path: "search-text.js",
        per_language: true,
        needs_base_url: false,
        write: Write::Parts(search::files, search::write),
    },
    Format {
        path: sitemap::PATH,
        per_language: false,
        needs_base_url: true,
        write: Write::Parts(sitemap::files, sitemap::write),
    },
    picture("favicon.ico", picture::favicon),
    picture("apple-touch-icon.png", picture::touch_icon),
    Format {
        path: "card.png",
        per_language: false,
        needs_base_url: true,
        write: Write::Parts(picture::card_files, picture::card),
    },
    chart("charts/wall.svg", chart::svg_files, chart::write_svg),
    chart("charts/wall.png", chart::png_files, chart::write_png),
    chart("charts/wall.csv", chart::csv_files, chart::write_csv),
    Format { path: "robots.txt", per_language: false, needs_base_url: false, write: Write::Whole(robots::write) },
];

impl Format {
    /// Whether it is a picture of pixels that gongkai draws: there is no text in it to be looked at that does not stand elsewhere.
    pub fn is_picture(&self) -> bool {
        [".png", ".ico"].iter().any(|ending| self.path.ends_with(ending))
    }
}

/// Data in each language as one file.
const fn table(path: &'static str, write: fn(&Edition, Lang) -> Vec<u8>) -> Format {
    Format { path, per_language: true, needs_base_url: false, write: Write::Whole(write) }
}

/// A picture of the whole site.
const fn picture(path: &'static str, write: fn(&Edition, Lang) -> Vec<u8>) -> Format {
    Format { path, per_language: false, needs_base_url: false, write: Write::Whole(write) }
}

/// The charts that there are as files of one kind, in each language.
const fn chart(
    path: &'static str,
    files: fn(&Edition) -> Vec<String>,
    write: fn(&Edition, Lang, usize) -> Vec<u8>,
) -> Format {
    Format { path, per_language: true, needs_base_url: false, write: Write::Parts(files, write) }
}

/// A data file as the page of downloads lists it.
pub struct DataFile {
    /// Its name.
    pub name: String,
    /// Where it is published.
    pub path: RelPath,
    /// How many rows it has below its heads, if it is a table.
    pub rows: Option<usize>,
    /// How many bytes it has.
    pub bytes: usize,
    /// Its digest.
    pub sha256: String,
}

/// Returns the data files of a language, and those of all languages.
pub fn data_files(edition: &Edition, lang: Lang) -> Vec<DataFile> {
    let of_language = |file: &FormatFile| file.lang == lang || !file.format.per_language;
    let is_data = |file: &FormatFile| file.format.path.starts_with("data/");
    let described = |file: FormatFile| {
        let bytes = file.write(edition);
        let name = file.format.path.trim_start_matches("data/").to_owned();
        let rows = name.ends_with(".csv").then(|| csv::rows(&bytes));
        DataFile { name, path: file.path, rows, bytes: bytes.len(), sha256: package::sha256(&bytes) }
    };
    files(edition).into_iter().filter(of_language).filter(is_data).map(described).collect()
}

/// Writes the description of all tables of a language.
fn write_package(edition: &Edition, lang: Lang) -> Vec<u8> {
    let tables = FORMATS.iter().filter_map(|format| {
        let name = format.path.strip_prefix("data/")?.strip_suffix(".csv")?;
        let Write::Whole(write) = format.write else { return None };
        Some((name, write(edition, lang)))
    });
    package::write(edition, lang, &tables.collect::<Vec<_>>())
}

/// A format in a language, with the path that it is published at.
pub struct FormatFile {
    /// The format.
    pub format: &'static Format,
    /// Its language.
    pub lang: Lang,
    /// Which of its parts; 0 where it has none.
    pub part: usize,
    /// Where it is published.
    pub path: RelPath,
}

impl FormatFile {
    /// The bytes of the file.
    pub fn write(&self, edition: &Edition) -> Vec<u8> {
        match self.format.write {
            Write::Whole(write) => write(edition, self.lang),
            Write::Parts(_, write) => write(edition, self.lang, self.part),
        }
    }
}

/// The files that an edition has.
pub fn files(edition: &Edition) -> Vec<FormatFile> {
    let notice = &edition.notice;
    let wanted = FORMATS.iter().filter(|format| notice.base_url.is_some() || !format.needs_base_url);
    wanted
        .flat_map(|format| {
            let languages = if format.per_language { &notice.languages[..] } else { &notice.languages[..1] };
            languages.iter().flat_map(move |lang| {
                let file = move |(part, path): (usize, String)| FormatFile {
                    format,
                    lang: *lang,
                    part,
                    path: RelPath::of(format!("{}{path}", folder(edition, *lang))),
                };
                parts(edition, format).into_iter().enumerate().map(file)
            })
        })
        .collect()
}

/// The paths of a format's files.
fn parts(edition: &Edition, format: &Format) -> Vec<String> {
    match format.write {
        Write::Parts(files, _) => files(edition),
        Write::Whole(_) => vec![format.path.to_owned()],
    }
}

fn folder(edition: &Edition, lang: Lang) -> String {
    site::folder_of(&edition.notice, lang)
}

/// A figure with its label, as downloads write it.
fn labelled(locale: &Locale, figure: &Figure) -> String {
    let value = figure.set(locale).unwrap_or_else(|| figure.value.to_string());
    let label = Argument::Text(figure.label.text(locale.lang));
    locale.say("data.figure", &[("label", label), ("value", Argument::Text(&value))])
}
