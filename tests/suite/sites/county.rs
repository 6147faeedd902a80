//! The county notice: what its pages and downloads say, in three languages.

use gongkai::compile::Options;
use serde_json::Value;

use crate::fixture::{Compiled, Fixture};

/// Languages of the fixture with the folder of their pages.
const LANGUAGES: [(&str, &str); 3] = [("zh", ""), ("en", "en/"), ("fr", "fr/")];

fn county() -> Compiled {
    Fixture::county().compile()
}

fn county_on(day: &str) -> Compiled {
    // A measure that is completed needs a date of completion for an earlier day.
    let (undated, due) = ("    status: completed\n", "    due: 2023-12\n");
    let dated = format!("{undated}    completed_on: 2023-12-20\n{due}");
    let county = Fixture::county().replacing("content/1-projects/003.yaml", &format!("{undated}{due}"), &dated);
    county.compile_with(&Options { as_of: Some(day.parse().expect("a date")), ..Options::default() })
}

/// HTML as a reader sees it: without tags, white space joined. Blocks end in a blank, inline elements do not.
fn text(html: &str) -> String {
    let mut seen = String::new();
    let mut rest = html;
    while let Some((before, after)) = rest.split_once('<') {
        seen.push_str(before);
        let (tag, after) = after.split_once('>').expect("tags are closed");
        let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap_or_default();
        if !["a", "strong", "em", "span", "sup", "time", "path", "circle", "wbr"].contains(&name) {
            seen.push(' ');
        }
        rest = after;
    }
    seen.push_str(rest);
    let seen = seen.replace("&quot;", "\"").replace("&#39;", "'").replace("&lt;", "<").replace("&gt;", ">");
    seen.replace("&amp;", "&").split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}

/// The HTML between two marks; both must be there.
fn between<'a>(html: &'a str, from: &str, to: &str) -> &'a str {
    let (_, rest) = html.split_once(from).unwrap_or_else(|| panic!("no {from} in {html}"));
    rest.split_once(to).unwrap_or_else(|| panic!("no {to} after {from}")).0
}

/// The texts of the elements of one name.
fn elements(html: &str, name: &str) -> Vec<String> {
    let (plain, end) = (format!("<{name}>"), format!("</{name}>"));
    let html = html.replace(&format!("<{name} "), &format!("{plain}<i "));
    html.split(&plain).skip(1).map(|rest| text(rest.split(&end).next().unwrap_or_default())).collect()
}

/// Labels and values of the list of a class.
fn pairs(html: &str, class: &str) -> Vec<(String, String)> {
    let list = between(html, &format!("<dl class=\"{class}\">"), "</dl>");
    elements(list, "dt").into_iter().zip(elements(list, "dd")).collect()
}

fn assert_pairs(html: &str, class: &str, expected: &[(&str, &str)]) {
    let expected: Vec<_> = expected.iter().map(|(label, value)| ((*label).to_owned(), (*value).to_owned())).collect();
    assert_eq!(pairs(html, class), expected);
}

/// Rows of cells of the first table.
fn rows(html: &str) -> Vec<Vec<String>> {
    let table = between(html, "<table", "</table>");
    table.split("<tr>").skip(1).map(|row| [elements(row, "th"), elements(row, "td")].concat()).collect()
}

/// The rows of a CSV file, with the first as keys.
fn records(csv: &str) -> Vec<Vec<(String, String)>> {
    let mut reader = csv::Reader::from_reader(csv.trim_start_matches('\u{feff}').as_bytes());
    let keys = reader.headers().expect("headers").clone();
    let records = reader.records().map(|record| record.expect("a record"));
    records.map(|r| keys.iter().zip(&r).map(|(key, value)| (key.to_owned(), value.to_owned())).collect()).collect()
}

fn data(site: &Compiled) -> Value {
    serde_json::from_str(&site.file("data/notice.json")).expect("JSON")
}

#[test]
fn all_findings_are_accepted_and_all_pages_inspected() {
    let county = county();
    let rules: Vec<(&str, usize)> = ["figures-differ", "wrong-term", "mobile-number", "expired-name"]
        .map(|rule| (rule, county.diagnostics.iter().filter(|d| d.rule == rule && d.accepted.is_some()).count()))
        .into();
    assert_eq!(rules, [("figures-differ", 2), ("wrong-term", 1), ("mobile-number", 3), ("expired-name", 1)]);
    assert_eq!(county.diagnostics.len(), 7);
    assert_eq!(gongkai::inspect::look_at_all(county.site(), &gongkai::progress::Progress::default()).1, []);
}

