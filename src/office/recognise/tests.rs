//! The forms in which offices write notices, and damages: each is read right, or the report names it.

mod damages;
mod made;
mod outstanding;
mod words_kept;

use super::recognise;
use crate::office::draft::{Draft, DraftIssue};
use crate::office::files;
use crate::office::manuscript::{Block, Cell, Manuscript, Paragraph, Row, Table};
use crate::office::report::{Certainty, Report};

/// What was found and what was done, as the forms below write them.
const ISSUES: [(&str, &str); 6] = [
    (
        "校车安全检查流于形式，台账记录不完整",
        "一是重新排查全部线路，停用车况不合格的车辆。二是建立出车前检查制度，由各校逐车登记。",
    ),
    (
        "食堂食材采购没有公开比价",
        "全部食堂改为公开比价采购，结果每月张贴，并请家长代表参加验收和查看账目，发现不合规的当场退回。",
    ),
    (
        "教师培训经费拨付不及时",
        "一是清理拖欠的培训经费，上半年全部拨付到校。二是改为按季度拨付，到账情况每季度通报。三是接受教师监督。",
    ),
    (
        "部分学校账目长期未清理",
        "对账目逐笔核对，能够核销的按程序核销，其余列入清单逐项处理，年底前再核对一次并报告结果。",
    ),
    (
        "工程项目变更手续不全",
        "对在建项目变更逐项补办手续，凡未经批准变更的一律暂停支付，并对经办人员进行了提醒谈话和培训。",
    ),
    (
        "信访件答复超过规定期限",
        "一是逐件补办答复。二是指定专人登记收件和答复日期，临近期限的提前三天提醒承办科室办理。",
    ),
];

const OPENING: &str = "2024年3月1日至5月10日，县委第二巡察组对清溪县教育局党组开展了常规巡察，并于2024年6月3日反馈了6个问题。现将整改情况公布如下。";
const FRONT: &str = "中共清溪县教育局党组关于巡察整改情况的通报";
const TAIL: &str = "欢迎监督。联系电话：0000-1234567。\n中共清溪县教育局党组\n2024年12月20日";

fn manuscript(text: &str) -> Manuscript {
    let line = |(at, text): (usize, &str)| {
        Block::Paragraph(Paragraph { number: at + 1, text: text.to_owned(), ..Paragraph::default() })
    };
    Manuscript { blocks: text.lines().enumerate().map(line).collect(), ..Manuscript::default() }
}

fn read(text: &str) -> (Draft, Report) {
    recognise(&[manuscript(text)])
}

const CHINESE: [&str; 7] = ["", "一", "二", "三", "四", "五", "六"];

/// A whole notice with the issues in two sections, each by a form.
fn notice(sections: [&str; 2], issue: impl Fn(usize, usize, &str, &str) -> String, tail: &str) -> String {
    let mut text = format!("{FRONT}\n{OPENING}\n");
    for (at, (statement, response)) in ISSUES.iter().enumerate() {
        if at % 3 == 0 && !sections[at / 3].is_empty() {
            text += &format!("{}\n", sections[at / 3]);
        }
        text += &format!("{}\n", issue(at + 1, at % 3 + 1, statement, response));
    }
    format!("{text}{tail}{TAIL}\n")
}

