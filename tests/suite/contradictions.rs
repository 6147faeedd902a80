//! What the model notice says against itself, one entry for each finding expected of it: found by a rule and shown with an editor's note,
//! declared by a note, or gone.

use std::path::Path;

use gongkai::compile::Options;
use gongkai::diagnostic::{Diagnostic, Place};
use gongkai::value::Lang;

use crate::fixture::Fixture;

/// What happens to a contradiction.
#[derive(Clone, Copy)]
enum Fate {
    /// A rule finds it in a file, at a text, once nothing is accepted; the page shows a note that has these words.
    Found(&'static str, &'static str, &'static str, &'static str),
    /// Only with `--suggest`, else the same.
    Suggested(&'static str, &'static str, &'static str, &'static str),
    /// No rule can find it; the page shows a note that has these words.
    Declared(&'static str, &'static str),
    /// Planted again, a rule finds it: in a file, in place of a text, another.
    Mended(&'static str, &'static str, &'static str, &'static str),
    /// It cannot be said in records, or what is published follows from them.
    Gone,
}

use Fate::{Declared, Found, Gone, Mended, Suggested};

const ISSUE_6: &str = "content/1-policy-delivery/006";
const ISSUE_7: &str = "content/1-policy-delivery/007";
const ISSUE_26: &str = "content/2-party-governance/026";
const ISSUE_27: &str = "content/2-party-governance/027";
const ISSUE_29: &str = "content/2-party-governance/029";
const ISSUE_34: &str = "content/3-party-organisation/034";
const ISSUE_42: &str = "content/3-party-organisation/042";
const ISSUE_47: &str = "content/4-follow-up-rectification/047";
const ISSUE_48: &str = "content/4-follow-up-rectification/048";
const ISSUE_49: &str = "content/4-follow-up-rectification/049";
const PEOPLE: &str = "content/accountability";
const WHOLE: &str = "content/notice";

const CONTRADICTIONS: [(&str, Fate); 36] = [
    ("A1", Found("equation", ISSUE_34, "municipal.was - municipal-fall = municipal-expected", "应为36.32%")),
    ("A2", Found("equation", ISSUE_27, "handled / (task - sealed) = handled-rate", "占50.84%")),
    ("A3", Found("rate-rounding", ISSUE_27, "disposed / idle = rate", "四舍五入为51.26%")),
    ("A4", Declared(ISSUE_26, "其余79.4万元")),
    ("A5", Found("equation", ISSUE_7, "firms / share = (firms + fewer) / (share + narrowed)", "约1041家")),
    ("A6", Found("unexplained-remainder", PEOPLE, "sanctions + admonition-talks + unexplained = persons", "其余36人")),
    ("A7", Found("unexplained-remainder", ISSUE_34, "health + remaining = 765 + 408 + unexplained", "相差426名")),
    ("A8", Mended("equation", "content/4-follow-up-rectification/048.yaml", "value: 203300", "value: 203400")),
    ("S1", Declared(ISSUE_6, "同时把整个问题列为正在整改")),
    ("S2", Declared(ISSUE_47, "同时说整改进展缓慢")),
    ("S3", Declared("content/1-policy-delivery/004", "没有写明这个问题是否完成")),
    ("S4", Gone),
    ("C1", Declared(ISSUE_48, "多付的过渡费，原通报没有说明")),
    ("C2", Suggested("unquoted-figure", ISSUE_42, "weak", "整顿得怎样")),
    ("C3", Suggested("unquoted-figure", ISSUE_47, "outstanding", "为914.12万元")),
    ("T1", Gone),
    (
        "T2",
        Found(
            "document-titles-differ",
            ISSUE_49,
            "《关于进一步加强房屋建筑和市政基础设施工程建设项目招投标监管的通知》",
            "应是同一份文件",
        ),
    ),
    ("T3", Declared(ISSUE_29, "前后写法不同")),
    ("W1", Mended("wrong-term", "content/2-party-governance/030.zh.md", "八项规定精神", "八项定精神")),
    ("W2", Mended("wrong-term", "content/1-policy-delivery/007.zh.md", "截至2021年", "截止2021年")),
    ("W3", Mended("wrong-term", "content/1-policy-delivery/007.zh.md", "稳定工业", "扩宽工业")),
    ("W4", Mended("wrong-term", "content/1-policy-delivery/007.zh.md", "稳定工业", "网络化巡查")),
    ("W5", Mended("wrong-term", "content/1-policy-delivery/007.zh.md", "规模以上工业增加值", "规模工业增加值")),
    ("F1", Gone),
    ("F2", Gone),
    ("F3", Mended("telephone-dash", "content/1-policy-delivery/007.zh.md", "稳定工业", "电话0599—8861722，稳定工业")),
    ("F4", Mended("missing-key", "content/notice.yaml", "title:\n", "summary2:\n")),
    (
        "F5",
        Mended(
            "half-width-punctuation",
            "content/1-policy-delivery/007.zh.md",
            "截至2021年6月底，",
            "截至2021年6月底,",
        ),
    ),
    ("D1", Declared(ISSUE_6, "分项时限")),
    ("D1", Mended("deadline-differs", "content/1-policy-delivery/006.yaml", "due: 2022-12", "due: 2021-12")),
    ("D2", Declared(WHOLE, "截至时间不同")),
    ("D3", Gone),
    ("P1", Gone),
    ("P2", Declared(WHOLE, "不在政府网站域名下")),
    ("L1", Declared(WHOLE, "没有写明每个问题由谁牵头")),
    ("L2", Declared(WHOLE, "合计132条")),
];

