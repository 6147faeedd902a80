//! Notices with fewer levels, other numbers, labels and items: what their pages and downloads say.

use std::collections::BTreeSet;

use gongkai::compile::Options;
use gongkai::inspect;
use gongkai::progress::Progress;
use serde_json::Value;

use crate::fixture::{Compiled, Fixture};

const NOTICE: &str = "content/notice.yaml";
const FIRST: &str = "content/1-projects/001.yaml";
const SECOND: &str = "content/1-projects/002.yaml";
const THIRD: &str = "content/2-people/003.yaml";

/// The small notice without topics.
fn without_topics() -> Fixture {
    let fixture = Fixture::small()
        .with("content/1-projects/section.yaml", "title: {zh: 工程项目方面, en: Construction projects}\n")
        .with("content/2-people/section.yaml", "title: {zh: 干部队伍方面, en: Officials}\ntopics: []\n");
    let topics = [(FIRST, "topic: tendering\n"), (SECOND, "topic: funds\n"), (THIRD, "topic: posts\n")];
    topics.into_iter().fold(fixture, |fixture, (path, topic)| fixture.replacing(path, topic, ""))
}

/// The small notice without sections.
fn without_sections() -> Fixture {
    let sectioned = without_topics();
    let files = [("1-projects", "001"), ("1-projects", "002"), ("2-people", "003")];
    let mut fixture =
        sectioned.clone().without("content/1-projects/section.yaml").without("content/2-people/section.yaml");
    for (folder, stem) in files {
        for ending in ["yaml", "zh.md", "en.md"] {
            let path = format!("content/{folder}/{stem}.{ending}");
            let text = sectioned.text(&path).replace("../2-people/", "").replace("../files/", "files/");
            fixture = fixture.without(&path).with(&format!("content/{stem}.{ending}"), text);
        }
    }
    fixture
}

/// The small notice whose numbers begin again in every section; the issue of the second section is its first.
fn per_section() -> Fixture {
    let mut fixture = Fixture::small().adding(NOTICE, "numbering: per-section\n");
    for ending in ["yaml", "zh.md", "en.md"] {
        let path = format!("content/2-people/003.{ending}");
        let text = fixture.text(&path).replace("number: 3", "number: 1");
        fixture = fixture.without(&path).with(&format!("content/2-people/001.{ending}"), text);
    }
    fixture.replacing("content/1-projects/001.zh.md", "003.zh.md", "001.zh.md").replacing(
        "content/1-projects/001.en.md",
        "003.en.md",
        "001.en.md",
    )
}

/// The small notice with the numbers and labels of its office.
fn own() -> Fixture {
    let mut fixture = Fixture::small()
        .adding(NOTICE, "numbering: own\n")
        .adding(FIRST, "label: A\n")
        .adding(SECOND, "label: \"20-004 #3\"\n");
    for ending in ["yaml", "zh.md", "en.md"] {
        let path = format!("content/2-people/003.{ending}");
        let text = fixture.text(&path).replace("number: 3", "number: 27");
        fixture = fixture.without(&path).with(&format!("content/2-people/027.{ending}"), text);
    }
    fixture.replacing("content/1-projects/001.zh.md", "003.zh.md", "027.zh.md").replacing(
        "content/1-projects/001.en.md",
        "003.en.md",
        "027.en.md",
    )
}

const ITEMS: &str = "\
items:
  - title: {zh: 围标, en: Cover bids}
    statement: {zh: 三家公司互相陪标。, en: Three firms bid for each other.}
    status: completed
    completed_on: 2023-11-15
    response: {zh: '立案{{ cases }}。', en: 'There were {{ cases }} of them.'}
  - title: {zh: 挂靠, en: Borrowed licences}
    status: in-progress
    status_basis: inferred
    due: 2024-06
    history: [{on: 2023-07-01, status: not-started}, {on: 2024-01-01, status: in-progress}]
";

/// The small notice with items in its third issue.
fn with_items() -> Fixture {
    let figures = "figures: [{id: cases, label: {zh: 案件, en: Cases}, value: 15, unit: piece}]\n";
    let stated = "  - {id: items, label: {zh: 小项, en: Items}, value: 2, unit: item, equals: items}\n";
    let history = "history: [{on: 2023-07-01, status: in-progress}]\n";
    Fixture::small()
        .adding(NOTICE, stated)
        .adding(THIRD, figures)
        .adding(THIRD, history)
        .adding(THIRD, ITEMS)
        .adding(
            "content/2-people/003.zh.md",
            "\n共{{ statistics.items }}项，完成{{ statistics.items-completed }}项。\n",
        )
        .adding(
            "content/2-people/003.en.md",
            "\nOf {{ statistics.items }} items {{ statistics.items-completed }} is completed.\n",
        )
}

