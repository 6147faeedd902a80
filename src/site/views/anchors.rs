//! Where parts and issues stand in the full notice: the page of it, and the anchor there.

use super::super::parts::Parts;
use super::super::plan::{self, PageKind};
use crate::notice::pagination::Piece;
use crate::notice::{Issue, Part};

/// The page that a part begins on.
pub(super) fn page_of_part(parts: &Parts<'_>, id: &str) -> usize {
    let mut places = parts.notice().parts.iter().enumerate();
    let part = places.find(|(_, part)| part.id == id);
    part.map_or(1, |(at, part)| parts.edition.document.page_of(|piece| is_piece_of(piece, at, part)))
}

pub(super) fn is_piece_of(piece: Piece, at: usize, part: &Part) -> bool {
    match piece {
        Piece::Part(place) => place == at,
        Piece::Issue(_) => part.id == "issues",
        Piece::Outstanding(_) => part.id == "outstanding",
    }
}

/// Where an anchor of the document stands, from the root of the language.
pub(super) fn in_document(parts: &Parts<'_>, page: usize, anchor: &str) -> String {
    format!("{}#{anchor}", plan::numbered(&parts.href(PageKind::Notice), page))
}

/// The same from a page of the document.
pub(super) fn from_document(parts: &Parts<'_>, page: usize, anchor: &str) -> String {
    if parts.edition.document.is_whole() { format!("#{anchor}") } else { in_document(parts, page, anchor) }
}

pub(super) fn issue_anchor(issue: &Issue) -> String {
    format!("issue-{}", issue.key)
}

/// The anchor of a part of the document.
pub(super) fn part_anchor(id: &str) -> String {
    format!("part-{}", if id == "issues" { "sections" } else { id })
}