/// The forms: name, text, and how many sections it has.
fn forms() -> Vec<(&'static str, String, usize)> {
    let parts = ["一、落实教育政策方面", "二、管理和廉洁方面"];
    let brackets = ["（一）落实教育政策方面", "（二）管理和廉洁方面"];
    let none = ["", ""];
    let c = |n: usize| CHINESE[n];
    vec![
        ("numbers run through", notice(parts, |n, _, s, r| format!("（{n}）{s}。\n整改情况：{r}"), ""), 2),
        ("half width", notice(parts, |n, _, s, r| format!("({n}){s}。\n整改情况:{r}"), ""), 2),
        ("local numbers", notice(parts, |_, n, s, r| format!("{n}．{s}。\n整改进展情况：{r}"), ""), 2),
        ("one paragraph", notice(parts, |_, n, s, r| format!("{n}、{s}。整改情况：{r}"), ""), 2),
        ("quoted", notice(parts, |n, _, s, r| format!("{n}.关于“{s}”的问题\n整改落实情况：{r}"), ""), 2),
        (
            "quoted, of its rectification",
            notice(brackets, |n, _, s, r| format!("{n}.关于“{s}”问题的整改。\n【整改情况】{r}"), ""),
            2,
        ),
        ("Chinese numbers", notice(parts, |_, n, s, r| format!("（{}）反馈问题：{s}。\n整改情况：{r}", c(n)), ""), 2),
        ("words with numbers", notice(none, |n, _, s, r| format!("问题{n}：{s}。\n整改完成情况：{r}"), ""), 0),
        ("tasks", notice(none, |n, _, s, r| format!("整改任务{}：{s}。\n整改成效：{r}", c(n)), ""), 0),
        ("circled", notice(parts, |_, n, s, r| format!("{}{s}。\n整改情况：{r}", ["①", "②", "③"][n - 1]), ""), 2),
        ("brackets, heads on a line", notice(brackets, |n, _, s, r| format!("{n}. {s}。\n【整改情况】\n{r}"), ""), 2),
        (
            "bodies and deadlines",
            notice(
                parts,
                |n, _, s, r| format!("{n}.{s}。\n责任单位：办公室、财务科\n完成时限：2024年12月底前\n整改情况：{r}"),
                "",
            ),
            2,
        ),
        (
            "measures, then what was done",
            notice(parts, |n, _, s, r| format!("{n}.{s}。\n整改措施：专题研究，限期办理。\n整改情况：{r}"), ""),
            2,
        ),
        (
            "no word at all",
            notice(parts, |n, _, s, r| format!("{n}.{s}。{r}{}", "以后每季度检查一次。".repeat(3)), ""),
            2,
        ),
        ("half brackets", notice(parts, |n, _, s, r| format!("{n}）{s}。\n整改情况：{r}"), ""), 2),
        ("soft blanks", notice(brackets, |n, _, s, r| format!("　　（ {n} ）　{s}。\n　　整改 情况 ：{r}"), ""), 2),
        (
            "under the title of a part",
            notice(
                ["一、部署情况\n高度重视，专题研究。\n二、整改情况\n（一）落实教育政策方面", "（二）管理和廉洁方面"],
                |n, _, s, r| format!("{n}.{s}。\n整改情况：{r}"),
                "三、下一步打算\n继续抓好整改。\n",
            ),
            2,
        ),
        ("completed, it says", notice(parts, |n, _, s, r| format!("{n}.{s}。\n该问题已完成整改。{r}"), ""), 2),
    ]
}

fn told(issue: &DraftIssue) -> (String, String) {
    (issue.statement.trim_end_matches('。').to_owned(), issue.response.concat())
}

#[test]
fn every_form_is_read() {
    for (name, text, sections) in forms() {
        let (draft, report) = read(&text);
        let shown = report.message(&[]).zh;
        assert_eq!((draft.issues.len(), draft.sections.len()), (6, sections), "{name}: {shown}");
        for (issue, (statement, response)) in draft.issues.iter().zip(ISSUES) {
            let (found, done) = told(issue);
            assert_eq!(found, statement, "{name}: {shown}");
            assert!(done.contains(response) && done.chars().count() < response.chars().count() + 40, "{name}: {done}");
        }
        assert!(draft.title.as_deref() == Some(FRONT) && draft.issued_on.is_some(), "{name}");
        assert_eq!(draft.contact.telephones, ["0000-1234567"], "{name}");
        assert!(draft.states_total, "{name}");
        assert!(!shown.contains("可能漏了"), "{name}: {shown}");
    }
}

#[test]
fn no_status_is_made_up() {
    let tail = "三、需要继续整改的事项\n（一）基本完成事项\n1. 关于“部分学校账目长期未清理”的问题。其余账目逐笔核对。\n完成时限：2025年6月底前\n（二）正在整改事项\n1. 关于“教师培训经费拨付的不及时”问题。尚欠两校。\n完成时限：2025717日\n2. 关于“操场没有灯光”问题。待建。\n";
    let text = notice(
        ["一、落实教育政策方面", "二、管理和廉洁方面"],
        |n, _, s, r| format!("（{n}）{s}。\n整改情况：{r}"),
        tail,
    );
    let (draft, report) = read(&text);
    let statuses: Vec<_> = draft.issues.iter().map(|issue| issue.status).collect();
    let expected = [None, None, Some("in-progress"), Some("substantially-completed"), None, None];
    assert_eq!(statuses, expected, "{}", report.message(&[]).zh);
    assert_eq!(draft.issues[3].due.map(|due| due.to_string()).as_deref(), Some("2025-06"));
    assert_eq!((draft.issues[2].due, draft.issues[3].next_steps.concat()), (None, "其余账目逐笔核对。".to_owned()));
    let unread: Vec<_> = report.entries.iter().filter(|entry| entry.certainty == Certainty::NotUnderstood).collect();
    assert!(unread.iter().any(|entry| entry.text.contains("操场没有灯光")), "an item that fits no issue is named");
    assert!(unread.iter().any(|entry| entry.text.contains("2025717日")), "a date that is none is named");
}

