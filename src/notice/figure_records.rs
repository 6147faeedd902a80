//! The figures of every record, beside what must hold between them.

use super::{Figure, IssueId, Notice};
use crate::value::{RelPath, Text};

/// The figures of a record.
#[derive(Clone, Copy, Debug)]
pub struct FigureRecords<'a> {
    /// Its file.
    pub path: &'a RelPath,
    /// Whose figures they are.
    pub holder: FigureHolder,
    /// The figures.
    pub figures: &'a [Figure],
    /// What must hold between them.
    pub equations: &'a [Text],
}

/// Whose figures a record has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FigureHolder {
    /// Those of the notice as a whole.
    Notice,
    /// Those of leads handled and persons held to account.
    Accountability,
    /// Those of an issue.
    Issue(IssueId),
}

impl Notice {
    /// Every record that has figures: its file, them, and the equations between them.
    pub fn figure_records(&self) -> impl Iterator<Item = FigureRecords<'_>> {
        let whole = FigureRecords {
            path: &self.path,
            holder: FigureHolder::Notice,
            figures: &self.record.stated,
            equations: &self.record.equations,
        };
        let part = self.accountability.iter().map(|part| FigureRecords {
            path: &part.path,
            holder: FigureHolder::Accountability,
            figures: &part.record.figures,
            equations: &part.record.equations,
        });
        let issues = self.issue_ids().map(|id| {
            let issue = self.issue(id);
            let (figures, equations) = (&*issue.record.figures, &*issue.record.equations);
            FigureRecords { path: &issue.path, holder: FigureHolder::Issue(id), figures, equations }
        });
        std::iter::once(whole).chain(part).chain(issues)
    }
}
