//! Rules about Markdown: every text is set once, in its language, to see what is wrong with it.

use rayon::prelude::*;

use crate::diagnostic::{Diagnostic, Place};
use crate::notice::edition::Edition;
use crate::notice::{Figure, Issue, Narrative};
use crate::say;
use crate::site::{IssueProse, Prose};
use crate::text::locale::Locale;
use crate::text::markdown::Problem;
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
    found.par_extend(notice.issues.par_iter().flat_map_iter(|issue| of_issue(edition, issue)));
    found
}

fn of_issue(edition: &Edition, issue: &Issue) -> Vec<Diagnostic> {
    edition
        .theme
        .locales
        .iter()
        .flat_map(|locale| response(edition, locale, issue).into_iter().chain(next_steps(edition, locale, issue)))
        .collect()
}

fn response(edition: &Edition, locale: &Locale, issue: &Issue) -> Vec<Diagnostic> {
    let known = edition.texts.of(issue).and_then(|texts| texts.response.get(&locale.lang));
    let Some(path) = issue.narrative.as_ref().and_then(|narrative| narrative.files.get(&locale.lang)) else {
        return Vec::new();
    };
    match known {
        Some(text) => in_file(path, &text.problems),
        None => file(edition, locale, path, &issue.figures),
    }
}

fn next_steps(edition: &Edition, locale: &Locale, issue: &Issue) -> Vec<Diagnostic> {
    let text = IssueProse::new(edition, locale, issue).next_steps();
    let place = || Place::Value(issue.path.clone(), format!("next_steps/{}", locale.lang));
    text.iter().flat_map(|text| &text.problems).map(|problem| finding(place(), problem)).collect()
}

fn files<'a>(
    edition: &'a Edition,
    narrative: &'a Narrative,
    figures: &'a [Figure],
) -> impl Iterator<Item = Diagnostic> + 'a {
    edition.theme.locales.iter().flat_map(move |locale| {
        let path = narrative.files.get(&locale.lang);
        path.into_iter().flat_map(move |path| file(edition, locale, path, figures))
    })
}

fn file(edition: &Edition, locale: &Locale, path: &RelPath, figures: &[Figure]) -> Vec<Diagnostic> {
    match edition.tree.checked_text(path) {
        Err(diagnostic) => vec![*diagnostic],
        Ok(text) if text.trim().is_empty() => vec![empty(path)],
        Ok(text) => {
            let prose = Prose { edition, locale, root: "", id_prefix: "", heading_level: 3, figures };
            in_file(path, &prose.set(text, path).problems)
        }
    }
}

fn in_file(path: &RelPath, problems: &[Problem]) -> Vec<Diagnostic> {
    problems.iter().map(|problem| finding(Place::Span(path.clone(), problem.range.clone()), problem)).collect()
}

fn empty(path: &RelPath) -> Diagnostic {
    Diagnostic::error(
        "missing-narrative",
        Place::File(path.clone()),
        say!("正文是空的", "there is no text in the file"),
    )
    .help(say!("请写上正文，或删去各语言的这份正文", "write it, or remove it in every language"))
}

fn finding(place: Place, problem: &Problem) -> Diagnostic {
    Diagnostic::error(problem.rule, place, problem.message.clone()).help(problem.help.clone())
}