/// A table of these rows behind a line of a text.
fn with_table(text: &str, behind: &str, rows: &[&[&str]]) -> Manuscript {
    let mut found = manuscript(text);
    let is_line = |block: &Block| matches!(block, Block::Paragraph(line) if line.text.contains(behind));
    let at = found.blocks.iter().position(is_line).expect("the line");
    let cell = |text: &&str| Cell { text: (*text).to_owned(), ..Cell::default() };
    let row = |(number, cells): (usize, &&[&str])| Row { number, cells: cells.iter().map(cell).collect() };
    let table = Table { rows: (1..).zip(rows).map(row).collect(), ..Table::default() };
    found.blocks.insert(at + 1, Block::Table(table));
    found
}

#[test]
fn a_table_of_a_response_stands_in_its_narrative() {
    let parts = ["一、落实教育政策方面", "二、管理和廉洁方面"];
    let text = notice(parts, |n, _, s, r| format!("（{n}）{s}。\n整改情况：{r}"), "");
    let rows: [&[&str]; 2] = [&["学校", "数量|辆"], &["一中", "3"]];
    let (draft, report) = recognise(&[with_table(&text, "全部食堂改为", &rows)]);
    assert!(!report.message(&[]).zh.contains("没有收入"), "{}", report.message(&[]).zh);
    let files = files::files(&draft);
    let narrative = files.iter().find(|(path, _)| path.as_str().ends_with("002.zh.md")).expect("a narrative");
    assert!(narrative.1.ends_with("\n\n| 学校 | 数量\\|辆 |\n| --- | --- |\n| 一中 | 3 |\n"), "{}", narrative.1);
    let (_, report) = recognise(&[with_table(&text, "常规巡察", &rows)]);
    assert!(report.message(&[]).zh.contains("表格的行，没有收入"), "a table before the issues has no place");
}

#[test]
fn headings_below_topics_are_a_field() {
    let text = format!(
        "{FRONT}\n{OPENING}\n一、管理方面\n（一）校车\n1.检查\n（1）检查流于形式。\n整改情况：已改。\n2.登记\n（2）登记不全。\n整改情况：已补。\n二、廉洁方面\n（一）采购\n1.比价\n（3）没有比价。\n整改情况：已比。\n{TAIL}\n"
    );
    let (draft, report) = read(&text);
    let fields: Vec<_> = draft.issues.iter().map(|issue| issue.fields.clone()).collect();
    let expected = ["检查", "登记", "比价"].map(|title| vec![("三级问题".to_owned(), title.to_owned())]);
    assert_eq!(fields, expected, "{}", report.message(&[]).zh);
    assert_eq!(draft.summary(), Some(OPENING));
}

#[test]
fn signs_that_nobody_sees_do_not_hide_words() {
    let parts = ["一、落实教育政策方面", "二、管理和廉洁方面"];
    let text = notice(parts, |n, _, s, r| format!("\u{feff}（{n}）{s}。\n整\u{200b}改情况：{r}"), "");
    let (draft, report) = read(&text);
    assert_eq!(draft.issues.len(), 6);
    assert!(report.message(&[]).zh.contains("看不见的字符 1 个"), "{}", report.message(&[]).zh);
}

