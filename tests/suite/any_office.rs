//! Notices of any office: what pages call the scrutiny and what it found is what the notice calls them.

use crate::fixture::{Compiled, Fixture, undated, untagged};

const NOTICE: &str = "content/notice.yaml";
const SECOND: &str = "content/1-projects/002.yaml";

/// The small notice as one of another kind, its own texts without the words that are looked for.
fn of_kind(kind: &str, noun: &str) -> Fixture {
    Fixture::small()
        .replacing(NOTICE, "inspection:\n", &format!("inspection:\n  kind: {kind}\n"))
        .replacing(
            NOTICE,
            "summary: {zh: 三个问题的整改情况。, en: What was done about three issues.}",
            &format!("{noun}summary: {{zh: 整改情况。, en: What was done.}}"),
        )
        .replacing(NOTICE, "{zh: 市委巡察组, en: Municipal Inspection Team}", "{zh: 市审计局, en: Municipal Bureau}")
        .replacing(
            NOTICE,
            "{id: issues, label: {zh: 反馈问题, en: Issues reported}",
            "{id: all, label: {zh: 总数, en: Total}",
        )
        .replacing("content/1-projects/001.zh.md", "[问题 3]", "[另一条]")
        .replacing("content/1-projects/001.en.md", "[issue 3]", "[another]")
        .replacing("content/2-people/003.zh.md", "个问题", "条")
        .replacing("content/2-people/003.en.md", " issues", "")
}

/// The words of a text that readers see: no addresses, names of files, classes or keys.
fn seen(path: &str, text: &str) -> String {
    match path.rsplit('.').next() {
        Some("html") => {
            let mut seen = String::new();
            for piece in text.split('<') {
                let (tag, words) = piece.split_once('>').unwrap_or(("", piece));
                let titles = ["content=\"", "aria-label=\"", "title=\"", "alt=\"", "data-label=\""];
                for title in titles.iter().filter_map(|name| tag.split_once(name)) {
                    seen.push_str(title.1.split('"').next().unwrap_or_default());
                    seen.push('\n');
                }
                seen.push_str(words);
                seen.push('\n');
            }
            seen
        }
        Some("json") => {
            // Ids are words for machines.
            let values = text.lines().filter_map(|line| line.split_once(": \""));
            values.filter(|(key, _)| !key.ends_with("\"id\"")).map(|(_, value)| format!("{value}\n")).collect()
        }
        // The heads of columns, and what kind of thing a row is about, are words for machines.
        Some("csv") => {
            let is_code = |cell: &&str| ["issue", "inspection"].contains(cell);
            let words = |row: &str| row.split(',').filter(|cell| !is_code(cell)).collect::<Vec<_>>().join(",");
            text.lines().skip(1).map(|row| format!("{}\n", words(row))).collect()
        }
        _ => text.to_owned(),
    }
}

/// Whether a text has an English word of its own.
fn has_word(text: &str, word: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let is_part = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || "_-/.".contains(c));
    let mut all = lower.match_indices(word);
    let (at, _) = all.find(|(at, _)| {
        let behind = lower[at + word.len()..].chars().next();
        !is_part(lower[..*at].chars().next_back())
            && (!is_part(behind)
                || behind == Some('.')
                    && !lower[at + word.len()..].starts_with(".html")
                    && !lower[at + word.len()..].starts_with(".csv"))
    })?;
    Some(lower[lower.floor_char_boundary(at.saturating_sub(60))..].chars().take(140).collect())
}

fn published(site: &Compiled) -> Vec<(String, String)> {
    let paths: Vec<String> = site.site().outputs().iter().map(|output| output.path().to_string()).collect();
    let is_words = |path: &&String| {
        !["assets/", "files/"].iter().any(|folder| path.starts_with(folder))
            && !["schema.json", "datapackage.json"].iter().any(|name| path.ends_with(name))
    };
    paths.iter().filter(is_words).map(|path| (path.clone(), seen(path, &site.file(path)))).collect()
}

/// No word of another kind is left on any page, in any download, in the feed or in the search.
#[test]
fn an_audit_with_recommendations_says_nothing_of_inspections_and_issues() {
    let site = of_kind("审计", "noun: recommendation\n").compile();
    let files = published(&site);
    assert!(files.len() > 40, "{}", files.len());
    for (path, text) in &files {
        for word in ["巡视", "巡察", "问题"] {
            let place = text.find(word).map(|at| &text[at.saturating_sub(60)..(at + 60).min(text.len())]);
            assert_eq!(place.map(|_| word), None, "{path}: {text}");
        }
        for word in ["issue", "issues", "inspection", "inspected"] {
            assert_eq!(has_word(text, word), None, "{path}: {word}");
        }
    }
    let said = |path: &str, words: &str| {
        let page = undated(&site.file(path));
        assert!(page.contains(words), "{path} does not say {words}");
    };
    said("index.html", "审计建议落实公示");
    said("en/index.html", "Follow-up on audit recommendations");
    said("issues.html", "共3条建议");
    said("en/issues.html", "3 recommendations");
    said("notice.html", "2023年3月1日至2023年4月30日，市审计局对示例县开展了审计");
    said(
        "en/notice.html",
        "From 1 March 2023 to 30 April 2023, the Municipal Bureau audited Sample County; it reported its findings on 1 June 2023.",
    );
    said("en/issues/001.html", "Recommendation 1 of 3");
}

/// Without a kind no kind is named.
#[test]
fn a_notice_without_a_kind_names_none() {
    for fixture in [
        of_kind("审计", "").replacing(NOTICE, "  kind: 审计\n", ""),
        of_kind("审计", "").replacing(
            NOTICE,
            "inspection:\n  kind: 审计\n  body: {zh: 市审计局, en: Municipal Bureau}\n  subject: {zh: 示例县, en: Sample County}\n  from: 2023-03-01\n  to: 2023-04-30\n  fed_back_on: 2023-06-01\n",
            "",
        ),
    ] {
        let site = fixture.compile();
        for (path, text) in published(&site) {
            for word in ["巡视", "巡察", "审计开展", "开展了", "审计反馈"] {
                assert!(!text.contains(word), "{path}: {word}");
            }
            for word in ["inspection", "inspected", "audited"] {
                assert_eq!(has_word(&text, word), None, "{path}: {word}");
            }
        }
        assert!(site.file("en/index.html").contains("Follow-up on issues"));
        assert!(site.file("index.html").contains("问题整改公示"));
    }
}

