//! The files that an edition has beside its pages, in each language.

use super::{FORMATS, Format, Write, folder};
use crate::notice::edition::Edition;
use crate::value::{Lang, RelPath};

/// A format in a language, with the path that it is published at.
#[derive(Clone)]
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

/// The files that an edition has.
pub fn files(edition: &Edition) -> Vec<FormatFile> {
    files_of(edition, FORMATS.iter()).collect()
}

/// The data files that an edition has in a language, and those of all languages.
pub fn data_files(edition: &Edition, lang: Lang) -> impl Iterator<Item = FormatFile> {
    files_of(edition, data_formats()).filter(move |file| file.lang == lang || !file.format.per_language)
}

/// The formats of data files.
pub(super) fn data_formats() -> impl Iterator<Item = &'static Format> {
    FORMATS.iter().filter(|format| format.data_name().is_some())
}

/// The files that an edition has of some formats.
pub(super) fn files_of<'e>(
    edition: &'e Edition,
    formats: impl Iterator<Item = &'static Format> + 'e,
) -> impl Iterator<Item = FormatFile> + 'e {
    let notice = &edition.notice;
    formats.filter(|format| notice.base_url.is_some() || !format.needs_base_url).flat_map(move |format| {
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
}

/// The paths of a format's files.
pub(super) fn parts(edition: &Edition, format: &Format) -> Vec<String> {
    match format.write {
        Write::Parts(files, _) => files(edition),
        Write::Whole(_) | Write::InPieces(_) | Write::Describing(_) => vec![format.path.to_owned()],
    }
}
