//! Statuses and responses of a notice's own: what its pages say of issues that are done, kept up, closed without being done or not stated.

use gongkai::compile::Options;

use crate::fixture::{Compiled, Fixture, untagged};

fn followup() -> Fixture {
    Fixture::of(std::path::Path::new("tests/suite/fixtures/followup"))
}

/// The words of a page.
fn words(site: &Compiled, page: &str) -> String {
    untagged(&site.file(page))
}

/// A change of the notice, and what `check` says of it in Chinese: rule, message and help.
fn said(fixture: Fixture) -> Vec<String> {
    let found = fixture.compile().diagnostics;
    let help = |d: &gongkai::diagnostic::Diagnostic| d.help.as_ref().map_or_else(String::new, |help| help.zh.clone());
    found.iter().map(|d| format!("{} {} {}", d.rule, d.message.zh, help(d))).collect()
}

const NOTICE: &str = "content/notice.yaml";
const FIRST: &str = "content/1-money/001.yaml";
const SECOND: &str = "content/1-money/002.yaml";
const FOURTH: &str = "content/1-money/004.yaml";
const FIFTH: &str = "content/1-money/005.yaml";
const NINTH: &str = "content/2-works/009.yaml";

#[test]
fn pages_say_what_became_of_every_issue() {
    let site = followup().compile();
    assert_eq!(site.site().edition.notice.issues.len(), 10);
    for (page, sentences) in [
        (
            "index.html",
            &[
                "10个问题，还有3个没有全部完成",
                "（其中1个为推定）",
                "另有2个的状态为“不再跟踪”（其中1个为推定）。",
                "另有1个的状态为“情况不明”。",
                "整改完成率（写明状态的）44.4%",
            ][..],
        ),
        (
            "en/index.html",
            &[
                "10 issues, 3 not yet fully completed",
                "(1 of them inferred)",
                "2 have the status “Closed – not implemented” (1 of them inferred).",
                " 1 has the status “Undetermined”.",
                "44.4%",
            ],
        ),
        (
            "en/statistics.html",
            &[
                "Issues with the status “Implemented” or “Implemented and kept up” count as completed.",
                "Issues with the status “Partially implemented” or “In progress” count as not yet completed.",
                "Issues with the status “Closed – not implemented” are closed without being done.",
                "Issues with the status “Undetermined” count as neither completed nor outstanding, and no rate includes them.",
                "the share that is completed of the 9 issues whose status is stated",
                "By response",
                "Reiterated",
                "No response stated",
            ],
        ),
        ("status/not-pursued.html", &["发布单位列为“不再跟踪”，计为没有完成、不再整改。"]),
        ("status/done-lasting.html", &["发布单位列为“已落实并长期坚持”，计为已完成并长期坚持。"]),
        ("status/partly.html", &["已落实一部分，其余还在办理。"]),
        ("en/status/in-progress.html", &["The issuer lists it as under way and not finished."]),
        ("en/status/undetermined.html", &["it counts as neither completed nor outstanding."]),
        ("en/issues/004.html", &["Due", "Not stated", "Response", "Reiterated"]),
        ("issues/005.html", &["不再跟踪", "答复", "不采纳", "两个账户用途不同，不宜合并。"]),
        ("issues/003.html", &["发出催缴通知", "已落实", "不再跟踪"]),
        ("notice.html", &["每季度继续对账。", "两个账户用途不同，不宜合并。", "重申"]),
        ("issues.html", &["重申"]),
    ] {
        let text = words(&site, page);
        for sentence in sentences {
            assert!(text.contains(sentence), "{page} lacks {sentence:?}:\n{text}");
        }
    }
    let outstanding = words(&site, "outstanding.html");
    assert!(
        outstanding.contains("有3个问题尚未全面完成整改") && !outstanding.contains("合并两个账户"),
        "{outstanding}"
    );
}

