//! A ledger that gongkai made and people edited, laid beside the one that it would make now: cells that are the same say nothing, wherever
//! their rows and columns stand now.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use super::super::issue::{self, Refused};
use super::super::manuscript::{Block, Row, Table};
use super::super::report::{Certainty, Counted};
use super::super::{Manuscript, read};
use super::cell::{self, BESIDE, CellKind};
use super::editor::{CellTarget, Editor};
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
    // Bodies first: other sheets name them.
    for kind in ["units", "issues", "measures", "items", "figures"] {
        let found: Vec<&&Table> = tables.iter().filter(|table| table.kind() == Some(kind)).collect();
        if let [table, more @ ..] = &found[..] {
            editor.report.counted = Counted::Rows(table.name.clone());
            if !more.is_empty() {
                editor.refuse(1, "", say!("同一工作表有两份", "there are two copies of the sheet"));
            }
            sheet(editor, kind, table, of_kind(&now, kind));
        }
    }
}

fn of_kind<'m>(manuscript: &'m Manuscript, kind: &str) -> Option<&'m Table> {
    let mut tables = manuscript.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        Block::Paragraph(_) => None,
    });
    tables.find(|table| table.kind() == Some(kind))
}

/// The columns by which a row is known.
fn keys(table: &Table, kind: &str) -> Vec<&'static str> {
    let has = |column: &str| table.marks.iter().flatten().any(|mark| mark.column == column);
    match kind {
        "issues" if has("id") => vec!["id"],
        "issues" => vec!["number"],
        "units" => vec!["id"],
        "figures" => vec!["issue", "id"],
        _ => vec!["issue", "n"],
    }
}

/// The rows of a sheet below its heads, by what they are known by; those that are not known, and the heads.
struct SheetRows<'t> {
    known: BTreeMap<Vec<String>, &'t Row>,
    twice: Vec<&'t Row>,
    other: Vec<&'t Row>,
    heads: Option<&'t Row>,
    /// Where each column stands.
    columns: BTreeMap<&'t str, usize>,
}

impl<'t> SheetRows<'t> {
    fn of(table: &'t Table, kind: &str, heads: &BTreeSet<String>) -> SheetRows<'t> {
        let marks = table.marks.iter().enumerate();
        let columns = marks.filter_map(|(at, mark)| Some((mark.as_ref()?.column.as_str(), at))).collect();
        let mut rows = SheetRows { known: BTreeMap::new(), twice: Vec::new(), other: Vec::new(), heads: None, columns };
        let is_heads = |row: &&Row| {
            let texts = row.cells.iter().map(|cell| words(&cell.text)).filter(|text| !text.is_empty());
            texts.filter(|text| heads.is_empty() || heads.contains(text)).count() * 2 > rows.columns.len()
        };
        let at = table.rows.iter().position(|row| is_heads(&row));
        rows.heads = at.map(|at| &table.rows[at]);
        let below = table.rows.iter().skip(at.map_or(0, |at| at + 1));
        for row in below {
            let key: Vec<String> = keys(table, kind).iter().map(|key| plain_number(rows.text(row, key))).collect();
            if key.iter().any(String::is_empty) {
                rows.other.push(row);
                continue;
            }
            match rows.known.entry(key) {
                Entry::Occupied(_) => rows.twice.push(row),
                Entry::Vacant(free) => drop(free.insert(row)),
            }
        }
        rows
    }

    fn text<'r>(&self, row: &'r Row, column: &str) -> &'r str {
        self.columns.get(column).and_then(|at| row.cells.get(*at)).map_or("", |cell| cell.text.trim())
    }

    fn head(&self, column: &str) -> String {
        self.heads.map(|row| words(self.text(row, column))).filter(|head| !head.is_empty()).unwrap_or(column.to_owned())
    }
}

fn words(text: &str) -> String {
    text.split_whitespace().collect()
}

/// A number as it counts: `7` for `7.0` and `07`.
fn plain_number(text: &str) -> String {
    let whole = text.strip_suffix(".0").unwrap_or(text);
    whole.parse::<u64>().map_or_else(|_| text.to_owned(), |n| n.to_string())
}

fn sheet(editor: &mut Editor<'_>, kind: &str, table: &Table, now: Option<&Table>) {
    let empty = Table::default();
    let now = SheetRows::of(now.unwrap_or(&empty), kind, &BTreeSet::new());
    let heads = now.heads.iter().flat_map(|row| &row.cells).map(|cell| words(&cell.text)).collect();
    let rows = SheetRows::of(table, kind, &heads);
    for row in &rows.twice {
        editor.refuse(
            row.number,
            &joined(row),
            say!("与上面的一行是同一条，请只留一行", "a row above is of the same: keep one of them"),
        );
    }
    unmarked(editor, table, &rows);
    for (key, row) in &rows.known {
        match now.known.get(key) {
            Some(before) => same(editor, kind, key, &rows, row, &now, before),
            None => added(editor, kind, key, &rows, row),
        }
    }
    for row in &rows.other {
        if is_meant(kind, &rows, row) {
            let key = keys(table, kind).iter().map(|key| plain_number(rows.text(row, key))).collect::<Vec<_>>();
            added(editor, kind, &key, &rows, row);
        }
    }
    let gone = now.known.keys().filter(|key| !rows.known.contains_key(*key));
    for key in gone.collect::<Vec<_>>() {
        let (name, of) = (key.join(" / "), &table.name);
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

/// A row of something that the notice has.
fn same(
    editor: &mut Editor<'_>,
    kind: &str,
    key: &[String],
    rows: &SheetRows<'_>,
    row: &Row,
    now: &SheetRows<'_>,
    before: &Row,
) {
    let Some((path, issue, prefix)) = place(editor, kind, key) else { return };
    for column in columns(editor, kind, &prefix) {
        if !rows.columns.contains_key(column.id.as_str()) || !now.columns.contains_key(column.id.as_str()) {
            continue;
        }
        let head = rows.head(&column.id);
        let target =
            CellTarget { path: &path, issue, keys: &column.keys, kind: column.kind, head: &head, row: row.number };
        editor.put(&target, now.text(before, &column.id), rows.text(row, &column.id));
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
fn added(editor: &mut Editor<'_>, kind: &str, key: &[String], rows: &SheetRows<'_>, row: &Row) {
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
