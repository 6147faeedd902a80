//! `feed.xml` (Atom, RFC 4287): the notice, changes of status and corrections, newest first; older ones in archives (RFC 5005).

mod entry;
mod identity;

use super::xml::Xml;
use crate::notice::edition::Edition;
use crate::site::issuer;
use crate::value::{Date, Lang};
use entry::entry;
use identity::identity;

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

/// Noon, Greenwich: the day is the same from the Americas to China. Of a month, a quarter or a year that is not over, the day of the edition:
/// nothing lies in the future.
fn instant(as_of: Date, date: Date) -> String {
    let is_running = as_of.is_before(date.last_day()) && !as_of.is_before(date.first_day());
    let day = if is_running { as_of } else { date };
    format!("{}T12:00:00Z", day.last_day())
}

#[cfg(test)]
mod tests {
    use super::instant;
    use crate::value::Date;

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
