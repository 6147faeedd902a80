//! The numbers in the columns of tables.

use crate::notice::Issue;
use crate::notice::fields::MarkdownField;
use crate::text::markdown::{BlockKind, Prose};
use crate::value::{Decimal, Lang};

/// Returns the numbers of every column of the tables in the texts of an issue, as far as every cell of the column but
/// the first has one.
pub(super) fn columns(issue: &Issue, lang: Lang) -> Vec<Vec<Decimal>> {
    let docs = [MarkdownField::Response, MarkdownField::Answer, MarkdownField::NextSteps];
    docs.iter().filter_map(|field| Some(field.of(issue, lang)?.0)).flat_map(|doc| of(&doc.prose())).collect()
}

fn of(prose: &Prose<'_>) -> Vec<Vec<Decimal>> {
    let mut tables: Vec<Vec<Option<Vec<Decimal>>>> = Vec::new();
    let mut in_table = false;
    for block in &prose.blocks {
        let BlockKind::Cell(column) = block.kind else {
            in_table = false;
            continue;
        };
        if !in_table {
            tables.push(Vec::new());
        }
        in_table = true;
        let Some(table) = tables.last_mut() else { continue };
        if table.len() <= column {
            table.resize(column + 1, None);
        }
        match (&mut table[column], number(&prose.text[block.range.clone()])) {
            (Some(numbers), Some(number)) => numbers.push(number),
            // The head of the column.
            (empty @ None, _) => *empty = Some(Vec::new()),
            (Some(numbers), None) => numbers.push(Decimal::whole(0)),
        }
    }
    let numbers = |column: Option<Vec<Decimal>>| column.filter(|numbers| numbers.len() > 1);
    tables.into_iter().flatten().filter_map(numbers).collect()
}

/// Returns the number that a cell is, with a unit after it at most.
fn number(cell: &str) -> Option<Decimal> {
    let cell = cell.trim();
    let end = cell.find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',').unwrap_or(cell.len());
    let (digits, unit) = cell.split_at(end);
    let has_more = unit.chars().any(|c| c.is_numeric());
    if has_more { None } else { digits.replace(',', "").parse().ok() }
}
