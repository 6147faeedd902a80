//! The table of deadlines: of issues, of their items and of their measures.

use super::columns::{COMPLETED_ON, Column, DUE_TEXT, INTEGER, ISSUE, LAST_DAY, ORIGINAL_DUE, STRING, TITLE};
use super::{Table, title};
use crate::notice::edition::Edition;
use crate::notice::{Issue, Item, Measure};
use crate::text::locale::Locale;
use crate::value::{Date, Localized, Spanned, Text};

/// Every deadline.
pub(super) static DEADLINE_TABLE: Table = Table {
    name: "deadlines",
    columns: &[
        ISSUE,
        TITLE,
        Column("kind", STRING, "谁的时限：issue、item、measure。Whose deadline it is."),
        Column("part", STRING, "小项的标题或措施的内容。Title of the item, or text of the measure."),
        Column(
            "due",
            STRING,
            "时限：年、年月或年月日；没有为空。Due date: a year, a month or a day; empty if there is none.",
        ),
        LAST_DAY,
        DUE_TEXT,
        ORIGINAL_DUE,
        COMPLETED_ON,
        Column("status", STRING, "状态代码。Code of the status."),
        Column("days_overdue", INTEGER, "截至统计日期逾期的天数。Days past the deadline on the day of the statistics."),
    ],
    own: None,
    rows: deadlines,
};

fn deadlines(edition: &Edition, locale: &Locale) -> Vec<Vec<String>> {
    let of_issue = |issue: &Issue| {
        let record = &issue.record;
        let own = Deadline {
            kind: "issue",
            part: "",
            due: issue.due(),
            due_text: record.due_text.as_ref(),
            original_due: record.original_due.map(|on| *on),
            completed_on: record.completed_on.map(|on| *on),
            status: &record.status,
            days: issue.days_overdue(edition.as_of),
        };
        let late =
            |status: Option<&Text>, due: Option<Spanned<Date>>| days_overdue(edition, status, due.map(|due| *due));
        let items = record.items.iter().map(|item| {
            let days = late(Some(&item.status), item.due);
            Deadline { days, ..Deadline::of_item(item, locale) }
        });
        let measures = record.measures.iter().map(|measure| {
            let days = late(measure.status.as_ref(), measure.due);
            Deadline { days, ..Deadline::of_measure(measure, locale) }
        });
        let parts = items.chain(measures).filter(|deadline| deadline.due.is_some() || deadline.due_text.is_some());
        std::iter::once(own).chain(parts).map(|deadline| deadline.row(issue, locale)).collect::<Vec<_>>()
    };
    edition.notice.issues.iter().flat_map(of_issue).collect()
}

/// Days past a deadline of a part that is stated to be outstanding.
fn days_overdue(edition: &Edition, status: Option<&Text>, due: Option<Date>) -> Option<i64> {
    let status = edition.notice.vocabulary.status(status?)?;
    let days = due?.days_until(edition.as_of);
    (status.class.is_outstanding() && days > 0).then_some(days)
}

/// When an issue, an item or a measure is due.
struct Deadline<'a> {
    kind: &'static str,
    part: &'a str,
    due: Option<Date>,
    due_text: Option<&'a Localized>,
    original_due: Option<Date>,
    completed_on: Option<Date>,
    status: &'a str,
    days: Option<i64>,
}

impl<'a> Deadline<'a> {
    fn of_item(item: &'a Item, locale: &Locale) -> Deadline<'a> {
        Deadline {
            kind: "item",
            part: item.title.text(locale.lang),
            due: item.due.map(|on| *on),
            due_text: None,
            original_due: item.original_due.map(|on| *on),
            completed_on: item.completed_on.map(|on| *on),
            status: &item.status,
            days: None,
        }
    }

    fn of_measure(measure: &'a Measure, locale: &Locale) -> Deadline<'a> {
        Deadline {
            kind: "measure",
            part: measure.text.text(locale.lang),
            due: measure.due.map(|on| *on),
            due_text: measure.due_text.as_ref(),
            original_due: measure.original_due.map(|on| *on),
            completed_on: measure.completed_on.map(|on| *on),
            status: measure.status.as_ref().map_or("", |status| status.as_str()),
            days: None,
        }
    }

    fn row(&self, issue: &Issue, locale: &Locale) -> Vec<String> {
        let date = |on: Option<Date>| on.map(|on| on.to_string()).unwrap_or_default();
        vec![
            issue.key.to_string(),
            title(locale, issue),
            self.kind.to_owned(),
            self.part.to_owned(),
            date(self.due),
            date(self.due.map(Date::last_day)),
            self.due_text.map_or_else(String::new, |text| text.text(locale.lang).to_owned()),
            date(self.original_due),
            date(self.completed_on),
            self.status.to_owned(),
            self.days.map(|days| days.to_string()).unwrap_or_default(),
        ]
    }
}
