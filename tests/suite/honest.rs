//! What is counted says what it rests on: beside every number, in the headline, and on a day after that of the records.

use gongkai::compile::Options;
use gongkai::diagnostic::{Checked, Severity};

use crate::fixture::{Compiled, Fixture, untagged};

/// Every text file that is published, with its path.
fn published(compiled: &Compiled) -> Vec<(String, String)> {
    let site = compiled.site.as_ref().expect("a site");
    let text = |output: &gongkai::compile::Output| {
        let Checked { value, .. } = site.render(output);
        Some((output.path().to_string(), String::from_utf8(value?.into_owned()).ok()?))
    };
    site.outputs().iter().filter_map(text).collect()
}

fn pages(compiled: &Compiled) -> Vec<(String, String)> {
    published(compiled).into_iter().filter(|(path, _)| path.ends_with(".html")).collect()
}

/// The blocks of a page as a reader sees them, and what screen readers say of its pictures.
fn blocks(html: &str) -> Vec<String> {
    let mut blocks = vec![String::new()];
    for part in html.split('<').skip(1) {
        let (tag, text) = part.split_once('>').unwrap_or((part, ""));
        let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap_or_default();
        if !["a", "strong", "span", "time"].contains(&name) {
            blocks.push(String::new());
        }
        if let Some((_, label)) = tag.split_once("aria-label=\"") {
            blocks.push(label.to_owned());
            blocks.push(String::new());
        }
        blocks.last_mut().expect("a block").push_str(text);
    }
    blocks
}

fn later(fixture: Fixture) -> Compiled {
    fixture.compile_with(&Options { as_of: Some("2026-11-28".parse().expect("a date")), ..Options::default() })
}

/// A number of issues is a map that prints nothing by itself; only one component takes it apart, and that sets its basis beside it.
#[test]
fn only_one_component_sets_a_number_apart_from_its_basis() {
    let tree = Fixture::small().into_tree();
    let templates = tree.under("themes/bulletin/templates").filter_map(|path| Some((path, tree.text(path.as_str())?)));
    let mut seen = 0;
    for (path, source) in templates {
        let printed = source.split("{{").skip(1).filter_map(|rest| rest.split("}}").next());
        for code in printed.filter(|code| !code.contains("(key=") && !path.as_str().ends_with("/counted.html")) {
            let apart = [".n ", ".inferred ", "bare"].iter().any(|part| code.contains(part));
            assert!(!apart, "{path}: {{{{{code}}}}}");
        }
        seen += 1;
    }
    assert!(seen > 40, "{seen} templates");
}

#[test]
fn what_is_inferred_says_so_wherever_it_is_counted() {
    let notice = Fixture::notice().compile();
    let mut seen = 0;
    for (path, html) in pages(&notice) {
        for block in blocks(&html) {
            let counted =
                ["已完成 41", "41个已完成", "41 are completed", "Completed 41", "83.7%", "88.9%", "12/13", "12 of 13"];
            if counted.iter().any(|number| block.contains(number)) {
                assert!(block.contains("推定") || block.contains("inferred"), "{path}: {block}");
                seen += 1;
            }
        }
        assert!(bars_say_what_they_hatch(&html), "{path}");
    }
    assert!(seen > 100, "{seen} places");
}

/// Whether every bar that is named says that something of it is inferred just where it is hatched; a bar for the eye alone has no name.
fn bars_say_what_they_hatch(html: &str) -> bool {
    let bars = html.split("<svg class=\"bar\"").skip(1).filter_map(|bar| bar.split("\n</svg>").next());
    bars.filter_map(|bar| bar.split_once('>')).filter(|(name, _)| !name.contains("aria-hidden")).all(|(name, drawn)| {
        let says = name.contains("推定") || name.contains("inferred");
        says == drawn.contains("class=\"bar-hatch\"")
    })
}

