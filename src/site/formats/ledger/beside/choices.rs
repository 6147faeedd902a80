//! The sheet of words that columns may have.

use crate::notice::FieldType;
use crate::notice::fields::{self, FieldKind, STATUS};
use crate::site::formats::ledger::cells::{CHOICES, Cells};
use crate::site::formats::ledger::table::{LedgerRows, LedgerTable};
use crate::site::formats::xlsx::{Cell, Style};

/// The words of the columns that have a list of their own: the column, the code of the word, and the word, which stands last.
pub(super) fn choices(cells: Cells<'_>) -> LedgerTable<'_> {
    let columns = [
        ("field", "ledger.columns.field", 16),
        ("id", "ledger.columns.code", 24),
        ("name", "ledger.columns.choice", 24),
    ];
    let rows = move || {
        let words = words(cells)
            .into_iter()
            .flat_map(|(field, words)| words.into_iter().map(move |(code, word)| [field.clone(), code, word]));
        words.map(|row| row.map(|text| Cell::text(Style::Word, text)).into()).collect()
    };
    LedgerTable {
        id: CHOICES,
        columns: columns.map(|(id, message, width)| cells.column(id, message, width)).into(),
        rows: vec![LedgerRows::of(rows)],
    }
}

/// Each column with words of its own, by its name, and its words with their codes.
fn words(cells: Cells<'_>) -> Vec<(String, Vec<(String, String)>)> {
    let notice = cells.notice();
    let lang = cells.locale.lang;
    let mut all = Vec::new();
    for field in fields::fields_of(notice) {
        let FieldKind::Word(prefix, _) = field.kind else { continue };
        let codes: Vec<String> = match prefix {
            STATUS => notice.vocabulary.statuses.iter().map(|status| status.id.to_string()).collect(),
            "answer" => notice.vocabulary.responses.iter().map(|response| response.id.to_string()).collect(),
            _ => ["stated", "inferred"].map(str::to_owned).into(),
        };
        let word = |code: String| (code.clone(), cells.locale.text(&format!("{prefix}.{code}")));
        all.push((field.key.to_owned(), codes.into_iter().map(word).collect()));
    }
    for field in notice.record.fields.iter().filter(|field| field.kind == FieldType::Choice) {
        let words = field.choices.iter().map(|choice| (choice.id.to_string(), choice.label.text(lang).to_owned()));
        all.push((field.id.to_string(), words.collect()));
    }
    all
}
