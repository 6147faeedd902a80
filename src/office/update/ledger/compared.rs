//! A row of something that the notice has, compared with it cell by cell.

use super::super::cell::CellKind;
use super::super::editor::Editor;
use super::super::exported::Fingerprints;
use super::super::target::{CellTarget, Cells};
use super::LedgerSheet;
use super::columns::columns;
use crate::notice::IssueId;
use crate::office::manuscript::Row;
use crate::value::RelPath;

/// What a row was when its ledger was exported.
pub(super) enum Was<'p> {
    /// The ledger does not say.
    NotKnown,
    /// It was not there.
    New,
    /// It said this.
    Exported(&'p Fingerprints),
}

/// A row of something that the notice has, under this key.
pub(super) fn same(editor: &mut Editor<'_>, sheet: &LedgerSheet<'_>, key: &[String], row: &Row, past: &Was<'_>) {
    let (rows, now) = (&sheet.rows, &sheet.now);
    let Some(before) = now.known.get(key) else { return };
    let Some((path, issue, prefix)) = place(editor, sheet.kind, key) else { return };
    for column in columns(editor, sheet.kind, &prefix) {
        let id = column.id.as_str();
        if !rows.columns.contains_key(id) || !now.columns.contains_key(id) {
            continue;
        }
        let head = rows.head(id);
        let target =
            CellTarget { path: &path, issue, keys: &column.keys, kind: column.kind, head: &head, row: row.number };
        let (was, is) = (now.text(before, id), rows.text(row, id));
        match past {
            Was::NotKnown => editor.put(&target, was, is),
            // A new row need not say everything that the notice says of it by now.
            Was::New if is.is_empty() || matches!(column.kind, CellKind::Fixed) => {}
            Was::New => editor.merge(&target, &Cells { was, is, exported: None }),
            Was::Exported(prints) => match prints.get(id) {
                Some(print) => editor.merge(&target, &Cells { was, is, exported: Some(print) }),
                None => editor.put(&target, was, is),
            },
        }
    }
}

/// Where a row of a sheet stands in the notice.
fn place(editor: &mut Editor<'_>, kind: &str, key: &[String]) -> Option<(RelPath, Option<IssueId>, Vec<String>)> {
    let notice = &editor.edition.notice;
    if kind == "units" {
        let at = notice.units.iter().position(|unit| unit.id.as_str() == key[0])?;
        return Some((RelPath::of("content/units.yaml"), None, vec![at.to_string()]));
    }
    let id = notice.issue_ids().find(|id| notice.issue(*id).key.to_string() == key[0])?;
    let issue = notice.issue(id);
    if kind == "issues" {
        return Some((issue.path.clone(), Some(id), Vec::new()));
    }
    let at = match kind {
        "figures" => issue.record.figures.iter().position(|figure| figure.id.as_str() == key[1])?,
        _ => key[1].parse::<usize>().ok()?.checked_sub(1)?,
    };
    Some((issue.path.clone(), None, vec![kind.to_owned(), at.to_string()]))
}
