//! A ledger that gongkai made and people edited, laid beside the one that it would make now: cells that are the same say nothing, wherever
//! their rows and columns stand now.

mod added;
mod columns;
mod compared;
mod new_issue;
mod past;
mod sheet;

use std::collections::BTreeMap;

use super::super::manuscript::{Block, Table};
use super::super::report::{Certainty, Counted};
use super::super::{Manuscript, read};
use super::editor::Editor;
use super::exported::Fate;
use super::rows::{Key, SheetRows};
use crate::say;
use crate::site::formats::{self, LEDGER_VERSION};
use crate::value::Lang;
use past::Past;
use sheet::sheet;

/// Takes over what the sheets say otherwise.
pub(super) fn compare(editor: &mut Editor<'_>, tables: &[&Table]) {
    let marks = || tables.iter().flat_map(|table| table.marks.iter().flatten());
    if let Some(mark) = marks().find(|mark| mark.version != LEDGER_VERSION) {
        let version = mark.version;
        editor.refuse(
            1,
            "",
            say!(
                "台账由另一版本的 gongkai 导出（{version}），请重新导出",
                "the ledger was made by another gongkai ({version}): export it again"
            ),
        );
        return;
    }
    let language = marks().next().and_then(|mark| Lang::of(&mark.language));
    let Some(lang) = language.filter(|lang| editor.edition.notice.languages.contains(lang)) else {
        editor.refuse(
            1,
            "",
            say!("台账的语言不是这份通报的", "the ledger is in a language that the notice does not have"),
        );
        return;
    };
    editor.lang = lang;
    let now = read("ledger.xlsx", &formats::ledger(editor.edition, lang)).unwrap_or_default();
    let past = Past::of(tables, &now);
    if past.exported.is_none() {
        editor.is_unsure = true;
        editor.report.say(
            Certainty::Disputed,
            say!(
                "台账里没有导出时的记号（隐藏的工作表“gongkai exported”不在了，常是把表格复制到了新文件里），分不清哪些是台账改的、哪些是通报后来改的",
                "the ledger does not hold what it said when it was exported (its hidden sheet “gongkai exported” is gone, as where tables were copied into a new file), so nobody can tell what was edited in it from what was edited in the notice since"
            ),
        );
    }
    // Bodies first: other sheets name them.
    for kind in ["units", "issues", "measures", "items", "figures"] {
        let found: Vec<&&Table> = tables.iter().filter(|table| table.kind() == Some(kind)).collect();
        let [table, more @ ..] = &found[..] else { continue };
        editor.report.counted = Counted::Rows(table.name.clone());
        if !more.is_empty() {
            editor.refuse(1, "", say!("同一工作表有两份", "there are two copies of the sheet"));
        }
        sheet(editor, kind, table, of_kind(&now, kind), &past);
    }
}

/// The columns by which the rows of a sheet are known.
fn keys(kind: &str, table: &Table) -> &'static [&'static str] {
    formats::ledger_keys(kind, table.marks.iter().flatten().map(|mark| mark.column.as_str()))
}

fn of_kind<'m>(manuscript: &'m Manuscript, kind: &str) -> Option<&'m Table> {
    let mut tables = manuscript.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        Block::Paragraph(_) => None,
    });
    tables.find(|table| table.kind() == Some(kind))
}

/// A sheet: its rows, those that the notice would have now, and what became of those that were exported.
struct LedgerSheet<'t> {
    kind: &'t str,
    name: &'t str,
    rows: SheetRows<'t>,
    now: SheetRows<'t>,
    fates: BTreeMap<Key, Fate>,
}
