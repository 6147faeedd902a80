//! The forms in which offices write notices, and damages: each is read right, or the report names it.

use super::recognise;
use crate::office::draft::{Draft, DraftIssue};
use crate::office::files;
use crate::office::manuscript::{Block, Cell, Manuscript, Paragraph, ParagraphMark, Row, Table};
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

/// A notice whose last part lists what is not finished.
fn outstanding(items: &str) -> (Draft, Report) {
    let parts = ["一、落实教育政策方面", "二、管理和廉洁方面"];
    let issue = |n: usize, _: usize, s: &str, r: &str| format!("（{n}）{s}。\n整改情况：{r}");
    read(&notice(parts, issue, &format!("三、需要继续整改的事项\n{items}")))
}

/// An item about an issue, by its number in the list.
fn item(number: usize, issue: usize) -> String {
    format!("{number}. 关于“{}”的问题。继续整改。\n完成时限：2025年6月底前\n", ISSUES[issue - 1].0)
}

#[test]
fn numbers_of_what_is_left_that_start_again_lose_their_status() {
    let (done, doing) = (Some("substantially-completed"), Some("in-progress"));
    let (first, second) = ("（一）基本完成事项\n", "（二）正在整改事项\n");
    let list = |numbers: &[usize]| -> Vec<String> { (1..).zip(numbers).map(|(issue, n)| item(*n, issue)).collect() };
    let two = list(&[1, 2, 1, 2]);
    let through = list(&[1, 2, 3, 4]);
    let of = |items: String| {
        let (draft, report) = outstanding(&items);
        let statuses: Vec<_> = draft.issues[..4].iter().map(|issue| issue.status).collect();
        (statuses, report.message(&[]).zh.matches("可能漏了").count())
    };
    let both = |items: &[String]| format!("{first}{}{second}{}", items[..2].concat(), items[2..].concat());
    assert_eq!(of(both(&two)), (vec![done, done, doing, doing], 0));
    assert_eq!(of(both(&through)), (vec![done, done, doing, doing], 0), "numbers may run through");
    assert_eq!(of(format!("{first}{}", two.concat())), (vec![done, done, None, None], 1), "the second heading is lost");
    assert_eq!(of(both(&two).replace(first, "")), (vec![None, None, doing, doing], 1), "the first heading is lost");
    let own = list(&[1, 2, 3, 4]).into_iter().rev().collect::<String>();
    assert_eq!(of(format!("{first}{own}")), (vec![done; 4], 0), "the numbers of the issues themselves");
    let third = format!("{first}{}（三）持续推进事项\n{}", through[..3].concat(), through[3]);
    assert_eq!(of(third), (vec![None, None, None, Some("ongoing")], 1), "some of three are of a heading that is lost");
    let inside = format!("{first}{}（1）已完成招标。\n{}", item(1, 1), item(2, 2));
    assert_eq!(of(inside), (vec![done, done, None, None], 0), "a sentence of an item heads nothing");
    let listed = format!("{first}{}1. 继续催收。\n2. 已完成入库。\n{}", item(1, 1), item(2, 3));
    assert_eq!(of(listed), (vec![done, None, done, None], 0), "nor does a list inside an item");
    let other = format!("{first}{}2. 其他事项已完成。\n{}", item(1, 1), item(3, 2));
    assert_eq!(of(other), (vec![done, done, None, None], 0), "nor does an item of something else");
    assert_eq!(
        of(format!("{first}{}{}", item(1, 1), item(3, 2))),
        (vec![done, done, None, None], 1),
        "an item is lost"
    );
}

