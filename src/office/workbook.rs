//! Excel workbooks (.xlsx) as a person sees them: values as their formats show them, dates as ISO 8601; what is hidden is left out and told.
//!
//! `formats` and `shown` say how a number is shown, `fonts` and `rich` which letters of a text are, `sheet` reads the cells of a sheet, `grid` makes a table of those that show.

mod fonts;
mod formats;
mod grid;
mod places;
mod rich;
mod sheet;
mod shown;
#[cfg(test)]
mod tests;

use super::limits;
use super::manuscript::{Block, LeftOut, LeftOutKind, Manuscript};
use super::package::Package;
use super::refusal::Refusal;
use crate::site::formats::LEDGER_EXPORTED_SHEET;
use crate::source::xml::XmlItem;
use formats::Formats;
use rich::RichText;

/// What all sheets share.
struct Shared {
    strings: Vec<RichText>,
    formats: Formats,
    /// Whether days are counted from 1904.
    is_1904: bool,
}

/// A sheet by its entry in the workbook.
struct Listed {
    name: String,
    relation: String,
    is_hidden: bool,
}

/// Returns what a person sees of the workbook with this main part.
pub(super) fn read(package: &mut Package<'_>, main: &str) -> Result<Manuscript, Refusal> {
    let (sheets, is_1904) = listed(package, main)?;
    let relations = package.relations(main)?;
    let shared = Shared { strings: strings(package, main)?, formats: Formats::read(package, main)?, is_1904 };
    let mut found = Manuscript::default();
    let mut cells = 0;
    for (at, sheet) in sheets.iter().enumerate() {
        let tell = |kind| LeftOut { kind, number: at + 1, text: sheet.name.clone() };
        let part = relations.iter().find(|relation| relation.id == sheet.relation);
        let part = part.filter(|relation| relation.kind == "worksheet" && package.has(&relation.part));
        match part {
            _ if sheet.is_hidden && sheet.name != LEDGER_EXPORTED_SHEET => {
                found.left_out.push(tell(LeftOutKind::HiddenSheet))
            }
            None => found.left_out.push(tell(LeftOutKind::Other)),
            Some(relation) => {
                let read = sheet::read(package, &relation.part, &shared)?;
                let (table, mut left_out) = grid::table(&sheet.name, read)?;
                cells += table.rows.first().map_or(0, |row| row.cells.len()) * table.rows.len();
                if cells > limits::CELLS {
                    return Err(Refusal::too_large());
                }
                found.blocks.extend((!table.rows.is_empty()).then_some(Block::Table(table)));
                found.left_out.append(&mut left_out);
            }
        }
    }
    Ok(found)
}

/// Returns the sheets in their order, and whether days are counted from 1904.
fn listed(package: &mut Package<'_>, main: &str) -> Result<(Vec<Listed>, bool), Refusal> {
    let (mut sheets, mut is_1904) = (Vec::new(), false);
    package.walk(main, |item| {
        let XmlItem::Element(element) = item else { return Ok(()) };
        let get = |name| element.get(name).unwrap_or_default();
        match &*element.name {
            "sheet" => sheets.push(Listed {
                name: get("name").to_owned(),
                relation: get("id").to_owned(),
                is_hidden: !["", "visible"].contains(&get("state")),
            }),
            "workbookPr" => is_1904 |= is_set(get("date1904")),
            _ => {}
        }
        Ok(())
    })?;
    Ok((sheets, is_1904))
}

/// Returns the texts that cells refer to. How a text is spoken is none of it.
fn strings(package: &mut Package<'_>, main: &str) -> Result<Vec<RichText>, Refusal> {
    let (mut strings, mut open): (Vec<RichText>, Vec<String>) = (Vec::new(), Vec::new());
    package.walk_one(main, "sharedStrings", |item| {
        match item {
            XmlItem::Element(element) => {
                if element.name == "si" {
                    strings.push(RichText::default());
                }
                let parent = open.last().map_or("", |open| open);
                strings.iter_mut().last().into_iter().for_each(|last| last.begin(parent, element));
                open.push(element.name.clone());
            }
            XmlItem::Text(text) if is_text(&open) => {
                strings.iter_mut().last().into_iter().for_each(|last| last.put(text))
            }
            XmlItem::End => drop(open.pop()),
            _ => {}
        }
        Ok(())
    })?;
    Ok(strings)
}

/// Whether the reader stands in an element of text that shows.
fn is_text(open: &[String]) -> bool {
    open.last().is_some_and(|open| open == "t") && !open.iter().any(|open| open == "rPh")
}

/// Whether a property is set.
fn is_set(value: &str) -> bool {
    ["1", "true", "on"].contains(&value)
}
