//! The whole notice of this repository's source, as more than twenty hands made it: every statement and every response is read character for
//! character, every status and deadline that it states, and none that it does not. `fixtures/office/whole/make.py` makes the files.

#![allow(clippy::print_stdout)] // a report

use std::path::{Path, PathBuf};
use std::sync::Arc;

use gongkai::compile::{Options, Site, compile};
use gongkai::diagnostic::Severity;
use gongkai::office;
use gongkai::office::draft::{Draft, DraftIssue};
use gongkai::office::manuscript::{Block, Manuscript, Paragraph};
use gongkai::office::recognise::recognise;
use gongkai::office::report::Report;
use gongkai::site::formats::{document, ledger};
use gongkai::source::SourceTree;
use gongkai::theme;
use gongkai::value::Lang;
use serde::Deserialize;

const FOLDER: &str = "tests/suite/fixtures/office/whole";

/// What must be read of an issue.
#[derive(Deserialize)]
struct Truth {
    statement: String,
    response: String,
    status: Option<String>,
    due: Option<String>,
}

fn truth() -> Vec<Truth> {
    let text = std::fs::read_to_string(Path::new(FOLDER).join("truth.json")).expect("the truth");
    serde_json::from_str(&text).expect("JSON")
}

fn files() -> Vec<PathBuf> {
    let entries = std::fs::read_dir(FOLDER).expect("a folder").flatten().map(|entry| entry.path());
    let is_made = |path: &PathBuf| path.extension().is_some_and(|ending| ending != "py" && ending != "json");
    let mut paths: Vec<PathBuf> = entries.filter(is_made).collect();
    paths.sort();
    paths
}

/// Half-width punctuation in full width, as `make.py` writes it into the file with soft breaks; not between digits.
fn widened(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let is_digit = |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(char::is_ascii_digit);
    let wide = |(at, c): (usize, &char)| match c {
        ',' | ':' if is_digit(at.checked_sub(1)) && is_digit(Some(at + 1)) => *c,
        ',' => '，',
        ':' => '：',
        ';' => '；',
        '(' => '（',
        ')' => '）',
        '%' => '％',
        other => *other,
    };
    chars.iter().enumerate().map(wide).collect()
}

/// How much was read right: statements, responses, statuses, deadlines; and statuses that the notice does not state.
#[derive(Debug, Default, PartialEq, Eq)]
struct Score {
    statements: usize,
    responses: usize,
    statuses: usize,
    deadlines: usize,
    false_statuses: usize,
}

fn score(draft: &Draft, truth: &[Truth], as_written: impl Fn(&str) -> String) -> Score {
    let bare = |text: &str| text.trim_end_matches('。').to_owned();
    let mut score = Score::default();
    for (issue, truth) in draft.issues.iter().zip(truth) {
        let DraftIssue { statement, response, status, due, .. } = issue;
        score.statements += usize::from(bare(statement) == bare(&as_written(&truth.statement)));
        score.responses += usize::from(response.join("\n") == as_written(&truth.response));
        score.statuses += usize::from(truth.status.is_some() && *status == truth.status.as_deref());
        let is_due = |due: &str| truth.due.as_deref().is_some_and(|wanted| due.starts_with(wanted));
        score.deadlines += usize::from(due.is_some_and(|due| is_due(&due.to_string())));
        score.false_statuses += usize::from(status.is_some() && truth.status.is_none());
    }
    score
}

/// Whether a report says of a whole notice that a heading or an item is missing.
fn is_false_alarm(report: &Report) -> bool {
    report.entries.iter().any(|entry| entry.message.zh.contains("可能漏了"))
}

