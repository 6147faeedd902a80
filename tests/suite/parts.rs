//! Parts of the document, pages beside it, the navigation: where they stand, what they are called, what is said of wrong ones.

use crate::fixture::{Compiled, Fixture};

const NOTICE: &str = "content/notice.yaml";

/// The small notice with parts before and after the issues, and a page beside it.
fn with_parts() -> Fixture {
    Fixture::small()
        .with("content/overview.zh.md", "县委部署了{{ measures }}措施。\n")
        .with("content/overview.en.md", "The committee planned {{ measures }}.\n")
        .with(
            "content/parts/10-duty.zh.md",
            "# 县委履行主体责任情况\n\n共有{{ issues }}问题。\n\n## （一）会议\n\n开了会。\n",
        )
        .with(
            "content/parts/10-duty.en.md",
            "# How the committee did its duty\n\nThere are {{ issues }}.\n\n## (1) Meetings\n\nIt met.\n",
        )
        .with("content/parts/90-next.zh.md", "# 下一步打算\n\n见[隐私说明](../pages/privacy.zh.md)。\n")
        .with("content/parts/90-next.en.md", "# What comes next\n\nSee [privacy](../pages/privacy.en.md).\n")
        .with("content/closing.zh.md", "整改永远在路上。\n")
        .with("content/closing.en.md", "The work goes on.\n")
        .with("content/pages/privacy.zh.md", "# 隐私说明\n\n本网站不收集个人信息，见[职责](../parts/10-duty.zh.md)。\n")
        .with(
            "content/pages/privacy.en.md",
            "# Privacy\n\nNothing is collected; see [duties](../parts/10-duty.en.md).\n",
        )
}

/// The same with a list of parts.
fn listing(list: &str) -> Fixture {
    with_parts().adding(NOTICE, list)
}

/// The headings of the parts in the full notice, in order, and the same in its two tables of contents.
fn headings(page: &str) -> Vec<String> {
    let of = |start: &str, end: &str| -> Vec<String> {
        let found = page.split(start).skip(1).filter_map(|rest| rest.split_once('>')?.1.split_once(end));
        found.map(|(heading, _)| heading.to_owned()).collect()
    };
    let (headings, links) = (of("<h2 id=\"part-", "</h2>"), of("<a href=\"#part-", "</a>"));
    assert_eq!(links, [headings.clone(), headings.clone()].concat());
    headings
}

fn count(text: &str, part: &str) -> usize {
    text.matches(part).count()
}

#[test]
fn parts_stand_by_their_numbers_and_are_numbered_once() {
    let site = with_parts().compile();
    let zh = headings(&site.file("notice.html"));
    assert_eq!(zh.len(), 5);
    for (heading, begins) in
        zh.iter().zip(["一、整改工作部署", "二、县委履行主体责任情况", "三、", "四、需要进一步整改", "五、下一步打算"])
    {
        assert!(heading.starts_with(begins), "{heading}");
    }
    let en = headings(&site.file("en/notice.html"));
    assert!(en[1].ends_with("How the committee did its duty") && en[4].ends_with("What comes next"), "{en:?}");
    let page = site.file("notice.html");
    assert_eq!(count(&page, "县委履行主体责任情况"), 3, "heading and two lists, and not in the text again");
    assert!(page.contains("<h3 id=\"part-duty-") && page.contains("（一）会议"));
    assert!(page.contains("<section class=\"closing\" aria-label=") && page.contains("整改永远在路上"));
}

#[test]
fn a_text_may_bring_the_title_of_its_part() {
    let site = with_parts()
        .with("content/overview.zh.md", "# 整改组织情况\n\n县委部署了{{ measures }}措施。\n")
        .with("content/overview.en.md", "# Organisation\n\nThe committee planned {{ measures }}.\n")
        .with("content/closing.zh.md", "# 结束语\n\n整改永远在路上。\n")
        .with("content/closing.en.md", "# Last words\n\nThe work goes on.\n")
        .compile();
    let zh = headings(&site.file("notice.html"));
    assert!(zh[0] == "一、整改组织情况" && zh[5] == "六、结束语", "{zh:?}");
    assert!(site.file("overview.html").contains("<h1>整改组织情况</h1>"));
    assert!(site.file("index.html").contains("<a href=\"overview.html\">整改组织情况</a>"));
    assert!(!site.file("en/index.html").contains("How the rectification was organised"));
}

