//! The sheet of issues: a loop over the fields of an issue.

use std::rc::Rc;

use super::cells::{self, Cells};
use super::table::{Choices, LedgerColumn, LedgerRows, LedgerTable};
use crate::notice::Issue;
use crate::notice::fields::{self, Field, FieldKind, InLedger};
use crate::site::MarkdownRenderer;
use crate::site::formats::xlsx::{Cell, Style, Value};

/// What the table is called.
pub(super) const ID: &str = "issues";

pub(super) fn table(cells: Cells<'_>) -> LedgerTable<'_> {
    let fields = Rc::new(fields_of(cells));
    let columns = fields.iter().map(|(field, is_printed)| column(cells, field, *is_printed)).collect();
    let rows = cells::in_pieces(cells, move |issues| {
        let fields = fields.clone();
        let row = move |issue: &Issue| fields.iter().map(|(field, _)| cell(cells, issue, field)).collect();
        LedgerRows::of(move || issues.iter().map(&row).collect())
    });
    LedgerTable { id: ID, columns, rows }
}

/// The fields that the ledger has: those that are printed, then the others, each in their order.
fn fields_of(cells: Cells<'_>) -> Vec<(Field, bool)> {
    let notice = cells.notice();
    let is_any = |field: &Field| notice.issues.iter().any(|issue| !is_empty(&cell(cells, issue, field)));
    let fields = fields::fields_of(notice).into_iter().filter_map(|field| {
        let is_printed = match field.ledger {
            InLedger::No => return None,
            InLedger::Printed => true,
            InLedger::PrintedIf(is_needed) => is_needed(notice),
            InLedger::PrintedIfAny => is_any(&field),
            InLedger::Beside => false,
            InLedger::BesideIfAny if is_any(&field) => false,
            InLedger::BesideIfAny => return None,
        };
        field.is_column_of(notice).then_some((field, is_printed))
    });
    let (mut printed, beside): (Vec<_>, Vec<_>) = fields.partition(|(_, is_printed)| *is_printed);
    printed.extend(beside);
    printed
}

fn is_empty(cell: &Cell) -> bool {
    matches!(&cell.value, Value::Text(text) if text.is_empty())
}

fn column(cells: Cells<'_>, field: &Field, is_printed: bool) -> LedgerColumn {
    let name = field.name(cells.notice());
    // The other column of an issue’s words is what was found.
    let head = if name == "title" { "ledger.columns.title".to_owned() } else { format!("data.columns.{name}.title") };
    LedgerColumn { is_printed, choices: choices(cells, field), ..cells.column(name, &head, width(cells, field)) }
}

fn choices(cells: Cells<'_>, field: &Field) -> Option<Choices> {
    match field.kind {
        FieldKind::Word(..) => Some(cells::words(field.key)),
        FieldKind::Units(_) => Some(cells::units()),
        FieldKind::Declared(at) => cells::declared_choices(&cells.notice().record.fields[at]),
        _ => None,
    }
}

fn width(cells: Cells<'_>, field: &Field) -> usize {
    match field.kind {
        FieldKind::Number(_) => 6,
        FieldKind::Part(_) => 14,
        FieldKind::Text(_) | FieldKind::Texts(_) => 26,
        FieldKind::Units(_) | FieldKind::Places(_) => 16,
        FieldKind::Markdown(_) => 44,
        FieldKind::Declared(at) => cells::width_of(cells.notice().record.fields[at].kind),
        _ => 11,
    }
}

fn cell(cells: Cells<'_>, issue: &Issue, field: &Field) -> Cell {
    let record = &issue.record;
    let lang = cells.locale.lang;
    match field.kind {
        FieldKind::Number(number) => cells::number(number(issue)),
        FieldKind::Name(name) => Cell::text(Style::Word, name(issue, lang)),
        FieldKind::Word(prefix, word) => cells.word(prefix, word(issue)),
        FieldKind::Part(part) => cells.text(part(cells.notice(), issue).map(|(_, title)| title)),
        FieldKind::Text(text) => cells.text(text(record)),
        FieldKind::Texts(texts) => cells.lines(texts(record).iter().map(|text| text.text(lang).to_owned())),
        FieldKind::Date(date) | FieldKind::Deadline(date) => cells::date(date(record)),
        FieldKind::Units(ids) => cells.units(ids(record)),
        FieldKind::Places(ids) => {
            let places = cells.notice().places_of(ids(record)).map(|place| cells.notice().place(place));
            cells.lines(places.map(|place| place.name.text(lang).to_owned()))
        }
        FieldKind::Markdown(of) => {
            let text = MarkdownRenderer::of_issue(cells.edition, cells.locale, issue).plain(issue, of);
            Cell::text(Style::Text, text.unwrap_or_default())
        }
        FieldKind::Declared(at) => cells.declared(at, issue.values[at].as_ref()),
        _ => Cell::text(Style::Text, ""),
    }
}
