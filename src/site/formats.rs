//! Everything that is published beside pages: [`FORMATS`], one row a file.
//!
//! Takes an [`Edition`]; gives bytes. Written by serialisers, never by templates, from the same values that pages show.

mod chart;
mod csv;
mod data;
mod document;
mod docx;
mod feed;
mod files;
mod issue_list;
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
use crate::source::pieces::{Pieces, Put};
use crate::text::locale::{Argument, Locale};
use crate::value::Lang;
pub(super) use chart::chart_named;
pub use chart::{CHART_WIDTH, CHARTS, Chart, chart_files};
pub use data::{DataFile, DataFiles};
pub use document::{READ_BACK as DOCUMENT_MESSAGES, whole as document};
pub use docx::{MARK as DOCUMENT_MARK, VERSION as DOCUMENT_VERSION};
pub use files::{FormatFile, data_files, files};
pub use json::{DATA_VERSION, NoticeData, data_of_issue, data_of_notice, excerpt as excerpt_of_data, schema};
pub use ledger::{
    EXPORTED as LEDGER_EXPORTED, EXPORTED_SHEET as LEDGER_EXPORTED_SHEET, MARK as LEDGER_MARK,
    VERSION as LEDGER_VERSION, fingerprint as ledger_fingerprint, keys as ledger_keys, tidy as ledger_tidy,
    whole as ledger,
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
    /// As one file of all issues, made in pieces that are handed on as they are made.
    InPieces(fn(&Edition, Lang, &mut Pieces, &mut Put)),
    /// In parts: the paths of all of them, and one of them by its number.
    Parts(fn(&Edition) -> Vec<String>, fn(&Edition, Lang, usize) -> Vec<u8>),
    /// As one file that describes others.
    Describing(fn(&Edition, Lang, &DataFiles) -> Vec<u8>),
}

/// How many issues stand in a piece of a download. Fewer make an edit cheaper and what is packed longer.
const ISSUES_OF_A_PIECE: usize = 64;

/// The whole notice as data.
pub const DATA_FILE: &str = "data/notice.json";

/// Every file beside the pages.
pub static FORMATS: &[Format] = &[
    Format { path: "data/issues.csv", per_language: true, needs_base_url: false, write: Write::InPieces(csv::write) },
    Format {
        path: "data/ledger.xlsx",
        per_language: true,
        needs_base_url: false,
        write: Write::InPieces(ledger::write),
    },
    Format {
        path: "data/notice.docx",
        per_language: true,
        needs_base_url: false,
        write: Write::InPieces(document::write),
    },
    table("data/figures.csv", tables::write_figures),
    table("data/statuses.csv", tables::write_statuses),
    table("data/deadlines.csv", tables::write_deadlines),
    table("data/persons.csv", tables::write_persons),
    Format {
        path: tables::MEASURES,
        per_language: true,
        needs_base_url: false,
        write: Write::Parts(tables::measure_files, tables::write_measures),
    },
    Format {
        path: "data/datapackage.json",
        per_language: true,
        needs_base_url: false,
        write: Write::Describing(package::write),
    },
    Format { path: DATA_FILE, per_language: false, needs_base_url: false, write: Write::InPieces(json::write) },
    Format {
        path: "data/schema.json",
        per_language: false,
        needs_base_url: false,
        write: Write::Whole(json::write_schema),
    },
    Format {
        path: feed::PATH,
        per_language: true,
        needs_base_url: false,
        write: Write::Parts(feed::files, feed::write),
    },
    Format {
        path: issue_list::PATH,
        per_language: true,
        needs_base_url: false,
        write: Write::Parts(issue_list::files, issue_list::write),
    },
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

    /// Returns what the file is called among the data files, if it is one.
    fn data_name(&self) -> Option<&'static str> {
        self.path.strip_prefix("data/")
    }

    /// Whether it is a table among them.
    fn is_table(&self) -> bool {
        self.data_name().is_some_and(|name| name.ends_with(".csv"))
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

fn folder(edition: &Edition, lang: Lang) -> String {
    site::folder_of(&edition.notice, lang)
}

/// A figure with its label, as downloads write it.
fn labelled(locale: &Locale, figure: &Figure) -> String {
    let value = figure.set(locale).unwrap_or_else(|| figure.value.to_string());
    let label = Argument::Text(figure.label.text(locale.lang));
    locale.say("data.figure", &[("label", label), ("value", Argument::Text(&value))])
}
