//! Which brackets belong to Chinese text, in pairs: one that stands beside Chinese takes its partner along.

use std::collections::BTreeSet;

use super::is_wide;

/// Returns where brackets stand beside Chinese, or belong to one that does.
pub(super) fn brackets_of_chinese(text: &str) -> BTreeSet<usize> {
    let mut wrong = BTreeSet::new();
    let mut open = Vec::new();
    for (at, bracket) in text.match_indices(['(', ')']) {
        let before = text[..at].chars().next_back();
        let after = text[at + 1..].chars().next();
        let is_wrong = [before, after].into_iter().flatten().any(is_wide);
        // The address of a link that did not become one is another mistake.
        let is_address = ["../", "./", "files/", "http"].iter().any(|start| text[at + 1..].starts_with(start));
        let partner = if bracket == "(" { None } else { open.pop() };
        match partner {
            Some((_, _, true)) => {}
            Some((start, starts_wrong, _)) if is_wrong || starts_wrong => wrong.extend([start, at]),
            None if is_wrong && !is_address => drop(wrong.insert(at)),
            _ => {}
        }
        if bracket == "(" {
            open.push((at, is_wrong, is_address));
        }
    }
    wrong
}
