//! `issues.csv`: one row an issue, for spreadsheets. UTF-8 with a byte order mark, so that Excel reads Chinese.

use super::search::plain;
use crate::notice::edition::Edition;
use crate::notice::{Figure, Issue};
use crate::site::{COLUMNS, IssueProse};
use crate::text::locale::Locale;
use crate::value::{Date, Lang, Localized};

pub(super) fn write(edition: &Edition, lang: &Lang) -> Vec<u8> {
    let locale = edition.theme.locale(lang);
    let mut bytes = Vec::with_capacity(edition.room());
    bytes.extend_from_slice(b"\xEF\xBB\xBF");
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(bytes);
    let header = COLUMNS.map(|name| locale.text(&format!("data.columns.{name}.title")));
    let rows = edition.notice.issues.iter().map(|issue| COLUMNS.map(|name| cell(edition, locale, issue, name)));
    for row in std::iter::once(header).chain(rows) {
        // Writing to memory does not fail.
        let _ = writer.write_record(row.map(harmless));
    }
    writer.into_inner().unwrap_or_default()
}

fn cell(edition: &Edition, locale: &Locale, issue: &Issue, column: &str) -> String {
    let notice = &edition.notice;
    let text = |text: &Localized| text.text(&locale.lang).to_owned();
    let optional = |t: &Option<Localized>| t.as_ref().map(text).unwrap_or_default();
    let date = |date: Option<Date>| date.map(|d| d.to_string()).unwrap_or_default();
    let units =
        |units: &[usize]| units.iter().map(|unit| text(&notice.units[*unit].name)).collect::<Vec<_>>().join("; ");
    let prose = IssueProse::new(edition, locale, issue);
    match column {
        "number" => issue.number.to_string(),
        "section" => text(&notice.sections[issue.section].title),
        "topic" => text(&notice.topic(issue).title),
        "title" => text(&issue.title),
        "statement" => optional(&issue.statement),
        "status" => locale.text(&format!("status.{}", issue.status.word())),
        "status_basis" => locale.text(match issue.status_basis {
            crate::value::StatusBasis::Stated => "basis.stated",
            crate::value::StatusBasis::Inferred => "basis.inferred",
        }),
        "due" => date(issue.due),
        "original_due" => date(issue.original_due),
        "days_overdue" => issue.days_overdue(notice.as_of).map(|n| n.to_string()).unwrap_or_default(),
        "completed_on" => date(issue.completed_on),
        "verified_on" => date(issue.verified_on),
        "lead" => units(&issue.lead),
        "responsible" => units(&issue.responsible),
        "figures" => issue.figures.iter().map(|figure| labelled(locale, figure)).collect::<Vec<_>>().join("; "),
        "documents" => issue.documents.iter().map(text).collect::<Vec<_>>().join("; "),
        "response" => plain(prose.response()).into_owned(),
        "next_steps" => plain(prose.next_steps()).into_owned(),
        other => unreachable!("the column {other} has no content"),
    }
}

fn labelled(locale: &Locale, figure: &Figure) -> String {
    let value = locale.figure(figure.value, &figure.unit, figure.approx).unwrap_or_else(|| figure.value.to_string());
    locale.say(
        "data.figure",
        &[
            ("label", crate::text::locale::Argument::Text(figure.label.text(&locale.lang))),
            ("value", crate::text::locale::Argument::Text(&value)),
        ],
    )
}

/// A cell that a spreadsheet would take for a formula gets an apostrophe in front (OWASP, “CSV Injection”).
fn harmless(text: String) -> String {
    let first = text.trim_start_matches([' ', '\u{3000}']).chars().next();
    let is_formula = first.is_some_and(|c| "=+-@\t\r\n＝＋－＠".contains(c));
    if is_formula { format!("'{text}") } else { text }
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn no_cell_is_a_formula() {
        for text in ["=1+1", "+1", "-1", "@x", "\t=1", " =1", "\u{3000}＝1", "＠x"] {
            assert!(harmless(text.to_owned()).starts_with('\''), "{text}");
        }
        for text in ["26", "南平市", "CNY 1", "a=b", ""] {
            assert_eq!(harmless(text.to_owned()), text);
        }
    }
}
