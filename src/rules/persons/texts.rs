//! Private data in texts of authors: in their words and in where their links lead.

use std::ops::Range;

use super::find::Find;
use super::{finds, finds_in_address, reading};
use crate::diagnostic::{Diagnostic, Place};
use crate::notice::Passage;
use crate::notice::edition::Edition;
use crate::rules::context::Context;
use crate::text::markdown::{Doc, Prose};

/// Returns the private data in a text of an author and where it stands there: in its words as readers see them,
/// descriptions of pictures among them, and in where its links lead.
pub(super) fn in_passage(passage: &Passage<'_>) -> Vec<(Find, Range<usize>)> {
    let Some(doc) = passage.doc() else {
        return finds(passage.text()).into_iter().map(|find| (find.clone(), find.range)).collect();
    };
    let words = doc.words();
    let placed = |find: Find| (find.clone(), words.place(find.range));
    let said: Vec<_> = finds(&words.text).into_iter().map(placed).collect();
    let mut beside = Vec::new();
    for target in doc.link_texts() {
        for find in finds_in_address(&target.text) {
            let at = target.place(find.range.clone());
            let mut within = said[said.partition_point(|(_, place)| place.start < at.start)..].iter();
            let is_said = within
                .by_ref()
                .take_while(|(_, place)| place.end <= at.end)
                .any(|(other, _)| other.value == find.value);
            if !is_said {
                beside.push((find, at));
            }
        }
    }
    said.into_iter().chain(beside).collect()
}

pub(super) fn in_text(context: &Context, passage: &Passage<'_>) -> Vec<Diagnostic> {
    let private = in_passage(passage).into_iter().filter(|(find, _)| !context.public.has(find));
    let written = |at: &Range<usize>| passage.text().get(at.clone()).unwrap_or_default();
    private.map(|(find, at)| find.diagnostic(passage.place(at.clone()), written(&at))).collect()
}

/// Returns where a text of the notice has this value, if one does: letters and digits count, whatever stands between.
/// The second value is whether nothing does, so that the rules saw the very same there.
pub fn place_of(edition: &Edition, value: &str) -> Option<(Place, bool)> {
    let notice = &edition.notice;
    let own = notice.passages(&edition.tree).into_iter();
    let of_issues = notice.issues.iter().flat_map(|issue| issue.passages(&edition.tree));
    own.chain(of_issues).flatten().find_map(|passage| place_in(&passage, value))
}

fn place_in(passage: &Passage<'_>, value: &str) -> Option<(Place, bool)> {
    let words = passage.doc().map_or_else(|| Prose::of(passage.text()), Doc::words);
    let (range, is_whole) = reading::find_compact(&words.text, value)?;
    Some((passage.place(words.place(range)), is_whole))
}
