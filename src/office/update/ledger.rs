//! A ledger that gongkai made and people edited, laid beside the one that it would make now: cells that are the same say nothing, wherever
//! their rows and columns stand now.

use std::collections::{BTreeMap, BTreeSet};

use super::super::issue::{self, Refused};
use super::super::manuscript::{Block, Row, Table};
use super::super::report::{Certainty, Counted};
use super::super::{Manuscript, read};
use super::cell::{self, BESIDE, CellKind};
use super::editor::Editor;
use super::exported::{Exported, Fate, Fingerprints, twin};
use super::rows::{Key, SheetRows, plain_number, words};
use super::target::{CellTarget, Cells};
use crate::diagnostic::Message;
use crate::notice::fields;
use crate::notice::{FieldHolder, IssueId};
use crate::say;
use crate::site::formats::{self, LEDGER_VERSION};
use crate::source::yaml::Value;
use crate::value::{Lang, RelPath};

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

/// What the ledger was when it was exported.
struct Past {
    exported: Option<Exported>,
    /// What became of its issues in the notice since.
    issues: BTreeMap<Key, Fate>,
}

impl Past {
    fn of(tables: &[&Table], now: &Manuscript) -> Past {
        let exported = Exported::of(tables);
        let issues = of_kind(now, "issues").zip(exported.as_ref()).map(|(table, exported)| {
            let rows = SheetRows::of(table, keys("issues", table), &BTreeSet::new());
            exported.fates("issues", &rows, &BTreeMap::new())
        });
        Past { issues: issues.unwrap_or_default(), exported }
    }

    /// Returns the key of a new row with the number that its issue has in the notice now.
    fn key_now(&self, kind: &str, mut key: Key) -> Key {
        if let (false, Some(Fate::Here(issue))) = (matches!(kind, "issues" | "units"), self.issues.get(&key[..1])) {
            key[..1].clone_from_slice(issue);
        }
        key
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

fn sheet(editor: &mut Editor<'_>, kind: &str, table: &Table, now: Option<&Table>, past: &Past) {
    let empty = Table::default();
    let now = now.unwrap_or(&empty);
    let keys = keys(kind, if now.marks.is_empty() { table } else { now });
    let now = SheetRows::of(now, keys, &BTreeSet::new());
    let heads = now.heads.iter().flat_map(|row| &row.cells).map(|cell| words(&cell.text)).collect();
    let rows = SheetRows::of(table, keys, &heads);
    if rows.lacks_key() {
        let message = say!(
            "少了认行用的一列（序号、编号或代码），请重新导出台账再改",
            "the column that says which row is which is gone (number or code): export the ledger again"
        );
        return editor.refuse(1, &table.name, message);
    }
    let fates = past.exported.as_ref().map(|exported| exported.fates(kind, &now, &past.issues)).unwrap_or_default();
    for row in &rows.twice {
        editor.refuse(
            row.number,
            &joined(row),
            say!("与上面的一行是同一条，请只留一行", "a row above is of the same: keep one of them"),
        );
    }
    unmarked(editor, table, &rows);
    let sheet = LedgerSheet { kind, name: &table.name, rows, now, fates };
    for (key, row) in &sheet.rows.known {
        match &past.exported {
            Some(exported) => match exported.row(kind, key) {
                Some(prints) => since(editor, &sheet, key, row, prints),
                None => fresh(editor, &sheet, &past.key_now(kind, key.clone()), row),
            },
            None if sheet.now.known.contains_key(key) => same(editor, &sheet, key, row, &Was::NotKnown),
            None => added(editor, &sheet, key, row),
        }
    }
    for row in &sheet.rows.other {
        if is_meant(kind, &sheet.rows, row) {
            let key = past.key_now(kind, sheet.rows.key(row));
            match twin(kind, &sheet.rows, row, &key, &sheet.now).filter(|_| past.exported.is_some()) {
                Some(key) => same(editor, &sheet, &key, row, &Was::New),
                None => added(editor, &sheet, &key, row),
            }
        }
    }
    gone(editor, &sheet, past.exported.is_some());
}

/// A row with a key that was not exported.
fn fresh(editor: &mut Editor<'_>, sheet: &LedgerSheet<'_>, key: &Key, row: &Row) {
    if sheet.fates.values().any(|fate| matches!(fate, Fate::Here(taken) if taken == key)) {
        let message = say!(
            "台账导出以后，通报里别的一条用了这个序号；新增的一行不写序号",
            "since the ledger was exported, something else got this number: leave the number of a new row out"
        );
        return editor.refuse(row.number, &joined(row), message);
    }
    match sheet.now.known.contains_key(key) {
        true => same(editor, sheet, key, row, &Was::New),
        false => added(editor, sheet, key, row),
    }
}

/// A row that was exported: it is what it was then, whatever its key is in the notice now.
fn since(editor: &mut Editor<'_>, sheet: &LedgerSheet<'_>, key: &Key, row: &Row, prints: &Fingerprints) {
    let message = match sheet.fates.get(key) {
        Some(Fate::Here(now)) => return same(editor, sheet, now, row, &Was::Exported(prints)),
        Some(Fate::Rewritten) => say!(
            "台账导出以后，通报里这个序号的内容换过，不能确定还是不是同一条；请重新导出台账再改",
            "since the ledger was exported, what has this number in the notice was rewritten, and may be something else: export the ledger again"
        ),
        _ => say!(
            "台账导出以后，通报里删去了这一条；请重新导出台账再改",
            "since the ledger was exported, this was taken out of the notice: export the ledger again"
        ),
    };
    let columns = columns(editor, sheet.kind, &[]);
    let is_edited = |column: &CellColumn<'_>| {
        let print = prints.get(&column.id).filter(|_| sheet.rows.columns.contains_key(column.id.as_str()));
        print.is_some_and(|print| editor.is_edited(column.kind, sheet.rows.text(row, &column.id), print))
    };
    if columns.iter().any(is_edited) {
        editor.refuse(row.number, &joined(row), message);
    } else {
        editor.report.at(Certainty::LeftOut, row.number, &joined(row), message);
    }
}

/// Names rows that the ledger has no more; those that the notice got since it was exported are none.
fn gone(editor: &mut Editor<'_>, sheet: &LedgerSheet<'_>, is_dated: bool) {
    let exported = sheet.fates.iter().filter(|(_, fate)| matches!(fate, Fate::Here(_))).map(|(key, _)| key);
    let known: Vec<&Key> = if is_dated { exported.collect() } else { sheet.now.known.keys().collect() };
    for key in known.into_iter().filter(|key| !sheet.rows.known.contains_key(*key)) {
        let (name, of) = (key.join(" / "), sheet.name);
        editor.report.say(
            Certainty::LeftOut,
            say!(
                "“{of}”里没有 {name} 这一行；通报里的没有删去",
                "there is no row {name} in “{of}”; what the notice has stays"
            ),
        );
    }
}

/// Whether a row that is not known says something; the line to sign on does not.
fn is_meant(kind: &str, rows: &SheetRows<'_>, row: &Row) -> bool {
    let says = |column: &str| !rows.text(row, column).is_empty();
    match kind {
        "issues" => says("title") || says("statement"),
        "units" => says("name"),
        "figures" => says("issue") && says("label"),
        "items" => says("issue") && says("title"),
        _ => says("issue") && says("text"),
    }
}

fn joined(row: &Row) -> String {
    row.cells.iter().map(|cell| cell.text.trim()).filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" | ")
}

