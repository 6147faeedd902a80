//! The ledger of the county, edited in memory.
#![allow(clippy::disallowed_methods)] // the fixtures are files

use std::sync::Arc;

use super::super::manuscript::{Block, Table};
use super::super::read;
use super::*;
use crate::compile::{Options, compile};
use crate::site::formats;
use crate::theme;
use crate::value::Lang;

/// The county of the tests, and the ledger that it makes.
struct County {
    edition: Arc<Edition>,
    ledger: Manuscript,
}

impl County {
    fn new() -> County {
        let edition = County::edition("", "", "");
        let ledger = read("l.xlsx", &formats::ledger(&edition, Lang::new("zh"))).expect("a ledger");
        County { edition, ledger }
    }

    /// The same ledger, and a notice that was edited since: in a file, one text became another.
    fn edited(self, path: &str, old: &str, new: &str) -> County {
        County { edition: County::edition(path, old, new), ..self }
    }

    fn edition(edited: &str, old: &str, new: &str) -> Arc<Edition> {
        let root = "tests/suite/fixtures/county";
        let mut tree = SourceTree::default();
        for entry in walkdir::WalkDir::new(root).into_iter().flatten().filter(|entry| entry.file_type().is_file()) {
            let path = entry.path().strip_prefix(root).expect("inside").to_string_lossy().into_owned();
            let mut bytes = std::fs::read(entry.path()).expect("a file");
            if path == edited {
                let text = String::from_utf8(bytes).expect("text");
                assert_eq!(text.matches(old).count(), 1, "{old}");
                bytes = text.replace(old, new).into_bytes();
            }
            tree.insert(RelPath::of(path), bytes);
        }
        compile(&Arc::new(theme::with_built_in(tree)), &Options::default()).value.expect("a site").edition
    }

    fn table(&mut self, kind: &str) -> &mut Table {
        let tables = self.ledger.blocks.iter_mut().filter_map(|block| match block {
            Block::Table(table) => Some(table),
            Block::Paragraph(_) => None,
        });
        tables.into_iter().find(|table| table.kind() == Some(kind)).expect("a table")
    }

    /// Writes into the cell of a row, which is known by its first cells.
    fn set(&mut self, kind: &str, key: &[&str], column: &str, text: &str) {
        let table = self.table(kind);
        let at = |name: &str| {
            table.marks.iter().position(|mark| mark.as_ref().is_some_and(|mark| mark.column == name)).expect("a column")
        };
        let names: &[&str] = match kind {
            "issues" => &["number"],
            "figures" => &["issue", "id"],
            _ => &["issue", "n"],
        };
        let (keys, column): (Vec<usize>, usize) = (names.iter().map(|name| at(name)).collect(), at(column));
        let is_row = |row: &&mut super::super::manuscript::Row| {
            keys.iter().zip(key).all(|(at, key)| row.cells[*at].text == *key)
        };
        let row = table.rows.iter_mut().find(is_row).expect("a row");
        row.cells[column].text = text.to_owned();
    }

    fn preferring(&self, prefer: Option<Side>) -> Plan {
        update(&self.edition, std::slice::from_ref(&self.ledger), None, prefer)
    }

    fn plan(&self, as_of: Option<&str>) -> Plan {
        update(&self.edition, std::slice::from_ref(&self.ledger), as_of.map(|day| day.parse().expect("a day")), None)
    }

    /// The lines that come with an update, in order.
    fn lines(&self, plan: &Plan) -> Vec<String> {
        let mut lines = Vec::new();
        for path in plan.tree.changes(&self.edition.tree) {
            let old: Vec<&str> = self.edition.tree.text(path.as_str()).unwrap_or_default().lines().collect();
            let new = plan.tree.text(path.as_str()).unwrap_or_default();
            lines.extend(new.lines().filter(|line| !old.contains(line)).map(|line| line.trim().to_owned()));
        }
        lines
    }
}

#[test]
fn a_ledger_that_nobody_edited_changes_nothing() {
    let county = County::new();
    let plan = county.plan(Some("2024-12-31"));
    assert!(plan.changes.is_empty() && !plan.is_refused, "{:?} {}", plan.changes, plan.report.message(&[]).zh);
    assert_eq!(plan.tree.changes(&county.edition.tree), Vec::<&RelPath>::new());
}

