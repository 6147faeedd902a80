//! The text that the search page looks through, in parts: a notice of thousands of issues is searched as its parts come in.

use crate::notice::{IssueId, Notice};

/// How many issues there are in a part.
const PER_PART: usize = 500;

/// A part of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchFile {
    /// Its file, below the folder of the language.
    pub file: String,
    /// The issues in it.
    pub issues: Vec<IssueId>,
}

/// The parts of a notice, at least one.
pub fn search_parts(notice: &Notice) -> Vec<SearchFile> {
    let total = notice.issues.len();
    let parts = total.div_ceil(PER_PART).max(1);
    let part = |n: usize| SearchFile {
        file: if n == 0 { "search-text.js".to_owned() } else { format!("search-text-{}.js", n + 1) },
        issues: notice.issue_ids().skip(n * PER_PART).take(PER_PART).collect(),
    };
    (0..parts).map(part).collect()
}