#[test]
fn an_office_has_words_of_its_own() {
    let noun = "noun: {zh: {other: 承诺, counter: 件}, en: {one: promise, other: promises}}\n";
    let site = of_kind("{zh: 民主评议, en: peer review}", noun).compile();
    let said = |path: &str, words: &str| assert!(site.file(path).contains(words), "{path} does not say {words}");
    said("index.html", "民主评议承诺落实公示");
    said("index.html", "3件承诺，");
    said("en/index.html", "Follow-up on peer review promises");
    said("en/index.html", "3 promises, ");
    said("en/statistics.html", "Any promise with several bodies counts for each of them");
    said("en/notice.html", "carried out its peer review of Sample County");
}

/// What is done about them is one word, in headings, statuses and rates.
#[test]
fn work_is_one_word_of_the_notice() {
    let said = |site: &Compiled, words: &[(&str, &str)]| {
        for (path, words) in words {
            assert!(site.file(path).contains(words), "{path} does not say {words}");
        }
    };
    let handled = of_kind("审计", "noun: recommendation\nwork: 办理\n").compile();
    said(
        &handled,
        &[("index.html", "审计建议办理公示"), ("statistics.html", "办理完成率"), ("issues.html", "正在办理")],
    );
    said(
        &handled,
        &[("outstanding.html", "需要进一步办理的事项"), ("en/units.html", "responsible body is to deal with")],
    );
    for (path, text) in published(&handled) {
        for word in ["整改完成率", "整改状态", "整改时限", "正在整改", "进一步整改"] {
            assert!(!text.contains(word), "{path}: {word}");
        }
    }
    let own = of_kind("审计", "work: {zh: 兑现, en: fulfilment}\n").compile();
    said(
        &own,
        &[("index.html", "审计兑现公示"), ("notice.html", "现将兑现进展情况予以公布"), ("data.html", "兑现状态")],
    );
    said(
        &own,
        &[("en/data.html", "Documents issued in the fulfilment."), ("en/notice.html", "what has been done since")],
    );
}

/// A notice in which nothing has begun announces what is to be done.
#[test]
fn a_plan_is_called_no_rectification() {
    let notice = "title: {zh: 方案, en: Plan}\nissuer: {zh: 某局, en: Some Bureau}\nissued_on: 2024-03-01\nas_of: 2024-02-29\n\
        summary: {zh: 方案。, en: A plan.}\nlanguages: [zh, en]\ninspection: {kind: 审计, fed_back_on: 2024-01-02}\n";
    let issue = "number: 1\ntitle: {zh: 排队久, en: Long queues}\nstatus: not-started\ndue: 2099-12\nnext_steps: {zh: 增设窗口。, en: More counters.}\n";
    let site = Fixture::with_files(&[(NOTICE, notice), ("content/001.yaml", issue)]).compile();
    assert!(site.file("index.html").contains("审计问题公示"), "{:?}", site.shown());
    assert!(site.file("en/index.html").contains("What is to be done after the audit"));
    assert!(site.file("notice.html").contains("审计查出的问题</h2>"));
    let begun = issue.replace("not-started", "in-progress");
    let site = Fixture::with_files(&[(NOTICE, notice), ("content/001.yaml", &begun)]).compile();
    assert!(site.file("notice.html").contains("审计查出问题的整改情况</h2>"), "{:?}", site.shown());
}

#[test]
fn openings_say_what_is_stated() {
    let with = |inspection: &str| {
        let notice = Fixture::small().text(NOTICE);
        let (before, rest) = notice.split_once("inspection:\n").expect("an inspection");
        let after = &rest[rest.find("languages:").expect("languages")..];
        Fixture::small().with(NOTICE, format!("{before}{inspection}{after}")).compile()
    };
    for (inspection, zh, en) in [
        (
            "inspection: {kind: 审计, body: {zh: 审计局, en: Audit Office}, from: 2023-03, to: 2023-03}\n",
            Some("2023年3月，审计局开展了审计。现将"),
            Some("In March 2023, the Audit Office carried out an audit. This"),
        ),
        (
            "inspection: {kind: audit, subject: {zh: 某县, en: A County}}\n",
            Some("对某县开展了审计。"),
            Some("The audit of A County took place."),
        ),
        (
            "inspection: {kind: 审计, body: {zh: 内部审计, en: Internal Audit}, subject: {zh: 某县, en: A County}}\n",
            Some("内部审计对某县开展了审计。"),
            Some(">Internal Audit audited A County. This"),
        ),
        (
            "inspection: {kind: 审计, body: {zh: 审计局, en: Audit Office}, from: 2022-Q2, to: 2022-Q3, fed_back_on: 2022-Q4}\n",
            Some("2022年第二季度至2022年第三季度，审计局开展了审计，并于2022年第四季度反馈了意见。"),
            Some(
                "From the second quarter of 2022 to the third quarter of 2022, the Audit Office carried out an audit; it reported its findings in the fourth quarter of 2022.",
            ),
        ),
        ("inspection: {kind: 审计}\n", None, None),
        (
            "inspection: {body: {zh: 某组, en: Team}, fed_back_on: 2023-05-01}\n",
            Some("2023年5月1日，某组反馈了意见。"),
            Some("On 1 May 2023, the Team reported its findings."),
        ),
        (
            "inspection: {kind: 审计, from: 2023-03}\n",
            Some("2023年3月起，开展了审计。"),
            Some("From March 2023, the audit took place."),
        ),
        ("inspection: {body: {zh: 某组, en: Team}, from: 2023-03-01}\n", None, None),
        (
            "opening: {zh: 根据统一安排。, en: As arranged.}\ninspection: {kind: 审计}\n",
            Some("\"notice-opening\">根据统一安排。<"),
            Some(">As arranged.<"),
        ),
        (
            "inspection:\n  - {kind: 督察, body: {zh: 督察组, en: Team}, subject: {zh: 某县, en: A County}, from: 2022-03-01}\n  - {kind: 审计, body: {zh: 审计局, en: Office}, subject: {zh: 某县, en: A County}}\n",
            Some("2022年3月1日起，督察组对某县开展了督察。审计局对某县开展了审计。现将"),
            Some(
                "From 1 March 2022, the Team carried out its supervisory inspection of A County. The Office audited A County. This",
            ),
        ),
    ] {
        let site = with(inspection);
        for (path, words) in [("notice.html", zh), ("en/notice.html", en)] {
            let page = undated(&site.file(path));
            match words {
                Some(words) => assert!(page.contains(words), "{inspection} {path}: {words}"),
                None => assert!(!page.contains("notice-opening"), "{inspection} {path}"),
            }
        }
    }
}