#[test]
fn facts_of_a_completed_issue() {
    let county = county();
    for (folder, title, expected) in [
        (
            "",
            "串通投标问题",
            [
                ("整改状态", "已完成"),
                ("整改时限", "2023年12月31日"),
                ("完成日期", "2023年11月30日"),
                ("核实销号日期", "2023年12月15日"),
                ("牵头单位", "县住建局"),
                ("责任单位", "县审计局"),
            ],
        ),
        (
            "en/",
            "Bid-rigging, or \"courtesy bids\"",
            [
                ("Status", "Completed"),
                ("Due", "31 December 2023"),
                ("Completed on", "30 November 2023"),
                ("Verified on", "15 December 2023"),
                ("Lead body", "County Housing Bureau"),
                ("Responsible body", "County Audit Bureau"),
            ],
        ),
        (
            "fr/",
            "Entente lors d’appels d’offres",
            [
                ("État", "Terminé"),
                ("Échéance", "31 décembre 2023"),
                ("Terminé le", "30 novembre 2023"),
                ("Vérifié le", "15 décembre 2023"),
                ("Service pilote", "Bureau du logement du comté"),
                ("Service responsable", "Bureau d’audit du comté"),
            ],
        ),
    ] {
        let page = county.file(&format!("{folder}issues/001.html"));
        assert_eq!(elements(&page, "h1"), [title]);
        assert_pairs(&page, "facts", &expected);
    }
}

/// A deadline may be a year, a month or a day, and an earlier one stands beside it.
#[test]
fn deadlines_that_were_moved_and_missed() {
    let county = county();
    for (folder, number, status, due) in [
        ("", 2, "基本完成 截至2024年6月30日已逾期91天", "2024年3月 （原定2023年12月）"),
        (
            "en/",
            2,
            "Substantially completed 91 days overdue as of 30 June 2024",
            "March 2024 (originally December 2023)",
        ),
        (
            "fr/",
            2,
            "Terminé pour l’essentiel 91 jours de retard au 30 juin 2024",
            "Mars 2024 (initialement décembre 2023)",
        ),
        ("", 3, "正在整改", "2024年 （原定2023年10月31日）"),
        ("en/", 3, "In progress", "2024 (originally 31 October 2023)"),
        ("fr/", 3, "En cours", "2024 (initialement 31 octobre 2023)"),
        ("", 7, "正在整改 截至2024年6月30日已逾期30天", "2024年5月31日"),
        ("en/", 7, "In progress 30 days overdue as of 30 June 2024", "31 May 2024"),
        ("fr/", 7, "En cours 30 jours de retard au 30 juin 2024", "31 mai 2024"),
        ("", 9, "基本完成 截至2024年6月30日已逾期182天", "2023年"),
        ("en/", 9, "Substantially completed 182 days overdue as of 30 June 2024", "2023"),
        ("fr/", 9, "Terminé pour l’essentiel 182 jours de retard au 30 juin 2024", "2023"),
        ("en/", 10, "In progress", "31 December 2024 (originally June 2024)"),
        ("fr/", 5, "Non commencé", "30 septembre 2024"),
    ] {
        let page = county.file(&format!("{folder}issues/{number:03}.html"));
        let facts = pairs(&page, "facts");
        assert_eq!([facts[0].1.as_str(), facts[1].1.as_str()], [status, due], "{folder}{number}");
    }
    for (folder, sentence, days) in [
        (
            "",
            "截至2024年6月30日，其中3个已经逾期。",
            ["已逾期182天", "已逾期91天", "已逾期30天", "距时限92天", "距时限184天", "距时限184天", "没有写明时限"],
        ),
        (
            "en/",
            "As of 30 June 2024, 3 were overdue.",
            [
                "182 days overdue as of 30 June 2024",
                "91 days overdue as of 30 June 2024",
                "30 days overdue as of 30 June 2024",
                "92 days left as of 30 June 2024",
                "184 days left as of 30 June 2024",
                "184 days left as of 30 June 2024",
                "No deadline stated",
            ],
        ),
        (
            "fr/",
            "Au 30 juin 2024, 3 étaient en retard.",
            [
                "182 jours de retard au 30 juin 2024",
                "91 jours de retard au 30 juin 2024",
                "30 jours de retard au 30 juin 2024",
                "92 jours restants au 30 juin 2024",
                "184 jours restants au 30 juin 2024",
                "184 jours restants au 30 juin 2024",
                "Sans échéance indiquée",
            ],
        ),
    ] {
        let page = county.file(&format!("{folder}outstanding.html"));
        assert!(text(&page).contains(sentence), "{folder}: {}", text(between(&page, "<h1", "</p>")));
        let headings = elements(between(&page, "id=\"by-deadline\"", "id=\"by-status\""), "h3");
        assert_eq!(headings.len(), days.len(), "{headings:?}");
        for (heading, days) in headings.iter().zip(days) {
            assert!(heading.ends_with(days), "{heading} ends with {days}");
        }
    }
}