/// Every response that occurs has a list that needs no script, in every language.
#[test]
fn every_response_has_a_page() {
    let site = followup().compile();
    for (page, text) in [
        ("response/rejected.html", "答复为“不采纳”的问题"),
        ("en/response/reiterated.html", "Issues with the response “Reiterated”"),
        ("statistics.html", "href=\"response/rejected.html\""),
        ("en/issues.html", "<a href=\"response/accepted.html\">Accepted <strong>2</strong></a>"),
        ("issues/005.html", "<h2 id=\"answer\">答复内容</h2>"),
    ] {
        assert!(site.file(page).contains(text), "{page} lacks {text}");
    }
    let list = site.file("response/rejected.html");
    assert_eq!(list.matches("href=\"../issues/0").count(), 2, "{list}");
    let paths: Vec<String> = site.site().outputs().iter().map(|output| output.path().to_string()).collect();
    assert!(paths.contains(&"response/accepted.html".to_owned()));
    assert!(!paths.iter().any(|path| path.ends_with("response/partly-accepted.html")), "nobody answers so");
    let listed = followup().adding(NOTICE, "base_url: https://notice.example/\n").compile().file("sitemap.xml");
    assert!(listed.contains("https://notice.example/en/response/accepted.html"), "{listed}");
    assert!(!Fixture::small().compile().file("issues.html").contains("response/"));
}

/// Where no status counts as done, no page counts what is completed.
#[test]
fn nothing_is_counted_as_completed_where_no_status_is() {
    let statuses = "statuses: [{id: in-progress}, {id: closed}]\n";
    let mut fixture = Fixture::small().adding(NOTICE, statuses).without("content/files/list.txt");
    for file in ["content/1-projects/001.yaml", "content/1-projects/002.yaml", "content/2-people/003.yaml"] {
        let kept = |line: &&str| ["number:", "topic:", "title:"].iter().any(|key| line.starts_with(key));
        let record: Vec<String> = fixture.text(file).lines().filter(kept).map(str::to_owned).collect();
        let next = "next_steps: {zh: 继续。, en: Go on.}";
        fixture = fixture.with(file, format!("{}\nstatus: in-progress\ndue: 2024-12\n{next}\n", record.join("\n")));
        for lang in ["zh", "en"] {
            let narrative = file.replace(".yaml", &format!(".{lang}.md"));
            fixture = if fixture.has(&narrative) { fixture.without(&narrative) } else { fixture };
        }
    }
    let site = fixture.compile();
    for (page, says) in
        [("index.html", "3个问题，都还没有全部完成"), ("en/index.html", "3 issues, none of them fully completed yet")]
    {
        let text = words(&site, page);
        assert!(text.contains(says), "{page}: {text}");
        assert!(
            !text.contains("0个已完成") && !text.contains("0 are completed") && !text.contains("0 completed"),
            "{text}"
        );
    }
    assert!(!site.file("statistics.html").contains("整改完成率"));
}

#[test]
fn downloads_have_statuses_and_responses() {
    let site = followup().compile();
    let json: serde_json::Value = serde_json::from_str(&site.file("data/notice.json")).expect("JSON");
    let counts = &json["statistics"];
    assert_eq!(counts["by_status"]["not-pursued"], 2);
    assert_eq!((&counts["completion_rate_percent"], &counts["completion_rate_of"]), (&"44.4".into(), &9.into()));
    assert_eq!(json["responses"], serde_json::json!({"accepted": 2, "rejected": 2, "reiterated": 1}));
    assert_eq!(
        json["statuses"][4],
        serde_json::json!({
            "id": "not-pursued", "label": {"zh": "不再跟踪", "en": "Closed – not implemented"}, "counts_as": "closed"
        })
    );
    let fifth = &json["issues"][4];
    assert_eq!([&fifth["status"], &fifth["answer"]], ["not-pursued", "rejected"]);
    assert!(fifth["answer_text"]["en"].as_str().expect("a text").contains("different purposes"));
    let csv = site.file("en/data/issues.csv");
    assert!(csv.lines().next().expect("a head").contains("Response,Response in full"), "{csv}");
    assert!(csv.contains("Closed – not implemented") && csv.contains("Rejected"), "{csv}");
    assert!(site.file("search-text.js").contains("不采纳"));
    let schema: serde_json::Value = serde_json::from_str(&site.file("data/schema.json")).expect("JSON");
    assert!(jsonschema::validator_for(&schema).expect("a schema").is_valid(&json));
    // A notice without responses has no columns for them.
    let small = Fixture::small().compile();
    assert!(!small.file("data/issues.csv").contains("答复") && !small.file("data/notice.json").contains("answer"));
    assert!(!small.file("data.html").contains("<code>answer</code>"));
}