/// The sample without what was accepted in it, and without what is noted for readers.
fn without_acceptances() -> Fixture {
    let mut fixture = Fixture::notice();
    for path in fixture.paths().into_iter().filter(|path| path.starts_with("content/") && path.ends_with(".yaml")) {
        let text = fixture.text(&path);
        let mut kept = String::new();
        let mut skipping = false;
        for line in text.lines() {
            skipping = ["accepted:", "notes:"].contains(&line) || skipping && line.starts_with([' ', '#']);
            if !skipping {
                kept.push_str(line);
                kept.push('\n');
            }
        }
        fixture = fixture.with(&path, kept);
    }
    fixture
}

/// Whether a finding of a rule stands at a text of a file.
fn stands_at(fixture: &Fixture, found: &Diagnostic, rule: &str, stem: &str, at: &str) -> bool {
    let Some(Place::Span(path, range)) = &found.place else { return false };
    found.rule == rule && path.as_str().starts_with(stem) && fixture.text(path.as_str()).get(range.clone()) == Some(at)
}

/// The page of the default language that shows the notes of a record.
fn page_of(stem: &str) -> String {
    match stem {
        PEOPLE => "accountability.html".to_owned(),
        WHOLE => "overview.html".to_owned(),
        issue => format!("issues/{}.html", issue.rsplit('/').next().expect("a number")),
    }
}

