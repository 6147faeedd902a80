//! A section: the first level of the document.

use super::SectionRecord;
use crate::value::{Localized, RelPath};

/// A section: the first level of the document.
#[derive(Clone, Debug)]
pub struct Section {
    /// Number, from 1.
    pub number: u32,
    /// What stands in addresses.
    pub slug: String,
    /// `section.yaml`.
    pub path: RelPath,
    /// Title and topics.
    pub record: SectionRecord,
}

impl Section {
    /// Returns the title for navigation.
    pub fn short_title(&self) -> &Localized {
        self.record.short_title.as_ref().unwrap_or(&self.record.title)
    }
}