/// A notice whose every issue is closed or not stated never says that everything is completed, nor that something is open.
#[test]
fn nothing_is_said_to_be_completed_that_is_not() {
    let closed = |to: &str| {
        let issues = ["1-money/001", "1-money/002", "1-money/003", "1-money/004", "2-works/006", "2-works/007"];
        let issues = issues.iter().chain(&["2-works/009", "2-works/010"]).fold(followup(), |fixture, stem| {
            let path = format!("content/{stem}.yaml");
            let text = fixture.text(&path);
            let kept: Vec<&str> = text.lines().take(3).collect();
            fixture.with(&path, format!("{}\nstatus: {to}\n", kept.join("\n")))
        });
        let notice = issues.text(NOTICE);
        let (head, _) = notice.split_once("stated:").expect("figures");
        issues.with(NOTICE, head)
    };
    let site = closed("not-pursued").compile();
    for page in ["index.html", "outstanding.html"] {
        let text = words(&site, page);
        assert!(text.contains("没有列为尚未完成的问题。另有10个的状态为“不再跟踪”"), "{text}");
        assert!(!text.contains("所有问题均已完成"), "{text}");
    }
    let said = "9 of 10 issues with the status “Closed – not implemented”";
    assert!(site.file("en/index.html").contains(said), "what the issuer states");
    // A notice that has no words of its own for it says it in the usual ones.
    let usual = "statuses: [{id: completed}, {id: substantially-completed}, {id: in-progress}, {id: closed}]\n";
    let third = "content/2-people/003.yaml";
    let text = Fixture::small().text(third).replace("status: in-progress", "status: closed");
    let record = text.lines().filter(|line| !line.starts_with("next_steps") && !line.starts_with("due"));
    let record = record.collect::<Vec<_>>().join("\n");
    let site = Fixture::small().adding(NOTICE, usual).with(third, record).compile();
    assert!(words(&site, "index.html").contains("另有1个没有完成、不再整改。"), "{}", words(&site, "index.html"));
    let site = closed("undetermined").compile();
    let text = words(&site, "en/index.html");
    assert!(text.contains("8 have the status “Undetermined”.") && !text.contains("Every issue is completed"), "{text}");
}

/// A notice of totals alone lists no issue, and says so.
#[test]
fn without_issues_nothing_is_completed() {
    let mut fixture = Fixture::small();
    let folders = ["content/1-", "content/2-", "content/files/"];
    for path in fixture.paths().into_iter().filter(|path| folders.iter().any(|folder| path.starts_with(folder))) {
        if !path.ends_with("section.yaml") {
            fixture = fixture.without(&path);
        }
    }
    let (head, rest) =
        fixture.text(NOTICE).split_once("stated:").map(|(a, b)| (a.to_owned(), b.to_owned())).expect("x");
    let rest: Vec<&str> = rest.lines().skip(1).skip_while(|line| line.starts_with("  -")).collect();
    let site = fixture.with(NOTICE, head + &rest.join("\n") + "\n").compile();
    for (page, said) in [
        ("index.html", "本通报没有逐条列出问题。"),
        ("outstanding.html", "本通报没有逐条列出问题。"),
        ("en/outstanding.html", "This notice does not list issues individually."),
    ] {
        let text = words(&site, page);
        assert!(text.contains(said), "{page}: {text}");
        assert!(!text.contains("均已完成") && !text.contains("Every issue is completed"), "{page}: {text}");
    }
}

#[test]
fn an_earlier_day_has_the_status_of_that_day() {
    let (undated, dated) = ("status: implemented}", "status: implemented, completed_on: 2023-06-01}");
    let mut fixture = followup().replacing("content/1-money/003.yaml", undated, dated);
    for path in fixture.paths().into_iter().filter(|path| path.ends_with(".yaml")) {
        let text = fixture.text(&path);
        if text.contains("\nstatus: ") && !text.contains("history:") {
            let status = text.split("\nstatus: ").nth(1).and_then(|rest| rest.lines().next()).expect("a status");
            let history = format!("history: [{{on: 2023-01-01, status: {status}}}]\n");
            fixture = fixture.adding(&path, &history);
        }
    }
    let as_of = Some("2023-12-31".parse().expect("a date"));
    let site = fixture.compile_with(&Options { as_of, ..Options::default() });
    assert!(words(&site, "issues/002.html").contains("部分落实"));
    let home = words(&site, "index.html");
    assert!(home.contains("10个问题，还有4个没有全部完成"), "{home}");
}