#[test]
fn statuses_that_were_inferred_are_marked() {
    let county = county();
    for (folder, status, note) in [
        ("", "长期坚持（推定）", "标有“推定”的状态"),
        ("en/", "Ongoing (inferred)", "marked “inferred”"),
        ("fr/", "Permanent (déduit)", "marqué « déduit »"),
    ] {
        let page = county.file(&format!("{folder}issues/011.html"));
        assert_eq!(pairs(&page, "facts")[0].1, status);
        assert!(text(&page).contains(note), "{folder}: {}", text(between(&page, "<p class=\"note\">", "</p>")));
    }
}

#[test]
fn figures_in_the_form_of_each_language() {
    let county = county();
    for (folder, expected) in [
        ("", ["约12.5亿元", "9.85万元", "1个百分点", "近5个工作日"]),
        ("en/", ["about CNY 1.25 billion", "CNY 98,500", "1 percentage point", "nearly 5 working days"]),
        (
            "fr/",
            [
                "environ 1,25 milliards\u{a0}CNY",
                "98\u{202f}500\u{a0}CNY",
                "1 point de pourcentage",
                "près de 5 jours ouvrables",
            ],
        ),
    ] {
        let page = county.file(&format!("{folder}issues/003.html"));
        let list: Vec<String> = pairs(&page, "figures").into_iter().map(|(_, value)| value).collect();
        assert_eq!(list, expected);
        let narrative = between(&page, "<div class=\"prose\">", "</div>");
        assert_eq!(elements(&narrative.replace(" class=\"figure\"", ""), "span"), expected, "the same in the text");
    }
    for (path, expected) in [
        ("issues/004.html", ["126.5公里", "17302亩"]),
        ("en/issues/004.html", ["126.5 km", "17,302 mu"]),
        ("fr/issues/004.html", ["126,5\u{a0}km", "17\u{202f}302\u{a0}mu"]),
        ("issues/008.html", ["第2位", "1小时"]),
        ("en/issues/008.html", ["No. 2", "1 hour"]),
        ("fr/issues/008.html", ["n°\u{a0}2", "1 heure"]),
        ("issues/002.html", ["8500余人次", "21家"]),
        ("en/issues/002.html", ["over 8,500", "21"]),
        ("fr/issues/002.html", ["plus de 8\u{202f}500", "21"]),
    ] {
        let list: Vec<String> = pairs(&county.file(path), "figures").into_iter().map(|(_, value)| value).collect();
        assert_eq!(list, expected, "{path}");
    }
}

#[test]
fn a_narrative_with_headings_lists_tables_notes_and_a_picture() {
    let county = county();
    for (folder, headings, items, table, address, note) in [
        (
            "",
            ["主要做法", "处理结果"],
            ["查阅台账；", "实地走访，见项目清单。"],
            [["处理", "数量", "说明"], ["罚款", "13", "“串标”"], ["查否", "3", "——"]],
            "办公地点： 望川路1号 望川大楼",
            "依据有关规定。 ↑",
        ),
        (
            "en/",
            ["What was done", "Outcome"],
            ["registers were read;", "sites were visited, see the list of projects."],
            [["Outcome", "Cases", "Note"], ["Fined", "13", "“rigged”"], ["Unfounded", "3", "–"]],
            "Where to find us: 1 Wangchuan Road Wangchuan Building",
            "Under the rules in force. ↑",
        ),
        (
            "fr/",
            ["Ce qui a été fait", "Résultat"],
            ["lecture des registres ;", "visites, voir la liste des projets."],
            [["Suite", "Affaires", "Note"], ["Sanctionnées", "13", "« entente »"], ["Infondées", "3", "–"]],
            "Où nous trouver : 1, route de Wangchuan Bâtiment Wangchuan",
            "Selon les règles en vigueur. ↑",
        ),
    ] {
        let page = county.file(&format!("{folder}issues/001.html"));
        let prose = between(&page, "<div class=\"prose\">", "</section>\n</div>");
        assert_eq!([elements(prose, "h3"), elements(prose, "h4")].concat(), headings);
        assert_eq!(elements(between(prose, "<ul>", "</ul>"), "li"), items);
        assert_eq!(rows(prose), table);
        assert_eq!(text(&format!("<p>{}</p>", between(prose, "</table>\n</div>\n<p>", "</p>"))), address);
        assert_eq!(elements(between(prose, "role=\"doc-endnotes\"", "</ol>"), "li"), [note]);
        let root = if folder.is_empty() { "../" } else { "../../" };
        for part in [
            format!("<img src=\"{root}files/map.png\""),
            format!("<a href=\"{root}files/清单（终稿）.txt\">"),
            "<a href=\"../issues/004.html\">".to_owned(),
            "<a href=\"https://statistics.example/wangchuan\"".to_owned(),
            "<a href=\"#i1-fn-1\" id=\"i1-fnref-1\" role=\"doc-noteref\"".to_owned(),
        ] {
            assert!(prose.contains(&part), "{folder}: {part}");
        }
    }
}

