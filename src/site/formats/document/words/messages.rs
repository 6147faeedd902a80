//! How messages and dates of a document are written.

use crate::site::formats::docx::Docx;
use crate::site::parts::Parts;

/// Messages that whoever imports the document reads back: a theme may have words of its own.
pub const READ_BACK: [&str; 29] = [
    "basis.mark",
    "data.columns.completed_on.title",
    "data.columns.due.title",
    "data.columns.lead.title",
    "data.columns.responsible.title",
    "data.item",
    "document.joiner",
    "document.measure",
    "editor_notes.label",
    "head.colon",
    "head.comma",
    "head.space",
    "issue.counted_as",
    "issue.no_due",
    "issue.original_due",
    "ledger.columns.figure",
    "ledger.columns.value",
    "metadata.as_of",
    "metadata.between",
    "metadata.dated",
    "metadata.publicity_open",
    "metadata.publicity_over",
    "metadata.publicity_to_come",
    "metadata.since",
    "metadata.until",
    "numbering.part",
    "numbering.section",
    "numbering.topic",
    "numbering.labelled",
];

/// Says how messages are written. Brackets keep the blanks around them.
pub(super) fn messages(docx: &mut Docx, parts: &Parts<'_>) {
    for key in READ_BACK {
        docx.word(format!("message {key}"), format!("[{}]", parts.locale.text(key)));
    }
}

/// Says how dates are set.
pub(super) fn dates(docx: &mut Docx, parts: &Parts<'_>) {
    let dates = &parts.locale.rules.dates;
    let written = [("year", &dates.year), ("month", &dates.month), ("day", &dates.day)];
    written.into_iter().for_each(|(part, pattern)| docx.word(format!("date {part}"), pattern.clone()));
    if !dates.months.is_empty() {
        docx.word("date months".to_owned(), dates.months.join("|"));
    }
}