#[test]
fn wrong_words_are_named_with_what_to_type() {
    for (from, to, rule, says) in [
        ("inspection:\n", "inspection:\n  kind: 专项督导\n", "unknown-kind", "自己的词请按语言写：{zh: …, en: …}"),
        ("inspection:\n", "inspection:\n  kind: 走访\n", "unknown-kind", "可用的词有"),
        ("inspection:\n", "noun: 难题\ninspection:\n", "unknown-kind", "recommendation（建议）"),
        ("inspection:\n", "work: 整顿\ninspection:\n", "unknown-kind", "rectification（整改）"),
        ("inspection:\n", "noun: recomendation\ninspection:\n", "unknown-kind", "是不是“recommendation”？"),
        ("inspection:\n", "inspection:\n  kind: 巡视\n", "kind-differs", "kind: 巡察"),
        (
            "inspection:\n  body: {zh: 市委巡察组,",
            "inspection:\n  kind: 审计\n  body: {zh: 市委督察组,",
            "kind-differs",
            "kind: 督察",
        ),
        ("inspection:\n", "noun: {zh: 建议}\ninspection:\n", "missing-translation", "en: …"),
    ] {
        let found = Fixture::small().replacing(NOTICE, from, to).compile().diagnostics;
        let of_rule: Vec<_> = found.iter().filter(|d| d.rule == rule).collect();
        assert_eq!(of_rule.len(), 1, "{to}: {found:#?}");
        let help = of_rule[0].help.as_ref().map_or("", |help| &help.zh);
        assert!(help.contains(says), "{to}: {help}");
    }
}

/// What windows and search engines call a page never says the title of the notice twice.
#[test]
fn no_window_says_the_title_twice() {
    let small = Fixture::small();
    let (_, rest) =
        small.text(NOTICE).split_once("title: {zh: ").map(|(a, b)| (a.to_owned(), b.to_owned())).expect("a title");
    let title = rest.split_once([',', '}']).expect("an end").0.to_owned();
    let site = small.compile();
    for (path, window) in [
        ("notice.html", format!("<title>通报全文 - {title}</title>")),
        ("contact.html", format!("<title>联系方式 - {title}</title>")),
        ("issues/001.html", format!("<title>问题1：串通投标 - {title}</title>")),
    ] {
        assert!(site.file(path).contains(&window), "{path}: {window}");
    }
    for (path, _) in published(&site).iter().filter(|(path, _)| path.ends_with(".html")) {
        let page = site.file(path);
        let window = page.split_once("<title>").and_then(|(_, rest)| rest.split_once("</title>")).expect("a title").0;
        assert!(window.matches(&title).count() <= 1, "{path}: {window}");
    }
}

/// A poster says the address that its code leads to, for those who type it.
#[test]
fn a_poster_says_its_address() {
    let site = Fixture::small().compile();
    for (path, address) in
        [("poster.html", ">notice.example/county</p>"), ("en/poster.html", ">notice.example/county/en</p>")]
    {
        assert!(site.file(path).contains(&format!("<p class=\"poster-address\" translate=\"no\"{address}")), "{path}");
    }
}

/// A notice in one language needs no braces, and any word of its own will do.
#[test]
fn a_notice_in_one_language_writes_words_alone() {
    let notice = "title: 某社区评议整改通报\nissuer: [某街道, 某社区]\nissued_on: 2024-03-01\nas_of: 2024-02-29\nsummary: 整改情况。\n\
        languages: [zh]\nnoun: 意见\ninspection: {kind: 群众评议, body: 评议组, subject: 某社区}\n";
    let section = "title: 服务\ntopics: [{id: t, title: 窗口}]\n";
    let issue = "number: 1\ntopic: t\ntitle: 排队久\nstatus: in-progress\ndue: 2024-06\nnext_steps: 增设窗口。\n";
    let files = [(NOTICE, notice), ("content/1-s/section.yaml", section), ("content/1-s/001.yaml", issue)];
    let site = Fixture::with_files(&files).compile();
    assert!(site.file("index.html").contains("群众评议意见落实公示"));
    assert!(site.file("index.html").contains("某街道、某社区"));
    assert!(site.file("issues.html").contains("共1项意见"));
}

