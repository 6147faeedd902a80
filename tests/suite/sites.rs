//! Tree in, tree out: what a small site becomes.

mod addresses;
mod county;
mod levels;

use crate::fixture::Fixture;

#[test]
fn files_beside_the_pages() {
    let site = Fixture::small().compile();
    for (path, snapshot) in [
        ("data/issues.csv", "issues.csv"),
        ("en/data/issues.csv", "issues.en.csv"),
        ("data/notice.json", "notice.json"),
        ("en/feed.xml", "feed.en.xml"),
        ("sitemap.xml", "sitemap.xml"),
        ("robots.txt", "robots.txt"),
        ("search-text.js", "search-text.js"),
    ] {
        let expected = snapbox::Data::read_from(
            format!("tests/suite/snapshots/{snapshot}").as_ref(),
            Some(snapbox::data::DataFormat::Text),
        );
        snapbox::assert_data_eq!(site.file(path).replace("\r\n", "\n"), expected.raw());
    }
}

/// Narratives as they are set, independent of the theme's frame.
#[test]
fn narratives_are_set_by_the_rules_of_their_language() {
    let theme = "{{ view.text.narrative | html }}";
    let site = Fixture::small().with("themes/bulletin/templates/issue.html", theme).compile();
    for (path, snapshot) in [
        ("issues/001.html", "narrative.zh.html"),
        ("en/issues/001.html", "narrative.en.html"),
        ("issues/003.html", "narrative.3.html"),
    ] {
        let expected = snapbox::Data::read_from(
            format!("tests/suite/snapshots/{snapshot}").as_ref(),
            Some(snapbox::data::DataFormat::Text),
        );
        snapbox::assert_data_eq!(site.file(path), expected.raw());
    }
}

#[test]
fn every_page_of_the_plan_is_rendered_in_both_languages() {
    let site = Fixture::small().compile();
    let paths: Vec<String> = site.site().outputs().iter().map(|o| o.path().to_string()).collect();
    for page in [
        "index",
        "notice",
        "issues",
        "outstanding",
        "statistics",
        "contact",
        "data",
        "search",
        "accessibility",
        "404",
        "units",
        "ledger",
    ] {
        for folder in ["", "en/"] {
            let path = format!("{folder}{page}.html");
            assert!(paths.contains(&path), "{path}");
            assert!(site.file(&path).contains("<h1"), "{path} has a heading");
        }
    }
    assert!(paths.contains(&"files/list.txt".to_owned()));
}

