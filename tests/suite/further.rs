//! What the author wrote is what the reader gets, or a finding says why not: a table of further inputs, notices as they are pasted from Word,
//! and a flood of findings.

use crate::fixture::{Fixture, undated};

const NARRATIVE: &str = "content/1-a/001.zh.md";
const RECORD: &str = "content/1-a/001.yaml";

/// A notice in one language that says nothing which an input could contradict.
fn notice() -> Fixture {
    Fixture::with_files(&[
        (
            "content/notice.yaml",
            "title: {zh: 示例县整改情况通报}\nissuer: {zh: 中共示例县委}\nissued_on: 2024-03-01\nas_of: 2024-02-29\n\
             summary: {zh: 一个问题的整改情况。}\ninspection:\n  body: {zh: 市委巡察组}\n  subject: {zh: 示例县}\n  from: 2023-03-01\n  \
             to: 2023-04-30\n  fed_back_on: 2023-06-01\nlanguages: [zh]\nbase_url: https://notice.example/county\ncontact:\n  \
             telephones: [0599-0000000]\n  address: {zh: 示例县人民路 1 号}\n  email: office@notice.example\n\
             site: {name: {zh: 示例县人民政府}, domain: notice.example, code: \"3507000001\"}\n",
        ),
        ("content/units.yaml", "- {id: zjj, name: {zh: 县住建局}}\n- {id: czj, name: {zh: 县财政局}}\n"),
        ("content/1-a/section.yaml", "title: {zh: 工程建设}\n"),
        (
            RECORD,
            "number: 1\ntitle: {zh: 串通投标}\nstatement: {zh: 部分项目涉嫌串通投标。}\nstatus: completed\ncompleted_on: 2023-11-30\n\
             lead: [zjj]\nfigures:\n  - {id: fines, label: {zh: 罚款}, value: 1476000, unit: CNY}\n",
        ),
        (NARRATIVE, "整改已经完成。\n"),
    ])
}

/// A narrative that was deleted is missed where nearly all issues have one, and not where many do without.
#[test]
fn a_narrative_that_only_a_few_lack_is_missed() {
    let last = 7;
    let record = |n: u32| {
        let record = format!(
            "number: {n}\ntitle: {{zh: 第{n}项}}\nstatus: in-progress\ndue: 2024-12\nnext_steps: {{zh: 继续办理。}}\n"
        );
        (format!("content/1-a/00{n}.yaml"), record)
    };
    let all = (2..=last).map(record).fold(notice(), |fixture, (path, record)| fixture.with(&path, record));
    let without = |lacking: u32| {
        let written = (2..=last - lacking).map(|n| format!("content/1-a/00{n}.zh.md"));
        let fixture = written.fold(all.clone(), |fixture, path| fixture.with(&path, "正在办理。\n"));
        fixture
            .compile()
            .shown()
            .into_iter()
            .filter(|found| found.starts_with("forgotten-narrative"))
            .collect::<Vec<_>>()
    };
    assert_eq!(without(0), Vec::<String>::new());
    assert_eq!(without(1), ["forgotten-narrative content/1-a/007.yaml:3:9"]);
    assert_eq!(without(2), Vec::<String>::new());
}

/// The notice with an input: the text of the narrative, a change in a record, a file by its name, or a file of a theme.
fn with_input(kind: &str, input: &str) -> Fixture {
    let halves = || input.split_once('|').unwrap_or_else(|| panic!("no bar in {input:?}"));
    match kind {
        "narrative" => notice().with(NARRATIVE, format!("{input}\n")),
        "record" => notice().replacing(RECORD, halves().0, halves().1),
        "notice" => notice().replacing("content/notice.yaml", halves().0, halves().1),
        "name" => notice().with(input, "名单\n"),
        "theme" => notice().with(halves().0, halves().1),
        other => panic!("no kind {other}"),
    }
}