#[test]
fn the_whole_notice_is_read_from_every_hand() {
    let truth = truth();
    let files = files();
    assert!(files.len() >= 20, "{files:?}");
    let whole = Score { statements: 49, responses: 49, statuses: 8, deadlines: 8, false_statuses: 0 };
    let mut wrong = Vec::new();
    for path in files {
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        let manuscript = office::read(&name, &std::fs::read(&path).expect("a file")).expect("a manuscript");
        let (draft, report) = recognise(&[manuscript]);
        let is_wide = name == "breaks.docx";
        let found = score(&draft, &truth, |text| if is_wide { widened(text) } else { text.to_owned() });
        println!("{name}: {} issues, {found:?}", draft.issues.len());
        if found != whole || draft.issues.len() != 49 || is_false_alarm(&report) {
            wrong.push(format!("{name}: {} issues, {found:?}\n{}", draft.issues.len(), report.message(&[]).zh));
        }
        let is_ledger = name.starts_with("ledger");
        assert!(
            is_ledger
                || draft.title.as_deref() == Some("中共南平市委关于巡视整改进展情况的通报")
                || name.ends_with("txt"),
            "{name}: {:?}",
            draft.title
        );
        assert!(
            is_ledger || draft.contact.telephones == ["0599—8861722"] || draft.contact.telephones == ["0599-8861722"],
            "{name}: {:?}",
            draft.contact
        );
    }
    assert_eq!(wrong, Vec::<String>::new());
}

