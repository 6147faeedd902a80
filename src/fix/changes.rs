//! The changes of a file that can be made at once, and where a place of the changed text stood before.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Edit, spliced};
use crate::source::SourceTree;
use crate::value::RelPath;

/// The changes of a file that are made at once, and the diagnostics that they fix.
pub(super) struct FileFixes<'a> {
    edits: BTreeSet<Edit>,
    pub(super) fixed: Vec<&'a Diagnostic>,
}

impl<'a> FileFixes<'a> {
    /// Returns the changes of some diagnostics; those that would overlap with others have to wait.
    pub(super) fn of(diagnostics: &[&'a Diagnostic]) -> FileFixes<'a> {
        let mut changes = FileFixes { edits: BTreeSet::new(), fixed: Vec::new() };
        for diagnostic in diagnostics {
            let edits = diagnostic.fix.as_deref().unwrap_or_default();
            if edits.iter().all(|edit| changes.has_room_for(edit)) {
                changes.edits.extend(edits.iter().cloned());
                changes.fixed.push(diagnostic);
            }
        }
        changes
    }

    fn has_room_for(&self, edit: &Edit) -> bool {
        let last = Edit::insert(edit.end + 1, "");
        let near = self.edits.range(..last).rev().take_while(|other| other.end >= edit.start);
        near.into_iter().all(|other| other == edit || !overlap(other, edit))
    }

    /// Returns where a place of the changed text stood before: a range, if it is in what was put in.
    pub(super) fn origin(&self, place: usize) -> (usize, usize) {
        let (mut before, mut after) = (0, 0);
        for edit in &self.edits {
            let unchanged = edit.start - before;
            if place < after + unchanged {
                break;
            }
            after += unchanged;
            if place < after + edit.text.len() {
                return (edit.start, edit.end);
            }
            (before, after) = (edit.end, after + edit.text.len());
        }
        (before + place - after, before + place - after)
    }
}

/// Returns whether two changes cannot both be made: they share bytes, or put different texts in at one place.
fn overlap(one: &Edit, other: &Edit) -> bool {
    let is_same_place = one.range() == other.range();
    is_same_place || one.start < other.end && other.start < one.end
}

pub(super) fn changed(tree: &Arc<SourceTree>, changes: &BTreeMap<&RelPath, FileFixes<'_>>) -> Arc<SourceTree> {
    let mut changed = SourceTree::clone(tree);
    for (path, changes) in changes {
        let Some(text) = tree.text(path.as_str()) else { continue };
        changed.rewrite(path, &spliced(text, &changes.edits));
    }
    Arc::new(changed)
}
