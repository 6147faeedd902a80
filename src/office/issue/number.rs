//! The number of a new issue, and the issues that have to move on for it.

use super::layout::{Folder, Layout};
use super::{NewIssue, Refused};
use crate::value::RelPath;

impl Layout {
    /// Returns the issues whose numbers the new one must not have.
    fn scope<'a>(&'a self, folder: &'a Folder) -> impl Iterator<Item = (&'a Folder, u32, &'a RelPath)> {
        let is_of = move |other: &&Folder| !self.is_per_section || other.path == folder.path;
        self.folders
            .iter()
            .filter(is_of)
            .flat_map(|folder| folder.issues.iter().map(move |(number, path)| (folder, *number, path)))
    }

    /// Returns the number of the new issue: behind the one that it follows, or behind the last of its section and of those before it. Where
    /// numbers may have gaps it is one that nobody has.
    pub(super) fn number(&self, folder: &Folder, wanted: &NewIssue) -> Result<u32, Refused> {
        let own = folder.issues.iter().map(|(number, _)| *number).max();
        let before = self.scope(folder).filter(|(other, ..)| other.section < folder.section).map(|(_, n, _)| n).max();
        let mut last = wanted.after.or(own).or(before).unwrap_or(0);
        if self.is_own && wanted.after.is_none() && self.scope(folder).any(|(_, number, _)| number == last + 1) {
            last = self.scope(folder).map(|(_, number, _)| number).max().unwrap_or(last);
        }
        last.checked_add(1).filter(|number| *number < 1_000_000).ok_or_else(|| self.no_issue(last))
    }

    /// Returns the issues that have to move on by one: those from the number on, up to the first gap.
    pub(super) fn moved<'a>(&'a self, folder: &'a Folder, number: u32) -> Vec<(&'a Folder, u32, &'a RelPath)> {
        let mut all: Vec<_> = self.scope(folder).filter(|(_, other, _)| *other >= number).collect();
        all.sort_by_key(|(_, number, _)| *number);
        let run = (number..).zip(&all).take_while(|(expected, (_, number, _))| expected == number).count();
        all.truncate(run);
        all
    }
}