/// Search engines read the addresses of translations only where they are whole; readers have the switch either way.
#[test]
fn translations_are_named_by_whole_addresses_or_not_at_all() {
    let translations = |page: &str| {
        page.lines()
            .filter(|line| line.starts_with("<link") && line.contains("hreflang="))
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let site = Fixture::small().compile();
    let expected = [
        r#"<link rel="alternate" hreflang="zh-CN" href="https://notice.example/county/issues/001.html">"#,
        r#"<link rel="alternate" hreflang="x-default" href="https://notice.example/county/issues/001.html">"#,
        r#"<link rel="alternate" hreflang="en" href="https://notice.example/county/en/issues/001.html">"#,
    ];
    assert_eq!(translations(&site.file("en/issues/001.html")), expected);
    let nowhere =
        Fixture::small().replacing("content/notice.yaml", "base_url: https://notice.example/county\n", "").compile();
    let page = nowhere.file("en/issues/001.html");
    assert_eq!(translations(&page), Vec::<String>::new());
    assert!(page.contains(r#"<a href="../../issues/001.html" hreflang="zh-CN""#));
    assert!(
        nowhere.file("en/feed.xml").contains(r#"href="index.html""#),
        "a feed without a base stands in the folder of its language"
    );
}

#[test]
fn overdue_is_derived_from_the_deadline_and_the_date_of_the_figures() {
    let site = Fixture::small().compile();
    assert!(site.file("outstanding.html").contains("已逾期60天"), "2023-12-31 to 2024-02-29");
    assert!(site.file("en/outstanding.html").contains("60 days overdue"));
    assert!(site.file("en/outstanding.html").contains("306 days left"), "2024-02-29 to 2024-12-31");
}

/// A deadline whose issues are all completed has no place among what is outstanding: its counts lead to the list of all issues.
#[test]
fn a_deadline_that_was_kept_leads_to_its_issues() {
    let site = Fixture::small()
        .replacing("content/1-projects/001.yaml", "completed_on:", "due: 2023-11\ncompleted_on:")
        .compile();
    let statistics = site.file("en/statistics.html");
    assert!(statistics.contains("href=\"issues.html#due=2023-11\""), "{statistics}");
    assert!(statistics.contains("href=\"outstanding.html#due-2023-12\""), "{statistics}");
    assert!(site.file("en/issues.html").contains("id=\"due=2023-11\""));
    assert!(!site.file("en/outstanding.html").contains("November 2023"), "it was kept");
    assert_eq!(gongkai::inspect::look_at_all(site.site(), &gongkai::progress::Progress::default()).1, []);
}

/// With everything completed there is nothing outstanding to lead to.
#[test]
fn a_notice_whose_issues_are_all_completed_is_published() {
    let third =
        "number: 3\ntopic: posts\ntitle: {zh: 空编率高, en: Many vacancies}\nstatus: completed\ndue: 2024-12-31\n";
    let second =
        "number: 2\ntopic: funds\ntitle: {zh: 欠款未收回, en: Money not recovered}\nstatus: completed\ndue: 2023-12\n";
    let site = Fixture::small()
        .with("content/1-projects/002.yaml", second)
        .with("content/1-projects/002.zh.md", "欠款已收回。")
        .with("content/1-projects/002.en.md", "The money has been recovered.")
        .with("content/2-people/003.yaml", third)
        .with("content/2-people/003.zh.md", "岗位已经配齐。")
        .with("content/2-people/003.en.md", "The posts have been filled.")
        .compile();
    assert_eq!(gongkai::inspect::look_at_all(site.site(), &gongkai::progress::Progress::default()).1, []);
}

#[test]
fn a_theme_of_ones_own_changes_one_file() {
    let site = Fixture::small()
        .replacing("content/notice.yaml", "languages:", "theme: red\nlanguages:")
        .with("themes/red/theme.yaml", "extends: bulletin\n")
        .with(
            "themes/red/templates/contact.html",
            "{% extends \"bulletin/contact.html\" %}{% block content %}{{ super() }}<p>{{ t.contact.extra }}</p>{% endblock %}",
        )
        .with("themes/red/messages/zh.yaml", "text: {contact: {extra: 补充说明}}\n")
        .with("themes/red/messages/en.yaml", "text: {contact: {extra: More}}\n")
        .compile();
    let page = site.file("contact.html");
    assert!(page.contains("补充说明") && page.contains("0599-0000000"));
}

/// A field that stands in the record and its row alone is on the page, in every download, in the search, and checked.
#[test]
fn units_that_verified_completion_are_shown_everywhere() {
    let second = "content/1-projects/002.yaml";
    let site = Fixture::small().adding(second, "verified_by: [audit-bureau]\n").compile();
    let fact = "<div><dt>验收销号单位</dt><dd><a href=\"../units.html#";
    assert!(site.file("issues/002.html").contains(fact), "on the page");
    assert!(site.file("en/issues/002.html").contains("<dt>Verified by</dt>"), "in English, too");
    let csv = site.file("en/data/issues.csv");
    let header: Vec<&str> = csv.lines().next().expect("a header").split(',').collect();
    assert!(header.contains(&"Verified by"), "{header:?}");
    assert!(csv.contains(",County Audit Bureau,"), "{csv}");
    let json: serde_json::Value = serde_json::from_str(&site.file("data/notice.json")).expect("JSON");
    assert_eq!(json["issues"][1]["verified_by"], serde_json::json!(["audit-bureau"]));
    let schema: serde_json::Value = serde_json::from_str(&site.file("data/schema.json")).expect("JSON");
    assert_eq!(schema["$defs"]["IssueData"]["properties"]["verified_by"]["type"], "array");
    assert!(site.file("data.html").contains("<code>verified_by</code>"), "in the data dictionary");
    assert!(site.file("search-text.js").contains("县审计局"), "in the search");
    let unknown = Fixture::small().adding(second, "verified_by: [audit-buraeu]\n").compile();
    assert_eq!(unknown.shown(), ["unknown-unit content/1-projects/002.yaml:13:15"]);
}

/// Two changes of one issue on one day are two entries (RFC 4287, 4.2.6).
#[test]
fn entries_of_the_feed_have_ids_of_their_own() {
    let change = "  - {on: 2023-11-30, status: completed, note:";
    let twice = format!("  - {{on: 2023-11-30, status: in-progress}}\n{change}");
    let site = Fixture::small().replacing("content/1-projects/001.yaml", change, &twice).compile();
    let feed = site.file("feed.xml");
    let ids: Vec<&str> = feed.split("<id>").skip(1).filter_map(|rest| rest.split("</id>").next()).collect();
    let distinct: std::collections::BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!((ids.len(), distinct.len()), (6, 6), "{ids:?}");
    let before = Fixture::small().compile().file("feed.xml");
    let kept = before.split("<id>").skip(1).filter_map(|rest| rest.split("</id>").next());
    assert_eq!(
        kept.filter(|id| !ids.contains(id)).collect::<Vec<_>>(),
        Vec::<&str>::new(),
        "each keeps its id: {ids:?}"
    );
}
