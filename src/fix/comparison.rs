//! What is worse after changes than before them.

use std::collections::{BTreeMap, BTreeSet};

use super::changes::FileFixes;
use super::{Fixed, path, start};
use crate::diagnostic::Diagnostic;
use crate::value::RelPath;

/// The rule that a text has the blocks of its translation. Where a pasted paragraph is parted, its translation has to
/// follow: that is no harm, and is said.
const TRANSLATION_FOLLOWS: &str = "structure-differs";

/// Returns the changed files that have a diagnostic which they did not have before, or still have one that should be
/// fixed. A new diagnostic elsewhere may come from any of them.
pub(super) fn worse<'c>(
    before: &Fixed,
    after: &Fixed,
    changes: &BTreeMap<&'c RelPath, FileFixes<'_>>,
) -> Vec<&'c RelPath> {
    let mut known: BTreeMap<(Option<&RelPath>, &str), Vec<usize>> = BTreeMap::new();
    let fixed: BTreeSet<*const Diagnostic> =
        changes.values().flat_map(|changes| &changes.fixed).map(|diagnostic| std::ptr::from_ref(*diagnostic)).collect();
    for diagnostic in before.diagnostics.iter().filter(|diagnostic| !fixed.contains(&std::ptr::from_ref(*diagnostic))) {
        known.entry((path(diagnostic), diagnostic.rule)).or_default().push(start(diagnostic));
    }
    let mut worse = BTreeSet::new();
    for diagnostic in after.diagnostics.iter().filter(|diagnostic| diagnostic.rule != TRANSLATION_FOLLOWS) {
        let here = path(diagnostic).and_then(|path| changes.get_key_value(path));
        let (first, last) =
            here.map_or((start(diagnostic), start(diagnostic)), |(_, changes)| changes.origin(start(diagnostic)));
        let known = known.get_mut(&(path(diagnostic), diagnostic.rule));
        let same = known.and_then(|known| Some((known.iter().position(|at| (first..=last).contains(at))?, known)));
        match (same, here) {
            (Some((at, known)), _) => drop(known.remove(at)),
            (None, Some((path, _))) => drop(worse.insert(*path)),
            (None, None) => worse.extend(changes.keys().copied()),
        }
    }
    worse.into_iter().collect()
}
