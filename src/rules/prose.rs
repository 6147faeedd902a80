//! Rules about Markdown: every text is set once, in its language, to see what is wrong with it.

use rayon::prelude::*;

use crate::diagnostic::{Diagnostic, Place};
use crate::edition::Edition;
use crate::locale::Locale;
use crate::markdown::Problem;
use crate::model::{Figure, Narrative};
use crate::say;
use crate::site::Prose;
use crate::value::RelPath;

pub(super) fn check(edition: &Edition) -> Vec<Diagnostic> {
    let notice = &edition.notice;
    let mut found = Vec::new();
    for narrative in notice.overview.iter().chain(&notice.closing) {
        found.extend(files(edition, narrative, &notice.stated));
    }
    if let Some(accountability) = &notice.accountability {
        found.extend(accountability.narrative.iter().flat_map(|n| files(edition, n, &accountability.figures)));
    }
    found.par_extend(notice.issues.par_iter().flat_map_iter(|issue| {
        let narrative = issue.narrative.iter().flat_map(|n| files(edition, n, &issue.figures));
        let next_steps = edition.theme.locales.iter().flat_map(move |locale| {
            let text = issue.next_steps.as_ref().map_or("", |t| t.text(&locale.lang));
            let key = format!("next_steps/{}", locale.lang);
            problems(edition, locale, text, &issue.path, &issue.figures)
                .into_iter()
                .map(move |problem| finding(Place::Value(issue.path.clone(), key.clone()), problem))
        });
        narrative.chain(next_steps)
    }));
    found
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
