//! The text that the search page looks through: in which parts it comes, of which kinds of things, and what is said of an issue in which field.

use crate::notice::fields::{Field, FieldKind, SearchPart, fields_of};
use crate::notice::{IssueId, Notice};
use crate::text::locale::Locale;

/// How many issues there are in a part.
const PER_PART: usize = 500;

/// The kinds of things that are found, in the order in which they are listed where none fits better.
const SEARCH_KINDS: [&str; 8] = ["page", "place", "issue", "figure", "person", "document", "unit", "section"];

/// How much it counts that a word stands in a field, by what the field holds.
const WEIGHTS: [(SearchPart, u32); 5] = [
    (SearchPart::Title, 8),
    (SearchPart::Statement, 4),
    (SearchPart::Place, 3),
    (SearchPart::Figures, 2),
    (SearchPart::Body, 1),
];

/// A part of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchFile {
    /// Its file, below the folder of the language.
    pub file: String,
    /// The issues in it.
    pub issues: Vec<IssueId>,
}

/// Returns the kinds that a notice may have something of.
pub(super) fn search_kinds(notice: &Notice) -> impl Iterator<Item = &'static str> {
    let (has_sections, has_places) = (!notice.sections.is_empty(), notice.has_places());
    SEARCH_KINDS.into_iter().filter(move |kind| match *kind {
        "section" => has_sections,
        "place" => has_places,
        _ => true,
    })
}

/// Returns the parts of a notice, at least one.
pub fn search_parts(notice: &Notice) -> Vec<SearchFile> {
    let total = notice.issues.len();
    let parts = total.div_ceil(PER_PART).max(1);
    let part = |n: usize| SearchFile {
        file: if n == 0 { "search-text.js".to_owned() } else { format!("search-text-{}.js", n + 1) },
        issues: notice.issue_ids().skip(n * PER_PART).take(PER_PART).collect(),
    };
    (0..parts).map(part).collect()
}

/// Returns the fields whose text an entry of an issue holds one by one, in their order. Title and figures have places of their own.
pub(super) fn searched_fields(notice: &Notice) -> Vec<Field> {
    let is_apart =
        |field: &Field| matches!(field.search, Some(SearchPart::Title)) || matches!(field.kind, FieldKind::Figures(_));
    let has_it = |field: &Field| !field.is_column || field.is_column_of(notice);
    fields_of(notice).into_iter().filter(|field| field.search.is_some() && has_it(field) && !is_apart(field)).collect()
}

/// Returns what a field is called: as a column, or as pages call what is no column.
fn label_of(locale: &Locale, name: &str) -> String {
    let keys = [format!("data.columns.{name}.title"), format!("editor_{name}.title"), format!("issue.{name}")];
    keys.iter().find(|key| locale.messages.has(key)).map(|key| locale.text(key)).unwrap_or_default()
}

/// Returns what the searched fields are called, each with its weight, as JSON: `[["Status", 3], …]`.
pub(super) fn searched_labels(notice: &Notice, locale: &Locale) -> String {
    let label = |field: &Field| {
        let weight = WEIGHTS.iter().find(|(part, _)| Some(*part) == field.search).map_or(1, |(_, weight)| *weight);
        (label_of(locale, field.name(notice)), weight)
    };
    let labels: Vec<_> = searched_fields(notice).iter().map(label).collect();
    serde_json::to_string(&labels).unwrap_or_default()
}