/// Names columns that people put in.
fn unmarked(editor: &mut Editor<'_>, table: &Table, rows: &SheetRows<'_>) {
    let Some(heads) = rows.heads else { return };
    for (at, cell) in heads.cells.iter().enumerate() {
        if table.marks.get(at).is_none_or(Option::is_none) && !cell.text.trim().is_empty() {
            editor.report.at(
                Certainty::LeftOut,
                heads.number,
                &cell.text,
                say!("自己添的列，没有收入", "a column that was put in; it was not taken over"),
            );
        }
    }
}

/// What a row was when its ledger was exported.
enum Was<'p> {
    /// The ledger does not say.
    NotKnown,
    /// It was not there.
    New,
    /// It said this.
    Exported(&'p Fingerprints),
}

/// A row of something that the notice has, under this key.
fn same(editor: &mut Editor<'_>, sheet: &LedgerSheet<'_>, key: &[String], row: &Row, past: &Was<'_>) {
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

/// A column, how its cells are read, and the keys of the record that they are.
struct CellColumn<'n> {
    id: String,
    kind: CellKind<'n>,
    keys: Vec<String>,
}

fn columns<'n>(editor: &Editor<'n>, kind: &str, prefix: &[String]) -> Vec<CellColumn<'n>> {
    let edition = editor.edition;
    let below = |keys: Vec<String>| [prefix.to_vec(), keys].concat();
    let declared = |holder| {
        let fields = edition.notice.record.fields.iter().filter(move |field| field.is_of(holder));
        fields.map(|field| (field.id.to_string(), cell::of_declared(field))).collect::<Vec<_>>()
    };
    let of = |(id, (kind, keys)): (String, (CellKind<'n>, Vec<String>))| CellColumn { id, kind, keys: below(keys) };
    match kind {
        "issues" => {
            let fields = fields::fields_of(&edition.notice);
            fields
                .iter()
                .map(|field| of((field.name(&edition.notice).to_owned(), cell::of_field(edition, field))))
                .collect()
        }
        "units" => vec![of(("name".to_owned(), (CellKind::Text, vec!["name".to_owned()])))],
        _ => {
            let own = BESIDE.iter().find(|(name, _)| *name == kind).map(|(_, columns)| *columns).unwrap_or_default();
            let own = own.iter().map(|(id, kind)| ((*id).to_owned(), (*kind, vec![(*id).to_owned()])));
            let more = if kind == "measures" { declared(FieldHolder::Measure) } else { Vec::new() };
            own.chain(more).map(of).collect()
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

/// A row of something new.
fn added(editor: &mut Editor<'_>, sheet: &LedgerSheet<'_>, key: &[String], row: &Row) {
    let (kind, rows) = (sheet.kind, &sheet.rows);
    let (path, prefix) = match kind {
        "units" => return new_unit(editor, key, rows, row),
        "issues" => match new_issue(editor, key, rows, row) {
            Some(path) => (path, Vec::new()),
            None => return,
        },
        _ => {
            let notice = &editor.edition.notice;
            let Some(issue) = notice.issues.iter().find(|issue| Some(&issue.key.to_string()) == key.first()) else {
                return editor.refuse(
                    row.number,
                    &joined(row),
                    say!("没有这个序号的问题", "there is no issue of this number"),
                );
            };
            let path = issue.path.clone();
            let count = match editor.value(&path).get(&[kind]) {
                Some(Value::List(items)) => items.len(),
                _ => 0,
            };
            if count == 0 {
                editor.value(&path).set(&[kind], Value::List(Vec::new()), &[]);
            }
            if kind == "figures" {
                let code = key.get(1).cloned().unwrap_or_default();
                editor.value(&path).set(&[kind, &count.to_string(), "id"], Value::text(code), &[]);
            }
            (path, vec![kind.to_owned(), count.to_string()])
        }
    };
    for column in columns(editor, kind, &prefix) {
        let text = rows.text(row, &column.id);
        if text.is_empty()
            || matches!(column.kind, CellKind::Fixed)
            || kind == "issues" && column.id == "label" && text == key[0]
        {
            continue;
        }
        let head = rows.head(&column.id);
        let target = CellTarget {
            path: &path,
            issue: None,
            keys: &column.keys,
            kind: column.kind,
            head: &head,
            row: row.number,
        };
        editor.put(&target, "", text);
    }
}

fn new_unit(editor: &mut Editor<'_>, key: &[String], rows: &SheetRows<'_>, row: &Row) {
    let (path, lang) = (RelPath::of("content/units.yaml"), editor.lang.code().to_owned());
    let name = rows.text(row, "name").to_owned();
    if key[0].is_empty() {
        let _ = editor.new_unit(row.number, &name).map_err(|message| editor.refuse(row.number, &name, message));
        return;
    }
    let value = editor.value(&path);
    let at = if let Value::List(items) = value { items.len() } else { 0 };
    if at == 0 {
        *value = Value::List(Vec::new());
    }
    value.set(&[&at.to_string(), "id"], Value::text(&key[0]), &[]);
    value.set(&[&at.to_string(), "name", &lang], Value::text(&name), &[]);
    editor.added(&path, &key[0], &name);
}

/// Adds an issue to the section that its row names.
fn new_issue(editor: &mut Editor<'_>, key: &[String], rows: &SheetRows<'_>, row: &Row) -> Option<RelPath> {
    let notice = &editor.edition.notice;
    let (named, lang) = (rows.text(row, "section"), editor.lang);
    let section = notice.sections.iter().find(|section| words(section.record.title.text(lang)) == words(named));
    if section.is_none() && !notice.sections.is_empty() {
        editor.refuse(
            row.number,
            &joined(row),
            say!("新增的一行要写明方面，与其他行的写法一样", "a new row needs its section, written as in other rows"),
        );
        return None;
    }
    let title = [rows.text(row, "title"), rows.text(row, "statement")].into_iter().find(|text| !text.is_empty());
    let wanted = issue::NewIssue {
        section: section.map(|section| section.slug.clone()),
        title: title.map(str::to_owned),
        ..issue::NewIssue::default()
    };
    match issue::add(&editor.tree, &wanted) {
        Err(Refused(message, help)) => {
            let (zh, en) = (format!("{}。{}", message.zh, help.zh), format!("{}. {}", message.en, help.en));
            let message = Message { zh, en };
            editor.refuse(row.number, &joined(row), message);
            None
        }
        Ok(added) => {
            let number = added.files[0].name().trim_end_matches(".yaml").to_owned();
            if !key[0].is_empty() && plain_number(&number) != plain_number(&key[0]) && !key[0].contains('-') {
                editor.refuse(
                    row.number,
                    &joined(row),
                    say!(
                        "新增的问题序号应为 {number}，或者不写",
                        "the new issue has the number {number}: write that, or none"
                    ),
                );
                return None;
            }
            let path = added.files[0].clone();
            editor.tree = added.tree;
            let topics = section.map(|section| &section.record.topics[..]).unwrap_or_default();
            let topic = topics.iter().find(|topic| words(topic.title.text(lang)) == words(rows.text(row, "topic")));
            if let Some(topic) = topic {
                editor.value(&path).set(&["topic"], Value::text(topic.id.as_str()), &[]);
            }
            editor.added(&path, &number, title.unwrap_or_default());
            Some(path)
        }
    }
}
