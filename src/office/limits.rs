//! What is read at most of one file. A notice and its ledger are far below; what is far above is damaged, or made to do harm.

/// Bytes of a file. What its parts unpack to is bounded by [`crate::source::archive`].
pub(super) const FILE: usize = 64 << 20;

/// Paragraphs of a document, lines of a text.
pub(super) const PARAGRAPHS: usize = 200_000;

/// How deep text boxes may stand in each other.
pub(super) const BOXES: usize = 8;

/// Words of a document that say what they stand for: as many as the issues of a very large notice have labels, and more.
pub(super) const WORDS: usize = 100_000;

/// Columns of a table.
pub(super) const COLUMNS: usize = 256;

/// Cells of all tables of a file, empty ones among them.
pub(super) const CELLS: usize = 1_000_000;