const CHINESE: [&str; 10] = ["十", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/// A number up to 99 in Chinese.
fn chinese(n: usize) -> String {
    let tens = match n / 10 {
        0 => String::new(),
        1 => "十".to_owned(),
        tens => format!("{}十", CHINESE[tens]),
    };
    tens + if n.is_multiple_of(10) { "" } else { CHINESE[n % 10] }
}

/// How an issue is written: its number in the notice, that in its section, what was found (without its full stop), what was done.
type Form = (&'static str, fn(usize, usize, &str, &str) -> String);

const FORMS: [Form; 16] = [
    ("nested", |n, _, s, r| format!("{n}.关于“{s}”问题的整改\n整改落实情况：{r}")),
    ("issue, it says", |_, k, s, r| format!("（{}）反馈问题：{s}。\n整改情况：{r}", chinese(k))),
    ("completed, it says", |n, _, s, r| format!("（{n}）{s}。\n该问题已完成整改。{r}")),
    ("task", |n, _, s, r| format!("整改任务{}：{s}。\n整改完成情况：{r}", chinese(n))),
    ("numbered word", |n, _, s, r| format!("问题{n}：{s}。\n整改成效：{r}")),
    ("pause mark", |_, k, s, r| format!("{k}、{s}。\n整改情况：{r}")),
    ("half bracket", |_, k, s, r| format!("{k}）{s}。\n整改进展情况：{r}")),
    ("in one paragraph", |_, k, s, r| format!("{k}．{s}。整改情况：{r}")),
    ("brackets around the word", |n, _, s, r| format!("{n}. {s}。\n【整改情况】{r}")),
    ("word on a line of its own", |n, _, s, r| format!("{n}. {s}。\n【整改情况】\n{r}")),
    ("bodies and deadline first", |n, _, s, r| {
        format!("{n}.{s}。\n责任单位：市委办公室、市财政局\n整改时限：2021年12月底前\n整改情况：{r}")
    }),
    ("measures first", |n, _, s, r| format!("{n}.{s}。\n整改措施：专题研究，限期办理。\n整改情况：{r}")),
    ("blanks everywhere", |n, _, s, r| format!("　　（ {n} ）　{s}。\n　　整改 情况 ：{r}")),
    ("status below", |n, _, s, r| format!("（{n}）{s}。\n整改情况：{r}\n整改状态：已完成\n")),
    ("half width", |n, _, s, r| format!("({n}){s}。\n整改情况:{r}")),
    ("about the matter", |_, k, s, r| format!("{k}.关于“{s}”的问题。\n落实情况：{r}")),
];

fn notice(form: Form, truth: &[Truth]) -> Manuscript {
    let mut lines = vec![
        "中共南平市委关于巡视整改进展情况的通报".to_owned(),
        "2020年10月15日至12月14日，省委巡视一组对南平市开展了巡视，并于2021年1月13日反馈了49个问题。现将整改情况公布如下。".to_owned(),
    ];
    for (at, truth) in truth.iter().enumerate() {
        let of_section = at % 13;
        if of_section == 0 {
            lines.push(format!("{}、第{0}方面的情况", CHINESE[at / 13 + 1]));
        }
        let text = form.1(at + 1, of_section + 1, truth.statement.trim_end_matches('。'), &truth.response);
        lines.extend(text.lines().map(str::to_owned));
    }
    lines.extend(["欢迎监督。联系电话：0599-8861722。", "中共南平市委", "2021年9月13日"].map(str::to_owned));
    let paragraph =
        |(at, text): (usize, String)| Block::Paragraph(Paragraph { number: at + 1, text, ..Paragraph::default() });
    Manuscript { blocks: lines.into_iter().enumerate().map(paragraph).collect(), ..Manuscript::default() }
}

#[test]
fn other_forms_are_read_nearly_whole() {
    let truth = truth();
    let mut below = Vec::new();
    for form in FORMS {
        let (draft, report) = recognise(&[notice(form, &truth)]);
        let is_right = |issue: &DraftIssue, truth: &Truth, field: &str| match field {
            "statement" => issue.statement.trim_end_matches('。') == truth.statement.trim_end_matches('。'),
            // 该问题已完成整改。 stands before what was done, and is a part of it.
            _ => {
                issue.response.concat().ends_with(&truth.response)
                    && issue.response.concat().len() < truth.response.len() + 40
            }
        };
        let count =
            |field| draft.issues.iter().zip(&truth).filter(|(issue, truth)| is_right(issue, truth, field)).count();
        let (statements, responses) = (count("statement"), count("response"));
        println!("{}: {} issues, {statements} statements, {responses} responses", form.0, draft.issues.len());
        if (statements + responses) * 100 < 98 * 98 || is_false_alarm(&report) {
            below.push(format!("{}: {statements}, {responses}\n{}", form.0, report.message(&[]).zh));
        }
    }
    assert_eq!(below, Vec::<String>::new());
}

/// The edition of a draft, as its files make it.
fn edition(draft: &Draft) -> Site {
    let mut tree = SourceTree::default();
    office::files::files(draft).into_iter().for_each(|(path, text)| tree.insert(path, text.into_bytes()));
    let checked = compile(&Arc::new(theme::with_built_in(tree)), &Options::default());
    let errors: Vec<_> = checked.diagnostics.iter().filter(|found| found.severity == Severity::Error).collect();
    assert!(errors.is_empty(), "{errors:?}");
    checked.value.expect("a site")
}

#[test]
fn export_import_export_gives_the_same_bytes() {
    let zh = Lang::new("zh");
    let source = std::fs::read(Path::new(FOLDER).join("typed.docx")).expect("a file");
    let (first, _) = recognise(&[office::read("typed.docx", &source).expect("a document")]);
    let first = edition(&first);
    let made = document(&first.edition, zh);
    let (second, report) = recognise(&[office::read("notice.docx", &made).expect("a document")]);
    let second = edition(&second);
    for path in second.edition.tree.changes(&first.edition.tree) {
        let of = |site: &Site| site.edition.tree.text(path.as_str()).unwrap_or_default().to_owned();
        println!("--- {path}\n{}\n+++\n{}", of(&first), of(&second));
    }
    assert!(document(&second.edition, zh) == made, "{}", report.message(&[]).zh);
    let table = ledger(&first.edition, zh);
    let both =
        [office::read("notice.docx", &made), office::read("ledger.xlsx", &table)].map(|read| read.expect("a file"));
    let (third, report) = recognise(&both);
    let third = edition(&third);
    assert!(ledger(&third.edition, zh) == table && document(&third.edition, zh) == made, "{}", report.message(&[]).zh);
}
