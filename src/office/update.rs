//! An import into a notice that is there: what a file says otherwise than the notice becomes changes of its records and narratives, exactly
//! those, and everything else stays as it is byte for byte.
//!
//! A ledger that gongkai made is laid beside the one that it would make now and the one that it was when it was exported, cell by cell
//! (`ledger`, `exported`); of other files every field that they state is compared (`stated`). Both hand cells (`target`) on to one `Editor`,
//! which reads them by their kind. What cannot be read or is not safe is an error, and nothing is changed then.

mod bodies;
mod canonical;
mod cell;
mod editor;
mod exported;
mod ledger;
mod meaning;
mod narrative;
mod rows;
mod stated;
mod target;
#[cfg(test)]
mod tests;

use super::manuscript::{Block, LeftOut, LeftOutKind, Manuscript, Table};
use super::recognise;
use super::report::{Certainty, Counted, Report};
use crate::notice::edition::Edition;
use crate::say;
use crate::source::SourceTree;
use crate::value::{Date, RelPath};
use editor::Editor;

/// What a file says otherwise than a notice.
pub struct Plan {
    /// The files as they would be; the same where something is refused.
    pub tree: SourceTree,
    /// Every change, in the order of the file.
    pub changes: Vec<Change>,
    /// Entries of `history` and the like that the changes imply, which are not written unless a day is given: each the file and the lines.
    pub implied: Vec<(RelPath, String)>,
    /// Texts in other languages that are behind now: a file, or a field of a record.
    pub outdated: Vec<String>,
    /// What has to be said.
    pub report: Report,
    /// Whether something is refused.
    pub is_refused: bool,
    /// Whether a ledger does not say what was edited in it, so that it may take back what was edited in the notice.
    pub is_unsure: bool,
    /// Whether cells were edited on both sides and nobody said which counts: nothing is changed then.
    pub is_disputed: bool,
}

/// A side of an update, where both were edited since a ledger was exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// What the ledger says.
    Ledger,
    /// What the notice says.
    Notice,
}

/// One change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What it is about: the file that is changed.
    pub path: RelPath,
    /// The head of the column.
    pub field: String,
    /// What stood there.
    pub was: String,
    /// What stands there now.
    pub is: String,
}

/// Returns what files say otherwise than a notice. With a day, changes of status and deadlines are recorded as of it; `prefer` says what counts
/// where both sides were edited.
pub fn update(edition: &Edition, manuscripts: &[Manuscript], as_of: Option<Date>, prefer: Option<Side>) -> Plan {
    let mut editor = Editor::new(edition, as_of, prefer);
    let mut others = Vec::new();
    for (file, manuscript) in manuscripts.iter().enumerate() {
        editor.report.file = file;
        let tables: Vec<&Table> = manuscript.blocks.iter().filter_map(own).collect();
        if tables.is_empty() {
            others.push(manuscript.clone());
        } else {
            // Its header and footer are its own.
            let is_told = |left: &&LeftOut| !matches!(left.kind, LeftOutKind::HeaderFooter | LeftOutKind::PageNumber);
            manuscript.left_out.iter().filter(is_told).for_each(|left| editor.report.left_out(left));
            manuscript.blocks.iter().for_each(|block| foreign(&mut editor, block));
            ledger::compare(&mut editor, &tables);
        }
    }
    if !others.is_empty() {
        stated::compare(&mut editor, &others);
    }
    editor.finish()
}

/// Says of a sheet that is none of the ledger's own that it is not read; one that has the heads of a ledger has lost its first row, and what was
/// edited in it would be lost, too.
fn foreign(editor: &mut Editor<'_>, block: &Block) {
    let Block::Table(table) = block else { return };
    let Some(first) = table.rows.first().filter(|_| table.kind().is_none()) else { return };
    editor.report.counted = Counted::Rows(table.name.clone());
    if recognise::is_ledger(table) {
        let name = &table.name;
        let message = say!(
            "工作表“{name}”第一行的列标记（平时隐藏）不见了，认不出是哪些列，其中的改动没有收入；请重新导出台账，把要改的写进去",
            "the first row of the sheet “{name}”, which is hidden and says what its columns are, is gone, so edits in it cannot be taken over: export the ledger again and edit that"
        );
        editor.refuse(first.number, &table.name, message);
    } else {
        let message = say!("自己添的工作表，没有收入", "a sheet of your own; it was not taken over");
        editor.report.at(Certainty::LeftOut, first.number, &table.name, message);
    }
}

/// A sheet of a ledger that gongkai made.
fn own(block: &Block) -> Option<&Table> {
    match block {
        Block::Table(table) => Some(table).filter(|table| table.kind().is_some()),
        Block::Paragraph(_) => None,
    }
}