/// In one language a word of the office's own may be any but a slip for a known one and one that is not of the language; braces say
/// that it is meant.
#[test]
fn a_slip_in_a_notice_of_one_language_is_named() {
    let found = |lang: &str, words: &str| {
        let notice = format!(
            "title: 2024\nissuer: 2024\nissued_on: 2024-03-01\nas_of: 2024-02-29\nsummary: 2024\nlanguages: [{lang}]\n{words}\n"
        );
        let issue = "number: 1\ntitle: 2023\nstatus: ongoing\n";
        let found = Fixture::with_files(&[(NOTICE, &notice), ("content/001.yaml", issue)]).compile().diagnostics;
        let of_rule = found.iter().filter(|d| d.rule == "unknown-kind");
        of_rule.map(|d| d.help.as_ref().map_or_else(String::new, |help| help.zh.clone())).collect::<Vec<_>>()
    };
    for (lang, words, meant) in [
        ("zh", "inspection: {kind: 巡检察}", "请改为 巡察；确实就叫“巡检察”的，请写 {zh: 巡检察}"),
        ("zh", "inspection: {kind: 计审}", "请改为 审计"),
        ("zh", "inspection: {kind: 专检查}", "请改为 专项检查"),
        ("zh", "inspection: {kind: inspecton}", "请改为 inspection"),
        ("zh", "inspection: {kind: follow-up visit}", "自己的词请按语言写：{zh: …}"),
        ("zh", "noun: tasks", "请改为 task"),
        ("zh", "work: 整整改", "请改为 整改"),
        ("en", "inspection: {kind: audits}", "请改为 audit"),
        ("en", "inspection: {kind: 审计}", "可用的词有"),
        ("en", "noun: recomendation", "请改为 recommendation"),
    ] {
        let found = found(lang, words);
        assert!(found.len() == 1 && found[0].contains(meant), "{words}: {found:?}");
    }
    for (lang, words) in [
        ("zh", "inspection: {kind: 审计}\nnoun: recommendation"),
        ("zh", "inspection: {kind: {zh: 巡检察}}"),
        ("zh", "inspection: {kind: 大督查}\nnoun: 建议书\nwork: 兑现"),
        ("zh", "inspection: {kind: 专项督查}\nnoun: 提案"),
        ("zh", "inspection: [{kind: 督导}, {kind: ISO审核}]"),
        ("en", "inspection: {kind: peer review}\nnoun: {en: {one: promise, other: promises}}"),
    ] {
        assert_eq!(found(lang, words), Vec::<String>::new(), "{words}");
    }
}

/// A title that leaves out a kind which the notice states, and names another, speaks of another; one that names all may name more.
#[test]
fn a_title_is_held_against_every_kind_of_a_notice() {
    let found = |title: &str, kinds: &str| {
        let notice = Fixture::small().text(NOTICE);
        let (_, rest) = notice.split_once("issuer:").expect("an issuer");
        let (before, rest) = rest.split_once("inspection:\n").expect("an inspection");
        let (_, after) = rest.split_once("languages:").expect("languages");
        let changed = format!("title: {title}\nissuer:{before}inspection: {kinds}\nlanguages:{after}");
        let found = Fixture::small().with(NOTICE, changed).compile().diagnostics;
        let of_rule = found.into_iter().filter(|d| d.rule == "kind-differs");
        of_rule.map(|d| (d.message.zh, d.message.en)).collect::<Vec<_>>()
    };
    let two = "[{kind: 审计}, {kind: 督察}]";
    let zh = "这里说的是“巡察”，kind 写的是“审计、督察”".to_owned();
    let en = "this speaks of 巡察, but `kind` says 审计, 督察".to_owned();
    assert_eq!(found("{zh: 审计和巡察整改情况, en: Follow-up}", two), [(zh, en)]);
    for title in ["审计和督察整改情况", "审计和督察、专项检查整改情况", "审计整改情况", "整改情况"]
    {
        assert_eq!(found(&format!("{{zh: {title}, en: Follow-up}}"), two), [], "{title}");
    }
    assert_eq!(found("{zh: 审计整改专项检查, en: Follow-up}", "{kind: 审计}"), []);
}

#[test]
fn what_a_notice_says_of_itself() {
    let metadata = "document_number: 某发〔2024〕3号\ndisclosure: {zh: 主动公开, en: Published proactively}\n\
        meeting: {zh: 第三次会议, en: Third session}\nspeaker: {zh: 局长, en: Head of the bureau}\naddressed_to: {zh: 各位委员：, en: \"To all members:\"}\n\
        edition: {zh: 第二次公布, en: Second report}\nperiod: {from: 2023-07, to: 2024-02-29}\noriginal_url: https://www.example.gov.cn/n.html\n\
        previous: {title: {zh: 第一次公布, en: First report}, url: \"https://www.example.gov.cn/1/\", as_of: 2023-06-30}\n";
    let site = Fixture::small().adding(NOTICE, metadata).compile();
    for (path, words) in [
        ("index.html", "某发〔2024〕3号"),
        ("index.html", "<a href=\"https://www.example.gov.cn/1/\">第一次公布（截至2023年6月30日）</a>"),
        ("notice.html", "2023年7月至2024年2月29日"),
        ("notice.html", "<p class=\"salutation\">各位委员：</p>"),
        ("en/notice.html", "July 2023 to 29 February 2024"),
        ("en/index.html", "<a href=\"https://www.example.gov.cn/n.html\">"),
        ("en/index.html", "First report (as of 30 June 2023)"),
        ("data/notice.json", "\"previous_as_of\": \"2023-06-30\""),
    ] {
        assert!(undated(&site.file(path)).contains(words), "{path}: {words}");
    }
    let wrong = Fixture::small().adding(NOTICE, "original_url: www.example.gov.cn\n").compile();
    assert!(
        wrong.shown().iter().any(|found| found.starts_with("wrong-value content/notice.yaml:")),
        "{:?}",
        wrong.shown()
    );
}

