//! What a publication has done.

use super::swap::Swap;
use crate::value::RelPath;

/// What was published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// Number of files of the site.
    pub files: usize,
    /// Their size together, in bytes.
    pub bytes: u64,
    /// Number of those that were published before with the same bytes; they were not written again.
    pub unchanged: usize,
    /// Number of files of the old site that are not in the new one.
    pub removed: usize,
    /// Files of the old site that somebody had edited, and that were replaced or removed.
    pub edited: Vec<RelPath>,
    /// How the new site came into its place.
    pub swapped: Swap,
    /// Whether the disk has confirmed that. If not, the new site is there, but a power cut may bring the old one back.
    pub confirmed: bool,
}
