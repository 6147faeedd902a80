//! What of the full notice stands on one page of it.

use super::super::anchors::is_piece_of;
use crate::notice::pagination::Piece;
use crate::notice::{IssueId, Part};

/// What a page of the document shows.
pub(super) struct Shown {
    pub(super) pieces: Vec<Piece>,
    pub(super) is_whole: bool,
}

impl Shown {
    /// Those of some issues that it shows; they follow each other in the document.
    pub(super) fn of(&self, issues: Vec<IssueId>, piece: fn(IssueId) -> Piece) -> Vec<IssueId> {
        if self.is_whole {
            return issues;
        }
        issues.into_iter().filter(|id| self.pieces.contains(&piece(*id))).collect()
    }

    /// Whether it shows anything of a part.
    pub(super) fn has(&self, at: usize, part: &Part) -> bool {
        self.is_whole || self.pieces.iter().any(|piece| is_piece_of(*piece, at, part))
    }
}
