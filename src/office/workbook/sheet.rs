//! The cells of a sheet, what hides them and what merges them.

mod beside;
mod escapes;
mod reader;

use std::collections::{BTreeMap, BTreeSet};

use super::super::manuscript::LeftOutKind;
use super::super::package::Package;
use super::super::refusal::Refusal;
use super::Shared;
use super::places::{At, range_of};
use crate::source::xml::XmlItem;
use beside::{comments, drawings};
use reader::{SheetCellDraft, SheetReader};

/// What a sheet holds.
#[derive(Default)]
pub(super) struct Sheet {
    /// Texts as they show, without those of nothing.
    pub(super) cells: BTreeMap<At, String>,
    /// Cells of which all letters are white, on no background of their own.
    pub(super) white: Vec<At>,
    /// Cells in which something stands that is left out.
    pub(super) unread: BTreeSet<At>,
    pub(super) hidden_rows: BTreeSet<usize>,
    /// The first and the last of columns that are hidden.
    pub(super) hidden_columns: Vec<(usize, usize)>,
    /// The first and the last cell of those that are merged.
    pub(super) merged: Vec<(At, At)>,
    /// What else is left out, and where.
    pub(super) beside: Vec<(LeftOutKind, Option<At>, String)>,
}

/// Returns what a sheet holds.
pub(super) fn read(package: &mut Package<'_>, part: &str, shared: &Shared) -> Result<Sheet, Refusal> {
    let mut reader = SheetReader {
        shared,
        sheet: Sheet::default(),
        open: Vec::new(),
        row: 0,
        column: 0,
        cell: SheetCellDraft::default(),
    };
    package.walk(part, |item| reader.take(item))?;
    let mut sheet = reader.sheet;
    for relation in package.relations(part)? {
        match &*relation.kind {
            "comments" => comments(package, &relation.part, &mut sheet)?,
            "drawing" => drawings(package, &relation.part, &mut sheet)?,
            "table" => keep_heads(package, &relation.part, &mut sheet)?,
            _ => {}
        }
    }
    for at in std::mem::take(&mut sheet.white) {
        if let Some(text) = sheet.cells.remove(&at) {
            sheet.unread.insert(at);
            sheet.beside.push((LeftOutKind::Hidden, Some(at), text));
        }
    }
    Ok(sheet)
}

/// Takes the heads of a range that is set as a table for seen: its style may set white on a colour, and no cell says so.
fn keep_heads(package: &mut Package<'_>, part: &str, sheet: &mut Sheet) -> Result<(), Refusal> {
    package.walk(part, |item| {
        let XmlItem::Element(element) = item else { return Ok(()) };
        let range = element.get("ref").filter(|_| element.name == "table").and_then(range_of);
        if let Some((first, last)) = range {
            sheet.white.retain(|at| at.0 != first.0 || !(first.1..=last.1).contains(&at.1));
        }
        Ok(())
    })
}