#[test]
fn headings_whose_numbers_do_not_follow_are_named() {
    let of = |headings: [&str; 3]| {
        let (front, mut text) = (format!("{FRONT}\n{OPENING}\n一、部署\n专题研究。\n二、整改情况\n"), String::new());
        for ((heading, pair), n) in headings.iter().zip(ISSUES.chunks(2)).zip([1, 3, 5]) {
            text += &format!("{heading}\n");
            for (n, (statement, response)) in (n..).zip(pair) {
                text += &format!("（{n}）{statement}。\n整改情况：{response}\n");
            }
        }
        let (_, report) = read(&format!("{front}{text}三、下一步\n继续。\n{TAIL}\n"));
        report.message(&[]).zh.matches("可能漏了").count()
    };
    assert_eq!(of(["（一）甲方面", "（二）乙方面", "（三）丙方面"]), 0);
    assert_eq!(of(["（一）甲方面", "（三）乙方面", "（四）丙方面"]), 1);
    assert_eq!(of(["（二）甲方面", "（三）乙方面", "（四）丙方面"]), 1);
    assert_eq!(of(["（一）甲方面\n1.甲", "2.乙", "（二）乙方面\n1.丙"]), 0);
    assert_eq!(of(["（一）甲方面\n1.甲", "（二）乙方面\n2.乙", "（三）丙方面\n3.丙"]), 0, "topics may run through");
    assert_eq!(of(["（一）甲方面\n1.甲", "2.乙", "1.丙"]), 1);
}