/// The same without its site: nothing wrong is found in it and in any of its pages.
fn sound(fixture: Fixture) -> Compiled {
    let site = fixture.compile();
    assert_eq!(inspect::look_at_all(site.site(), &Progress::default()).1, []);
    site
}

fn pages(site: &Compiled) -> Vec<(String, String)> {
    let paths = site.site().outputs().iter().map(|output| output.path().to_string()).collect::<Vec<_>>();
    paths.into_iter().map(|path| (path.clone(), site.file(&path))).collect()
}

fn data(site: &Compiled) -> Value {
    serde_json::from_str(&site.file("data/notice.json")).expect("JSON")
}

/// What each issue says at a key of the data.
fn each<'a>(data: &'a Value, key: &str) -> Vec<&'a Value> {
    data["issues"].as_array().expect("issues").iter().map(|issue| &issue[key]).collect()
}

fn first_line(text: &str) -> &str {
    text.trim_start_matches('\u{feff}').lines().next().unwrap_or_default()
}

#[track_caller]
fn assert_says(site: &Compiled, path: &str, says: &[&str]) {
    let page = site.file(path);
    for text in says {
        assert!(page.contains(text), "{path} does not say {text}");
    }
}

#[test]
fn without_topics_issues_stand_below_their_section() {
    let site = sound(without_topics());
    assert_says(
        &site,
        "notice.html",
        &["<h3 id=\"section-people\">", "<h4><a href=\"issues/003.html\">3. 空编率高</a></h4>"],
    );
    assert_says(&site, "en/notice.html", &["<h4><a href=\"issues/001.html\">1. Bid-rigging</a></h4>"]);
    assert_says(&site, "sections/projects.html", &["<a href=\"../issues/001.html\">串通投标</a>"]);
    assert_says(&site, "statistics.html", &["<h2 id=\"sections\">按方面</h2>", "各方面、各时限的数目相加等于总数"]);
    for (path, text) in pages(&site) {
        let is_schema = path == "data/schema.json";
        assert!(is_schema || !["二级问题", "topic-", "Topic"].iter().any(|word| text.contains(word)), "{path}");
    }
    assert!(first_line(&site.file("data/issues.csv")).starts_with("序号,方面,问题,"));
    let data = data(&site);
    assert_eq!(each(&data, "topic"), [&Value::Null; 3]);
    assert_eq!(each(&data, "section"), ["projects", "projects", "people"]);
    assert_eq!(data["sections"][0]["topics"], serde_json::json!([]));
}

#[test]
fn without_sections_no_page_speaks_of_them() {
    let site = sound(without_sections());
    assert_says(&site, "notice.html", &["<h3><a href=\"issues/003.html\">（三）空编率高</a></h3>"]);
    assert_says(&site, "en/notice.html", &["<h3><a href=\"issues/001.html\">1. Bid-rigging</a></h3>"]);
    assert_says(
        &site,
        "issues/001.html",
        &["<a href=\"../issues.html\">全部问题</a>", "href=\"../issues/003.html\">问题 3</a>"],
    );
    assert_says(&site, "statistics.html", &["<li>各时限的数目相加等于总数"]);
    for (path, text) in pages(&site) {
        let words = ["方面", "sections/", "section-", "By section", "Section"];
        let is_named = words.iter().any(|word| text.contains(word));
        assert!(!path.starts_with("sections/"), "{path}");
        assert!(
            !is_named || path == "data/schema.json" || path.ends_with(".css") || path.ends_with(".js"),
            "{path}: {text}"
        );
    }
    assert!(first_line(&site.file("data/issues.csv")).starts_with("序号,问题,"));
    let data = data(&site);
    assert_eq!((each(&data, "section"), &data["sections"]), (vec![&Value::Null; 3], &serde_json::json!([])));
    let counted = site.site().edition.statistics.get("sections").map(|count| count.n);
    assert_eq!(counted, Some(0));
}

