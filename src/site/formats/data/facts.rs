//! What is said of a data file: its rows, its bytes and its digest, read as it is written.

use sha2::{Digest, Sha256};

use crate::site::formats::{FormatFile, csv};

/// What is said of a file.
pub(super) struct Facts {
    pub(super) rows: Option<usize>,
    pub(super) bytes: usize,
    pub(super) sha256: String,
}

impl Facts {
    pub(super) fn of(file: &FormatFile, bytes: &[u8]) -> Facts {
        let mut facts = FactsReader::of(file);
        facts.take(bytes);
        facts.read()
    }
}

/// What is said of a file that comes part by part.
pub(super) struct FactsReader {
    rows: Option<csv::RowCount>,
    bytes: usize,
    digest: Sha256,
}

impl FactsReader {
    pub(super) fn of(file: &FormatFile) -> FactsReader {
        let rows = file.format.is_table().then(csv::RowCount::default);
        FactsReader { rows, bytes: 0, digest: Sha256::new() }
    }

    pub(super) fn take(&mut self, bytes: &[u8]) {
        self.rows.iter_mut().for_each(|rows| rows.take(bytes));
        self.bytes += bytes.len();
        self.digest.update(bytes);
    }

    pub(super) fn read(self) -> Facts {
        let sha256 = self.digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
        Facts { rows: self.rows.map(|rows| rows.below_heads()), bytes: self.bytes, sha256 }
    }
}
