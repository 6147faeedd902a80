//! The search page: the files that are searched, and the kinds of things that are found.

use serde::Serialize;

use super::super::parts::Parts;
use super::super::search::{search_kinds, search_parts, searched_labels};
use super::filters::OptionView;

/// The search page.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
#[allow(missing_docs)]
pub struct SearchView {
    /// The files of the text that is searched.
    pub files: Vec<String>,
    pub total: usize,
    /// What the searched texts of issues are called, each with its weight, as JSON.
    pub labels: String,
    /// The kinds of things that are found.
    pub kinds: Vec<OptionView>,
}

pub(super) fn search(parts: &Parts<'_>) -> SearchView {
    let notice = parts.notice();
    let kind =
        |kind: &str| OptionView { value: kind.to_owned(), title: parts.locale.text(&format!("search.kinds.{kind}")) };
    SearchView {
        files: search_parts(notice).into_iter().map(|part| part.file).collect(),
        total: notice.issues.len(),
        labels: searched_labels(notice, parts.locale),
        kinds: search_kinds(notice).map(kind).collect(),
    }
}
