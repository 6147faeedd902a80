//! A diagnostic about changes of which readers are not told, with the entry that would tell them.

use super::UNTOLD_CHANGE;
use super::shown::PublishedChange;
use super::told;
use crate::diagnostic::{Diagnostic, Message, Place};
use crate::notice::Issue;
use crate::notice::edition::Edition;
use crate::notice::fields::ToldIn;
use crate::say;
use crate::text::locale::Locale;
use crate::value::{Lang, RelPath};

/// The list in which readers should be told.
pub(super) struct ReaderList<'a> {
    /// Which one.
    pub(super) kind: ToldIn,
    /// Whether it has no entry yet.
    pub(super) is_empty: bool,
    /// The file that it stands in.
    pub(super) path: &'a RelPath,
    /// The issue whose record that is; none for the notice itself.
    pub(super) issue: Option<&'a Issue>,
}

/// Returns the diagnostic about changes in a file; none if there are none.
pub(super) fn of(
    edition: &Edition,
    list: &ReaderList<'_>,
    path: &RelPath,
    untold: &[&PublishedChange<'_>],
) -> Option<Diagnostic> {
    let first = untold.first()?;
    let place = first.at.clone().unwrap_or_else(|| Place::File(path.clone()));
    Some(Diagnostic::of(&UNTOLD_CHANGE, place, message(edition, list, untold)).help(help(edition, list, untold)))
}

fn message(edition: &Edition, list: &ReaderList<'_>, untold: &[&PublishedChange<'_>]) -> Message {
    let said = |lang: &str| {
        let locale = for_authors(edition, lang);
        untold.iter().map(|change| told::sentence(change, locale)).collect::<Vec<_>>()
    };
    let (zh, en) = (said("zh").concat(), said("en").join(" "));
    match list.issue.map(Issue::name) {
        Some(name) => say!(
            "问题 {name} 与已公布的不一致，却没有说明：{zh}",
            "issue {name} is not as published, and readers are not told: {en}"
        ),
        None => say!("与已公布的不一致，却没有说明：{zh}", "this is not as published, and readers are not told: {en}"),
    }
}

fn help(edition: &Edition, list: &ReaderList<'_>, untold: &[&PublishedChange<'_>]) -> Message {
    let (path, key) = (list.path, list.kind.key());
    let (course, others): (Vec<_>, Vec<_>) = untold.iter().partition(|change| change.is_of_course());
    let course = (!course.is_empty()).then_some(course);
    let told_together = others.iter().map(std::slice::from_ref).chain(course.as_deref());
    let mut entries: Vec<String> = told_together.map(|changes| entry(edition, list, changes)).collect();
    entries.dedup();
    let entries = entries.join("\n");
    if list.is_empty {
        return say!(
            "请核对；确实改了，就在 {path} 末尾加上：\n{key}:\n{entries}",
            "check it; if it did change, add at the end of {path}:\n{key}:\n{entries}"
        );
    }
    say!(
        "请核对；确实改了，就在 {path} 的 {key} 里加上：\n{entries}",
        "check it; if it did change, add to `{key}` in {path}:\n{entries}"
    )
}

/// Returns the line to paste that tells of some changes: on the day that statuses and figures hold for, in every language
/// of the notice.
fn entry(edition: &Edition, list: &ReaderList<'_>, changes: &[&PublishedChange<'_>]) -> String {
    let texts = edition.theme.locales.iter().map(|locale| {
        let sentences: Vec<String> = changes.iter().map(|change| told::sentence(change, locale)).collect();
        let between = if locale.rules.language.east_asian { "" } else { " " };
        format!("{}: {}", locale.lang, serde_json::Value::from(sentences.join(between)))
    });
    let texts = texts.collect::<Vec<_>>().join(", ");
    let on = edition.notice.record.as_of.last_day();
    match (list.kind, list.issue) {
        (ToldIn::History, Some(issue)) => {
            format!("  - {{on: {on}, status: {}, note: {{{texts}}}}}", issue.record.status)
        }
        _ => format!("  - {{on: {on}, text: {{{texts}}}}}"),
    }
}

/// Returns the language of a message to authors, or the first of the notice if it has no such language.
fn for_authors<'a>(edition: &'a Edition, lang: &str) -> &'a Locale {
    let asked = Lang::of(lang).filter(|lang| edition.notice.languages.contains(lang));
    edition.theme.locale(asked.unwrap_or(edition.notice.default_language()))
}