#[test]
fn exactly_the_cells_that_were_edited_change_the_notice() {
    for (kind, key, column, text, expected) in [
        ("issues", &["5"][..], "status", "已完成", &["status: completed"][..]),
        ("issues", &["1"], "completed_on", "2023年11月29日", &["completed_on: 2023-11-29"]),
        ("issues", &["1"], "verified_on", "", &[]),
        (
            "figures",
            &["1", "fines"],
            "value",
            "4,476,001",
            &["- {id: fines, label: {zh: 罚款, en: Fines, fr: Amendes}, value: 4476001, unit: CNY}"],
        ),
        (
            "figures",
            &["1", "fines"],
            "was",
            "4,000,000",
            &["- {id: fines, label: {zh: 罚款, en: Fines, fr: Amendes}, value: 4476000, unit: CNY, was: 4000000}"],
        ),
        ("issues", &["2"], "statement", "=第一行", &["statement:", "zh: \"=第一行\""]),
        ("measures", &["3", "1"], "completed_on", "2024-01-15", &["completed_on: 2024-01-15"]),
    ] {
        let mut county = County::new();
        county.set(kind, key, column, text);
        let plan = county.plan(None);
        assert_eq!((plan.changes.len(), plan.is_refused), (1, false), "{text} {}", plan.report.message(&[]).zh);
        assert_eq!(county.lines(&plan), expected, "{kind} {column}");
    }
}

#[test]
fn an_old_ledger_takes_nothing_back() {
    const RECORD: &str = "content/2-environment/005.yaml";
    let newer = || County::new().edited(RECORD, "due: 2024-09-30", "due: 2024-10-31");
    let plan = newer().plan(None);
    let report = plan.report.message(&[]).zh;
    assert!(plan.changes.is_empty() && !plan.is_refused && report.contains("又改过 1 处"), "{report}");
    let mut county = newer();
    county.set("issues", &["1"], "completed_on", "2023-11-29");
    assert_eq!(county.lines(&county.plan(None)), ["completed_on: 2023-11-29"]);
    county.set("issues", &["5"], "due", "2024-12-31");
    let plan = county.plan(None);
    assert!(plan.is_refused && plan.is_disputed, "{}", plan.report.message(&[]).zh);
    assert_eq!(plan.tree.changes(&county.edition.tree), Vec::<&RelPath>::new());
    let lines = |side| county.lines(&county.preferring(Some(side)));
    assert_eq!(lines(Side::Notice), ["completed_on: 2023-11-29"]);
    assert_eq!(lines(Side::Ledger), ["completed_on: 2023-11-29", "due: 2024-12-31"]);
    county.set("issues", &["5"], "due", "2024年10月31日");
    assert_eq!(county.lines(&county.plan(None)), ["completed_on: 2023-11-29"], "both came to the same");
}

#[test]
fn a_deadline_that_is_moved_leaves_no_words_of_the_old_one() {
    const WORDS: &str = "due: 2024-09-30\ndue_text: {zh: 汛期以前, en: Before the floods, fr: Avant les crues}";
    let mut county = County::new().edited("content/2-environment/005.yaml", "due: 2024-09-30", WORDS);
    county.set("issues", &["5"], "due", "2024-12-31");
    let plan = county.plan(None);
    assert_eq!(county.lines(&plan), ["due: 2024-12-31"]);
    let record = plan.tree.text("content/2-environment/005.yaml").expect("a record");
    assert!(!record.contains("due_text"), "{record}");
    assert!(plan.report.message(&[]).zh.contains("“汛期以前”"));
}

#[test]
fn a_change_says_what_is_written() {
    let mut county = County::new();
    county.set("issues", &["5"], "status", "尚未全部完成");
    let plan = county.plan(None);
    let said: Vec<_> = plan.changes.iter().map(|change| &*change.is).collect();
    assert_eq!(said, ["正在整改"], "{}", plan.report.message(&[]).zh);
}

#[test]
fn a_ledger_that_does_not_know_what_it_said_is_not_sure() {
    let mut county = County::new();
    county.set("issues", &["5"], "due", "2024-12-31");
    county.ledger.blocks.retain(|block| !matches!(block, Block::Table(table) if table.kind() == Some("exported")));
    let plan = county.plan(None);
    assert!(plan.is_unsure && !plan.is_refused && plan.changes.len() == 1, "{}", plan.report.message(&[]).zh);
}

#[test]
fn a_day_records_what_became_of_statuses() {
    let mut county = County::new();
    county.set("issues", &["5"], "status", "正在整改");
    let plan = county.plan(None);
    let implied: Vec<_> = plan.implied.iter().map(|(path, lines)| (path.as_str(), lines.as_str())).collect();
    let day = county.edition.notice.record.as_of.to_string();
    let entry = format!("history:\n  - {{on: {day}, status: in-progress}}");
    assert_eq!(implied, [("content/2-environment/005.yaml", entry.as_str())]);
    let plan = county.plan(Some("2024-07-31"));
    assert!(plan.implied.is_empty());
    let record = plan.tree.text("content/2-environment/005.yaml").expect("a record");
    assert!(record.contains("on: 2024-07-31") && record.contains("status: in-progress"), "{record}");
    assert!(plan.tree.text("content/notice.yaml").expect("a notice").contains("as_of: 2024-07-31"));
}

