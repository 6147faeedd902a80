//! The order in which an author meets diagnostics, each once.

use std::collections::BTreeSet;

use super::Diagnostic;
use super::place::Place;
use super::rule_id::Severity;

impl Diagnostic {
    fn sort_key(&self) -> (Option<&str>, usize, Severity, &'static str) {
        let path = self.place.as_ref().map(|p| p.path().as_str());
        let start = self.place.as_ref().and_then(Place::range).map_or(0, |r| r.start);
        (path, start, self.severity, self.rule)
    }
}

/// Puts diagnostics in the order in which an author meets them: by file, then by position.
pub fn sort(diagnostics: &mut [Diagnostic]) {
    diagnostics.sort_by(|a, b| a.sort_key().cmp(&b.sort_key()));
}

/// Puts findings in order and keeps one of those that say the same of the same place, as pages do that share a template.
pub fn sort_once(diagnostics: &mut Vec<Diagnostic>) {
    sort(diagnostics);
    let mut said = BTreeSet::new();
    diagnostics.retain(|d| {
        let place = d.place.as_ref().map(|place| (place.path().clone(), place.range().map(|at| (at.start, at.end))));
        said.insert((d.rule, place, d.message.en.clone()))
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::RuleId;
    use crate::say;
    use crate::value::RelPath;

    #[test]
    fn findings_are_sorted_by_file_and_position() {
        let at = |path: &str, start| {
            Diagnostic::of(RuleId::error("x"), Place::Span(RelPath::of(path), start..start), say!("一", "one"))
        };
        let mut found = vec![at("b", 1), at("a", 9), at("a", 2)];
        sort(&mut found);
        let order: Vec<_> =
            found.iter().map(|d| (d.place.as_ref().map(|p| p.path().to_string()), d.sort_key().1)).collect();
        assert_eq!(order, [(Some("a".into()), 2), (Some("a".into()), 9), (Some("b".into()), 1)]);
    }
}
