//! Pagination: where long lists and a long document are cut, so that no page grows with the notice.
//!
//! What is cut is rows in order; [`Cuts`] says on which page each stands, [`Window`] hands out those of one page. The document is cut by the
//! bytes that its texts have in the content, the same in every language, so that a page has the same address in each.

mod cuts;
mod weights;

use rayon::prelude::*;

pub use cuts::{Cuts, Window};

use super::{IssueId, Notice, Part};
use crate::source::SourceTree;
use weights::{AROUND, IssueBytes, longest};

/// What the document consists of, piece by piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece {
    /// A part that is one text, by its place among the parts.
    Part(usize),
    /// An issue in the part of issues.
    Issue(IssueId),
    /// An issue in the part of what is not finished.
    Outstanding(IssueId),
}

/// The document in pages, and the lists that show its texts. Where they are cut is all that is kept of the length of texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentPages {
    pieces: Vec<Piece>,
    cuts: Cuts,
    first_issue: usize,
    ledger: Cuts,
    outstanding: Cuts,
}

/// A document of so many bytes stands on one page, which is what offices print.
const WHOLE: usize = 400_000;

/// The most bytes of content that a page of a longer document shows.
const MOST: usize = 70_000;

/// The most bytes of content that a page of a list shows: what is set around them makes it half as long again.
pub const MOST_IN_LIST: usize = 80_000;

/// A ledger of so many issues is one page, which is what offices print.
const LEDGER: usize = 100;

/// So many outstanding issues are listed on one page.
const OPEN: usize = 60;

/// The bytes of a row that names an issue with its status and deadline.
const ROW: usize = 700;

impl DocumentPages {
    /// Returns the document of a notice in pages.
    pub fn of(notice: &Notice, tree: &SourceTree) -> DocumentPages {
        let issues: Vec<IssueBytes> = notice.issues.par_iter().map(|issue| IssueBytes::of(tree, issue)).collect();
        let parts = notice.parts.iter().enumerate();
        let pieces: Vec<Piece> = parts.flat_map(|(at, part)| pieces(notice, at, part)).collect();
        let weight = |piece: &Piece| match *piece {
            Piece::Part(at) => {
                notice.parts[at].article.map_or(AROUND, |id| longest(tree, &notice.article(id).narrative))
            }
            Piece::Issue(id) => issues[id.index()].whole(),
            Piece::Outstanding(id) => issues[id.index()].outstanding(),
        };
        let weights: Vec<usize> = pieces.iter().map(weight).collect();
        let most = if weights.iter().sum::<usize>() <= WHOLE { usize::MAX } else { MOST };
        let first_issue = pieces.iter().position(|piece| matches!(piece, Piece::Issue(_))).unwrap_or(0);
        DocumentPages {
            cuts: Cuts::by_weight(weights, 0, most),
            pieces,
            first_issue,
            ledger: ledger(&issues),
            outstanding: outstanding(notice, &issues),
        }
    }

    /// Returns where the ledger is cut: its rows have what the records have.
    pub fn ledger(&self) -> &Cuts {
        &self.ledger
    }

    /// Returns where the list of what is not finished is cut: rows by deadline, then by status with what is still to be
    /// done.
    pub fn outstanding(&self) -> &Cuts {
        &self.outstanding
    }

    /// Returns where it is cut.
    pub fn cuts(&self) -> &Cuts {
        &self.cuts
    }

    /// Returns whether it stands on one page.
    pub fn is_whole(&self) -> bool {
        self.cuts.pages() == 1
    }

    /// Returns the pieces of a page, counted from 1.
    pub fn pieces(&self, page: usize) -> Vec<Piece> {
        self.cuts.window(page).take(self.pieces.clone()).unwrap_or_default()
    }

    /// Returns the page that an issue stands on.
    pub fn page_of_issue(&self, id: IssueId) -> usize {
        self.cuts.page_of(self.first_issue + id.index())
    }

    /// Returns the page that the first of some pieces stands on: those of a part.
    pub fn page_of(&self, is_wanted: impl Fn(Piece) -> bool) -> usize {
        self.pieces.iter().position(|piece| is_wanted(*piece)).map_or(1, |row| self.cuts.page_of(row))
    }
}

fn ledger(issues: &[IssueBytes]) -> Cuts {
    if issues.len() <= LEDGER {
        return Cuts::every(LEDGER, issues.len());
    }
    Cuts::by_weight(issues.iter().map(|issue| issue.whole()), 0, MOST_IN_LIST)
}

fn outstanding(notice: &Notice, issues: &[IssueBytes]) -> Cuts {
    let by_status = notice.outstanding_by_status().into_iter().flat_map(|(_, issues)| issues);
    let weights: Vec<usize> = by_status.map(|id| issues[id.index()].outstanding()).collect();
    if weights.len() <= OPEN {
        return Cuts::every(usize::MAX, 1);
    }
    Cuts::by_weight(std::iter::repeat_n(ROW, weights.len()).chain(weights), 0, MOST_IN_LIST)
}

fn pieces(notice: &Notice, at: usize, part: &Part) -> Vec<Piece> {
    match &*part.id {
        "issues" => notice.issue_ids().map(Piece::Issue).collect(),
        "outstanding" => {
            let issues = notice.outstanding_by_status().into_iter().flat_map(|(_, issues)| issues);
            issues.map(Piece::Outstanding).collect()
        }
        _ => vec![Piece::Part(at)],
    }
}
