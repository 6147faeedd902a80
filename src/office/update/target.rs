//! A cell of a ledger: the place in a record that it stands for, and what both sides say.

use super::cell::CellKind;
use crate::notice::IssueId;
use crate::value::RelPath;

/// Where a cell belongs, and where it stands in its file.
pub(super) struct CellTarget<'t> {
    /// The record.
    pub(super) path: &'t RelPath,
    /// The issue that it is, if it was there before.
    pub(super) issue: Option<IssueId>,
    /// Keys and positions in the record.
    pub(super) keys: &'t [String],
    pub(super) kind: CellKind<'t>,
    /// The head of its column.
    pub(super) head: &'t str,
    pub(super) row: usize,
}

/// A cell of a ledger: what the notice says now, what the ledger says, and the fingerprint of what it said when it was exported.
pub(super) struct Cells<'t> {
    pub(super) was: &'t str,
    pub(super) is: &'t str,
    /// None where it was not there.
    pub(super) exported: Option<&'t str>,
}