/// Where no completed issue is stated, no rate comes first: neither on the page nor in what search engines and feed readers show.
#[test]
fn the_headline_is_what_the_issuer_states() {
    let notice = Fixture::notice().compile();
    for (folder, title, sentence, heading) in [
        (
            "",
            "49个问题，8个尚未全面完成整改 - ",
            "截至2021年9月13日，49个问题中有8个尚未全面完成整改。",
            "49个问题，<span class=\"left is-open\">还有8个没有全部完成</span></h1>",
        ),
        (
            "en/",
            "8 of 49 issues not yet fully completed – ",
            "As of 13 September 2021, 8 of 49 issues were not yet fully completed.",
            "49 issues, <span class=\"left is-open\">8 not yet fully completed</span></h1>",
        ),
    ] {
        let home = notice.file(&format!("{folder}index.html"));
        assert!(home.contains(&format!("<title>{title}")), "{home}");
        assert!(home.contains(&format!("<meta name=\"description\" content=\"{sentence}")), "{home}");
        assert!(home.contains(&format!("\"description\":\"{sentence}")), "JSON-LD");
        assert!(home.contains(heading) && !home.contains("83.7"), "{home}");
        assert!(notice.file(&format!("{folder}feed.xml")).contains(&format!("<summary>{sentence}")));
        let section = notice.file(&format!("{folder}sections/party-governance.html"));
        assert!(!section.contains("88.9"), "nor of a section");
    }
    let county = Fixture::county().compile().file("index.html");
    assert!(county.contains("<title>12个问题，整改完成率33.3%（"), "{county}");
    let few = Fixture::small().compile().file("en/index.html");
    assert!(
        few.contains("<title>1 of 3 issues completed – ")
            && few.contains("3 issues, <span class=\"left is-open\">2 not"),
        "{few}"
    );
    let none = ["1-projects/001", "1-projects/002", "2-people/003"].iter().fold(Fixture::small(), |fixture, record| {
        fixture.adding(&format!("content/{record}.yaml"), "\nstatus_basis: inferred\n")
    });
    assert!(none.compile().file("en/index.html").contains("2 not yet fully completed (inferred)"));
}

#[test]
fn a_few_issues_have_counts_and_no_rate() {
    let small = Fixture::small().compile();
    for page in ["statistics.html", "sections/projects.html", "en/statistics.html", "en/sections/projects.html"] {
        let html = small.file(page);
        let main = html.split("id=\"method\"").next().unwrap_or_default();
        assert!(!blocks(main).iter().any(|block| block.trim_end().ends_with('%')), "{page}");
    }
    let json: serde_json::Value = serde_json::from_str(&small.file("data/notice.json")).expect("JSON");
    assert!(json["statistics"]["completion_rate_percent"].is_null());
    assert!(small.file("en/statistics.html").contains("Groups of fewer than 5 issues have no rate"));
}

/// A group that is there for being unfinished has a rate of nought by making.
#[test]
fn issues_by_deadline_have_a_rate_only_if_completed_ones_have_deadlines() {
    let heads = |html: &str| {
        let table = html.split("id=\"deadlines\"").nth(1).and_then(|part| part.split("</thead>").next());
        table.expect("a table").contains("Completion rate")
    };
    let notice = Fixture::notice().compile().file("en/statistics.html");
    assert!(!heads(&notice) && notice.contains("Only unfinished issues have deadlines"));
    let county = Fixture::county().compile().file("en/statistics.html");
    assert!(!heads(&county), "no deadline has five issues, so a column of rates would hold dashes alone");
    assert!(!county.contains("Only unfinished issues have deadlines"));
    let on_one_day = [
        ("1-projects/001", "2023-12-31"),
        ("2-environment/005", "2024-09-30"),
        ("1-projects/003", "2024"),
        ("3-service/008", "2024-01-31"),
    ];
    let five = on_one_day.iter().fold(Fixture::county(), |fixture, (record, due)| {
        fixture.replacing(&format!("content/{record}.yaml"), &format!("\ndue: {due}\n"), "\ndue: 2024-06-30\n")
    });
    assert!(heads(&five.compile().file("en/statistics.html")), "five issues are due on the day of 012");
}

