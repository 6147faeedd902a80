//! Rules about Markdown: every text is set once, in its language, to see what is wrong with it.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::diagnostic::{Diagnostic, Place};
use crate::edition::Edition;
use crate::locale::Locale;
use crate::markdown::Problem;
use crate::model::{Figure, Issue, Narrative};
use crate::say;
use crate::site::Prose;
use crate::value::RelPath;

/// What is wrong with the texts of issues, by the path of their record without its ending. Only of texts that ask nothing of the notice.
pub(super) type Known = BTreeMap<String, Vec<Diagnostic>>;

/// The issue that a document belongs to: a record or its narrative.
pub(super) fn of_document(document: &str) -> &str {
    document.strip_suffix(".yaml").unwrap_or(document)
}

pub(super) fn check(edition: &Edition, known: &mut Known) -> Vec<Diagnostic> {
    let notice = &edition.notice;
    let mut found = Vec::new();
    for narrative in notice.overview.iter().chain(&notice.closing) {
        found.extend(files(edition, narrative, &notice.stated));
    }
    if let Some(accountability) = &notice.accountability {
        found.extend(accountability.narrative.iter().flat_map(|n| files(edition, n, &accountability.figures)));
    }
    let name = |issue: &'_ Issue| of_document(issue.path.as_str()).to_owned();
    let new: Vec<&Issue> = notice.issues.par_iter().filter(|issue| !known.contains_key(of_document(issue.path.as_str()))).collect();
    let (lasting, other): (Vec<&Issue>, Vec<&Issue>) = new.into_iter().partition(|issue| asks_nothing(edition, issue));
    known.par_extend(lasting.into_par_iter().map(|issue| (name(issue), of_issue(edition, issue))));
    found.extend(notice.issues.iter().filter_map(|issue| known.get(of_document(issue.path.as_str()))).flatten().cloned());
    found.par_extend(other.into_par_iter().flat_map_iter(|issue| of_issue(edition, issue)));
    found
}

fn of_issue(edition: &Edition, issue: &Issue) -> Vec<Diagnostic> {
    let narrative = issue.narrative.iter().flat_map(|n| files(edition, n, &issue.figures));
    let next_steps = edition.theme.locales.iter().flat_map(|locale| {
        let text = issue.next_steps.as_ref().map_or("", |t| t.text(&locale.lang));
        let place = Place::Value(issue.path.clone(), format!("next_steps/{}", locale.lang));
        problems(edition, locale, text, &issue.path, &issue.figures).into_iter().map(move |problem| finding(place.clone(), problem))
    });
    narrative.chain(next_steps).collect()
}

/// Whether nothing in the texts of an issue can depend on the rest of the notice: no link, no statistic.
fn asks_nothing(edition: &Edition, issue: &Issue) -> bool {
    let files = issue.narrative.iter().flat_map(|narrative| narrative.files.iter());
    let mut texts = files.map(|(_, path)| edition.tree.text(path.as_str()).unwrap_or_default());
    let mut steps = issue.next_steps.iter().flat_map(|steps| steps.iter()).map(|(_, text)| text.as_str());
    let asks = |text: &str| text.contains(['[', '<']) || text.contains("statistics");
    !texts.any(asks) && !steps.any(asks)
}

fn files<'a>(edition: &'a Edition, narrative: &'a Narrative, figures: &'a [Figure]) -> impl Iterator<Item = Diagnostic> + 'a {
    edition.theme.locales.iter().flat_map(move |locale| {
        let path = narrative.files.get(&locale.lang);
        path.into_iter().flat_map(move |path| file(edition, locale, path, figures))
    })
}

fn file(edition: &Edition, locale: &Locale, path: &RelPath, figures: &[Figure]) -> Vec<Diagnostic> {
    match edition.tree.checked_text(path) {
        Err(diagnostic) => vec![*diagnostic],
        Ok(text) if text.trim().is_empty() => vec![empty(path)],
        Ok(text) => problems(edition, locale, text, path, figures)
            .into_iter()
            .map(|problem| finding(Place::Span(path.clone(), problem.range.clone()), problem))
            .collect(),
    }
}

fn empty(path: &RelPath) -> Diagnostic {
    Diagnostic::error("missing-narrative", Place::File(path.clone()), say!("正文是空的", "there is no text in the file"))
        .help(say!("请写上正文，或删去各语言的这份正文", "write it, or remove it in every language"))
}

fn problems(edition: &Edition, locale: &Locale, text: &str, path: &RelPath, figures: &[Figure]) -> Vec<Problem> {
    Prose { edition, locale, root: "", id_prefix: "", heading_level: 3, figures }.problems(text, path)
}

fn finding(place: Place, problem: Problem) -> Diagnostic {
    Diagnostic::error(problem.rule, place, problem.message).help(problem.help)
}