/// Lines of Chinese are joined without a blank, and emphasis ends beside Chinese punctuation.
#[test]
fn emphasis_and_line_breaks_beside_chinese_punctuation() {
    let page = county().file("issues/001.html");
    for part in [
        "<strong>罚款占比为<span class=\"figure\">81.3%</span>。</strong>下一步转入常态。",
        "<strong>摸清底数。</strong>全面排查：",
        "<em>建章立制</em>，印发<strong>《望川县招投标管理办法》</strong>；",
    ] {
        assert!(page.contains(part), "{part}");
    }
}

#[test]
fn yaml_is_read_in_every_style() {
    let county = county();
    for (path, expected) in [
        ("en/issues/001.html", "Bids were \"rigged\" in 16 projects. All were reviewed."),
        ("fr/issues/002.html", "Agences sous licence d'autrui"),
        ("en/issues/002.html", "The remaining agencies are still being checked."),
        ("en/index.html", "What was done about the 12 issues that the inspection found, in 3 sections."),
        ("statistics.html", "俗称“'一题一销'”"),
        ("en/issues/005.html", "A \"plan\" is being drawn up. Money for each river is being found."),
        ("fr/sections/environment.html", "Pollution de l’eau"),
    ] {
        let page = text(&county.file(path));
        assert!(page.contains(expected), "{path}: {expected}");
    }
    let steps = county.file("en/issues/003.html");
    assert_eq!(
        elements(between(&steps, "<section class=\"next-steps\"", "</section>"), "li"),
        ["Recovery goes on.", "The money is paid in once the courts have ruled."]
    );
    assert_eq!(
        elements(between(&county.file("issues/005.html"), "<h2 id=\"next-steps\">", "</section>"), "p").len(),
        2
    );
}

#[test]
fn measures_history_documents_and_corrections_in_order() {
    let county = county();
    let page = county.file("en/issues/003.html");
    assert_eq!(
        elements(between(&page, "<ol class=\"measures\">", "</ol>"), "li"),
        ["Ask every debtor Completed Due: December 2023", "Go to court In progress", "Improve contracts"]
    );
    for (folder, history, corrections) in [
        (
            "",
            ["2023年7月1日 未启动", "2023年8月15日 正在整改：开始排查", "2023年11月30日 已完成：全部处理完毕"],
            ["2024年1月10日：罚款由440万元更正为447.6万元。", "2024年5月20日：查否的案件更正为3件。"],
        ),
        (
            "en/",
            [
                "1 July 2023 Not started",
                "15 August 2023 In progress: The review began",
                "30 November 2023 Completed: All cases closed",
            ],
            [
                "10 January 2024: The fines were corrected from CNY 4.4 million to CNY 4.476 million.",
                "20 May 2024: The unfounded cases were corrected to 3.",
            ],
        ),
        (
            "fr/",
            [
                "1 juillet 2023 Non commencé",
                "15 août 2023 En cours : Début de l’examen",
                "30 novembre 2023 Terminé : Toutes les affaires closes",
            ],
            [
                "10 janvier 2024 : Les amendes ont été rectifiées.",
                "20 mai 2024 : Les affaires infondées ont été rectifiées à 3.",
            ],
        ),
    ] {
        let page = county.file(&format!("{folder}issues/001.html"));
        assert_eq!(elements(between(&page, "<ol class=\"history\">", "</ol>"), "li"), history);
        assert_eq!(elements(between(&page, "<section class=\"corrections\"", "</ul>"), "li"), corrections);
    }
    let documents = county.file("issues/012.html");
    assert_eq!(
        elements(between(&documents, "<ul class=\"documents\">", "</ul>"), "li"),
        ["《热线管理规定》", "《值班制度》"]
    );
}

