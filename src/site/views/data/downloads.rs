//! The files that there are to download in a language, each with its size and fingerprint.

use serde::Serialize;

use super::super::super::formats::{DataFile, DataFiles};
use super::super::super::parts::Parts;
use super::super::language_folder;

/// A file to download.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct DownloadView {
    pub name: String,
    /// Its address from the page.
    pub href: String,
    /// What it holds.
    pub meaning: String,
    /// How many rows it has, if it is a table.
    pub rows: Option<u64>,
    pub bytes: u64,
    pub sha256: String,
}

pub(super) fn downloads(parts: &Parts<'_>, files: &DataFiles, up: &str) -> Vec<DownloadView> {
    let count = |n: usize| u64::try_from(n).unwrap_or(u64::MAX);
    let folder = language_folder(parts.edition, parts.locale.lang);
    let href = |file: &DataFile| match file.path.as_str().strip_prefix(&folder) {
        Some(own) if !folder.is_empty() => own.to_owned(),
        _ => format!("{up}{}", file.path),
    };
    let view = |file: DataFile| DownloadView {
        href: href(&file),
        meaning: parts.locale.text(&format!("data.files.{}", file.name.replace('.', "-"))),
        rows: file.rows.map(count),
        bytes: count(file.bytes),
        name: file.name.to_owned(),
        sha256: file.sha256,
    };
    files.of_language(parts.edition, parts.locale.lang).into_iter().map(view).collect()
}
