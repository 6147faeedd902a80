//! What pages and other files say of the data files: how long each is, its rows, its digest.

mod facts;

use std::sync::OnceLock;

use super::files::{data_formats, files_of};
use super::{FormatFile, Write};
use crate::notice::edition::Edition;
use crate::source::pieces::{Pieces, Put};
use crate::value::{Lang, RelPath};
use facts::{Facts, FactsReader};

/// The data files of an edition. Each is described as it is first written, so that none is written again for that.
pub struct DataFiles(Vec<(FormatFile, OnceLock<Facts>)>);

/// A data file as the page of downloads lists it.
pub struct DataFile {
    /// Its name.
    pub name: &'static str,
    /// Where it is published.
    pub path: RelPath,
    /// How many rows it has below its heads, if it is a table.
    pub rows: Option<usize>,
    /// How many bytes it has.
    pub bytes: usize,
    /// Its digest.
    pub sha256: String,
}

impl DataFiles {
    /// Returns the data files that an edition has.
    pub fn of(edition: &Edition) -> DataFiles {
        DataFiles(files_of(edition, data_formats()).map(|file| (file, OnceLock::new())).collect())
    }

    /// Returns the same files, of which nothing is said yet.
    pub fn anew(&self) -> DataFiles {
        DataFiles(self.0.iter().map(|(file, _)| (file.clone(), OnceLock::new())).collect())
    }

    /// Returns the same files as if each were empty, for a page that lists them to be tried before they are made.
    pub fn unmade(&self) -> DataFiles {
        DataFiles(self.0.iter().map(|(file, _)| (file.clone(), OnceLock::from(Facts::of(file, b"")))).collect())
    }

    /// Hands on a file beside the pages, of which some pieces may be known.
    pub fn write(&self, edition: &Edition, file: &FormatFile, pieces: &mut Pieces, put: &mut Put<'_>) {
        let mut read = self.slot(file).map(|slot| (slot, FactsReader::of(file)));
        self.make(edition, file, pieces, &mut |part, is_new| {
            read.iter_mut().for_each(|(_, facts)| facts.take(part));
            put(part, is_new);
        });
        if let Some((slot, facts)) = read {
            slot.get_or_init(|| facts.read());
        }
    }

    /// Takes down what is said of a file with these bytes.
    pub fn note(&self, file: &FormatFile, bytes: &[u8]) {
        if let Some(slot) = self.slot(file) {
            slot.get_or_init(|| Facts::of(file, bytes));
        }
    }

    /// Returns where it is taken down what is said of a file, if anything is.
    fn slot(&self, file: &FormatFile) -> Option<&OnceLock<Facts>> {
        self.0.iter().find(|(known, _)| known.path == file.path).map(|(_, slot)| slot)
    }

    /// Returns the data files of a language, and those of all languages.
    pub fn of_language(&self, edition: &Edition, lang: Lang) -> Vec<DataFile> {
        self.described(edition, |file| file.lang == lang || !file.format.per_language)
    }

    /// Returns the tables of a language.
    pub(super) fn tables(&self, edition: &Edition, lang: Lang) -> Vec<DataFile> {
        self.described(edition, |file| file.lang == lang && file.format.is_table())
    }

    fn described(&self, edition: &Edition, is_wanted: impl Fn(&FormatFile) -> bool) -> Vec<DataFile> {
        let described = |(file, facts): &(FormatFile, OnceLock<Facts>)| {
            let Facts { rows, bytes, sha256 } = facts.get_or_init(|| {
                let mut facts = FactsReader::of(file);
                self.make(edition, file, &mut Pieces::default(), &mut |part, _| facts.take(part));
                facts.read()
            });
            let (name, path) = (file.format.data_name()?, file.path.clone());
            Some(DataFile { name, path, rows: *rows, bytes: *bytes, sha256: sha256.clone() })
        };
        self.0.iter().filter(|(file, _)| is_wanted(file)).filter_map(described).collect()
    }

    fn make(&self, edition: &Edition, file: &FormatFile, pieces: &mut Pieces, put: &mut Put<'_>) {
        match file.format.write {
            Write::InPieces(write) => write(edition, file.lang, pieces, put),
            Write::Whole(write) => put(&write(edition, file.lang), true),
            Write::Parts(_, write) => put(&write(edition, file.lang, file.part), true),
            Write::Describing(write) => put(&write(edition, file.lang, self), true),
        }
    }
}