/// A name is shown until its publicity period is over; a group without any name says so.
#[test]
fn persons_held_to_account() {
    let county = county();
    for (folder, figures, persons, withheld) in [
        ("", ["40件", "35件", "5件", "87.5%"], ["望川县某局原局长 甲某某", "望川县某局科员"], "姓名"),
        (
            "en/",
            ["40", "35", "5", "87.5%"],
            ["Former director of a county bureau Mr A", "Staff member of a county bureau"],
            "Names are withheld.",
        ),
        (
            "fr/",
            ["40", "35", "5", "87,5\u{a0}%"],
            ["Ancien directeur d’un bureau du comté M. A", "Agent d’un bureau du comté"],
            "Les noms ne sont pas publiés.",
        ),
    ] {
        let page = county.file(&format!("{folder}accountability.html"));
        let drawn = |class: &str| {
            let after = format!("class=\"{class}\">");
            let found: Vec<String> =
                page.split(&after).skip(1).filter_map(|rest| rest.split('<').next()).map(str::to_owned).collect();
            found
        };
        let beside = pairs(&page, "figures").into_iter().map(|(_, value)| value);
        let values: Vec<String> = drawn("split-whole").into_iter().chain(drawn("split-amount")).chain(beside).collect();
        assert_eq!(values, figures);
        let (sanctions, talks) = page.split_once("id=\"group-talks\"").expect("two groups");
        assert_eq!(
            elements(between(between(sanctions, "id=\"group-sanctions\"", "</section>"), "<ol>", "</ol>"), "li"),
            persons
        );
        assert!(!sanctions.contains(withheld) && talks.contains(withheld), "{folder}");
        for name in ["乙某某", "Mr B", "M. B"] {
            assert!(!page.contains(name), "{name}");
        }
    }
}

#[test]
fn contact_identity_and_units() {
    let county = county();
    for (folder, address) in [
        ("", "望川县望川路1号"),
        ("en/", "1 Wangchuan Road, Wangchuan County"),
        ("fr/", "1, route de Wangchuan, comté de Wangchuan"),
    ] {
        let page = text(&county.file(&format!("{folder}contact.html")));
        for part in [address, "0000-1234567", "0000-7654321", "000100", "Office@wangchuan.example"] {
            assert!(page.contains(part), "{folder}: {part}");
        }
        for part in ["0000000001", "示ICP备00000000号", "示公网安备00000000000000号", "WC-2024-007"] {
            assert!(page.contains(part), "{folder}: {part}");
        }
    }
    let units = county.file("fr/units.html");
    assert!(text(between(&units, "id=\"unit-service-hall\"", "</section>")).contains("Conduite du personnel"));
    assert!(!units.contains("unit-archives-office"), "it leads nothing and answers for nothing");
    let statistics = text(&county.file("fr/statistics.html"));
    assert!(statistics.contains("Sans service indiqué"), "issue 10 names none");
}

#[test]
fn downloads_agree_with_pages() {
    let county = county();
    let json = data(&county);
    let issues = json["issues"].as_array().expect("issues");
    assert_eq!(issues.len(), 12);
    for (language, folder) in LANGUAGES {
        let rows = records(&county.file(&format!("{folder}data/issues.csv")));
        assert_eq!(rows.len(), 12);
        for (row, issue) in rows.iter().zip(issues) {
            let number = issue["number"].as_u64().expect("a number");
            let page = county.file(&format!("{folder}issues/{number:03}.html"));
            let title = issue["title"][language].as_str().expect("a title");
            assert_eq!(elements(&page, "h1"), [title]);
            assert_eq!([row[0].1.as_str(), row[3].1.as_str()], [&number.to_string(), title]);
            let (facts, status) = (pairs(&page, "facts"), &row[5]);
            assert_eq!(facts[0].0, status.0, "the page and the table call it the same");
            assert!(facts[0].1.starts_with(&status.1), "{facts:?} {status:?}");
            let days = &row[10].1;
            assert_eq!(days.is_empty(), !page.contains("class=\"overdue\""), "{folder}{number}");
            assert_eq!(issue["days_overdue"].as_u64().map(|n| n.to_string()).unwrap_or_default(), *days);
            assert!(facts[0].1.contains(days), "{facts:?} {days}");
            let figures = issue["figures"].as_array().expect("figures");
            for figure in figures {
                let set = figure["text"][language].as_str().expect("a figure");
                assert!(row[17].1.contains(set) && page.contains(set), "{folder}{number}: {set}");
            }
        }
        let statistics = text(&county.file(&format!("{folder}statistics.html")));
        assert!(statistics.contains(if language == "fr" { "33,3\u{a0}%" } else { "33.3%" }), "{folder}");
    }
    let counts = &json["statistics"];
    assert_eq!([&counts["total"], &counts["overdue"]], [12, 3]);
    assert_eq!(counts["completion_rate_percent"], "33.3");
    let of = |status: &str| counts["by_status"][status].as_u64();
    let all = ["completed", "substantially-completed", "in-progress", "ongoing", "not-started"].map(of);
    assert_eq!(all, [4, 2, 3, 2, 1].map(Some));
}

