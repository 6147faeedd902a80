//! The sheets beside that of issues: measures, items and figures by their issue, bodies, and the words that columns may have.

use super::cells::{self, CHOICES, Cells, UNITS};
use super::table::{CellRow, LedgerColumn, LedgerRows, LedgerTable};
use crate::notice::fields::{self, FieldKind, STATUS};
use crate::notice::{FieldHolder, FieldType, Figure, Issue, Item, Measure};
use crate::site::MarkdownRenderer;
use crate::site::formats::xlsx::{Cell, Style};
use crate::value::Text;

/// Returns the tables.
pub(super) fn tables(cells: Cells<'_>) -> Vec<LedgerTable<'_>> {
    vec![measures(cells), items(cells), figures(cells), units(cells), choices(cells)]
}

/// The rows of what issues have several of.
fn rows<'a, T: 'a>(
    cells: Cells<'a>,
    of: impl Fn(&'a Issue) -> &'a [T] + Copy + 'a,
    row: impl Fn(&'a Issue, usize, &'a T) -> CellRow + Copy + 'a,
) -> Vec<LedgerRows<'a>> {
    cells::in_pieces(cells, |issues| {
        let of_issue = move |issue: &'a Issue| {
            let key = Cell::text(Style::Word, issue.key.to_string());
            let each = of(issue).iter().enumerate();
            each.map(move |(at, one)| [vec![key.clone()], row(issue, at, one)].concat())
        };
        LedgerRows::of(move || issues.iter().flat_map(of_issue).collect())
    })
}

/// The columns of a table by issue: each its id, the message of its head, and its width.
fn columns(cells: Cells<'_>, list: &[(&str, &str, usize)]) -> Vec<LedgerColumn> {
    let issue = [("issue", "ledger.columns.issue", 9)];
    issue.iter().chain(list).map(|(id, message, width)| cells.column(id, message, *width)).collect()
}

fn measures(cells: Cells<'_>) -> LedgerTable<'_> {
    const HOLDER: FieldHolder = FieldHolder::Measure;
    let list = [
        ("n", "ledger.columns.n", 6),
        ("label", "ledger.columns.label", 8),
        ("text", "ledger.columns.measure", 50),
        ("status", "data.columns.status.title", 11),
        ("due", "data.columns.due.title", 11),
        ("due_text", "data.columns.due_text.title", 16),
        ("original_due", "data.columns.original_due.title", 11),
        ("completed_on", "data.columns.completed_on.title", 11),
        ("lead", "data.columns.lead.title", 16),
        ("responsible", "data.columns.responsible.title", 16),
    ];
    let mut columns = columns(cells, &list);
    choose(&mut columns);
    columns.extend(cells.declared_columns(HOLDER));
    let row = move |issue: &Issue, at: usize, measure: &Measure| {
        let mut row = vec![
            cells::number(at + 1),
            Cell::text(Style::Word, measure.label.as_ref().map_or("", |label| label.text(cells.locale.lang))),
            cells.text(Some(&measure.text)),
            cells.word(STATUS, measure.status.as_ref().map(Text::as_str)),
            cells::date(measure.due.map(|due| *due)),
            cells.text(measure.due_text.as_ref()),
            cells::date(measure.original_due.map(|due| *due)),
            cells::date(measure.completed_on.map(|on| *on)),
            cells.units(&measure.lead),
            cells.units(&measure.responsible),
        ];
        row.extend(cells.declared_row(HOLDER, &issue.measure_values[at]));
        row
    };
    LedgerTable { id: "measures", columns, rows: rows(cells, |issue| &issue.record.measures, row) }
}

/// Gives the columns of statuses and units their lists.
fn choose(columns: &mut [LedgerColumn]) {
    for column in columns {
        column.choices = match &*column.id {
            "status" => Some(cells::words(STATUS)),
            "lead" | "responsible" => Some(cells::units()),
            _ => None,
        };
    }
}

fn items(cells: Cells<'_>) -> LedgerTable<'_> {
    let list = [
        ("n", "ledger.columns.n", 6),
        ("title", "ledger.columns.item", 26),
        ("statement", "ledger.columns.item_statement", 26),
        ("status", "data.columns.status.title", 11),
        ("due", "data.columns.due.title", 11),
        ("original_due", "data.columns.original_due.title", 11),
        ("completed_on", "data.columns.completed_on.title", 11),
        ("response", "ledger.columns.item_response", 44),
    ];
    let mut columns = columns(cells, &list);
    choose(&mut columns);
    let row = move |issue: &Issue, at: usize, item: &Item| {
        let response = MarkdownRenderer::of_issue(cells.edition, cells.locale, issue).plain_item(issue, item);
        vec![
            cells::number(at + 1),
            cells.text(Some(&item.title)),
            cells.text(item.statement.as_ref()),
            cells.word(STATUS, Some(&item.status)),
            cells::date(item.due.map(|due| *due)),
            cells::date(item.original_due.map(|due| *due)),
            cells::date(item.completed_on.map(|on| *on)),
            Cell::text(Style::Text, response.unwrap_or_default()),
        ]
    };
    LedgerTable { id: "items", columns, rows: rows(cells, |issue| &issue.record.items, row) }
}

fn figures(cells: Cells<'_>) -> LedgerTable<'_> {
    let list = [
        ("id", "ledger.columns.code", 14),
        ("label", "ledger.columns.figure", 34),
        ("value", "ledger.columns.value", 14),
        ("unit", "ledger.columns.unit", 11),
        ("approx", "ledger.columns.approx", 9),
        ("as_of", "ledger.columns.as_of", 11),
        ("was", "ledger.columns.was", 14),
        ("of", "ledger.columns.of", 14),
        ("kind", "ledger.columns.kind", 11),
    ];
    let row = move |_: &Issue, _: usize, figure: &Figure| {
        vec![
            Cell::text(Style::Word, figure.id.as_str()),
            cells.text(Some(&figure.label)),
            cells::decimal(*figure.value),
            Cell::text(Style::Word, figure.unit.as_str()),
            cells.word("ledger.approx", figure.approx.map(|approx| approx.word())),
            cells::date(figure.as_of),
            figure.was.map_or_else(|| Cell::text(Style::Word, ""), |was| cells::decimal(*was)),
            Cell::text(Style::Word, figure.of.as_ref().map_or("", Text::as_str)),
            cells.word("part_kind", figure.kind.map(|kind| kind.word())),
        ]
    };
    LedgerTable { id: "figures", columns: columns(cells, &list), rows: rows(cells, |issue| &issue.record.figures, row) }
}

fn units(cells: Cells<'_>) -> LedgerTable<'_> {
    let columns = [("id", "ledger.columns.code", 18), ("name", "ledger.columns.name", 40)];
    let row = move |unit: &crate::notice::UnitRecord| {
        vec![Cell::text(Style::Word, unit.id.as_str()), Cell::text(Style::Word, unit.name.text(cells.locale.lang))]
    };
    LedgerTable {
        id: UNITS,
        columns: columns.map(|(id, message, width)| cells.column(id, message, width)).into(),
        rows: vec![LedgerRows::of(move || cells.notice().units.iter().map(row).collect())],
    }
}

/// The words of the columns that have a list of their own: the column, the code of the word, and the word, which stands last.
fn choices(cells: Cells<'_>) -> LedgerTable<'_> {
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