#[test]
fn each_contradiction_of_the_source_is_found_or_declared() {
    let stripped = without_acceptances();
    let found = stripped.clone().compile_with(&Options { suggests: true, ..Options::default() }).diagnostics;
    let sample = Fixture::notice().compile();
    let mut wrong = Vec::new();
    for (id, fate) in CONTRADICTIONS {
        if let Found(rule, stem, at, _) | Suggested(rule, stem, at, _) = fate
            && !found.iter().any(|found| stands_at(&stripped, found, rule, stem, at) && found.accepted.is_none())
        {
            wrong.push(format!("{id}: {rule} does not find it in {stem}"));
        }
        if let Found(_, stem, _, words) | Suggested(_, stem, _, words) | Declared(stem, words) = fate {
            let page = sample.file(&page_of(stem));
            let notes = page.split("<div class=\"editor-notes\"").nth(1).and_then(|rest| rest.split("</div>").next());
            if !notes.is_some_and(|notes| notes.contains(words)) {
                wrong.push(format!("{id}: no note says {words}"));
            }
        }
        if let Mended(rule, path, right, mistake) = fate {
            let planted = Fixture::notice().replacing(path, right, mistake).compile().diagnostics;
            if !planted.iter().any(|found| found.rule == rule && found.accepted.is_none()) {
                wrong.push(format!("{id}: {rule} does not find it"));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn nothing_is_suggested_that_is_noted_or_follows() {
    let options = || Options { suggests: true, ..Options::default() };
    let sites = [
        Fixture::notice(),
        Fixture::of(Path::new("tests/examples/audit")),
        Fixture::of(Path::new("tests/examples/county")),
    ];
    for site in sites {
        let found = site.compile_with(&options()).diagnostics;
        let rules = ["suggested-equation", "unquoted-figure", "other-amount", "near-equation"];
        let suggested: Vec<_> =
            found.iter().filter(|found| rules.contains(&found.rule)).map(|found| &found.message.en).collect();
        assert_eq!(suggested, Vec::<&String>::new());
    }
    // What nobody notes and no sum takes up is.
    let record = |more: &str| {
        let figures = "statement: {zh: 空编80个。, en: 80 posts were vacant.}\nfigures: [{id: vacant, label: {zh: 空编, en: Vacant posts}, value: 80, unit: piece}, {id: filled, label: {zh: 已补, en: Filled}, value: 60, unit: piece}, {id: empty, label: {zh: 未补, en: Unfilled}, value: 20, unit: piece}]\n";
        let site = Fixture::small().adding("content/2-people/003.yaml", &format!("{figures}{more}"));
        let site = site
            .adding("content/2-people/003.zh.md", "\n已补{{ filled }}。\n")
            .adding("content/2-people/003.en.md", "\nOf these {{ filled }} were filled.\n");
        let found = site.compile_with(&options()).diagnostics;
        found.iter().filter(|found| found.rule == "unquoted-figure").count()
    };
    assert_eq!(record(""), 1);
    assert_eq!(record("equations: [filled + empty = vacant]\n"), 0);
    assert_eq!(
        record("notes: [{text: {zh: 余下的没有说明。, en: The rest is not explained.}, figures: [vacant]}]\n"),
        0
    );
}

#[test]
fn suggestions_are_ready_to_paste() {
    let figures = "figures:\n  - {id: all, label: {zh: 甲, en: A}, value: 229, unit: case}\n  - {id: done, label: {zh: 乙, en: B}, value: 224, unit: case}\n  - {id: open, label: {zh: 丙, en: C}, value: 5, unit: case}\n  - {id: rate, label: {zh: 丁, en: D}, value: 97.8, unit: percent}\n";
    let suggested = |added: &str| {
        let fixture = Fixture::small().adding("content/2-people/003.yaml", &format!("{figures}{added}"));
        let found = fixture.compile_with(&Options { suggests: true, ..Options::default() }).diagnostics;
        let of = |found: &Diagnostic| Some(found.help.as_ref()?.en.rsplit_once("  - ")?.1.to_owned());
        let here =
            |found: &&Diagnostic| found.place.as_ref().is_some_and(|place| place.path().as_str().ends_with("003.yaml"));
        found.iter().filter(here).filter(|found| found.rule == "suggested-equation").filter_map(of).collect::<Vec<_>>()
    };
    let proposed = suggested("");
    assert_eq!(proposed, ["done + open = all", "done / all = rate"]);
    assert_eq!(suggested(&format!("equations: [{}]\n", proposed.join(", "))), Vec::<String>::new());
}

#[test]
fn a_note_stands_wherever_its_figure_is_quoted() {
    let compiled = Fixture::notice().compile();
    for (page, mark) in [
        ("issues/034.html", "编注2"),
        ("en/issues/034.html", "ed. 2"),
        ("notice.html", "href=\"#i34-editor-2\""),
        ("accountability.html", "href=\"#accountability-editor-1\""),
        ("index.html", "href=\"#editor-1\""),
        ("statistics.html", "href=\"#editor-1\""),
        ("outstanding.html", "id=\"i26-editor-1\""),
    ] {
        assert!(compiled.file(page).contains(mark), "{page} has no {mark}");
    }
    let issue = compiled.file("issues/034.html");
    let marked = "36.41%</span><sup class=\"editor-mark\"><a href=\"#i34-editor-2\" aria-label=\"编者注2\">";
    assert!(issue.contains(marked), "the mark stands behind the figure in the table");
    let data: serde_json::Value = serde_json::from_str(&compiled.file("data/notice.json")).expect("JSON");
    let note = &data["issues"][33]["notes"][1];
    assert_eq!(note["figures"], serde_json::json!(["municipal-expected", "municipal-fall"]));
    assert!(note["text"]["en"].as_str().is_some_and(|text| text.contains("36.32%")), "{note}");
    assert!(compiled.site().edition.notice.languages.contains(&Lang::new("en")));
}

#[test]
fn a_note_at_a_figure_that_is_not_there_is_an_error() {
    let note = "notes: [{text: {zh: 甲。, en: A.}, figures: [fine]}]\n";
    let found = Fixture::small().adding("content/1-projects/001.yaml", note).compile().shown();
    assert!(found.iter().any(|found| found.starts_with("unknown-figure")), "{found:?}");
}

#[test]
fn one_figure_of_one_label_has_one_value() {
    let figure = |label: &str, value: u32| {
        format!("figures:\n  - {{id: bids, label: {{zh: {label}, en: {label}}}, value: {value}, unit: piece}}\n")
    };
    let found = |label: &str, value: u32| {
        let fixture = Fixture::small().adding("content/2-people/003.yaml", &figure(label, 15)).replacing(
            "content/1-projects/002.yaml",
            "figures:\n",
            &figure(label, value),
        );
        fixture.compile().shown().iter().filter(|found| found.starts_with("same-figure-differs")).count()
    };
    assert_eq!(found("上述串通投标案件的数量", 16), 1);
    assert_eq!(found("上述串通投标案件的数量", 15), 0);
    // A label that stands in many records means something else in each.
    assert_eq!(found("案件数", 16), 0);
}

#[test]
fn records_that_repeat_each_other_agree_in_every_figure() {
    let record = |cases: &str, fines: u32, rate: &str| {
        format!(
            "figures:\n  - {{id: bids, label: {{zh: {cases}, en: {cases}}}, value: 1683.36, unit: mu}}\n  - {{id: paid, label: {{zh: 罚款额, en: Paid}}, value: {fines}, unit: CNY}}\n  - {{id: rate, label: {{zh: {rate}, en: {rate}}}, value: 51.25, unit: percent}}\n"
        )
    };
    let found = |first: String, second: String| {
        let fixture = Fixture::small().adding("content/2-people/003.yaml", &first).replacing(
            "content/1-projects/002.yaml",
            "figures:\n",
            &second,
        );
        fixture.compile().shown().iter().filter(|found| found.starts_with("same-figure-differs")).count()
    };
    let first = || record("处置土地", 1_476_000, "处置率");
    assert_eq!(found(first(), record("处置闲置土地", 1_476_000, "土地处置率")), 0);
    assert_eq!(found(first(), record("处置闲置土地", 1_467_000, "土地处置率")), 1);
    assert_eq!(
        found(first(), record("处置闲置土地", 1_467_000, "土地处置率").replace("1683.36", "1683.63")),
        0,
        "one is chance"
    );
    let other = record("处置闲置土地", 1_467_000, "土地处置率").replace("罚款额", "没收违法所得");
    assert_eq!(found(first(), other), 0, "a figure of something else");
}