#[test]
fn a_list_below_a_label_with_nothing_behind_it_heads_nothing() {
    let list = "整改措施：\n1.开展检查。\n2.完善制度\n3.公开结果。\n整改情况：";
    let text = format!(
        "{FRONT}\n{OPENING}\n一、管理方面\n1.校车管理\n（1）检查流于形式。\n{list}已改。\n（2）登记不全。\n{list}已补。\n二、廉洁方面\n1.食堂管理\n（3）没有比价。\n{list}已比。\n{TAIL}\n"
    );
    let (draft, report) = read(&text);
    let topics: Vec<_> = draft.sections.iter().map(|section| section.topics.clone()).collect();
    assert_eq!(topics, [["校车管理"], ["食堂管理"]], "{}", report.message(&[]).zh);
    assert_eq!(draft.issues.iter().map(|issue| issue.topic).collect::<Vec<_>>(), [Some(0), Some(0), Some(0)]);
    let measures = ["1.开展检查。", "2.完善制度", "3.公开结果。"];
    assert!(draft.issues.iter().all(|issue| issue.measures == measures), "{:?}", draft.issues);
    let done: Vec<String> = draft.issues.iter().map(|issue| issue.response.concat()).collect();
    assert_eq!(done, ["已改。", "已补。", "已比。"]);
    let said = report.message(&[]).zh;
    assert!(said.contains("“管理方面” 1 个二级问题、2 个问题"), "{said}");
}

/// A ledger with these rows as a file of its own.
fn ledger(rows: &[&[&str]]) -> Manuscript {
    let cell = |text: &&str| Cell { text: (*text).to_owned(), ..Cell::default() };
    let row = |(number, cells): (usize, &&[&str])| Row { number, cells: cells.iter().map(cell).collect() };
    let table = Table { rows: (1..).zip(rows).map(row).collect(), ..Table::default() };
    Manuscript { blocks: vec![Block::Table(table)], ..Manuscript::default() }
}

#[test]
fn a_ledger_completes_every_field_or_the_report_says_why_not() {
    let text = notice(
        ["一、落实教育政策方面", "二、管理和廉洁方面"],
        |n, _, s, r| {
            let done = if n == 2 { String::new() } else { format!("整改情况：{r}") };
            format!("（{n}）{s}。\n责任人：张某某\n完成时限：2024年6月\n{done}")
        },
        "",
    );
    let rows: [&[&str]; 3] = [
        &["序号", "方面", "反馈问题", "整改措施", "整改情况", "下一步措施", "完成时限", "整改状态", "责任人", "备注"],
        &[
            "1",
            "别的方面",
            ISSUES[0].0,
            "逐车登记。",
            "已登记。",
            "追缴余款3万元。",
            "2025-12",
            "已完成",
            "李某某",
            "第一批",
        ],
        &["2", "落实教育政策方面", ISSUES[1].0, "", "已公开比价。", "", "2024-06", "", "张某某", ""],
    ];
    let (draft, report) = recognise(&[manuscript(&text), ledger(&rows)]);
    let said = report.message(&[]).zh;
    let first = &draft.issues[0];
    assert_eq!((first.measures.concat(), first.next_steps.concat()), ("逐车登记。".into(), "追缴余款3万元。".into()));
    assert_eq!((first.status, first.due.map(|due| due.to_string()).as_deref()), (Some("completed"), Some("2024-06")));
    assert_eq!(first.response, [ISSUES[0].1]);
    let fields = [("责任人", "张某某"), ("备注", "第一批")].map(|(label, text)| (label.to_owned(), text.to_owned()));
    assert_eq!(first.fields, fields);
    for name in ["时限", "整改情况", "责任人", "方面"] {
        let line = format!("第 2 行：台账的“{name}”与正文不一致，按正文收入");
        assert_eq!(said.matches(&line).count(), 1, "{name}: {said}");
    }
    assert_eq!(draft.issues[1].response, ["已公开比价。"], "{said}");
    assert!(!said.contains("第 3 行：台账的"), "{said}");
}

#[test]
fn a_field_that_is_named_twice_has_both_texts() {
    let text =
        notice(["", ""], |n, _, s, r| format!("（{n}）{s}。\n责任领导：张某某\n责任领导：李某某\n整改情况：{r}"), "");
    let (draft, _) = read(&text);
    assert_eq!(draft.issues[0].fields, [("责任领导".to_owned(), "张某某\n李某某".to_owned())]);
    let files = files::files(&draft);
    let record = files.iter().find(|(path, _)| path.as_str().ends_with("001.yaml")).expect("a record");
    assert!(record.1.contains("张某某") && record.1.contains("李某某"), "{}", record.1);
}
