//! What pages and other files say of the data files: how long each is, its rows, its digest.

use std::sync::OnceLock;

use sha2::{Digest, Sha256};

use super::{FormatFile, Write, csv, data_formats, files_of};
use crate::notice::edition::Edition;
use crate::source::pieces::Pieces;
use crate::value::{Lang, RelPath};

/// The data files of an edition. Each is described as it is first written, so that none is written again for that.
pub struct DataFiles(Vec<(FormatFile, OnceLock<Facts>)>);

/// What is said of a file.
struct Facts {
    rows: Option<usize>,
    bytes: usize,
    sha256: String,
}

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

    /// Returns the bytes of a file beside the pages, of which some pieces may be known.
    pub fn write(&self, edition: &Edition, file: &FormatFile, pieces: &mut Pieces) -> Vec<u8> {
        let bytes = self.bytes(edition, file, pieces);
        self.note(file, &bytes);
        bytes
    }

    /// Takes down what is said of a file with these bytes.
    pub fn note(&self, file: &FormatFile, bytes: &[u8]) {
        if let Some((_, facts)) = self.0.iter().find(|(known, _)| known.path == file.path) {
            facts.get_or_init(|| Facts::of(file, bytes));
        }
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
            let Facts { rows, bytes, sha256 } =
                facts.get_or_init(|| Facts::of(file, &self.bytes(edition, file, &mut Pieces::default())));
            let (name, path) = (file.format.data_name()?, file.path.clone());
            Some(DataFile { name, path, rows: *rows, bytes: *bytes, sha256: sha256.clone() })
        };
        self.0.iter().filter(|(file, _)| is_wanted(file)).filter_map(described).collect()
    }

    fn bytes(&self, edition: &Edition, file: &FormatFile, pieces: &mut Pieces) -> Vec<u8> {
        match file.format.write {
            Write::Whole(write) => write(edition, file.lang),
            Write::InPieces(write) => write(edition, file.lang, pieces),
            Write::Parts(_, write) => write(edition, file.lang, file.part),
            Write::Describing(write) => write(edition, file.lang, self),
        }
    }
}

impl Facts {
    fn of(file: &FormatFile, bytes: &[u8]) -> Facts {
        let sha256 = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        Facts { rows: file.format.is_table().then(|| csv::rows(bytes)), bytes: bytes.len(), sha256 }
    }
}
