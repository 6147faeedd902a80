//! `feed.xml` (Atom, RFC 4287): the notice, changes of status and corrections, newest first; older ones in archives (RFC 5005).

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::xml::Xml;
use crate::notice::edition::Edition;
use crate::notice::lists::{Event, EventKind};
use crate::notice::{Issue, IssueId, Notice};
use crate::site::{PageKind, headed, is_named_otherwise, issue_name, issuer};
use crate::text::locale::{Argument, Locale};
use crate::value::{Date, Lang};

/// What happened on a day.
struct FeedEntry {
    id: String,
    title: String,
    on: Date,
    href: String,
    summary: String,
}

/// The file that readers of feeds ask for.
pub(super) const PATH: &str = "feed.xml";

/// How many entries an archive has, and the feed at least: the newest (RFC 5005).
const NEWEST: usize = 100;

/// Returns the feed and its archives, the oldest entries first: an archive that is full stays as it is.
pub(super) fn files(edition: &Edition) -> Vec<String> {
    let archives = edition.lists.events.len().saturating_sub(NEWEST) / NEWEST;
    std::iter::once(PATH.to_owned()).chain((1..=archives).map(archive)).collect()
}

fn archive(number: usize) -> String {
    format!("feed-{number}.xml")
}

/// Returns the feed, or an archive of it by its number, counted from 1.
pub(super) fn write(edition: &Edition, lang: Lang, part: usize) -> Vec<u8> {
    let notice = &edition.notice;
    let locale = edition.theme.locale(lang);
    // Without the address of the site links are relative to the feed, which stands in the folder of its language.
    let base =
        notice.base_url.as_ref().map(|base| format!("{base}{}", super::folder(edition, lang))).unwrap_or_default();
    let events = &edition.lists.events;
    let archives = events.len().saturating_sub(NEWEST) / NEWEST;
    let oldest = events.len() - archives * NEWEST;
    let shown = match part {
        0 => &events[..oldest],
        part => &events[events.len() - part * NEWEST..events.len() - (part - 1) * NEWEST],
    };
    let id = identity(edition);
    let mut xml = Xml::new();
    let history = [("xmlns:fh", "http://purl.org/syndication/history/1.0")];
    let attributes = [("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", &*locale.rules.language.tag)];
    let is_archived = if archives > 0 { &history[..] } else { &[] };
    xml.open("feed", &[&attributes, is_archived].concat());
    xml.text("title", notice.record.title.text(lang));
    xml.text("id", &format!("{id}:{lang}"));
    xml.text("updated", &instant(edition.as_of, shown.first().map_or(*notice.record.issued_on, |event| event.on)));
    xml.open("author", &[]);
    xml.text("name", &issuer(&notice.record, locale));
    xml.close("author");
    xml.empty("link", &[("rel", "alternate"), ("type", "text/html"), ("href", &format!("{base}index.html"))]);
    let mut link = |rel: &str, name: &str| {
        xml.empty("link", &[("rel", rel), ("type", "application/atom+xml"), ("href", &format!("{base}{name}"))]);
    };
    if notice.base_url.is_some() {
        link("self", &if part == 0 { PATH.to_owned() } else { archive(part) });
    }
    if part > 0 {
        link("current", PATH);
    }
    let (earlier, later) = if part == 0 { (archives, 0) } else { (part - 1, part + 1) };
    if earlier > 0 {
        link("prev-archive", &archive(earlier));
    }
    if (1..=archives).contains(&later) {
        link("next-archive", &archive(later));
    }
    if part > 0 {
        xml.empty("fh:archive", &[]);
    }
    for event in shown {
        let Some(entry) = entry(edition, locale, event) else { continue };
        xml.open("entry", &[]);
        xml.text("title", &entry.title);
        xml.text("id", &format!("{id}:{lang}:{}", entry.id));
        xml.text("updated", &instant(edition.as_of, entry.on));
        xml.empty("link", &[("rel", "alternate"), ("type", "text/html"), ("href", &format!("{base}{}", entry.href))]);
        xml.text("summary", &entry.summary);
        xml.close("entry");
    }
    xml.close("feed");
    xml.finish()
}

