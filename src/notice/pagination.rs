//! Pagination: where long lists and a long document are cut, so that no page grows with the notice.
//!
//! What is cut is rows in order; [`Cuts`] says on which page each stands, [`Window`] hands out those of one page. The document is cut by the
//! bytes that its texts have in the content, the same in every language, so that a page has the same address in each.

use rayon::prelude::*;

use super::{Issue, IssueId, Narrative, Notice, Part};
use crate::source::SourceTree;
use crate::value::RelPath;

/// Where each page of a list begins, counted in rows; the first begins at 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cuts(Vec<usize>);

impl Cuts {
    /// Returns the cuts of rows of which a page holds so many.
    pub fn every(most: usize, total: usize) -> Cuts {
        Cuts((0..total.max(1)).step_by(most.max(1)).collect())
    }

    /// Returns the cuts of rows of which a page holds so many bytes: their weights, and what stands before them on the first page. A row
    /// that alone is heavier has a page of its own.
    pub fn by_weight(weights: impl IntoIterator<Item = usize>, before: usize, most: usize) -> Cuts {
        let (mut cuts, mut held) = (vec![0], before);
        for (at, weight) in weights.into_iter().enumerate() {
            if at > cuts[cuts.len() - 1] && held.saturating_add(weight) > most {
                cuts.push(at);
                held = 0;
            }
            held = held.saturating_add(weight);
        }
        Cuts(cuts)
    }

    /// Returns how many pages there are, at least one.
    pub fn pages(&self) -> usize {
        self.0.len()
    }

    /// Returns the page on which a row stands, counted from 1.
    pub fn page_of(&self, row: usize) -> usize {
        self.0.partition_point(|cut| *cut <= row).max(1)
    }

    /// Returns the rows of a page, counted from 1.
    pub fn window(&self, page: usize) -> Window {
        let from = self.0.get(page - 1).copied().unwrap_or(usize::MAX);
        Window { from, to: self.0.get(page).copied().unwrap_or(usize::MAX), at: 0 }
    }
}

/// The rows of one page, handed out group by group.
#[derive(Clone, Copy, Debug)]
pub struct Window {
    from: usize,
    to: usize,
    at: usize,
}

impl Window {
    /// Returns the row that the next group begins with.
    pub fn at(&self) -> usize {
        self.at
    }

    /// Returns the rows of the next group that stand on the page; none where it stands on others. A group without rows stands where it
    /// would begin.
    pub fn take<T>(&mut self, group: Vec<T>) -> Option<Vec<T>> {
        let (start, end) = (self.at, self.at + group.len());
        self.at = end;
        if start == end {
            return (self.from <= start && start < self.to).then_some(group);
        }
        let (from, to) = (self.from.clamp(start, end) - start, self.to.clamp(start, end) - start);
        (from < to).then(|| group.into_iter().take(to).skip(from).collect())
    }
}

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

/// What is set around the texts of an issue.
const AROUND: usize = 1_200;

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

/// The bytes that an issue has in the content.
#[derive(Clone, Copy)]
struct IssueBytes {
    /// Its record.
    record: usize,
    /// The longest of its narratives.
    narrative: usize,
}

impl IssueBytes {
    fn of(tree: &SourceTree, issue: &Issue) -> IssueBytes {
        let narrative = issue.response.as_ref().map_or(0, |narrative| longest(tree, narrative));
        IssueBytes { record: bytes(tree, &issue.path), narrative }
    }

    /// Returns how much of a page its texts take.
    fn whole(self) -> usize {
        AROUND + self.record + self.narrative
    }

    /// Returns how much of a page what is still to be done takes.
    fn outstanding(self) -> usize {
        AROUND + self.record / 2
    }
}

fn longest(tree: &SourceTree, narrative: &Narrative) -> usize {
    narrative.files.iter().map(|(_, file)| bytes(tree, &file.path)).max().unwrap_or(0)
}

fn bytes(tree: &SourceTree, path: &RelPath) -> usize {
    tree.bytes(path.as_str()).map_or(0, <[u8]>::len)
}

#[cfg(test)]
mod tests {
    use super::Cuts;

    #[test]
    fn rows_stand_on_their_pages() {
        let cuts = Cuts::every(100, 250);
        assert_eq!(
            (cuts.pages(), cuts.page_of(0), cuts.page_of(99), cuts.page_of(100), cuts.page_of(249)),
            (3, 1, 1, 2, 3)
        );
        assert_eq!([0, 1, 100, 101].map(|total| Cuts::every(100, total).pages()), [1, 1, 1, 2]);
    }

    #[test]
    fn heavy_rows_have_pages_of_their_own() {
        let pages = |weights: &[usize], before| Cuts::by_weight(weights.iter().copied(), before, 10).0;
        assert_eq!(pages(&[4, 4, 4, 4], 0), [0, 2]);
        assert_eq!(pages(&[4, 4, 4, 4], 4), [0, 1, 3]);
        assert_eq!(pages(&[30, 1, 30, 30], 0), [0, 1, 2, 3]);
        assert_eq!(pages(&[], 0), [0]);
    }

    #[test]
    fn groups_are_shared_out_whole_and_in_order() {
        let groups = || vec![vec![0, 1], vec![], vec![2, 3, 4, 5], vec![6]];
        let cuts = Cuts::every(3, 7);
        let page = |number| {
            let mut window = cuts.window(number);
            groups().into_iter().map(|group| window.take(group)).collect::<Vec<_>>()
        };
        assert_eq!(page(1), [Some(vec![0, 1]), Some(vec![]), Some(vec![2]), None]);
        assert_eq!(page(2), [None, None, Some(vec![3, 4, 5]), None]);
        assert_eq!(page(3), [None, None, None, Some(vec![6])]);
        let mut whole = Cuts::every(100, 7).window(1);
        assert_eq!(groups().into_iter().filter_map(|group| whole.take(group)).collect::<Vec<_>>(), groups());
    }
}
