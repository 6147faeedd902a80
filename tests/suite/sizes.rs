//! No page grows with the notice: a list or a document that would be long is on several pages, and every link and anchor still leads somewhere.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use gongkai::compile::Output;
use gongkai::diagnostic::Checked;
use gongkai::inspect;
use gongkai::progress::Progress;
use gongkai::site;
use gongkai::source::SourceTree;
use gongkai::theme;

use crate::fixture::{Compiled, Fixture};

/// The most that a page may have, in bytes.
const MOST: usize = 150_000;

const SECTIONS: usize = 4;
const UNITS: usize = 12;

/// A notice of many issues with everything that makes pages long: statements, units, places, deadlines, history, sums of money, narratives.
pub fn large(issues: usize) -> Fixture {
    let mut files: Vec<(String, String)> = Vec::new();
    let mut notice = std::fs::read_to_string("tests/suite/fixtures/small/content/notice.yaml").expect("the notice");
    notice.truncate(notice.find("stated:").expect("stated"));
    files.push(("content/notice.yaml".into(), notice));
    let list = |kind: &str, n: usize, zh: &str, en: &str| {
        (1..=n).map(|k| format!("- {{id: {kind}-{k}, name: {{zh: 第{k}{zh}, en: {en} {k}}}}}\n")).collect::<String>()
    };
    files.push(("content/units.yaml".into(), list("unit", UNITS, "局", "Bureau")));
    files.push(("content/places.yaml".into(), list("place", UNITS, "镇", "Town")));
    for section in 1..=SECTIONS {
        let topics: String =
            (1..=3).map(|k| format!("\n  - {{id: t{section}-{k}, title: {{zh: 第{k}类, en: Kind {k}}}}}")).collect();
        let record = format!("title: {{zh: 第{section}方面, en: Area {section}}}\ntopics:{topics}\n");
        files.push((format!("content/{section}-area-{section}/section.yaml"), record));
    }
    for number in 1..=issues {
        files.extend(issue(number, issues));
    }
    let tree = SourceTree::of(files.iter().map(|(path, text)| (path.as_str(), text.as_bytes())));
    Fixture::of_tree(theme::with_built_in(tree))
}

fn issue(number: usize, issues: usize) -> [(String, String); 3] {
    let section = (number - 1) * SECTIONS / issues + 1;
    let stem = format!("content/{section}-area-{section}/{number:04}");
    let (topic, unit, place) = (number % 3 + 1, number % UNITS + 1, (number + 5) % UNITS + 1);
    let (sum, back) = (number * 1000 + 700_000, number * 300 + 100_000);
    let mut record = format!(
        "number: {number}\ntopic: t{section}-{topic}\ntitle: {{zh: 第{place}镇专项资金使用不规范, en: Town {place} spent special funds against the rules}}\n\
         statement: {{zh: 检查发现有的项目没有按规定使用资金，账目不清。, en: Some projects did not spend funds as the rules say and kept no clear accounts.}}\n\
         lead: [unit-{unit}]\nplaces: [place-{place}]\n\
         figures:\n  - {{id: sum, label: {{zh: 涉及资金, en: Funds concerned}}, value: {sum}, unit: CNY}}\n  \
         - {{id: back, label: {{zh: 已追回, en: Recovered}}, value: {back}, unit: CNY, of: sum, kind: recovered}}\n"
    );
    let history = "history: [{on: 2023-07-01, status: in-progress}";
    let _ = match number % 3 {
        0 => write!(
            record,
            "status: in-progress\ndue: 2024-{:02}\n{history}]\nnext_steps: {{zh: 继续追缴余款，完善制度。, en: \"The rest is to be recovered, and rules completed.\"}}\n",
            number % 9 + 4
        ),
        _ => write!(record, "status: completed\n{history}, {{on: 2024-02-01, status: completed}}]\n"),
    };
    let zh = "有关单位逐项核对账目，公开结果，并修订了资金管理办法。群众可以查阅每个项目的账目和验收情况，对不清楚的地方可以提出质询。";
    let en = "The bodies concerned went through the accounts, published what they found and revised the rules on funds. Residents may read the accounts.";
    let narrative =
        |text: &str, end: &str| format!("{}{end}\n", (0..6).map(|_| format!("{text}\n\n")).collect::<String>());
    [
        (format!("{stem}.yaml"), record),
        (format!("{stem}.zh.md"), narrative(zh, "整改情况已经公布。")),
        (format!("{stem}.en.md"), narrative(en, "The outcome has been published.")),
    ]
}

/// Every page with its size.
fn pages(compiled: &Compiled) -> Vec<(String, usize)> {
    let site = compiled.site();
    let outputs = site.outputs();
    let pages = outputs.iter().filter(|output| matches!(output, Output::Page(_)));
    let size = |output: &Output| {
        let Checked { value, diagnostics } = site.render(output);
        assert_eq!(diagnostics, []);
        (output.path().to_string(), value.map_or(0, |bytes| bytes.len()))
    };
    pages.map(size).collect()
}

#[test]
fn no_page_of_a_thousand_issues_is_long_and_every_anchor_is_there() {
    let compiled = large(1000).compile();
    let too_long: Vec<_> = pages(&compiled).into_iter().filter(|(_, size)| *size > MOST).collect();
    assert_eq!(too_long, []);
    let (inspected, found) = inspect::look_at_all(compiled.site(), &Progress::default());
    assert_eq!(found, []);
    assert!(inspected.pages > 2000, "{}", inspected.pages);
}