/// Every input gives its rule, or a page without a finding that shows its text.
#[test]
fn every_further_input_is_shown_or_named() {
    let table = std::fs::read_to_string("tests/suite/fixtures/further.txt").expect("the table");
    let cases: Vec<&str> = table.split("=== ").filter(|case| !case.is_empty()).collect();
    assert!(cases.len() >= 200, "{}", cases.len());
    let mut wrong = Vec::new();
    for case in cases {
        let (head, input) = case.split_once('\n').expect("an input");
        let (kind, expected) = head.split_once(" | ").expect("what is expected");
        let compiled = with_input(kind, input.trim_end_matches('\n')).compile();
        let shown = compiled.shown();
        let holds = match expected.split_once(' ').expect("rule or shows") {
            ("rule", rule) => shown.iter().any(|line| line.split(' ').next() == Some(rule)),
            (_, text) => shown.is_empty() && compiled.file("issues/001.html").contains(text),
        };
        if !holds {
            wrong.push(format!("{head}: {input:?} gives {shown:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Notices as they come out of Word: a block a line, or a finding.
#[test]
fn a_pasted_notice_changes_nothing_in_silence() {
    for (name, text, rule) in [
        ("typed numbers", include_str!("fixtures/pasted/typed-numbers.md"), None),
        ("automatic numbers lost", include_str!("fixtures/pasted/numbers-lost.md"), Some("joined-lines")),
        ("tabs", include_str!("fixtures/pasted/tabs.md"), Some("misread-markup")),
        ("indents", include_str!("fixtures/pasted/indents.md"), Some("unmeant-structure")),
        ("soft breaks", include_str!("fixtures/pasted/soft-breaks.md"), Some("forbidden-character")),
        ("a town's plan", include_str!("fixtures/pasted/town-plan.md"), None),
        ("a bureau's numbers", include_str!("fixtures/pasted/bureau-lost-numbers.md"), Some("joined-lines")),
        ("a ledger", include_str!("fixtures/pasted/ledger-tabs.md"), Some("misread-markup")),
        ("bullets", include_str!("fixtures/pasted/soft-breaks-and-bullets.md"), Some("unmeant-structure")),
        ("a web page", include_str!("fixtures/pasted/web-copy.md"), Some("unmeant-structure")),
    ] {
        let compiled = notice().with(NARRATIVE, text).compile();
        let shown = compiled.shown();
        match rule {
            Some(rule) => assert!(shown.iter().any(|line| line.starts_with(rule)), "{name}: {shown:?}"),
            None => {
                let page = undated(&compiled.file("issues/001.html"));
                let lines = text.lines().filter(|line| !line.is_empty());
                let lost: Vec<&str> = lines.filter(|line| !page.contains(&format!(">{line}<"))).collect();
                assert_eq!(lost, Vec::<&str>::new(), "{name}");
            }
        }
    }
}

/// A thousand findings in one file of 400 KB: all are found, and what is printed is one group and not a thousand.
#[test]
fn a_thousand_findings_are_one_group() {
    const COUNT: usize = 1_000;
    const BYTES: usize = 400 << 10;
    let filler = "整改工作按计划推进。".repeat(BYTES / COUNT / "整改工作按计划推进。".len() + 1);
    let text = format!("{filler}见__附件__。\n\n").repeat(COUNT);
    assert!(text.len() >= BYTES);
    let site = crate::publish::Copy::new();
    site.write("content/1-projects/001.zh.md", text.as_bytes());
    let check = site.run("gongkai --lang en check");
    let said = String::from_utf8_lossy(&[&*check.stdout, &*check.stderr].concat()).into_owned();
    let summary = said.lines().find(|line| line.contains(" errors, ") || line.contains(" error, ")).unwrap_or_default();
    let counted = summary.split(|c: char| !c.is_ascii_digit()).filter_map(|n| n.parse::<usize>().ok()).max();
    assert!(counted >= Some(COUNT), "{summary}");
    assert!(said.lines().count() < COUNT / 4, "{} lines", said.lines().count());
}