/// What is wrong, and what to type.
#[test]
fn words_that_no_status_has_are_found() {
    for (path, from, to, expected) in [
        (FIRST, "status: implemented", "status: implementd", "请写成 status: implemented"),
        (FIRST, "status: implemented", "status: 已落实", "请写成 status: implemented"),
        (FIRST, "status: implemented", "status: 正在推进", "请写成 status: in-progress"),
        (FIRST, "status: implemented", "status: 不再整改", "请写成 status: not-pursued"),
        (FIRST, "status: implemented", "status: Closed – not implemented", "请写成 status: not-pursued"),
        (FIRST, "status: implemented", "status: 逾期", "逾期由程序"),
        (FIRST, "status: implemented", "status: zzzzzz", "请写进 notice.yaml 的 statuses"),
        (FIRST, "response: accepted", "response: 不采纳", "请写成 response: rejected"),
        (FIRST, "response: accepted", "response: partly-accepted", "请写进 notice.yaml 的 responses"),
        (SECOND, "{on: 2023-09-30, status: partly}", "{on: 2023-09-30, status: part}", "请写成 status: partly"),
        (NOTICE, "  - id: in-progress", "  - id: going", "请加上“label:"),
        (NOTICE, "  - id: in-progress", "  - {id: going, label: {zh: 在办, en: Going}}", "请加上“counts_as: "),
        (NOTICE, "  - id: in-progress", "  - id: in-progress\n  - id: in-progress", "请给其中一个换个标识"),
        (NOTICE, "  - id: in-progress", "  - {id: overdue, label: {zh: 逾期, en: Late}, counts_as: open}", "请换一个"),
        (NOTICE, "counts_as: closed", "counts_as: close", "请写成 counts_as: closed"),
        (NOTICE, "equals: rejected", "equals: rejectd", "是不是“rejected”"),
        (FOURTH, "due: not-stated", "due: 没有写明", "请写成 due: not-stated"),
        (FOURTH, "due: not-stated\n", "", "写 due: not-stated"),
        (FIFTH, "response: rejected", "completed_on: 2024-01-01\nresponse: rejected", "请改正状态"),
        (NINTH, "status: undetermined", "status: in-progress", "next_steps"),
    ] {
        let found = said(followup().replacing(path, from, to));
        assert!(found.iter().any(|found| found.contains(expected)), "{to}: {found:#?}");
    }
}

#[test]
fn a_notice_has_room_for_so_many_statuses() {
    let status = |n: usize| format!("  - {{id: s{n}, label: {{zh: 某{n}, en: Some {n}}}, counts_as: open}}\n");
    let many: String = (0..30).map(status).collect();
    let found = said(followup().replacing(NOTICE, "responses:\n", &format!("{many}responses:\n")));
    assert!(found.iter().any(|found| found.contains("状态超过了")), "{found:#?}");
}

/// A status that the notice calls by a word of its own is called so wherever it stands.
#[test]
fn an_own_word_is_used_on_every_page() {
    let site = followup().compile();
    for page in ["index.html", "issues.html", "statistics.html", "search.html", "notice.html", "sections/works.html"] {
        let text = words(&site, page);
        assert!(text.contains("已落实") && !text.contains("⟦"), "{page}: {text}");
    }
}

/// The small notice with statuses of its own, and no more of its issues than who they are, a status and whether that is inferred.
fn small_with(statuses: [(&str, bool); 3]) -> Fixture {
    let notice = "languages: [zh, en]\n";
    let own = "  - {id: settled, label: {zh: 落实，验收, en: 'Done, verified'}, counts_as: done}\n";
    let listed = format!("{notice}statuses:\n  - id: completed\n{own}  - id: in-progress\n  - id: not-stated\n");
    let small = Fixture::small().replacing(NOTICE, notice, &listed);
    let issues = ["content/1-projects/001.yaml", "content/1-projects/002.yaml", "content/2-people/003.yaml"];
    let is_kept = |line: &&str| {
        let keys = ["number:", "topic:", "title:", "statement:", "figures:", "  - {id: "];
        keys.iter().any(|key| line.starts_with(key))
    };
    issues.iter().zip(statuses).fold(small, |fixture, (path, (status, is_inferred))| {
        let text = fixture.text(path);
        let kept: Vec<&str> = text.lines().filter(is_kept).collect();
        let basis = if is_inferred { "status_basis: inferred\n" } else { "" };
        let open = "due: 2024-12-31\nnext_steps: {zh: 继续推进。, en: Work goes on.}\n";
        let more = if status == "in-progress" { open } else { "" };
        fixture.with(path, format!("{}\nstatus: {status}\n{basis}{more}", kept.join("\n")))
    })
}

