//! How a memory is stored: outputs with what they were made from, and the seal that it ends with.

use std::borrow::Cow;
use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::value::Fingerprint;

/// What a build left, as it is stored.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Stored<'m> {
    /// What the edition was made from beside narratives of issues.
    pub(super) surroundings: Fingerprint,
    /// What all outputs were made from beside narratives.
    pub(super) base: Fingerprint,
    /// The files that outputs were made from, as far as they were read by their path: narratives, above all.
    pub(super) files: Vec<String>,
    pub(super) outputs: Vec<Cow<'m, StoredOutput>>,
    pub(super) clean: Vec<(Fingerprint, usize)>,
}

/// An output, as it is stored: what [`super::notes::MadeOutput`] says, with what its files said together.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct StoredOutput {
    pub(super) path: String,
    /// Its bytes.
    pub content: Fingerprint,
    /// The files that it was made from, by their place in the list, and what they said together.
    pub(super) reads: Vec<u32>,
    pub(super) said: Fingerprint,
    /// Its ids and links.
    pub links: PageLinks,
    pub(super) pieces: Vec<StoredPiece>,
}

/// A piece of an output, as it is stored: what [`crate::source::pieces::PieceNote`] says, with what its files said
/// together.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct StoredPiece {
    pub(super) begins: Fingerprint,
    pub(super) start: usize,
    pub(super) length: usize,
    pub(super) left: Vec<u8>,
    pub(super) reads: Vec<u32>,
    pub(super) said: Fingerprint,
}

impl StoredPiece {
    pub(super) fn place(&self) -> Option<Range<usize>> {
        Some(self.start..self.start.checked_add(self.length)?)
    }
}

/// The ids of a page, the anchors that it links to on others, and how many links it has; ids and anchors by their
/// fingerprints.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageLinks {
    /// Ids, ascending.
    pub ids: Vec<u64>,
    /// Anchors elsewhere.
    pub anchors: Vec<u64>,
    /// How many links it has.
    pub links: usize,
}

/// The length of the seal that a memory ends with.
pub(super) const SEAL: usize = 64;

/// The name under which fingerprints of files are joined.
pub(super) const READS: &str = "reads";

pub(super) fn sealed(made_by: Fingerprint, body: &[u8]) -> Fingerprint {
    Fingerprint::of(&format!("memory {made_by}"), body)
}