/// Whether it is open is judged on the date of the edition, or on that of issue where it is later.
#[test]
fn a_period_of_display_ends_by_its_days() {
    for (publicity, as_of, zh, en) in [
        (
            "{from: 2024-03-01, days: 7}",
            None,
            "2024年3月1日至2024年3月7日（截至2024年3月1日，正在公示）",
            "1 March 2024 to 7 March 2024 (open as of 1 March 2024)",
        ),
        (
            "{from: 2024-03-01, to: 2024-03-07}",
            Some("2024-03-07"),
            "（截至2024年3月7日，正在公示）",
            "(open as of 7 March 2024)",
        ),
        (
            "{from: 2024-03-01, to: 2024-03-07}",
            Some("2024-03-08"),
            "（截至2024年3月8日，公示期已满）",
            "(closed as of 8 March 2024)",
        ),
        ("{from: 2024-03-10, days: 5}", None, "尚未开始公示", "not yet open as of 1 March 2024"),
        ("{to: 2024-03-07}", None, "至2024年3月7日（截至", "until 7 March 2024 (open"),
        ("{from: 2024-03-01}", None, "2024年3月1日起（截至", "from 1 March 2024 (open"),
    ] {
        let as_of = as_of.map(|day| day.parse().expect("a date"));
        let options = gongkai::compile::Options { as_of, ..Default::default() };
        let site = Fixture::small().adding(NOTICE, &format!("publicity: {publicity}\n")).compile_with(&options);
        let file = |path: &str| {
            let site = site.site.as_ref().expect("a site");
            let output = site.outputs().into_iter().find(|output| output.path().as_str() == path).expect("a page");
            undated(&String::from_utf8_lossy(&site.render(&output).value.expect("bytes")))
        };
        assert!(file("index.html").contains(zh), "{publicity}: {zh}");
        assert!(file("en/notice.html").contains(en), "{publicity}: {en}");
    }
}

/// Working days are said as the office says them; whether they are over is said only where it says when they end.
#[test]
fn a_period_of_display_in_working_days() {
    let with = |publicity: &str| Fixture::small().adding(NOTICE, &format!("publicity: {publicity}\n")).compile();
    let site = with("{from: 2024-03-01, to: 2024-03-07, working_days: 5}");
    assert!(
        undated(&site.file("index.html"))
            .contains("2024年3月1日至2024年3月7日，共5个工作日（截至2024年3月1日，正在公示）")
    );
    assert!(undated(&site.file("en/index.html")).contains("7 March 2024, 5 working days (open as of 1 March 2024)"));
    assert!(site.file("data/notice.json").contains("\"publicity_working_days\": 5"));
    let found = with("{from: 2024-03-01, working_days: 5}").diagnostics;
    let [found] = &found[..] else { panic!("{found:?}") };
    assert_eq!(found.rule, "publicity-end");
    assert!(found.help.as_ref().is_some_and(|help| help.en.ends_with("to: 2024-03-07")), "{found:?}");
}

#[test]
fn whom_to_ask() {
    let site = Fixture::small()
        .replacing(NOTICE, "  telephones: [0599-0000000]\n", "  persons: [{zh: 值班员, en: Duty officer}]\n  telephones: [{zh: \"13800000000（工作日）\", en: 13800000000 (weekdays)}, {zh: 总机, en: Switchboard}]\n  fax: 0599-0000002\n  emails: [leads@notice.example]\n  po_box: {zh: 第1号信箱, en: \"P.O. Box 1\"}\n")
        .compile();
    for words in [
        "值班员",
        "<a href=\"tel:13800000000\">13800000000（工作日）</a>",
        "、总机<",
        "0599-0000002",
        "<a href=\"mailto:office@notice.example\">office@<wbr>notice.example</a>、<a href=\"mailto:leads@notice.example\">",
        "第1号信箱",
    ] {
        assert!(site.file("contact.html").contains(words), "{words}");
    }
}

/// Words beside a telephone, and in a label, are those of the language; a text for all languages that has words of one lacks a translation.
#[test]
fn words_beside_numbers_are_those_of_the_language() {
    let telephones = "  telephones:\n    - {zh: 0599-0000000（工作日）, en: 0599-0000000 (weekdays)}\n    - 0599-0000001\n  fax: [{zh: 0599-0000002（转张同志）, en: 0599-0000002 (ask for Zhang)}]\n";
    let measure =
        "measures:\n  - {label: {zh: 措施一, en: Step A}, text: {zh: 追缴, en: Recover it}, status: in-progress}\n";
    let site = Fixture::small()
        .replacing(NOTICE, "  telephones: [0599-0000000]\n", telephones)
        .adding(SECOND, &format!("label: {{zh: 第二十七项, en: Item 27}}\n{measure}"))
        .compile();
    for (path, words) in [
        ("contact.html", "<a href=\"tel:0599-0000000\">0599-0000000（工作日）</a>、"),
        ("en/contact.html", "<a href=\"tel:0599-0000000\">0599-0000000 (weekdays)</a>, "),
        ("en/contact.html", "0599-0000002 (ask for Zhang)"),
        ("issues/002.html", "第二十七项：欠款未收回"),
        ("en/issues/002.html", "Item 27"),
        ("en/issues/002.html", "Step A"),
        ("data/issues.csv", "2,第二十七项"),
        ("en/data/issues.csv", "2,Item 27"),
        ("data/notice.json", "\"label\": \"第二十七项\""),
        ("data/notice.json", "\"labels\": {"),
        ("en/data/measures.csv", "Step A"),
    ] {
        assert!(site.file(path).contains(words), "{path}: {words}\n{}", site.file(path));
    }
    for path in ["en/contact.html", "en/issues/002.html", "en/issues.html", "en/index.html", "en/data/issues.csv"] {
        for words in ["工作日", "第二十七项", "措施一", "转张"] {
            assert!(!site.file(path).contains(words), "{path}: {words}");
        }
    }
    let missing = |fixture: Fixture| {
        let found = fixture.compile().diagnostics;
        found.iter().filter(|d| d.rule == "missing-translation").map(|d| d.message.en.clone()).collect::<Vec<_>>()
    };
    for (words, is_missing) in [
        ("第二十七项", true),
        ("\"20-004 #3\"", false),
        ("A.", false),
        ("（一）", false),
        ("{zh: 第二十七项}", true),
        ("{zh: 第二十七项, en: 第二十七项}", false),
    ] {
        let found = missing(Fixture::small().adding(SECOND, &format!("label: {words}\n")));
        assert_eq!(found.len(), usize::from(is_missing), "{words}: {found:?}");
    }
    let number = |words: &str| missing(Fixture::small().replacing(NOTICE, "[0599-0000000]", words));
    assert_eq!(
        number("[0599-0000000, 总机]"),
        ["“总机” stands in every language and has Chinese characters: the English text is missing"]
    );
    assert_eq!(number("0599-0000000"), Vec::<String>::new());
    // Nothing is missing where every language is written in these characters.
    let chinese = Fixture::small().adding(SECOND, "label: 第二十七项\n").replacing(
        NOTICE,
        "languages: [zh, en]",
        "languages: [zh]",
    );
    let found = missing(chinese);
    assert!(found.iter().all(|message| !message.contains("第二十七项")), "{found:?}");
}

