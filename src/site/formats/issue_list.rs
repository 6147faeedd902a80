//! `issue-list.js`: what the list of all issues is filtered by, where it is on several pages. A classic script, so that it also loads from a
//! folder (`file://`). Words that many issues share stand in it once.

use serde_json::{Value, json};

use crate::notice::edition::Edition;
use crate::site::parts::{IssueRow, Parts};
use crate::site::plan::{PageKind, cuts};
use crate::text::locale::Argument;
use crate::value::{Lang, StatusBasis};

/// Where it is published, below the folder of its language.
pub(super) const PATH: &str = "issue-list.js";

pub(super) fn files(edition: &Edition) -> Vec<String> {
    let is_long = cuts(edition, PageKind::Issues).pages() > 1;
    is_long.then(|| PATH.to_owned()).into_iter().collect()
}

pub(super) fn write(edition: &Edition, lang: Lang, _: usize) -> Vec<u8> {
    let parts = Parts { edition, locale: edition.theme.locale(lang) };
    let mut shared = SharedWords::default();
    let rows: Vec<Value> = parts.notice().issue_ids().map(|id| row(&parts, &mut shared, parts.row(id))).collect();
    let list = json!({"shared": shared.0, "rows": rows});
    // The list may be there before the script that reads it, or after.
    format!("window.gongkaiIssueList = {list};\n").into_bytes()
}

/// Words by their number.
#[derive(Default)]
struct SharedWords(Vec<String>);

impl SharedWords {
    fn number(&mut self, words: String) -> usize {
        let known = self.0.iter().position(|known| *known == words);
        known.unwrap_or_else(|| {
            self.0.push(words);
            self.0.len() - 1
        })
    }
}

/// An issue: number, title and address, then by number status, section with title and address, units and fields; whether the status is
/// inferred; the deadline in digits and in words; the response; how long it is overdue, in words; whether it says that there is no deadline.
fn row(parts: &Parts<'_>, shared: &mut SharedWords, row: IssueRow) -> Value {
    let section: Vec<usize> =
        row.section.into_iter().flat_map(|s| [s.slug, s.short_title, s.href]).map(|w| shared.number(w)).collect();
    let units: Vec<usize> = row.units.into_iter().map(|unit| shared.number(unit)).collect();
    let fields: Vec<usize> = row.fields.into_iter().map(|field| shared.number(field)).collect();
    let overdue = row.overdue.map(|days| {
        let (n, date) = (u64::try_from(days).unwrap_or(0), parts.locale.date(parts.edition.as_of));
        parts.locale.say("issue.overdue", &[("n", Argument::Count(n)), ("date", Argument::Text(&date))])
    });
    json!([
        row.number,
        row.title,
        row.href,
        shared.number(row.status),
        section,
        units,
        fields,
        u8::from(row.basis == StatusBasis::Inferred),
        row.due.map(|due| due.to_string()).unwrap_or_default(),
        row.due_text.unwrap_or_default(),
        row.answer.unwrap_or_default(),
        overdue.unwrap_or_default(),
        u8::from(row.no_due),
    ])
}
