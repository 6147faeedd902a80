//! Ids of the feed and of its entries, which never change (RFC 4287, 4.2.6).

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::FeedEntry;
use crate::notice::edition::Edition;
use crate::site::issuer;
use crate::value::Date;

/// Gives those entries a number of their own that would have the id of another: the same was said of the same twice on one day.
pub(super) fn tell_apart(entries: &mut [FeedEntry]) {
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
pub(super) fn id_of(of: &str, on: Date, said: &str) -> String {
    let digest: String = Sha256::digest(said).iter().take(6).map(|b| format!("{b:02x}")).collect();
    format!("{of}:{on}:{digest}")
}

/// A name that stays the same wherever the site is published: of the issuer, the title and the date (a URN in the informal sense of RFC 4151).
pub(super) fn identity(edition: &Edition) -> String {
    let notice = &edition.notice;
    let lang = notice.default_language();
    let issuer = issuer(&notice.record, edition.theme.locale(lang));
    let name = format!("{issuer}\n{}\n{}", notice.record.title.text(lang), notice.record.issued_on);
    let hash: String = Sha256::digest(name).iter().take(16).map(|b| format!("{b:02x}")).collect();
    format!("urn:gongkai:{hash}")
}

#[cfg(test)]
mod tests {
    use super::{id_of, tell_apart};
    use crate::site::formats::feed::FeedEntry;
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
}
