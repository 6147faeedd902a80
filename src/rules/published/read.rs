//! What `data/notice.json` of a published site says, as far as it is compared.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::site::formats::DATA_VERSION;
use crate::value::{Approximation, Date, Decimal};

/// A text in each language, by code.
pub(super) type Texts = BTreeMap<String, String>;

/// Why nothing can be compared.
#[derive(Clone, Debug)]
pub(super) enum NotComparable {
    /// The file is not what gongkai writes.
    Damaged,
    /// A newer gongkai wrote it, in a form that this one does not know.
    Newer,
}

impl From<serde_json::Error> for NotComparable {
    fn from(_: serde_json::Error) -> NotComparable {
        NotComparable::Damaged
    }
}

/// The form of the file; version 0.1.0 did not write it.
#[derive(Deserialize)]
struct DataVersion {
    #[serde(default)]
    version: u32,
}

/// A published notice.
#[derive(Debug, Deserialize)]
pub(super) struct PublishedNotice {
    #[serde(default)]
    version: u32,
    pub(super) as_of: Date,
    pub(super) issues: Vec<PublishedRecord>,
    /// What it says besides.
    #[serde(flatten)]
    pub(super) whole: PublishedRecord,
}

/// A published text of the notice as a whole.
#[derive(Debug, Deserialize)]
pub(super) struct PublishedText {
    pub(super) id: String,
    pub(super) text: Texts,
}

/// A published figure.
#[derive(Debug, Deserialize)]
pub(super) struct PublishedFigure {
    pub(super) id: String,
    pub(super) label: Texts,
    pub(super) value: Decimal,
    pub(super) unit: String,
    pub(super) approx: Option<Approximation>,
}

/// A published correction.
#[derive(Debug, Deserialize)]
pub(super) struct PublishedCorrection {
    pub(super) on: Date,
    pub(super) text: Texts,
}

/// A published item of an issue.
#[derive(Debug, Deserialize)]
pub(super) struct PublishedItem {
    pub(super) title: Texts,
    pub(super) status: String,
    pub(super) due: Option<Date>,
    pub(super) completed_on: Option<Date>,
    #[serde(default)]
    pub(super) statement: Texts,
    #[serde(default)]
    pub(super) response: Texts,
}

/// A published measure of an issue.
#[derive(Debug, Deserialize)]
pub(super) struct PublishedMeasure {
    pub(super) label: Option<String>,
    pub(super) text: Texts,
    pub(super) status: Option<String>,
    pub(super) due: Option<Date>,
    pub(super) completed_on: Option<Date>,
    #[serde(default)]
    pub(super) fields: BTreeMap<String, Value>,
}

/// A published issue, or the notice as a whole: what it says in each field, by key.
#[derive(Debug, Deserialize)]
pub(super) struct PublishedRecord(BTreeMap<String, Value>);

impl PublishedRecord {
    /// Returns all that it says, by key.
    pub(super) fn said(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.0.iter().map(|(key, value)| (key.as_str(), value))
    }

    /// Returns what it says in a field; nothing where it says nothing.
    pub(super) fn get<T: DeserializeOwned>(&self, key: &str) -> Result<Option<T>, serde_json::Error> {
        self.0.get(key).map_or(Ok(None), Option::<T>::deserialize)
    }

    /// Returns what it lists in a field.
    pub(super) fn list<T: DeserializeOwned>(&self, key: &str) -> Result<Vec<T>, serde_json::Error> {
        Ok(self.get(key)?.unwrap_or_default())
    }
}

/// Reads the file.
pub(super) fn read(bytes: &[u8]) -> Result<PublishedNotice, NotComparable> {
    let read = serde_json::from_slice::<PublishedNotice>(bytes);
    let version = match &read {
        Ok(notice) => notice.version,
        Err(_) => serde_json::from_slice::<DataVersion>(bytes)?.version,
    };
    if version > DATA_VERSION { Err(NotComparable::Newer) } else { Ok(read?) }
}