/// What data says of itself is true of any office: it names no kind of scrutiny and has no noun.
#[test]
fn descriptions_of_data_are_those_of_any_office() {
    let site = of_kind("审计", "noun: recommendation\n").compile();
    for path in ["data/schema.json", "data/datapackage.json", "en/data/datapackage.json"] {
        // What the notice says of itself is its own.
        let own = ["示例县整改情况通报", "整改情况。", "Notice of Rectification"];
        let text = own.iter().fold(site.file(path), |text, own| text.replace(own, ""));
        assert!(text.contains("\"description\": \""), "{path}");
        for word in ["巡视", "巡察", "问题", "整改", "inspected", "rectif"] {
            let at = text.find(word).map(|at| text[text.floor_char_boundary(at.saturating_sub(60))..].lines().next());
            assert_eq!(at, None, "{path}: {word}");
        }
    }
}

/// A row of a table that counts nothing is not there.
#[test]
fn what_every_issue_has_needs_no_row_of_those_without() {
    let without = ["没有写明单位", "没有写明时限"];
    let small = Fixture::small().compile().file("statistics.html");
    assert!(without.iter().all(|words| small.contains(words)), "{small}");
    let led = "responsible: [audit-bureau]\n";
    let all = ["content/1-projects/001.yaml", SECOND, "content/2-people/003.yaml"].iter().fold(
        Fixture::small(),
        |fixture, path| {
            let text = fixture.text(path);
            let text = if text.contains("due:") { text } else { format!("{text}due: 2023-10\n") };
            let text = if text.contains("lead:") || text.contains("responsible:") { text } else { text + led };
            fixture.with(path, text)
        },
    );
    let page = all.compile().file("statistics.html");
    assert!(without.iter().all(|words| !page.contains(words)), "{page}");
}

/// Nothing is said of whom to ask where the notice does not say it: no heading, no page, no link.
#[test]
fn nobody_to_ask() {
    let notice = Fixture::small().text(NOTICE);
    let start = notice.find("contact:\n").expect("a contact");
    let lines: Vec<&str> = notice[start..].split_inclusive('\n').collect();
    let end = 1 + lines[1..].iter().take_while(|line| line.starts_with(' ')).count();
    let without = notice[..start].to_owned() + &lines[end..].concat();
    for notice in [without.clone(), format!("{without}contact: {{}}\n")] {
        let site = Fixture::small().with(NOTICE, notice).compile();
        for (path, text) in published(&site) {
            assert!(!path.ends_with("contact.html"), "{path}");
            for word in ["意见建议", "联系方式", "Contact", "Comments"] {
                assert!(!text.contains(word), "{path}: {word}");
            }
        }
        assert!(!site.file("index.html").contains("contact.html"));
    }
    assert!(Fixture::small().compile().file("accessibility.html").contains("<h2>意见建议</h2>"));
}

/// A switch between languages stands only where there is something to switch to.
#[test]
fn one_language_needs_no_switch() {
    assert!(Fixture::small().compile().file("index.html").contains("class=\"languages\""));
    let issue = "number: 1\ntitle: 排队久\nstatus: in-progress\ndue: 2024-06\nnext_steps: 增设窗口。\n";
    let notice =
        "title: 通报\nissuer: 某社区\nissued_on: 2024-03-01\nas_of: 2024-02-29\nsummary: 整改情况。\nlanguages: [zh]\n";
    let site = Fixture::with_files(&[(NOTICE, notice), ("content/001.yaml", issue)]).compile();
    let page = site.file("index.html");
    assert!(!page.contains("class=\"languages\"") && !page.contains("中文"), "{page}");
}

/// What is done stands before what is still to be done, and who verified it behind those who did it.
#[test]
fn an_issue_is_read_in_the_order_of_the_document() {
    let with = "verified_by: [audit-bureau]\nlead: [audit-bureau]\nmeasures:\n  - {text: {zh: 追缴, en: Recover it}, status: in-progress}\n";
    let site = Fixture::small().adding(SECOND, with).compile();
    for (path, heading) in [("issues/002.html", "<h2 id=\""), ("notice.html", "")] {
        let page = site.file(path);
        let of = |what: &str| page.find(what).unwrap_or_else(|| panic!("{path} has no {what}"));
        if !heading.is_empty() {
            assert!(of("<h2 id=\"measures\"") < of("<h2 id=\"next-steps\""), "{path}");
            assert!(page.rfind("href=\"#measures\"") < page.rfind("href=\"#next-steps\""), "{path}");
        }
        assert!(of("牵头单位") < of("验收销号单位"), "{path}");
    }
}

/// The full notice has all that pages of issues have.
#[test]
fn the_full_notice_is_full() {
    let with = "documents: [{zh: 《追缴办法》, en: Rules on recovery}]\nhistory:\n  - {on: 2023-12-01, status: substantially-completed, note: {zh: 追回大半, en: Most was recovered}}\n";
    let site = Fixture::small().adding(SECOND, with).compile();
    for (path, words) in [
        ("notice.html", "<li>《追缴办法》</li>"),
        ("notice.html", "2023年12月1日</time> 基本完成：追回大半</li>"),
        ("en/notice.html", "<li>Rules on recovery</li>"),
        ("issues/002.html", "<li>《追缴办法》</li>"),
        ("issues/002.html", "追回大半"),
    ] {
        assert!(site.file(path).contains(words), "{path}: {words}");
    }
}