/// On an earlier day the pages say what was known then: statuses, changes, corrections, days overdue.
#[test]
fn as_of_an_earlier_day() {
    let county = county_on("2024-01-31");
    let json = data(&county);
    let of = |status: &str| json["statistics"]["by_status"][status].as_u64();
    let all = ["completed", "substantially-completed", "in-progress", "ongoing", "not-started"].map(of);
    assert_eq!(all, [2, 1, 7, 1, 1].map(Some));
    assert_eq!(json["statistics"]["overdue"], 1, "only the one that was due in 2023");
    for (folder, number, status) in [
        ("", 2, "正在整改"),
        ("en/", 4, "In progress"),
        ("fr/", 6, "En cours (déduit)"),
        ("en/", 7, "In progress"),
        ("fr/", 9, "Terminé pour l’essentiel 31 jours de retard au 31 janvier 2024"),
        ("", 12, "正在整改"),
    ] {
        let page = county.file(&format!("{folder}issues/{number:03}.html"));
        assert_eq!(pairs(&page, "facts")[0].1, status, "{folder}{number}");
    }
    let first = county.file("en/issues/001.html");
    assert_eq!(elements(between(&first, "<section class=\"corrections\"", "</ul>"), "li").len(), 1);
    assert!(!first.contains("20 May 2024"));
    let eighth = county.file("en/issues/008.html");
    assert_pairs(
        &eighth,
        "facts",
        &[
            ("Status", "Completed"),
            ("Due", "31 January 2024"),
            ("Completed on", "20 January 2024"),
            ("Lead body", "County Service Centre"),
        ],
    );
    let twelfth = county.file("fr/issues/012.html");
    assert_eq!(elements(between(&twelfth, "<ol class=\"history\">", "</ol>"), "li"), ["1 juillet 2023 En cours"]);
    let early = county_on("2023-07-01");
    assert_eq!(data(&early)["statistics"]["by_status"]["completed"], 0);
    assert!(!early.file("issues/001.html").contains("class=\"corrections\""));
}

/// Without a history that reaches back so far nothing is published.
#[test]
fn as_of_a_day_before_the_history() {
    let county = county_on("2023-06-30");
    let missing = county.diagnostics.iter().filter(|d| d.rule == "no-history").count();
    assert_eq!(missing, 12);
}

/// Attachments keep their names; links to them are encoded, so that they lead there on every server.
#[test]
fn attachments_whose_names_need_encoding() {
    let county = county();
    let published: Vec<String> = county.site().outputs().iter().map(|output| output.path().to_string()).collect();
    for (folder, root) in [("", "../"), ("en/", "../../"), ("fr/", "../../")] {
        let page = county.file(&format!("{folder}issues/006.html"));
        let prose = between(&page, "<div class=\"prose\">", "</div>");
        let links: Vec<&str> =
            prose.split("<a href=\"").skip(1).map(|rest| rest.split('"').next().unwrap_or_default()).collect();
        let names = ["表 1（终稿）.txt", "100%.txt", "list [final].txt"];
        assert_eq!(links.len(), names.len(), "{links:?}");
        for (link, name) in links.into_iter().zip(names) {
            let decoded = percent_encoding::percent_decode_str(link).decode_utf8().expect("UTF-8");
            assert_eq!(decoded, format!("{root}files/{name}"), "{link}");
            assert!(!link.contains([' ', '[', ']']) && !link.contains("%."), "{link}");
            assert!(published.contains(&format!("files/{name}")), "{published:?}");
        }
    }
}
