//! What goes in beside what comes out. HTML is compared without the line breaks that stand after tags.

mod account;
mod blocks;
mod breaks;
mod emphasis;
mod figures;
mod footnotes;
mod law;
mod links;
mod misread;
mod nasty;
mod plain;
mod properties;
mod structure;
mod tables;

use super::*;
use crate::say;

/// Figures that the texts may quote.
const FIGURES: [(&str, &str, &str); 5] = [
    ("fines", "147.6万元", "CNY 1.476 million"),
    ("statistics.completed", "41", "41"),
    ("nasty", "<b>**{{ fines }}** & \"x\"", "<b>**{{ fines }}** & \"x\""),
    ("empty", "", ""),
    ("noted", "36.41%", "36.41%"),
];

/// A text as one place shows it, and everything that is wrong with it.
#[derive(Debug, PartialEq)]
struct Rendered {
    html: String,
    plain: String,
    problems: Vec<Problem>,
}

/// Renders a text in Chinese or in English.
fn rendered(source: &str, lang: &str) -> Rendered {
    with_context(lang, |context| {
        let doc = parse(source);
        let mut problems = doc.problems().to_vec();
        problems.extend(doc.unresolved(context));
        problems.sort_by_key(|problem| problem.range.start);
        Rendered { html: doc.html(context), plain: doc.plain(context), problems }
    })
}

fn with_context<T>(lang: &str, then: impl FnOnce(&RenderContext<'_>) -> T) -> T {
    let zh = lang == "zh";
    let quote = |name: &str| FIGURES.iter().find(|f| f.0 == name).map(|f| if zh { f.1 } else { f.2 }.to_owned());
    let marks = |name: &str| match name {
        "noted" => vec![NoteMark { anchor: "i-editor-1".into(), text: "编注<1>".into(), label: "编者注1".into() }],
        _ => Vec::new(),
    };
    let names = || FIGURES.iter().map(|f| f.0.to_owned()).collect();
    let link = |to: &str| match to.contains("missing") {
        true => Target::Broken(say!("没有这个文件", "no such file"), say!("请核对", "check it")),
        false => Target::Href(to.to_owned()),
    };
    let labels = match zh {
        true => Labels { footnotes: "脚注", footnote: "脚注", back: "返回正文", table: "表格" },
        false => Labels { footnotes: "Footnotes", footnote: "Footnote", back: "Back to text", table: "Table" },
    };
    then(&RenderContext {
        lang_is_east_asian: zh,
        heading_level: 3,
        id_prefix: "i-",
        quote: &quote,
        marks: &marks,
        names: &names,
        link: &link,
        size: &|to| (to == "plan.jpg").then_some([640, 480]),
        dates: &|text| text.match_indices("2021年12月").map(|(at, date)| at..at + date.len()).collect(),
        labels,
    })
}

/// The HTML on one line, of a text that has no problems.
fn clean(source: &str, lang: &str) -> String {
    let rendered = rendered(source, lang);
    assert_eq!(rendered.problems, [], "{source}");
    one_line(&rendered.html)
}

fn one_line(html: &str) -> String {
    html.replace(">\n", ">")
}

/// Compares Chinese texts without problems with their HTML.
fn check(cases: &[(&str, &str)]) {
    for (source, expected) in cases {
        assert_eq!(clean(source, "zh"), *expected, "{source}");
    }
}

/// Compares the problems of a Chinese text with the rules and slices expected.
fn check_problems(source: &str, expected: &[(&str, &str)]) {
    let found = rendered(source, "zh").problems;
    let shown: Vec<_> =
        found.iter().map(|p| (p.rule.name, source.get(p.range.clone()).unwrap_or("(no slice)"))).collect();
    assert_eq!(shown, expected, "{source}");
}