#[test]
fn words_alone_do_not_move_the_day_behind_that_of_the_issue() {
    let mut county = County::new();
    county.set("issues", &["2"], "title", "改过的标题");
    let plan = county.plan(Some("2030-01-31"));
    let report = plan.report.message(&[]).zh;
    assert!(!plan.is_refused && report.contains("as_of 没有改为 2030-01-31"), "{report}");
    assert!(plan.changes.iter().all(|change| change.field != "as_of"), "{:?}", plan.changes);
}

#[test]
fn what_cannot_be_read_or_is_not_safe_changes_nothing() {
    for (column, text, says) in [
        ("status", "差不多了", "不认识“差不多了”，可以写：已完成"),
        ("title", "", "不能由台账删去"),
        ("due", "尽快", "看不出是哪一天"),
        ("due", "2024-12-31 延期至2025-12-31", "看不出是哪一天"),
        ("status", "已完成80%", "不认识"),
        ("status", "待完成", "不认识"),
        ("lead", "县教育局 县财政局", "请用顿号分开"),
        ("completed_on", "45291", "格式改为日期"),
        ("number", "4", "请只留一行"),
        ("section", "别的方面", "不在台账里改"),
    ] {
        let mut county = County::new();
        county.set("issues", &["2"], "title", "改过的标题");
        county.set("issues", &["3"], column, text);
        let plan = county.plan(None);
        assert!(plan.is_refused && plan.report.message(&[]).zh.contains(says), "{}", plan.report.message(&[]).zh);
        assert_eq!(plan.tree.changes(&county.edition.tree), Vec::<&RelPath>::new(), "{column}");
    }
}

#[test]
fn a_cell_that_cannot_be_read_is_not_one_that_was_emptied() {
    let mut county = County::new();
    county.set("issues", &["1"], "completed_on", "");
    let issues = county.table("issues");
    let at = |name: &str| issues.marks.iter().position(|mark| mark.as_ref().is_some_and(|mark| mark.column == name));
    let (column, number) = (at("completed_on").expect("a column"), at("number").expect("a column"));
    let row = issues.rows.iter_mut().find(|row| row.cells[number].text == "1").expect("a row");
    row.cells[column].is_unread = true;
    let plan = county.plan(None);
    let report = plan.report.message(&[]).zh;
    assert!(plan.is_refused && report.contains("没有读懂（见报告），请改成文字或数字　“完成日期”"), "{report}");
}

#[test]
fn another_ledger_changes_what_it_states() {
    let county = County::new();
    let issue = &county.edition.notice.issues[4];
    let title = issue.record.statement.as_ref().unwrap_or(&issue.record.title).text(Lang::new("zh"));
    let csv = format!(
        "序号,反馈问题,整改情况,完成情况,完成时限\n5,{title},已经整改到位。,已完成,\n99,没有的问题在这里。,已改。,已完成,\n"
    );
    let manuscript = read("台账.csv", csv.as_bytes()).expect("a ledger");
    let plan = update(&county.edition, &[manuscript], None, None);
    let report = plan.report.message(&[]).zh;
    assert!(report.contains("通报里没有这个问题") && !plan.is_refused, "{report}");
    let fields: Vec<_> = plan.changes.iter().map(|change| (change.path.name(), change.field.as_str())).collect();
    assert_eq!(fields, [("005.yaml", "status"), ("005.zh.md", "response")], "{:?}", plan.changes);
    assert_eq!(plan.tree.text("content/2-environment/005.zh.md"), Some("已经整改到位。\n"));
    assert!(plan.outdated.iter().any(|file| file.ends_with("005.en.md")), "{:?}", plan.outdated);
}

#[test]
fn what_another_ledger_states_and_is_not_taken_over_is_reported() {
    let county = County::new();
    let issue = &county.edition.notice.issues[4];
    let title = issue.record.statement.as_ref().unwrap_or(&issue.record.title).text(Lang::new("zh"));
    let csv = format!(
        "序号,方面,反馈问题,整改措施,整改状态,责任领导,挂牌领导\n5,别的方面,{title},专题研究。,已完成,张某某,李某某\n"
    );
    let manuscript = read("台账.csv", csv.as_bytes()).expect("a ledger");
    let plan = update(&county.edition, &[manuscript], None, None);
    let report = plan.report.message(&[]).zh;
    let fields: Vec<_> = plan.changes.iter().map(|change| change.field.as_str()).collect();
    assert_eq!((fields, plan.is_refused), (vec!["status"], false), "{report}");
    for name in ["方面", "整改措施", "责任领导", "挂牌领导"] {
        assert!(report.contains(&format!("“{name}”与通报不同，不由这份文件更新，没有收入")), "{name}: {report}");
    }
    assert!(!report.contains("作为自定栏目收入"), "{report}");
}