/// What a number rests on stands behind the statement, not within it.
#[test]
fn a_headline_is_read_at_one_go() {
    let site = small_with([("completed", false), ("completed", true), ("in-progress", false)]).compile();
    for (page, said) in [
        ("index.html", "3个问题，2个已完成（其中1个为推定） - "),
        ("index.html", "3个问题，还有1个没有全部完成"),
        ("en/index.html", "2 of 3 issues completed (1 of them inferred) – "),
        ("en/index.html", "3 issues, 1 not yet fully completed"),
    ] {
        assert!(words(&site, page).contains(said), "{page} lacks {said:?}: {}", words(&site, page));
    }
    for (page, said) in [
        ("index.html", "3个问题中有2个已完成（其中1个为推定）。"),
        ("en/index.html", "2 of 3 issues were completed (1 of them inferred)."),
    ] {
        assert!(site.file(page).contains(said), "{page} lacks {said:?}");
    }
}

/// Of what the issuer does not state, that alone is said, and once.
#[test]
fn nothing_is_counted_of_what_is_not_stated() {
    let site = small_with([("not-stated", false), ("not-stated", false), ("not-stated", false)]).compile();
    for (page, said) in [
        ("index.html", "3个问题，没有写明进展"),
        ("index.html", "2个问题，没有写明进展"),
        ("index.html", "发布单位没有写明状态，因此没有列为尚未完成的问题。"),
        ("sections/people.html", "1个问题，没有写明进展"),
        ("status/not-stated.html", "没有写明状态的问题"),
        ("statistics.html", "没有计为已完成的问题。"),
        ("en/index.html", "1 issue, status not stated"),
        ("en/status/not-stated.html", "Issues whose status is not stated"),
    ] {
        assert!(words(&site, page).contains(said), "{page} lacks {said:?}: {}", words(&site, page));
    }
    for page in ["index.html", "outstanding.html", "sections/people.html", "statistics.html", "issues/003.html"] {
        let text = words(&site, page);
        for wrong in
            ["0个", "另有", "整改进展", "0/1", "占写明状态", "只有没有完成", "整改完成率", "没有逾期", "已完成”"]
        {
            assert!(!text.contains(wrong), "{page} says {wrong:?}: {text}");
        }
    }
    assert!(words(&site, "notice.html").contains("反馈了意见。") && !words(&site, "notice.html").contains("进展情况"));
    let home = site.file("index.html");
    assert!(home.contains("content=\"截至2024年2月29日，3个问题的整改状态，发布单位没有写明。三个问题"), "{home}");
    assert!(!site.file("data/issues.csv").contains("发布单位写明"), "{}", site.file("data/issues.csv"));
    let json: serde_json::Value = serde_json::from_str(&site.file("data/notice.json")).expect("JSON");
    assert!(json["issues"][0]["status_basis"].is_null());
}

/// Statuses that no issue has are not explained; labels stand side by side as the language sets them, and in a title whatever they are.
#[test]
fn labels_are_set_as_they_are() {
    let site = small_with([("completed", false), ("settled", false), ("not-stated", false)]).compile();
    let text = words(&site, "statistics.html");
    assert!(text.contains("状态为“已完成”“落实，验收”的，计为已完成。") && !text.contains("正在整改"), "{text}");
    assert!(text.contains("写明状态的2个问题"), "{text}");
    let text = words(&site, "en/statistics.html");
    assert!(text.contains("the status “Completed” or “Done, verified” count"), "{text}");
    assert!(words(&site, "status/settled.html").contains("状态为“落实，验收”的问题"));
    assert!(words(&site, "status/completed.html").contains("已完成的问题"));
    assert!(site.file("data/issues.csv").contains("发布单位写明"));
}

/// That deadlines are stated of unfinished issues alone is said only where it is so.
#[test]
fn deadlines_of_other_issues_are_seen() {
    let only = "只有没有完成的问题写了时限";
    let one = || small_with([("completed", false), ("in-progress", false), ("not-stated", false)]);
    assert!(words(&one().compile(), "statistics.html").contains(only));
    let other = one().adding("content/2-people/003.yaml", "due: 2024-10-31\n").compile();
    assert!(!words(&other, "statistics.html").contains(only));
}
