//! A file of a tree: what it holds, and its fingerprint.

use std::sync::{Arc, OnceLock};

use super::super::encoding;
use crate::value::Fingerprint;

/// A file, whose fingerprint trees that share it have in common.
#[derive(Clone, Debug)]
pub(super) struct File {
    pub(super) held: Held,
    pub(super) fingerprint: Arc<OnceLock<Fingerprint>>,
}

/// What a file holds, looked at once for whether it is text.
#[derive(Clone, Debug)]
pub(super) enum Held {
    Text(Arc<str>),
    Bytes(Arc<[u8]>),
}

impl File {
    pub(super) fn of(bytes: Vec<u8>) -> File {
        File { held: Held::of(bytes), fingerprint: Arc::default() }
    }

    /// Returns whether it holds the same as another. A tree that was made from another shares most of its files, which
    /// need no comparison.
    pub(super) fn is(&self, other: &File) -> bool {
        std::ptr::eq(self.bytes(), other.bytes()) || self.bytes() == other.bytes()
    }

    pub(super) fn bytes(&self) -> &[u8] {
        match &self.held {
            Held::Text(text) => text.as_bytes(),
            Held::Bytes(bytes) => bytes,
        }
    }
}

impl Held {
    pub(super) fn of(bytes: Vec<u8>) -> Held {
        if encoding::is_document(&bytes) {
            return Held::Bytes(bytes.into());
        }
        String::from_utf8(bytes)
            .map_or_else(|error| Held::Bytes(error.into_bytes().into()), |text| Held::Text(text.into()))
    }
}