/// What can happen to a file on its way, each at a place.
type Damage = (&'static str, fn(&mut Vec<String>, usize));

const DAMAGES: [Damage; 14] = [
    ("word missing", |lines, at| edit(lines, response, at, without_word)),
    ("word misspelt", |lines, at| edit(lines, response, at, |line| line.replacen("整改情况", "整改请况", 1))),
    ("number missing", |lines, at| edit(lines, issue, at, without_number)),
    ("number doubled", |lines, at| {
        let number = at % 6;
        edit(lines, issue, at, |line| format!("（{number}）{}", without_number(line)));
    }),
    ("response missing", |lines, at| {
        let place = response(lines, at);
        lines.remove(place);
    }),
    ("issue missing", |lines, at| {
        let place = issue(lines, at);
        lines.remove(place);
    }),
    ("response split", |lines, at| {
        let place = response(lines, at);
        let text: Vec<char> = lines[place].chars().collect();
        let half = text.len() / 2 + at % 5;
        lines[place] = text[..half].iter().collect();
        lines.insert(place + 1, text[half..].iter().collect());
    }),
    ("blank line", |lines, at| {
        let place = response(lines, at);
        lines.insert(place, String::new());
    }),
    ("joined", |lines, at| {
        let place = response(lines, at);
        let more = lines.remove(place);
        edit(lines, issue, at, |line| format!("{line}{more}"));
    }),
    ("blanks in the number", |lines, at| {
        edit(lines, issue, at, |line| line.replacen('（', "( ", 1).replacen('）', " )", 1));
    }),
    ("page number", |lines, at| {
        let place = response(lines, at);
        lines.insert(place, format!("— {} —", at + 2));
    }),
    ("other brackets", |lines, at| {
        edit(lines, issue, at, |line| line.replacen('（', "〔", 1).replacen('）', "〕", 1));
    }),
    ("no full stop", |lines, at| edit(lines, issue, at, |line| line.trim_end_matches('。').to_owned())),
    ("a list inside", |lines, at| {
        let place = response(lines, at) + 1;
        lines.splice(place..place, ["（1）逐项核对，落实到人。", "（2）每月报告一次进度。"].map(str::to_owned));
    }),
];

fn edit(lines: &mut [String], which: fn(&[String], usize) -> usize, at: usize, change: impl Fn(&str) -> String) {
    let place = which(lines, at);
    lines[place] = change(&lines[place]);
}

fn issue(lines: &[String], at: usize) -> usize {
    let marker = format!("（{}）", at % 6 + 1);
    lines
        .iter()
        .position(|line| line.starts_with(&marker))
        .unwrap_or_else(|| lines.iter().position(|line| line.starts_with("（")).expect("an issue"))
}

fn response(lines: &[String], at: usize) -> usize {
    issue(lines, at) + 1
}

fn without_word(line: &str) -> String {
    line.split_once('：').map_or(line, |(_, rest)| rest).to_owned()
}

fn without_number(line: &str) -> String {
    line.split_once('）').map_or(line, |(_, rest)| rest).to_owned()
}

/// What the issues say; what was done without the words before it.
fn content(draft: &Draft) -> Vec<(String, String)> {
    draft.issues.iter().map(told).collect()
}

#[test]
fn no_damage_is_silently_wrong() {
    let parts = ["一、落实教育政策方面", "二、管理和廉洁方面"];
    let whole = notice(parts, |n, _, s, r| format!("（{n}）{s}。\n整改情况：{r}"), "");
    let (draft, report) = read(&whole);
    let before = [Certainty::NotUnderstood, Certainty::Likely].map(|certainty| report.count(certainty));
    let (mut right, mut named, mut silent) = (0, 0, Vec::new());
    for seed in 0..210 {
        let (name, damage) = DAMAGES[seed % DAMAGES.len()];
        let mut lines: Vec<String> = whole.lines().map(str::to_owned).collect();
        damage(&mut lines, seed / DAMAGES.len() + seed);
        if seed >= 84 {
            // A second damage elsewhere.
            DAMAGES[(seed / 3) % 4].1(&mut lines, seed / DAMAGES.len() + seed + 2);
        }
        let (found, report) = read(&lines.join("\n"));
        let is_named = [Certainty::NotUnderstood, Certainty::Likely].map(|certainty| report.count(certainty)) != before;
        match (content(&found) == content(&draft), is_named) {
            (true, _) => right += 1,
            (false, true) => named += 1,
            (false, false) => silent.push(format!("{seed} {name}: {}", report.message(&[]).zh)),
        }
    }
    assert_eq!(silent, Vec::<String>::new());
    assert_eq!(right + named, 210);
    assert!(right >= 90, "{right} right, {named} named");
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

/// A document that gongkai made, of paragraphs that say what they state (nothing for what was typed), and words with what they stand for.
fn made(paragraphs: &[(&str, &str)], words: &[(&str, &str)]) -> Manuscript {
    let paragraph = |(number, (states, text)): (usize, &(&str, &str))| {
        let mark = ParagraphMark::read(&format!("gongkai 1 zh Body {states}"));
        Block::Paragraph(Paragraph { number, text: (*text).to_owned(), mark, ..Paragraph::default() })
    };
    let blocks = (1..).zip(paragraphs).map(paragraph).collect();
    let words = words.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
    Manuscript { blocks, words, ..Manuscript::default() }
}

#[test]
fn what_somebody_made_of_a_document_of_ours_leads_nowhere_and_is_said() {
    assert_eq!(ParagraphMark::read("gongkai 1 ../x Body issue"), None, "no language");
    let paragraphs = [
        ("title", "关于整改情况的通报"),
        ("", "接在标题后面的话"),
        ("text ../../x", "工作部署。"),
        ("text closing", "结束语。"),
        ("text closing", "抄了一遍的结束语。"),
        ("section", "（一）工程建设"),
        ("issue", "1. 串通投标"),
        ("statement", "反馈的问题：招标不严。"),
        ("response", "整改情况"),
        ("", "已经改正。"),
    ];
    let words = [("section ../../x", "工程建设"), ("unit /etc", "县住建局"), ("status A b", "completed 完成")];
    let (draft, report) = recognise(&[made(&paragraphs, &words)]);
    let paths: Vec<String> = files::files(&draft).iter().map(|(path, _)| path.to_string()).collect();
    let mut once = paths.clone();
    once.sort();
    once.dedup();
    assert_eq!(once.len(), paths.len(), "each file once: {paths:?}");
    assert!(paths.iter().any(|path| path == "content/1-section-1/section.yaml"), "{paths:?}");
    assert_eq!(draft.issues[0].response, ["已经改正。"]);
    let said = report.message(&[]).zh;
    assert!(said.contains("接在标题后面的话") && said.contains("不知道属于哪里"), "{said}");
}