#[test]
fn a_list_gives_order_and_titles_and_leaves_out_what_the_source_has_not() {
    const LIST: &str = "\
parts:
  - id: duty
  - {id: issues, title: {zh: 整改落实情况, en: What was rectified}}
  - {id: overview, title: {zh: 主要负责人职责, en: Duties of the leader}}
  - id: next
  - id: closing
";
    let site = listing(LIST).compile();
    let page = site.file("notice.html");
    let expected = ["一、县委履行主体责任情况", "二、整改落实情况", "三、主要负责人职责", "四、下一步打算"];
    assert_eq!(headings(&page), expected);
    assert!(site.file("overview.html").contains("<h1>主要负责人职责</h1>"));
    let next_steps = "招聘<strong>医师</strong>";
    assert_eq!(count(&page, next_steps), 1, "what is still to be done stands with the issue");
    let whole = with_parts().compile().file("notice.html");
    assert_eq!(count(&whole, next_steps), 1, "or in its own part");
    assert!(site.file("outstanding.html").contains(next_steps));
}

#[test]
fn a_part_may_go_without_a_heading_and_sections_take_the_place_of_one() {
    const LIST: &str = "\
parts:
  - {id: overview, heading: false}
  - id: duty
  - {id: issues, heading: false}
  - id: outstanding
  - id: next
  - id: closing
";
    let site = listing(LIST).compile();
    let page = site.file("notice.html");
    let titles = ["一、县委履行主体责任情况", "二、工程项目方面", "三、", "四、需要进一步整改", "五、下一步打算"];
    let contents =
        page.split_once("<nav class=\"contents\"").and_then(|(_, rest)| rest.split_once("</nav>")).expect("one").0;
    let links: Vec<_> =
        contents.split("\">").filter_map(|rest| rest.split_once("</a>")).map(|(title, _)| title).collect();
    assert!(links.len() == 5 && links.iter().zip(titles).all(|(link, title)| link.starts_with(title)), "{links:?}");
    assert!(page.contains("<h2 class=\"hidden\" id=\"part-overview\">") && page.contains("县委部署了"), "{page}");
    assert!(site.file("sections/projects.html").contains("<span class=\"ordinal\">二、</span>"));
    let whole = with_parts().compile().file("sections/projects.html");
    assert!(whole.contains("<span class=\"ordinal\">（一）</span>"));
}

#[test]
fn parts_and_pages_have_pages_links_search_text_and_data() {
    let site = with_parts().compile();
    let page = site.file("duty.html");
    assert!(page.contains("<h1>县委履行主体责任情况</h1>") && page.contains("共有3个问题"), "{page}");
    assert!(page.contains("href=\"notice.html#part-duty\"") && page.contains("description\" content=\"共有3个问题"));
    assert!(site.file("index.html").contains("<li><a href=\"next.html\">下一步打算</a></li>"));
    assert!(site.file("next.html").contains("<a href=\"privacy.html\">"));
    assert!(site.file("en/privacy.html").contains("<a href=\"duty.html\">") && page.contains("en/duty.html"));
    let issue = site.file("issues/001.html");
    assert!(issue.contains("<li><a href=\"../privacy.html\">隐私说明</a></li>"), "the footer of every page");
    let sitemap = site.file("sitemap.xml");
    assert!(sitemap.contains("/duty.html<") && sitemap.contains("/en/privacy.html<"));
    let search = site.file("search-text.js");
    for text in [
        r#"{"k":"page","h":"duty.html","t":"县委履行主体责任情况","#,
        r#"{"k":"page","h":"privacy.html","#,
        "整改永远在路上",
    ] {
        assert!(search.contains(text), "{text}: {search}");
    }
    let data: serde_json::Value = serde_json::from_str(&site.file("data/notice.json")).expect("JSON");
    let ids = |key: &str| data[key].as_array().expect(key).iter().map(|part| part["id"].clone()).collect::<Vec<_>>();
    assert_eq!(ids("parts"), ["overview", "duty", "issues", "outstanding", "next", "closing"]);
    assert_eq!(ids("pages"), ["privacy"]);
    assert_eq!(data["parts"][1]["title"]["en"], "How the committee did its duty");
    assert_eq!(data["parts"][1]["text"]["zh"], "共有3个问题。\n（一）会议\n开了会。");
}

/// Persons that a part lists below its text, one of them by name.
const OFFICIALS: &str = "\
groups:
  - id: leaders
    title: {zh: 整改工作领导小组, en: Leading group}
    stated: 2
    persons:
      - {post: {zh: 县委书记, en: Secretary of the County Committee}}
      - {post: {zh: 县长, en: County Governor}, name: {zh: 王某, en: Wang}, reason: {zh: 已公开, en: Public already}}
  - {id: villages, title: {zh: 驻村干部, en: Officials in villages}, stated: 30}
";

