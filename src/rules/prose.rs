//! What is wrong with Markdown: in the text itself, and with the names and addresses in it.

use super::sense::MISSING_NARRATIVE;
use crate::diagnostic::{Diagnostic, Place, nearest};
use crate::notice::edition::Edition;
use crate::notice::{EditorNotes, Figure, Issue, Passage};
use crate::say;
use crate::site::MarkdownRenderer;
use crate::text::markdown::{Doc, Problem, UNKNOWN_FIGURE};
use crate::value::{RelPath, Text};

pub(super) fn check(edition: &Edition) -> Vec<Diagnostic> {
    let notice = &edition.notice;
    let part = notice.accountability.as_ref();
    let whole = notice.articles.iter().map(|article| (&article.narrative, &notice.record.stated));
    let whole = whole.chain(part.and_then(|part| Some((part.narrative.as_ref()?, &part.record.figures))));
    let mut found: Vec<Diagnostic> = whole
        .flat_map(|(narrative, figures)| narrative.passages().into_iter().map(move |passage| (passage, figures)))
        .flat_map(|(passage, figures)| problems(edition, &passage, figures))
        .collect();
    found.extend(noted(&notice.path, notice.record.editor_notes()));
    found.extend(part.iter().flat_map(|part| noted(&part.path, part.record.editor_notes())));
    found.extend(notice.issues.iter().flat_map(|issue| noted(&issue.path, issue.editor_notes())));
    found
}

/// Returns diagnostics for figures that an editor's note names and the record does not have.
fn noted(path: &RelPath, notes: EditorNotes<'_>) -> Vec<Diagnostic> {
    let unknown = |id: &Text| {
        let help = match nearest(id, notes.known()) {
            Some(near) => say!("是不是“{near}”？", "did you mean `{near}`?"),
            None => say!("请写这条记录里数据的标识", "write the id of a figure of this record"),
        };
        let message = say!("编者注指的数据“{id}”不存在", "there is no figure `{id}` for the note to stand at");
        Diagnostic::of(UNKNOWN_FIGURE, Place::span(path, id.span()), message).help(help)
    };
    notes.unknown().into_iter().map(unknown).collect()
}

pub(super) fn of_issue(edition: &Edition, issue: &Issue) -> Vec<Diagnostic> {
    let passages = issue.markdown(&edition.tree);
    let silent = passages.iter().filter(|passage| is_silent(passage)).map(empty);
    passages.iter().flat_map(|passage| problems(edition, passage, &issue.record.figures)).chain(silent).collect()
}

/// Whether a narrative has marks and no words, or headings alone, and nothing else is wrong with it.
fn is_silent(passage: &Passage<'_>) -> bool {
    let silent = |doc: &Doc| !doc.source().trim().is_empty() && doc.problems().is_empty() && doc.is_silent();
    passage.is_file() && passage.doc().is_some_and(silent)
}

fn problems(edition: &Edition, passage: &Passage<'_>, figures: &[Figure]) -> Vec<Diagnostic> {
    let locale = passage.lang.and_then(|lang| edition.theme.locales.iter().find(|locale| locale.lang == lang));
    let (Some(doc), Some(locale)) = (passage.doc(), locale) else { return Vec::new() };
    if doc.source().trim().is_empty() {
        return passage.is_file().then(|| empty(passage)).into_iter().collect();
    }
    let notes = EditorNotes::default();
    let prose = MarkdownRenderer { edition, locale, root: "", id_prefix: "", heading_level: 3, figures, notes };
    let found = |problem: &Problem| {
        Diagnostic::of(problem.rule, passage.place(problem.range.clone()), problem.message.clone())
            .help(problem.help.clone())
            .fix(passage.edits(&problem.fix))
    };
    let unresolved = prose.unresolved(doc, passage.path);
    doc.problems().iter().chain(&unresolved).map(found).collect()
}

fn empty(passage: &Passage<'_>) -> Diagnostic {
    let message = say!("正文是空的", "there is no text in the file");
    Diagnostic::of(&MISSING_NARRATIVE, Place::File(passage.path.clone()), message)
        .help(say!("请写上正文，或删去各语言的这份正文", "write it, or remove it in every language"))
}
