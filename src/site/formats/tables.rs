//! Tables for analysis: [`TABLES`], one row a file. One thing a row, numbers as numbers, dates and codes as machines read them.

mod columns;
mod deadlines;
mod figures;
mod measures;
mod persons;
mod statuses;

use super::csv::{harmless, written};
use crate::notice::edition::Edition;
use crate::notice::{FieldHolder, Issue, Notice};
use crate::text::locale::Locale;
use crate::value::Lang;
use columns::{Column, STRING, TableColumn, declared_by};
use deadlines::DEADLINE_TABLE;
use figures::FIGURE_TABLE;
use measures::MEASURE_TABLE;
use persons::PERSON_TABLE;
use statuses::STATUS_TABLE;

/// A table.
pub(super) struct Table {
    /// Its name, which is that of its file without ending.
    pub name: &'static str,
    /// The columns that every notice has.
    columns: &'static [Column],
    /// Whose declared fields are columns behind them.
    own: Option<FieldHolder>,
    /// Its rows, a cell for each column.
    rows: fn(&Edition, &Locale) -> Vec<Vec<String>>,
}

impl Table {
    /// Returns its columns in a notice, with what the declared ones hold in a language.
    pub(super) fn columns(&self, notice: &Notice, lang: Lang) -> Vec<TableColumn> {
        let known = self.columns.iter().map(|Column(name, kind, meaning)| TableColumn {
            name: (*name).to_owned(),
            kind,
            meaning: (*meaning).to_owned(),
        });
        let own = self.own.into_iter().flat_map(|holder| declared_by(notice, holder));
        known.chain(own.map(|(_, field)| TableColumn::of_declared(field, lang))).collect()
    }
}

/// Every table.
pub(super) static TABLES: [&Table; 5] = [&FIGURE_TABLE, &STATUS_TABLE, &DEADLINE_TABLE, &PERSON_TABLE, &MEASURE_TABLE];

/// Returns a table in a language.
fn write(edition: &Edition, lang: Lang, table: &Table) -> Vec<u8> {
    let columns = table.columns(&edition.notice, lang);
    let is_text = |at: usize| columns[at].kind == STRING;
    let heads = columns.iter().map(|column| column.name.clone()).collect();
    let guarded = |(at, cell): (usize, String)| if is_text(at) { harmless(cell) } else { cell };
    let rows = (table.rows)(edition, edition.theme.locale(lang)).into_iter();
    let rows = rows.map(|row| row.into_iter().enumerate().map(guarded).collect());
    written(0, std::iter::once(heads).chain(rows))
}

pub(super) fn write_figures(edition: &Edition, lang: Lang) -> Vec<u8> {
    write(edition, lang, &FIGURE_TABLE)
}

pub(super) fn write_statuses(edition: &Edition, lang: Lang) -> Vec<u8> {
    write(edition, lang, &STATUS_TABLE)
}

pub(super) fn write_deadlines(edition: &Edition, lang: Lang) -> Vec<u8> {
    write(edition, lang, &DEADLINE_TABLE)
}

pub(super) fn write_persons(edition: &Edition, lang: Lang) -> Vec<u8> {
    write(edition, lang, &PERSON_TABLE)
}

/// The file of measures, if there are any.
pub(super) fn measure_files(edition: &Edition) -> Vec<String> {
    let has_measures = edition.notice.issues.iter().any(|issue| !issue.record.measures.is_empty());
    has_measures.then(|| MEASURES.to_owned()).into_iter().collect()
}

/// Where the measures are published.
pub(super) const MEASURES: &str = "data/measures.csv";

pub(super) fn write_measures(edition: &Edition, lang: Lang, _part: usize) -> Vec<u8> {
    write(edition, lang, &MEASURE_TABLE)
}

/// Returns the word of a choice, as records write it.
fn word(choice: &impl serde::Serialize) -> String {
    serde_json::to_value(choice).ok().and_then(|word| word.as_str().map(str::to_owned)).unwrap_or_default()
}

fn title(locale: &Locale, issue: &Issue) -> String {
    issue.record.title.text(locale.lang).to_owned()
}