#[test]
fn numbers_may_begin_again_in_every_section() {
    let site = sound(per_section());
    assert_says(
        &site,
        "issues/2-001.html",
        &["问题1（第3个，共3个）", "notice.html#issue-2-1", "干部队伍方面问题1：空编率高"],
    );
    assert_says(
        &site,
        "issues/1-002.html",
        &["rel=\"next\" href=\"../issues/2-001.html\"", "干部队伍方面问题1：空编率高"],
    );
    assert_says(&site, "search-text.js", &["\"m\":\"干部队伍方面问题1：空编率高\""]);
    assert_says(&site, "issues/1-001.html", &["href=\"../issues/2-001.html\">问题 3</a>", "问题1（第1个，共3个）"]);
    assert_says(&site, "notice.html", &["id=\"issue-1-1\"", "id=\"issue-2-1\"", "id=\"next-2-1\"", "（1）空编率高"]);
    assert!(first_line(&site.file("data/issues.csv")).starts_with("标识,序号,方面,"));
    assert!(site.file("data/issues.csv").contains("\n2-1,1,"));
    assert_eq!(each(&data(&site), "id"), ["1-1", "1-2", "2-1"]);
    let feed = site.file("feed.xml");
    let ids: Vec<&str> = feed.split("<id>").skip(1).collect();
    assert_eq!(ids.len(), ids.iter().collect::<BTreeSet<_>>().len());
    let twice = per_section()
        .with("content/2-people/01.yaml", "number: 1\ntopic: posts\ntitle: {zh: 甲, en: A}\nstatus: ongoing\n");
    assert!(twice.compile().shown().contains(&"duplicate-number content/2-people/01.yaml:1:9".to_owned()));
    let skipped = per_section()
        .with("content/2-people/003.yaml", "number: 3\ntopic: posts\ntitle: {zh: 甲, en: A}\nstatus: ongoing\n");
    assert!(skipped.compile().shown().contains(&"skipped-number content/2-people/003.yaml:1:9".to_owned()));
}

#[test]
fn an_office_keeps_its_own_numbers_and_labels() {
    let site = sound(own());
    assert_says(&site, "issues/027.html", &["问题27（第3个，共3个）", "notice.html#issue-27"]);
    assert_says(&site, "issues/001.html", &["问题A（第1个，共3个）", "，问题A：串通投标。"]);
    assert_says(&site, "en/issues/002.html", &["Issue 20-004 #3 (2 of 3)"]);
    assert_says(&site, "notice.html", &["A 串通投标", "20-004 #3 欠款未收回", "（27）空编率高"]);
    assert_says(&site, "issues.html", &["data-label=\"序号\">20-004 #3</td>"]);
    assert_says(&site, "search-text.js", &["\"n\":1,\"l\":\"A\"", "\"n\":27,\"t\""]);
    assert_says(&site, "feed.xml", &["问题A：串通投标"]);
    assert!(first_line(&site.file("data/issues.csv")).starts_with("序号,编号,方面,"));
    assert_eq!(each(&data(&site), "label"), ["A", "20-004 #3", "27"]);
    let alike = own().replacing(SECOND, "20-004 #3", "A").compile();
    assert_eq!(alike.shown(), ["duplicate-label content/1-projects/002.yaml:13:8"]);
    let apart = own().adding("content/2-people/027.yaml", "label: A\n").compile();
    assert_eq!(apart.shown(), Vec::<String>::new());
    let empty = own().replacing(SECOND, "20-004 #3", " ").compile();
    assert!(
        empty.shown().iter().any(|found| found.starts_with("wrong-value content/1-projects/002.yaml")),
        "{:?}",
        empty.shown()
    );
}

/// A label that says by itself what it is has no noun before it, and none that is not a number has brackets.
#[test]
fn labels_in_words_say_what_they_are() {
    for (label, name, ordinal) in [
        ("第二十七项", "第二十七项：欠款未收回", "第二十七项 欠款未收回"),
        ("个案九", "个案九：欠款未收回", "个案九 欠款未收回"),
        ("Case 9", "Case 9：欠款未收回", "Case 9 欠款未收回"),
        ("A-13-001", "A-13-001：欠款未收回", "A-13-001 欠款未收回"),
        ("B", "问题B：欠款未收回", "B 欠款未收回"),
        ("Sl. No. 7", "问题Sl. No. 7：欠款未收回", "Sl. No. 7 欠款未收回"),
        ("31", "问题31：欠款未收回", "（31）欠款未收回"),
    ] {
        let (from, to) = match label.is_ascii() {
            true => ("20-004 #3", label.to_owned()),
            false if label.contains('九') => ("\"20-004 #3\"", format!("{{zh: {label}, en: Case 9}}")),
            false => ("\"20-004 #3\"", format!("{{zh: {label}, en: Item 27}}")),
        };
        let site = sound(own().replacing(SECOND, from, &to));
        assert_says(&site, "issues/001.html", &[&format!("\"pager-title\">{name}<")]);
        assert_says(&site, "notice.html", &[&format!(">{ordinal}</a>")]);
        let is_alone = name.starts_with(label);
        assert_says(&site, "issues/002.html", &[&format!("{label}（第2个，共3个）")]);
        assert_eq!(site.file("search-text.js").contains(&format!("\"m\":\"{name}\"")), is_alone, "{label}");
    }
}