#[test]
fn a_statistic_that_a_narrative_quotes_says_what_it_rests_on() {
    let fixture = Fixture::county().adding("content/1-projects/001.yaml", "\nstatus_basis: inferred\n");
    let overview = fixture.compile().file("en/overview.html");
    assert!(overview.contains("4 (2 of them inferred)</span> are completed"), "{overview}");
}

/// Who lists an issue as substantially completed: the issuer, or this site.
#[test]
fn a_status_is_the_issuers_word_or_this_sites() {
    let second = "content/1-projects/002.yaml";
    for (fixture, said) in [
        (Fixture::small(), "The issuer lists it as substantially completed; follow-up remains and has a deadline."),
        (
            Fixture::small().adding(second, "\nstatus_basis: inferred\n"),
            "The issuer does not state this status; it was inferred from the notice for this site.",
        ),
    ] {
        let site = fixture.compile();
        for page in ["en/outstanding.html", "en/status/substantially-completed.html"] {
            let html = site.file(page);
            assert!(html.contains(said), "{page}: {html}");
            assert_eq!(
                html.contains("The issuer lists it as substantially"),
                said.starts_with("The issuer lists"),
                "{page}"
            );
        }
    }
}

/// Days left and days overdue are of a day, and say of which.
#[test]
fn counts_of_days_carry_their_date() {
    let small = Fixture::small().compile();
    for (page, days) in [
        ("outstanding.html", ["截至2024年2月29日已逾期60天", "截至2024年2月29日，距时限306天"]),
        ("en/outstanding.html", ["60 days overdue as of 29 February 2024", "306 days left as of 29 February 2024"]),
    ] {
        let html = untagged(&small.file(page));
        assert!(days.iter().all(|days| html.contains(days)), "{page}: {html}");
    }
    let csv = small.file("en/data/issues.csv");
    assert!(csv.lines().next().is_some_and(|head| head.contains("Days overdue,Statistics as of")), "{csv}");
}

#[test]
fn a_day_after_that_of_the_records_is_named_wherever_a_date_stands() {
    let compiled = later(Fixture::notice());
    let new = compiled.diagnostics.iter().filter(|found| found.accepted.is_none());
    let found: Vec<(&str, Severity)> = new.map(|d| (d.rule, d.severity)).collect();
    assert_eq!(found, [("after-records", Severity::Warning)]);
    let mut seen = 0;
    for (path, text) in published(&compiled) {
        let (zh, en) = ("（各问题的状态仍是2021年9月13日的）", "(statuses still as of 13 September 2021)");
        let note = if path.starts_with("en/") { en } else { zh };
        if path.ends_with(".html") || path.ends_with("feed.xml") {
            assert!(text.contains(note), "{path}");
            seen += 1;
        }
        let said = if path.ends_with(".html") { untagged(&text) } else { text };
        for sentence in [
            "统计截至2026年11月28日。",
            "Statistics as of 28 November 2026.",
            "As of 28 November 2026,",
            "截至2026年11月28日，其中",
        ] {
            assert!(!said.contains(sentence), "{path} says “{sentence}” and no more");
        }
    }
    assert!(seen > 100, "{seen} files");
    let site = compiled.site.as_ref().expect("a site");
    let output = site.outputs().into_iter().find(|output| output.path().as_str() == "data/notice.json").expect("data");
    let json: serde_json::Value = serde_json::from_slice(&site.render(&output).value.expect("bytes")).expect("JSON");
    assert_eq!([&json["as_of"], &json["statuses_as_of"]], ["2026-11-28", "2021-09-13"]);
    assert_eq!([&json["issues"][25]["as_of"], &json["issues"][25]["status_as_of"]], ["2026-11-28", "2021-09-13"]);
}