/// What is still to be done without a deadline stands under a heading that says so, and one that was moved says from when.
#[test]
fn open_issues_without_a_deadline_are_named() {
    let site = Fixture::small().compile();
    assert!(!site.file("outstanding.html").contains("没有写明时限"));
    assert_eq!(untagged(&site.file("outstanding.html")).matches("（原定2023年9月）").count(), 2);
    let site =
        Fixture::small().replacing(SECOND, "due: 2023-12\noriginal_due: 2023-09\n", "due: not-stated\n").compile();
    for (path, words) in [
        ("outstanding.html", "<h3 id=\"no-due\">没有写明时限</h3>"),
        ("outstanding.html", "整改时限：没有写明</p>"),
        ("en/outstanding.html", "<h3 id=\"no-due\">No deadline stated</h3>"),
        ("issues.html", "<span class=\"none\">没有写明</span>"),
        ("en/index.html", "<span class=\"none\">Not stated</span>"),
    ] {
        assert!(site.file(path).contains(words), "{path}: {words}");
    }
}

/// A deadline in words that no date is given for is the heading of its group.
#[test]
fn open_issues_with_a_deadline_in_words_stand_under_the_words() {
    let words = "due_text: {zh: 下一财政年度, en: the next fiscal year}\n";
    let open = Fixture::small().replacing(SECOND, "status: substantially-completed", "status: ongoing");
    let site = open.replacing(SECOND, "due: 2023-12\noriginal_due: 2023-09\n", words).compile();
    let page = site.file("outstanding.html");
    assert!(page.contains("<h3 id=\"due-words-2\">下一财政年度</h3>") && !page.contains("没有写明"), "{page}");
}

/// What the issuer states in words is a deadline that it states.
#[test]
fn statistics_count_deadlines_in_words_by_their_words() {
    let words = "due_text: {zh: 下一财政年度, en: the next fiscal year}\n";
    let open = Fixture::small().replacing(SECOND, "status: substantially-completed", "status: ongoing");
    let site = open.replacing(SECOND, "due: 2023-12\noriginal_due: 2023-09\n", words).compile();
    for (path, row, without) in [
        ("statistics.html", "<tr><th scope=\"row\">下一财政年度</th>", "没有写明时限"),
        ("en/statistics.html", "<tr><th scope=\"row\">The next fiscal year</th>", "No deadline stated"),
    ] {
        let page = site.file(path);
        assert!(page.contains(row) && page.contains(without), "{path}: {page}");
    }
    let counts = &site.site().edition.statistics;
    assert_eq!((counts.deadlines_in_words.len(), counts.without_deadline.total()), (1, 1));
}

/// A counted date does not hide the issuer's own words for it, and the data says how dates are written.
#[test]
fn words_of_a_deadline_stand_beside_the_date_that_counts() {
    let due = "due: 2024-10-mid\ndue_text: {zh: 秋收以后, en: After the harvest}\n";
    let open = Fixture::small().replacing(SECOND, "due: 2023-12\noriginal_due: 2023-09\n", due);
    let site = open.compile();
    for (path, words) in [
        ("outstanding.html", "2024年10月中旬</time>（原文：秋收以后）"),
        ("en/statistics.html", "</time> (stated as: After the harvest)</th>"),
        ("data/issues.csv", "2024-10-mid,秋收以后"),
        ("data.html", "<code>due_text</code>"),
        ("data.html", "2024-10-mid"),
    ] {
        assert!(site.file(path).contains(words), "{path}: {words}");
    }
    let small = Fixture::small().compile();
    assert!(!small.file("data.html").contains("due_text") && !small.file("data.html").contains("2024-10-mid"));
}

#[test]
fn no_language_is_called_a_translation_where_all_are_the_original() {
    let translated = [("accessibility.html", "其他语言的页面为译文"), ("en/accessibility.html", "are a translation")];
    let site = Fixture::small().compile();
    for (path, words) in translated {
        assert!(site.file(path).contains(words), "{path}");
    }
    let site = Fixture::small().adding(NOTICE, "original: all\n").compile();
    for (path, words) in translated {
        assert!(!site.file(path).contains(words), "{path}");
    }
    // Where English comes first, it is the others that are translated.
    let site = Fixture::small().replacing(NOTICE, "languages: [zh, en]", "languages: [en, zh]").compile();
    assert!(site.file("accessibility.html").contains("in other languages are translations"));
    assert!(site.file("zh/accessibility.html").contains("本页为译文"));
}

/// Changes of status and other hosts are in the data, too.
#[test]
fn data_has_history_and_other_hosts() {
    let external = "external: [{host: stats.notice.example, for: [connect], reason: {zh: 统计。, en: Counts.}}]\n";
    let site = Fixture::small().adding(NOTICE, external).compile();
    // That other hosts are asked is a note.
    let outputs = site.site.as_ref().expect("a site");
    let file = |path: &str| {
        let output = outputs.outputs().into_iter().find(|output| output.path().as_str() == path).expect("a file");
        outputs.render(&output).value.expect("bytes").into_owned()
    };
    let json: serde_json::Value = serde_json::from_slice(&file("data/notice.json")).expect("JSON");
    assert_eq!(json["issues"][0]["history"][1]["status"], "completed");
    assert_eq!(json["issues"][0]["history"][1]["note"]["en"], "All cases closed");
    assert_eq!(json["external"][0]["uses"], serde_json::json!(["connect"]));
    let schema: serde_json::Value = serde_json::from_slice(&file("data/schema.json")).expect("JSON");
    assert!(jsonschema::validator_for(&schema).expect("a schema").is_valid(&json));
}

