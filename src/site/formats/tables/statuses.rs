//! The table of statuses, those that were and those that are.

use super::columns::{BOOLEAN, Column, ISSUE, STRING, TITLE};
use super::{Table, title, word};
use crate::notice::edition::Edition;
use crate::notice::{Change, Issue};
use crate::text::locale::Locale;
use crate::value::{Date, StatusBasis};

/// Every status, with those before it.
pub(super) static STATUS_TABLE: Table = Table {
    name: "statuses",
    columns: &[
        ISSUE,
        TITLE,
        Column("item", STRING, "小项的标题；这一项本身为空。Title of the item; empty for the entry itself."),
        Column(
            "date",
            STRING,
            "从哪一天起；现状写截至日期。From which day on; for the present status the day that it is known of.",
        ),
        Column("status", STRING, "状态代码。Code of the status."),
        Column("label", STRING, "状态。The status in words."),
        Column("basis", STRING, "状态是写明的还是推定的：stated、inferred。Whether the status is stated or inferred."),
        Column("is_current", BOOLEAN, "是否为现状。Whether it is the present status."),
        Column("note", STRING, "说明。A note."),
    ],
    own: None,
    rows: statuses,
};

fn statuses(edition: &Edition, locale: &Locale) -> Vec<Vec<String>> {
    let records = *edition.notice.record.as_of;
    let known_on = if records.ends_before(edition.as_of) { records } else { edition.as_of };
    let of_issue = |issue: &Issue| {
        let row = |item: &str, on: Date, status: &str, basis: String, is_current: bool, note: &str| {
            let head = [issue.key.to_string(), title(locale, issue), item.to_owned(), on.to_string()];
            let label = locale.text(&format!("status.{status}"));
            let said = [status.to_owned(), label, basis, is_current.to_string(), note.to_owned()];
            [head.to_vec(), said.to_vec()].concat()
        };
        let changes = |item: &str, history: &[Change]| {
            let note = |change: &Change| change.note.as_ref().map_or("", |note| note.text(locale.lang)).to_owned();
            let change = |change: &Change| {
                row(item, *change.on, &change.status, word(&StatusBasis::Stated), false, &note(change))
            };
            history.iter().map(change).collect::<Vec<_>>()
        };
        let record = &issue.record;
        let mut rows = changes("", &record.history);
        rows.push(row("", known_on, &record.status, word(&record.status_basis), true, ""));
        for item in &record.items {
            let name = item.title.text(locale.lang);
            rows.extend(changes(name, &item.history));
            rows.push(row(name, known_on, &item.status, word(&item.status_basis), true, ""));
        }
        rows
    };
    edition.notice.issues.iter().flat_map(of_issue).collect()
}