#[test]
fn a_part_may_list_persons() {
    let site = with_parts().with("content/parts/10-duty.yaml", OFFICIALS).compile();
    assert_eq!(site.shown(), Vec::<String>::new());
    for (page, heading) in [("duty.html", "<h2 id=\"group-leaders\">"), ("notice.html", "<h3 id=\"group-leaders\">")] {
        let page = site.file(page);
        let after = page.split_once(heading).unwrap_or_else(|| panic!("{page}")).1;
        assert!(
            after.contains("<li>县委书记</li>") && after.contains("<span class=\"person-name\">王某</span>"),
            "{page}"
        );
        assert!(after.contains("30人") && !page.contains("姓名不予公布"), "{page}");
    }
    let data: serde_json::Value = serde_json::from_str(&site.file("data/notice.json")).expect("JSON");
    let groups = &data["parts"][1]["groups"];
    assert_eq!(groups[0]["persons"][1]["name"]["en"], "Wang");
    assert_eq!(groups[1]["number"], 30);
    assert_eq!(data["accountability_groups"], serde_json::json!([]));
    let table = site.file("data/persons.csv");
    assert!(table.contains("duty,leaders,整改工作领导小组,2,,县委书记,,\r\n"), "{table}");
    let search = site.file("search-text.js");
    assert!(search.contains(r#"{"k":"person","h":"duty.html#group-leaders","t":"县长 王某""#), "{search}");
    let document = site.file("data/notice.docx");
    assert!(document.contains("县长 王某") && document.contains("驻村干部"), "{document}");
}

#[test]
fn persons_of_a_part_are_checked_as_those_held_to_account() {
    let found = |yaml: String| with_parts().with("content/parts/10-duty.yaml", yaml).compile().shown();
    assert_eq!(found(OFFICIALS.replace("stated: 2", "stated: 3")), ["persons-differ content/parts/10-duty.yaml:4:13"]);
    let unexplained = OFFICIALS.replace(", reason: {zh: 已公开, en: Public already}", "");
    assert_eq!(found(unexplained), ["named-person content/parts/10-duty.yaml:7:66"]);
    assert_eq!(
        found(OFFICIALS.replace("id: villages", "id: leaders")),
        ["duplicate-id content/parts/10-duty.yaml:8:10"]
    );
    let untranslated = OFFICIALS.replace(", en: County Governor", "");
    assert!(found(untranslated)[0].starts_with("missing-translation content/parts/10-duty.yaml:7"));
    let twice = with_parts().with("content/parts/10-duty.yaml", OFFICIALS);
    let twice =
        twice.with("content/accountability.yaml", "groups: [{id: leaders, title: {zh: 诫勉, en: Talks}, stated: 1}]\n");
    assert!(twice.compile().shown().iter().any(|found| found.starts_with("duplicate-id content/parts/10-duty.yaml:2")));
    let alone = Fixture::small().with("content/parts/10-duty.yaml", OFFICIALS).compile().shown();
    assert_eq!(alone, ["missing-title content/parts/10-duty.yaml"]);
}

#[test]
fn notes_at_figures_stand_where_a_part_quotes_them() {
    const NOTES: &str = "notes: [{text: {zh: 原文如此。, en: Thus the source.}, figures: [issues]}]\n";
    let site = listing(NOTES).without("content/overview.zh.md").without("content/overview.en.md").compile();
    for page in ["duty.html", "notice.html"] {
        let page = site.file(page);
        assert!(page.contains("href=\"#editor-1\"") && count(&page, "id=\"editor-1\"") == 1, "{page}");
    }
    assert!(!site.file("next.html").contains("原文如此"));
}

#[test]
fn the_navigation_is_as_the_notice_lists_it() {
    const LIST: &str = "\
navigation:
  - {id: notice, label: {zh: 公开全文, en: In full}}
  - id: home
  - id: duty
  - id: issues
  - id: outstanding
  - id: privacy
  - id: search
";
    let site = listing(LIST).compile();
    let page = site.file("sections/people.html");
    let menu =
        page.split_once("<nav class=\"menu\"").and_then(|(_, rest)| rest.split_once("</nav>")).expect("a menu").0;
    let items: Vec<_> = menu.split("<a href=\"../").skip(1).filter_map(|item| item.split_once("</a>")).collect();
    let items: Vec<_> = items.iter().map(|(item, _)| item.replace("\">", " ")).collect();
    let expected = [
        "notice.html 公开全文",
        "index.html 首页",
        "duty.html 县委履行主体责任情况",
        "issues.html 全部问题",
        "outstanding.html 未完成事项",
        "privacy.html 隐私说明",
        "search.html 搜索",
    ];
    assert_eq!(items, expected);
    assert!(site.file("privacy.html").contains("<a href=\"privacy.html\" aria-current=\"page\">"));
    assert_eq!(count(&page, "privacy.html\""), 1, "what the navigation has, the footer has not");
    assert!(page.contains("<a href=\"../contact.html\">"), "the footer leads to what the navigation leaves out");
}

/// Changes, and the finding that each leads to.
#[test]
fn wrong_parts_and_pages_are_named() {
    let site = |fixture: Fixture| -> Vec<String> {
        let Compiled { diagnostics, .. } = fixture.compile();
        diagnostics.iter().map(|found| format!("{} {}", found.rule, found.help.as_ref().expect("help").en)).collect()
    };
    let only = |fixture: Fixture, expected: &str| {
        let found = site(fixture);
        assert!(found.len() == 1 && found[0].starts_with(expected), "{expected}: {found:?}");
    };
    let listed = "parts: [{id: overview}, {id: duty}, {id: issues}, {id: next}, {id: closing}, {id: outstanding}]\n";
    only(listing(&listed.replace("duty", "dury")), "unknown-page did you mean `duty`?");
    only(listing(&listed.replace("{id: next}, ", "")), "left-out add a line to `parts` where it belongs: `- id: next`");
    only(
        listing(&listed.replace("{id: issues}, ", "")),
        "left-out add a line to `parts` where it belongs: `- id: issues`",
    );
    only(listing(&listed.replace("{id: next}, ", "{id: next}, {id: next}, ")), "duplicate-id");
    only(listing(&listed.replace("{id: next}, ", "{id: next}, {id: accountability}, ")), "unknown-page available:");
    only(listing("navigation: [{id: home}, {id: notice}, {id: issues}, {id: search}]\n"), "left-out");
    only(
        listing(
            "navigation: [{id: home}, {id: notice}, {id: issues}, {id: outstanding}, {id: search}, {id: privcy}]\n",
        ),
        "unknown-page did you mean `privacy`?",
    );
    let taken = |name: &str| {
        let text = |lang: &str| format!("content/{name}.{lang}.md");
        with_parts().with(&text("zh"), "# 甲\n\n乙。\n").with(&text("en"), "# A\n\nB.\n")
    };
    only(taken("pages/search"), "duplicate-id rename the file");
    only(taken("parts/30-index"), "duplicate-id rename the file");
    only(taken("parts/30-privacy"), "duplicate-id give one of them");
}

#[test]
fn a_title_is_there_in_every_language_and_quotes_nothing() {
    let found = |path: &str, text: &str| with_parts().with(path, text).compile().shown();
    let untitled = "共有{{ issues }}问题。\n\n## （一）会议\n\n开了会。\n";
    assert!(
        found("content/parts/10-duty.zh.md", untitled).contains(&"missing-title content/parts/10-duty.zh.md".into())
    );
    let closing = found("content/closing.zh.md", "# 结束语\n\n整改永远在路上。\n");
    assert!(closing.contains(&"missing-title content/closing.en.md".into()), "{closing:?}");
    let quoting =
        found("content/parts/90-next.zh.md", "# 下一步{{ issues }}\n\n见[隐私说明](../pages/privacy.zh.md)。\n");
    assert!(quoting.contains(&"wrong-value content/parts/90-next.zh.md:1:1".into()), "{quoting:?}");
}

#[test]
fn headings_that_are_numbered_twice_are_named() {
    let found = |fixture: Fixture| fixture.compile().shown();
    let titled = |from: &str, to: &str| with_parts().replacing("content/parts/90-next.zh.md", from, to);
    assert_eq!(found(titled("# 下一步打算", "# 四、下一步打算")), ["numbered-heading content/parts/90-next.zh.md:1:3"]);
    let inside = with_parts().replacing("content/parts/10-duty.zh.md", "## （一）会议", "## 二、会议").replacing(
        "content/parts/10-duty.en.md",
        "## (1) Meetings",
        "## (2) Meetings",
    );
    assert_eq!(found(inside), ["numbered-heading content/parts/10-duty.zh.md:5:4"]);
    let repeated = Fixture::small().replacing("content/1-projects/001.zh.md", "查处", "**整改情况：**查处");
    let fixed = gongkai::fix::fix(&std::sync::Arc::new(repeated.clone().into_tree()), false);
    assert_eq!(
        (found(repeated), fixed.rules),
        (vec!["repeated-heading content/1-projects/001.zh.md:1:3".into()], vec!["repeated-heading"])
    );
    assert!(fixed.tree.text("content/1-projects/001.zh.md").expect("a text").starts_with("查处"));
    let topic =
        Fixture::small().replacing("content/1-projects/section.yaml", "zh: 招投标不规范", "zh: 一、招投标不规范");
    assert_eq!(found(topic), ["numbered-heading content/1-projects/section.yaml:4:33"]);
}