/// The number that an office gives a section stands in place of one by its order; the others keep theirs.
#[test]
fn a_section_is_called_by_its_label() {
    let label = "label: {zh: 第一章, en: Chapter I}\n";
    let site = Fixture::small().adding("content/1-projects/section.yaml", label).compile();
    for (path, words) in [
        ("notice.html", "第一章 工程项目方面"),
        ("sections/projects.html", "第一章 "),
        ("notice.html", "（二）"),
        ("en/notice.html", "Chapter I"),
        ("data/notice.json", "\"zh\": \"第一章\""),
    ] {
        assert!(site.file(path).contains(words), "{path}: {words}");
    }
    assert!(!site.file("notice.html").contains("（一）"));
}

/// A unit that leads no issue and answers for none has no list: it is named without a link.
#[test]
fn units_that_only_verify_have_no_row() {
    let unit = "- {id: panel, name: {zh: 验收组, en: Review panel}}\n";
    let verified = "verified_by: [panel]\n";
    let site = Fixture::small().adding("content/units.yaml", unit).adding(SECOND, verified).compile();
    assert!(site.file("issues/002.html").contains("<dd>验收组</dd>"));
    for path in ["units.html", "statistics.html", "issues.html"] {
        let page = site.file(path);
        assert!(page.contains("县审计局") && !page.contains("验收组"), "{path}");
    }
}

#[test]
fn persons_held_to_account_by_number_alone() {
    let with = |group: &str| {
        let record = format!(
            "as_of: 2024-02-20\nfigures:\n  - {{id: letters, label: {{zh: 信访件, en: Letters}}, value: 40, unit: case, as_of: 2024-01-31}}\ngroups:\n  - {group}\n"
        );
        Fixture::small().with("content/accountability.yaml", record).compile()
    };
    let site = with("{id: talks, title: {zh: 诫勉, en: Talks}, stated: 5, as_of: 2024-02-10}");
    for (path, words) in [
        ("accountability.html", "5人（截至2024年2月10日）"),
        ("accountability.html", "（截至2024年1月31日）"),
        ("en/accountability.html", "5 people (as of 10 February 2024)"),
        ("notice.html", "5人"),
    ] {
        assert!(untagged(&site.file(path)).contains(words), "{path}: {words}");
    }
    assert!(site.file("notice.html").contains("<dt>信访件</dt><dd>40件<span"));
    let data: serde_json::Value = serde_json::from_str(&site.file("data/notice.json")).expect("JSON");
    assert_eq!(
        (&data["accountability_as_of"], &data["accountability"][0]["as_of"]),
        (&"2024-02-20".into(), &"2024-01-31".into())
    );
    let expected = serde_json::json!([{
        "id": "talks", "title": {"zh": "诫勉", "en": "Talks"}, "number": 5, "as_of": "2024-02-10", "persons": []
    }]);
    assert_eq!(data["accountability_groups"], expected);
    assert!(!site.file("accountability.html").contains("姓名不予公布"));
    let listed = "{id: talks, title: {zh: 诫勉, en: Talks}, stated: 5, persons: [{post: {zh: 某局副局长, en: Deputy director}}]}";
    assert!(with(listed).shown()[0].starts_with("persons-differ"));
    let alone = "{id: talks, title: {zh: 诫勉, en: Talks}, persons: [{post: {zh: 某局副局长, en: Deputy director}}]}";
    let data: serde_json::Value = serde_json::from_str(&with(alone).file("data/notice.json")).expect("JSON");
    let posts = serde_json::json!([{"post": {"zh": "某局副局长", "en": "Deputy director"}}]);
    assert_eq!(data["accountability_groups"][0]["persons"], posts);
    assert!(with("{id: talks, title: {zh: 诫勉, en: Talks}}").shown()[0].starts_with("persons-differ"));
}

/// Groups of what is called otherwise than 问题 are not called 二级, and counters are those of the noun.
#[test]
fn groups_have_a_word_that_fits_the_noun() {
    for (noun, has, has_not) in [("", "二级问题", "类别"), ("noun: task\n", "类别", "二级")] {
        let site = Fixture::small().replacing(NOTICE, "inspection:\n", &format!("{noun}inspection:\n"));
        let compiled = site.compile();
        let text = compiled.file("statistics.html") + &compiled.file("data.html");
        assert!(text.contains(has) && !text.contains(has_not), "{noun}: {text}");
    }
}

/// What came before is a report, not an issue of a paper.
#[test]
fn an_earlier_report_is_called_so() {
    let previous = "previous: {title: {zh: 去年的通报, en: Last year’s notice}, url: 'https://notice.example/2023', as_of: 2023-02-28}\n";
    let site = Fixture::small().adding(NOTICE, previous).compile();
    assert!(site.file("index.html").contains("上次公布") && site.file("en/index.html").contains("Previous report"));
}

/// Two inspections of different kinds are called by their kinds in the course of events, and what is stated may stand first.
#[test]
fn several_kinds_and_what_is_stated_among_the_highlights() {
    let kinds = "inspection:\n  - {kind: audit, from: 2023-03-01, to: 2023-04-30}\n  - {kind: supervisory-inspection, from: 2023-05, to: 2023-06}\n";
    let notice = Fixture::small().text(NOTICE);
    let (before, rest) = notice.split_once("inspection:\n").expect("an inspection");
    let (_, after) = rest.split_once("languages:").expect("languages");
    let changed = format!("{before}{kinds}highlights: [measures]\nlanguages:{after}");
    let site = Fixture::small().with(NOTICE, changed).compile();
    for (page, words) in [
        ("index.html", ["审计", "督察", "整改措施"]),
        ("en/index.html", ["Audit", "Supervisory inspection", "Measures"]),
    ] {
        let text = site.file(page);
        assert!(words.iter().all(|word| text.contains(word)) && !text.to_lowercase().contains("{kind}"), "{text}");
    }
}