#[test]
fn levels_are_not_mixed() {
    let outside =
        Fixture::small().with("content/004.yaml", "number: 4\ntitle: {zh: 甲, en: A}\nstatus: ongoing\n").compile();
    assert_eq!(outside.shown(), ["stray-file content/004.yaml"]);
    let narrative = Fixture::small().with("content/004.zh.md", "甲\n").compile();
    assert_eq!(narrative.shown(), ["stray-file content/004.zh.md"]);
    let without = Fixture::small().replacing(FIRST, "topic: tendering\n", "").compile();
    assert_eq!(without.shown(), ["unknown-topic content/1-projects/001.yaml:1:9"]);
    let help = without.diagnostics[0].help.as_ref().expect("help");
    assert!(help.en.contains("`topic: tendering`") && help.zh.contains("funds（资金管理）"), "{help:?}");
    let with = without_topics().adding(FIRST, "topic: tendering\n").compile();
    assert!(with.shown()[0].starts_with("unknown-topic content/1-projects/001.yaml:"), "{:?}", with.shown());
    let flat = without_sections().adding("content/001.yaml", "topic: tendering\n").compile();
    assert!(flat.shown()[0].starts_with("unknown-topic content/001.yaml:"), "{:?}", flat.shown());
}

#[test]
fn items_are_shown_and_counted_apart() {
    let site = sound(with_items());
    let says = [
        "<h2 id=\"items\">分项整改情况</h2>",
        "<strong>围标</strong>",
        "立案<span class=\"figure\">15个</span>。",
        "三家公司互相陪标。",
        "（推定）",
        "共<span class=\"figure\">2</span>项，完成<span class=\"figure\">1</span>项。",
    ];
    assert_says(&site, "issues/003.html", &says);
    assert_says(&site, "notice.html", &["<strong>挂靠</strong>", "立案<span class=\"figure\">15个</span>。"]);
    assert_says(&site, "statistics.html", &["有的问题下面列有小项，共2项，其中1项已完成；"]);
    assert_says(&site, "en/statistics.html", &["2 items are listed, of which 1 are completed;"]);
    assert_says(&site, "search-text.js", &["三家公司互相陪标。", "立案15个。"]);
    assert_says(&site, "data/issues.csv", &["围标（已完成）; 挂靠（正在整改）"]);
    let data = data(&site);
    assert_eq!(data["statistics"]["total"], 3);
    let items = &data["issues"][2]["items"];
    assert_eq!((&items[0]["completed_on"], &items[0]["response"]["zh"]), (&"2023-11-15".into(), &"立案15个。".into()));
    assert_eq!((&items[1]["status"], &items[1]["status_basis"]), (&"in-progress".into(), &"inferred".into()));
    let wrong = with_items().replacing(THIRD, "立案{{ cases }}。", "立案{{ case }}。").compile();
    let is_named = |found: &String| found.starts_with("unknown-figure content/2-people/003.yaml:");
    assert!(wrong.shown().iter().any(is_named), "{:?}", wrong.shown());
    let miscounted = with_items().replacing(NOTICE, "value: 2, unit: item", "value: 3, unit: item").compile();
    assert!(miscounted.shown()[0].starts_with("stated-differs content/notice.yaml:"), "{:?}", miscounted.shown());
}

#[test]
fn items_of_an_earlier_day_have_the_status_of_that_day() {
    let dated = with_items().replacing(
        SECOND,
        "next_steps:",
        "history: [{on: 2023-06-15, status: substantially-completed}]\nnext_steps:",
    );
    let on = |day: &str, fixture: Fixture| {
        fixture.compile_with(&Options { as_of: Some(day.parse().expect("a date")), ..Options::default() })
    };
    let earlier = on("2023-12-01", dated.clone());
    let items = &earlier.site.as_ref().expect("a site").edition.notice.issues[2].record.items;
    let statuses: Vec<&str> = items.iter().map(|item| item.status.as_str()).collect();
    assert_eq!((statuses, items[1].history.len()), (vec!["completed", "not-started"], 1));
    let unknown = on("2023-11-01", dated).shown();
    assert!(unknown.iter().any(|found| found.starts_with("no-history content/2-people/003.yaml:")), "{unknown:?}");
}