#[test]
fn a_long_list_has_each_issue_once_and_its_groups_by_their_first_addresses() {
    let compiled = large(250).compile();
    let lists = |name: &str| {
        let numbered = |n: usize| if n == 1 { format!("{name}.html") } else { format!("{name}_{n}.html") };
        let paths: Vec<String> = pages(&compiled).into_iter().map(|(path, _)| path).collect();
        (1..).map(numbered).take_while(|path| paths.contains(path)).map(|path| compiled.file(&path)).collect::<Vec<_>>()
    };
    for name in ["issues", "ledger", "status/completed", "sections/area-1", "notice"] {
        let pages = lists(name);
        let main =
            |page: &String| page[page.find("<main").expect("main")..page.find("</main").expect("main")].to_owned();
        let text: String = pages.iter().map(main).collect();
        let wanted = |n: usize| match name {
            "status/completed" => !n.is_multiple_of(3),
            "sections/area-1" => (n - 1) * SECTIONS / 250 == 0,
            _ => true,
        };
        for n in 1..=250 {
            let said = match name {
                "notice" => text.matches(&format!("id=\"issue-{n}\"")).count(),
                _ => text.matches(&format!("issues/{n:03}.html\">第")).count(),
            };
            assert_eq!(said, usize::from(wanted(n)), "{name}: issue {n}");
        }
        assert!(pages.len() > 1 || name == "sections/area-1", "{name}: {} pages", pages.len());
    }
    let first = &lists("status/completed")[0];
    for section in 1..=SECTIONS {
        assert_eq!(first.matches(&format!("id=\"section-area-{section}\"")).count(), 1, "section {section}");
    }
}

#[test]
fn a_short_notice_has_the_addresses_that_it_always_had() {
    for compiled in [large(40).compile(), Fixture::small().compile(), Fixture::county().compile()] {
        let numbered: Vec<_> = pages(&compiled).into_iter().filter(|(path, _)| path.contains('_')).collect();
        assert_eq!(numbered, []);
    }
}

/// The elements of a page by name and class, but for those of the author's own texts and of lists whose rows are of several forms.
fn elements(page: &str) -> BTreeSet<&str> {
    let mut rest = page;
    let mut own = String::new();
    let mut found = BTreeSet::new();
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        let tag = &rest[..rest.find('>').expect("the end of a tag")];
        let name = tag.split([' ', '\n']).next().unwrap_or_default();
        if own.is_empty() && tag.contains("class=\"prose") {
            own = format!("/{name}");
        } else if tag == own {
            own.clear();
        }
        if own.is_empty() {
            let class = tag.split("class=\"").nth(1).and_then(|class| class.split('"').next());
            found.extend([name].into_iter().chain(class));
        }
    }
    found
}

#[test]
fn issues_of_one_form_use_the_same_parts_of_their_template() {
    for compiled in [Fixture::county().compile(), Fixture::notice().compile(), large(40).compile()] {
        let site = compiled.site();
        let mut known = BTreeMap::new();
        let (mut pages, mut same) = (0, 0);
        for output in site.outputs() {
            let Output::Page(page) = &output else { continue };
            if !page.path.as_str().contains("issues/") {
                continue;
            }
            let html = site.render(&output).value.expect("a page");
            let html = std::str::from_utf8(&html).expect("text");
            let used: BTreeSet<String> = elements(html).into_iter().map(str::to_owned).collect();
            let form = site::form(&site.edition, page, true);
            pages += 1;
            match known.get(&form) {
                None => drop(known.insert(form, (page.path.clone(), used))),
                Some((first, parts)) => {
                    same += 1;
                    let differs: Vec<_> = parts.symmetric_difference(&used).collect();
                    assert_eq!(differs, Vec::<&String>::new(), "{first} and {} have one form", page.path);
                }
            }
        }
        assert!(same > 0 || pages < 60, "of {pages} pages no two have one form");
    }
}

/// More issues than are all looked at, each of one line; the last has a note on its history.
fn very_many() -> Fixture {
    const ISSUES: usize = 5_002;
    let notice = "title: {en: A notice}\nissuer: {en: An office}\nissued_on: 2024-03-01\nas_of: 2024-02-29\nsummary: {en: A summary.}\nlanguages: [en]\n";
    let issue = |number: usize| {
        let note = if number == ISSUES { ", note: A word on it" } else { "" };
        let history = format!("[{{on: 2023-07-01, status: ongoing{note}}}]");
        let record = format!("number: {number}\ntitle: Matter {number}\nstatus: ongoing\nhistory: {history}\n");
        (format!("content/{number:04}.yaml"), record)
    };
    let issues: Vec<(String, String)> = (1..=ISSUES).map(issue).collect();
    let issues = issues.iter().map(|(path, text)| (path.as_str(), text.as_bytes()));
    let tree = SourceTree::of(issues.chain([("content/notice.yaml", notice.as_bytes())]));
    Fixture::of_tree(theme::with_built_in(tree))
}

#[test]
fn of_very_many_issues_a_page_of_every_form_is_looked_at() {
    let compiled = very_many().compile();
    let (inspected, found) = inspect::look_at_all(compiled.site(), &Progress::default());
    assert_eq!(found, []);
    assert!(inspected.pages < 200 && inspected.of_pages > 5_002, "{inspected:?}");
    let template = "themes/bulletin/templates/issue.html";
    for slip in ["<b onclick=\"x()\">", "<a href=\"#nowhere\">x</a>", "<b aria-labelledby=\"nowhere\">x</b>"] {
        let fixture = very_many().replacing(template, "{% if change.note %}", &format!("{{% if change.note %}}{slip}"));
        let (_, found) = inspect::look_at_all(fixture.compile().site(), &Progress::default());
        assert!(found.iter().any(|found| found.rule == "output"), "{slip}: {found:?}");
    }
}
