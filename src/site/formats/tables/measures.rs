//! The table of measures, with a column for each field that the notice declares for them.

use super::columns::{
    COMPLETED_ON, Column, DUE_TEXT, INTEGER, ISSUE, LAST_DAY, ORIGINAL_DUE, STRING, TITLE, declared_by,
};
use super::{Table, title};
use crate::notice::edition::Edition;
use crate::notice::{FieldHolder, FieldValue, Issue, Measure};
use crate::site::declared;
use crate::text::locale::Locale;
use crate::value::{Date, Text};

/// Every measure.
pub(super) static MEASURE_TABLE: Table = Table {
    name: "measures",
    columns: &[
        ISSUE,
        TITLE,
        Column("measure", INTEGER, "是这一项的第几条措施。Which measure of the entry it is."),
        Column("label", STRING, "原文的编号；没有为空。What it is numbered by; empty if that is not stated."),
        Column("text", STRING, "措施的内容。What is done."),
        Column("status", STRING, "状态代码；没有为空。Code of the status; empty if none is stated."),
        Column("status_label", STRING, "状态。The status in words."),
        Column(
            "due",
            STRING,
            "时限：年、年月或年月日；没有为空。Due date: a year, a month or a day; empty if there is none.",
        ),
        LAST_DAY,
        DUE_TEXT,
        ORIGINAL_DUE,
        COMPLETED_ON,
        Column("lead", STRING, "牵头单位的标识，多个用分号隔开。Ids of lead bodies, separated by semicolons."),
        Column(
            "responsible",
            STRING,
            "责任单位的标识，多个用分号隔开。Ids of responsible bodies, separated by semicolons.",
        ),
    ],
    own: Some(FieldHolder::Measure),
    rows: measures,
};

fn measures(edition: &Edition, locale: &Locale) -> Vec<Vec<String>> {
    let of_issue = |issue: &Issue| {
        let measures = (1..).zip(issue.record.measures.iter().zip(&issue.measure_values));
        let row = |(n, (measure, values)): (usize, (&Measure, &Vec<Option<FieldValue>>))| {
            [measure_row(issue, n, measure, locale), own_cells(edition, locale, FieldHolder::Measure, values)].concat()
        };
        measures.map(row).collect::<Vec<_>>()
    };
    edition.notice.issues.iter().flat_map(of_issue).collect()
}

fn measure_row(issue: &Issue, n: usize, measure: &Measure, locale: &Locale) -> Vec<String> {
    let date = |on: Option<Date>| on.map(|on| on.to_string()).unwrap_or_default();
    let ids = |ids: &[Text]| ids.iter().map(Text::as_str).collect::<Vec<_>>().join(";");
    let status = measure.status.as_ref();
    let due = measure.due.map(|due| *due);
    vec![
        issue.key.to_string(),
        title(locale, issue),
        n.to_string(),
        measure.label.as_ref().map(|label| label.text(locale.lang).to_owned()).unwrap_or_default(),
        measure.text.text(locale.lang).to_owned(),
        status.map(ToString::to_string).unwrap_or_default(),
        status.map(|status| locale.text(&format!("status.{status}"))).unwrap_or_default(),
        date(due),
        date(due.map(Date::last_day)),
        measure.due_text.as_ref().map_or_else(String::new, |text| text.text(locale.lang).to_owned()),
        date(measure.original_due.map(|on| *on)),
        date(measure.completed_on.map(|on| *on)),
        ids(&measure.lead),
        ids(&measure.responsible),
    ]
}

/// Returns a cell for each field that a notice declares for its issues or measures.
fn own_cells(edition: &Edition, locale: &Locale, holder: FieldHolder, values: &[Option<FieldValue>]) -> Vec<String> {
    let cell = |at: usize| values[at].as_ref().map(|value| declared::plain(edition, locale, at, value));
    declared_by(&edition.notice, holder).map(|(at, _)| cell(at).unwrap_or_default()).collect()
}
