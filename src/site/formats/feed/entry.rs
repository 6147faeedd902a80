//! What the feed tells of an event: of the notice, of a change of status, or of a correction.

use super::FeedEntry;
use super::identity::{id_of, tell_apart};
use crate::notice::edition::Edition;
use crate::notice::lists::{Event, EventKind};
use crate::notice::{Issue, IssueId, Notice};
use crate::site::{PageKind, headed, is_named_otherwise, issue_name};
use crate::text::locale::{Argument, Locale};

/// Returns what is told of an event. Its id depends on what else is told of the same issue, or of the notice.
pub(super) fn entry(edition: &Edition, locale: &Locale, event: &Event) -> Option<FeedEntry> {
    let notice = &edition.notice;
    let (mut entries, changes) = match event.issue {
        Some(id) => of_issue(notice, locale, id),
        None => (of_notice(edition, locale), 1),
    };
    tell_apart(&mut entries);
    let nth = match event.what {
        EventKind::Published => 0,
        EventKind::Status(nth) => nth,
        EventKind::Correction(nth) => changes + nth,
    };
    entries.into_iter().nth(nth)
}

/// Returns the changes of an issue and then its corrections, and how many changes there are.
fn of_issue(notice: &Notice, locale: &Locale, id: IssueId) -> (Vec<FeedEntry>, usize) {
    let (issue, href) = (notice.issue(id), PageKind::Issue(id).href(notice));
    let entries = changes(notice, locale, issue, &href).chain(corrections(notice, locale, issue, &href)).collect();
    (entries, issue.record.history.len())
}

/// Returns that the notice was published, and then its corrections.
fn of_notice(edition: &Edition, locale: &Locale) -> Vec<FeedEntry> {
    let notice = &edition.notice;
    let lang = locale.lang;
    let published = FeedEntry {
        id: "notice".to_owned(),
        title: notice.record.title.text(lang).to_owned(),
        on: *notice.record.issued_on,
        href: "index.html".to_owned(),
        summary: headed(edition, locale, notice.record.summary.text(lang)),
    };
    let original = notice.default_language();
    let corrections = notice.record.corrections.iter().map(|correction| FeedEntry {
        id: id_of("notice:correction", correction.on, correction.text.text(original)),
        title: locale.text("issue.corrections"),
        on: correction.on,
        href: "index.html".to_owned(),
        summary: correction.text.text(lang).to_owned(),
    });
    std::iter::once(published).chain(corrections).collect()
}

fn changes<'a>(
    notice: &'a Notice,
    locale: &'a Locale,
    issue: &'a Issue,
    href: &'a str,
) -> impl Iterator<Item = FeedEntry> + 'a {
    let history = &issue.record.history;
    history.iter().map(move |change| {
        let status = locale.text(&format!("status.{}", change.status));
        FeedEntry {
            id: id_of(&format!("issue-{}:status", issue.key), *change.on, change.status.as_str()),
            title: titled(notice, locale, "feed.change", issue, &status),
            on: *change.on,
            href: href.to_owned(),
            summary: change.note.as_ref().map_or(status, |note| note.text(locale.lang).to_owned()),
        }
    })
}

fn corrections<'a>(
    notice: &'a Notice,
    locale: &'a Locale,
    issue: &'a Issue,
    href: &'a str,
) -> impl Iterator<Item = FeedEntry> + 'a {
    let original = notice.default_language();
    issue.record.corrections.iter().map(move |correction| FeedEntry {
        id: id_of(&format!("issue-{}:correction", issue.key), correction.on, correction.text.text(original)),
        title: titled(notice, locale, "feed.correction", issue, ""),
        on: correction.on,
        href: href.to_owned(),
        summary: correction.text.text(locale.lang).to_owned(),
    })
}

fn titled(notice: &Notice, locale: &Locale, key: &str, issue: &Issue, status: &str) -> String {
    if is_named_otherwise(notice, locale.lang, issue) {
        let name = issue_name(notice, locale, issue);
        let arguments = [("name", &*name), ("status", status)];
        return locale.say(&format!("{key}_named"), &arguments.map(|(name, text)| (name, Argument::Text(text))));
    }
    let number = issue.label(locale.lang);
    let title = issue.record.title.text(locale.lang);
    locale.say(
        key,
        &[("number", Argument::Text(&number)), ("title", Argument::Text(title)), ("status", Argument::Text(status))],
    )
}
