//! Applies the checks of every rule to an edition: those of the notice, of attachments, of texts and of issues, each
//! once, however many rules there are.

use std::sync::LazyLock;

use super::context::Context;
use super::known::TextDiagnostics;
use super::table::RULES;
use super::{Check, ReadPassage, dates};
use crate::diagnostic::{Checked, Diagnostic};
use crate::notice::edition::Edition;
use crate::notice::{Issue, PassageGroup};
use crate::value::RelPath;

/// Returns every check of every rule.
pub(super) fn checks() -> impl Iterator<Item = &'static Check> + Clone {
    RULES.iter().flat_map(|rule| rule.check.parts())
}

/// Applies every check; `complete` says that every record could be read. What is known of issues is not looked for
/// again. The value is how many figures were read and compared.
pub fn check(edition: &Edition, complete: bool, known: &mut TextDiagnostics) -> Checked<usize> {
    let notice = &edition.notice;
    let sound = LazyLock::new(|| dates::are_in_order(notice).then_some(notice));
    let of_notice = |check: &Check| match check {
        Check::Notice(apply) => apply(edition),
        Check::Complete(apply) if complete => apply(edition),
        Check::Issue(apply) => notice.issues.iter().flat_map(|issue| apply(*sound, issue)).collect(),
        _ => Vec::new(),
    };
    let mut found = known.of_notice(edition, complete, checks().collect(), of_notice);
    found.extend(known.of_attachments(edition, check_file));
    let context = Context::of(edition, known.context());
    let mut figures = check_texts(&context, None, &notice.passages(&edition.tree)).into_value(&mut found);
    let markdown = |issue: &Issue| check_markdown(edition, issue);
    let texts = |issue: &Issue| check_texts(&context, Some(issue), &issue.passages(&edition.tree));
    figures += known.of_issues(edition, &context, markdown, texts).into_value(&mut found);
    Checked { value: figures, diagnostics: found }
}

fn check_markdown(edition: &Edition, issue: &Issue) -> Vec<Diagnostic> {
    let apply = |check: &Check| match check {
        Check::Markdown(apply) => apply(edition, issue),
        _ => Vec::new(),
    };
    checks().flat_map(apply).collect()
}

fn check_file(path: &RelPath, bytes: &[u8]) -> Vec<Diagnostic> {
    let apply = |check: &Check| match check {
        Check::File(look) => look(path, bytes),
        _ => Vec::new(),
    };
    checks().flat_map(apply).collect()
}

/// Applies the checks of texts, of an issue or of the notice, and compares the languages; the value is how many figures
/// were compared.
fn check_texts(context: &Context, issue: Option<&Issue>, groups: &[PassageGroup<'_>]) -> Checked<usize> {
    let mut found = Vec::new();
    let mut figures = 0;
    for group in groups {
        let known = group.iter().filter(|passage| passage.lang.is_some_and(|lang| context.locale(lang).is_some()));
        let read: Vec<ReadPassage<'_>> = known.map(|passage| (passage.clone(), passage.prose())).collect();
        for check in checks() {
            match check {
                Check::Text(apply) => found.extend(group.iter().flat_map(|passage| apply(context, passage))),
                Check::Prose(apply) => found.extend(read.iter().flat_map(|(text, prose)| apply(context, text, prose))),
                Check::OfIssue(compare) => found.extend(issue.iter().flat_map(|issue| compare(context, issue, &read))),
                Check::Languages(compare) => figures += compare(context, &read).into_value(&mut found),
                _ => {}
            }
        }
    }
    Checked { value: figures, diagnostics: found }
}