/// Gives those entries a number of their own that would have the id of another: the same was said of the same twice on one day.
fn tell_apart(entries: &mut [FeedEntry]) {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for entry in entries {
        let n = seen.entry(entry.id.clone()).or_default();
        *n += 1;
        if *n > 1 {
            entry.id = format!("{}:{n}", entry.id);
        }
    }
}

/// Returns the id of an entry (RFC 4287, 4.2.6: it never changes and is that of no other): of what it is, the day, and a digest of what it says,
/// so that it stays the same whatever else is recorded before or behind it.
fn id_of(of: &str, on: Date, said: &str) -> String {
    let digest: String = Sha256::digest(said).iter().take(6).map(|b| format!("{b:02x}")).collect();
    format!("{of}:{on}:{digest}")
}

/// A name that stays the same wherever the site is published: of the issuer, the title and the date (a URN in the informal sense of RFC 4151).
fn identity(edition: &Edition) -> String {
    let notice = &edition.notice;
    let lang = notice.default_language();
    let issuer = issuer(&notice.record, edition.theme.locale(lang));
    let name = format!("{issuer}\n{}\n{}", notice.record.title.text(lang), notice.record.issued_on);
    let hash: String = Sha256::digest(name).iter().take(16).map(|b| format!("{b:02x}")).collect();
    format!("urn:gongkai:{hash}")
}

/// Noon, Greenwich: the day is the same from the Americas to China. Of a month, a quarter or a year that is not over, the day of the edition:
/// nothing lies in the future.
fn instant(as_of: Date, date: Date) -> String {
    let is_running = as_of.is_before(date.last_day()) && !as_of.is_before(date.first_day());
    let day = if is_running { as_of } else { date };
    format!("{}T12:00:00Z", day.last_day())
}

/// Returns what is told of an event. Its id depends on what else is told of the same issue, or of the notice.
fn entry(edition: &Edition, locale: &Locale, event: &Event) -> Option<FeedEntry> {
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

#[cfg(test)]
mod tests {
    use super::{FeedEntry, id_of, instant, tell_apart};
    use crate::value::Date;

    #[test]
    fn an_id_is_that_of_what_is_said_and_of_no_other() {
        let on = "2025-09-15".parse::<Date>().expect("a date");
        assert_eq!(id_of("issue-1:correction", on, "甲"), "issue-1:correction:2025-09-15:33e3580c0931");
        let entry = |said: &str| {
            let (title, href, summary) = (String::new(), String::new(), String::new());
            FeedEntry { id: id_of("notice:correction", on, said), title, on, href, summary }
        };
        let ids = |entries: &mut [FeedEntry]| {
            tell_apart(entries);
            entries.iter().map(|entry| entry.id.clone()).collect::<Vec<_>>()
        };
        let [one, other] = ["甲", "乙"].map(|said| ids(&mut [entry(said)]).remove(0));
        assert_eq!(ids(&mut [entry("乙"), entry("甲"), entry("甲")]), [other, one.clone(), format!("{one}:2")]);
    }

    #[test]
    fn no_instant_lies_behind_the_day_of_the_edition_but_of_what_lies_there_whole() {
        let date = |text: &str| text.parse::<Date>().expect("a date");
        for (on, says) in [
            ("2025-09", "2025-09-15"),
            ("2025", "2025-09-15"),
            ("2025-09-03", "2025-09-03"),
            ("2025-08", "2025-08-31"),
            ("2025-09-20", "2025-09-20"),
        ] {
            assert_eq!(instant(date("2025-09-15"), date(on)), format!("{says}T12:00:00Z"));
        }
    }
}
