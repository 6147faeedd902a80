//! Diagnostics that only follow from another one. A mistake is named once, by its cause.

use std::collections::BTreeMap;
use std::ops::Range;

use super::RuleGroup;
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::value::RelPath;

/// Leaves out what only follows from another diagnostic.
pub fn leave_out(found: &mut Vec<Diagnostic>) {
    // A language that was only just added lacks every translation, too; that is said once its messages are there.
    if found.iter().any(|d| d.rule == "no-messages") {
        found.retain(|d| d.rule != "missing-translation");
    }
    // A number that must go need not stand in the other language.
    let numbers = numbers(found);
    found.retain(|d| d.rule != "figures-differ" || !span(d).is_some_and(|(path, range)| numbers.contain(path, range)));
}

/// Where numbers of persons stand that nobody accepted.
struct PersonNumbers(BTreeMap<(RelPath, usize), usize>);

fn numbers(found: &[Diagnostic]) -> PersonNumbers {
    let personal = found.iter().filter(|d| d.severity != Severity::Note && is_personal(d.rule));
    PersonNumbers(personal.filter_map(span).map(|(path, range)| ((path.clone(), range.start), range.end)).collect())
}

/// Returns whether a rule is about private data, in which figures stand.
fn is_personal(rule: &str) -> bool {
    super::find(rule).is_some_and(|rule| rule.group == RuleGroup::Persons)
}

impl PersonNumbers {
    fn contain(&self, path: &RelPath, range: &Range<usize>) -> bool {
        let nearest = self.0.range(..=(path.clone(), range.start)).next_back();
        nearest.is_some_and(|((of, _), end)| of == path && range.start < *end)
    }
}

fn span(found: &Diagnostic) -> Option<(&RelPath, &Range<usize>)> {
    match &found.place {
        Some(Place::Span(path, range)) => Some((path, range)),
        _ => None,
    }
}
