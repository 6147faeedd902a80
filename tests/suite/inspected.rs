//! Finished pages that a theme has spoilt: each mistake alone, in one template, is seen and named; nothing else is.

use std::collections::BTreeSet;

use gongkai::diagnostic::{Diagnostic, Place};
use gongkai::inspect::{self, Inspector};
use gongkai::progress::Progress;
use gongkai::value::RelPath;

use crate::fixture::{Compiled, Fixture};

/// What a template adds to the page of contacts, and what is then said of that page.
const MISTAKES: &[(&str, &[&str])] = &[
    (r#"<a href="map.html">A</a>"#, &["the link `map.html` leads nowhere"]),
    (r#"<a href="../contact.html">A</a>"#, &["the link `../contact.html` leads nowhere"]),
    (r#"<a href="/nowhere.html">A</a>"#, &["the link `/nowhere.html` leads nowhere"]),
    (r#"<a href="//elsewhere.example/">A</a>"#, &["the link `//elsewhere.example/` leads nowhere"]),
    (r#"<a href="javascript:alert(1)">A</a>"#, &["the link `javascript:alert(1)` leads nowhere"]),
    (r#"<img src="assets/none.png" alt="">"#, &["the link `assets/none.png` leads nowhere"]),
    (
        r#"<img src="https://a.example/b.png" alt="">"#,
        &["`https://a.example/b.png` is on another site, so browsers refuse to load it"],
    ),
    (
        r##"<a href="#z">A</a><a href="index.html#y">B</a><a href="#x">C</a>"##,
        &[
            "the link `#z` leads to an anchor that is not there",
            "the link `index.html#y` leads to an anchor that is not there",
            "the link `#x` leads to an anchor that is not there",
        ],
    ),
    ("<script>alert(1)</script>", &["there is an inline script"]),
    ("<style>p { color: red }</style>", &["there is an inline style"]),
    (r#"<p style="color: red">A</p>"#, &["<p> has an attribute `style`"]),
    (r#"<p onclick="a()">A</p>"#, &["<p> has an attribute `onclick`"]),
    ("<P\tOnClick=a()>A</P>", &["<p> has an attribute `onclick`"]),
    ("<SCRIPT>alert(1)</SCRIPT>", &["there is an inline script"]),
    ("<h1>Another</h1>", &["a page has one first-level heading, this one has 2"]),
    ("<p>11010519491231002X</p>", &["personal number on a published page: 11010519491231002X"]),
    ("<p>13800138000</p>", &["personal number on a published page: 13800138000"]),
    ("<p>138&#8209;0013&nbsp;8000</p>", &["personal number on a published page: 13800138000"]),
    (r#"<a href="tel:+86-138-0013-8000">A</a>"#, &["personal number on a published page: 13800138000"]),
    (
        r#"<a href="mailto:a%40b.example">A</a>"#,
        &["e-mail address on a published page, outside the contact block: a@b.example"],
    ),
    (r#"<p id="main">A</p>"#, &["the id `main` is given twice"]),
    (r#"<p id="a">A</p><p id="b">B</p><p id="a">C</p><p id=a>D</p>"#, &["the id `a` is given twice"]),
    (r#"<p aria-labelledby="main gone">A</p>"#, &["the link `#gone` leads to an anchor that is not there"]),
    (r#"<label for="gone">A</label>"#, &["the link `#gone` leads to an anchor that is not there"]),
    // What would be loaded, submitted or moved to.
    (
        r#"<img src="index.html" srcset="https://a.example/b.png 2x, index.html 1x" alt="">"#,
        &["`https://a.example/b.png` is on another site, so browsers refuse to load it"],
    ),
    (
        r#"<video poster="https://a.example/b.png"></video>"#,
        &["`https://a.example/b.png` is on another site, so browsers refuse to load it"],
    ),
    (
        r#"<form action="https://a.example/"></form>"#,
        &["`https://a.example/` is on another site, so browsers refuse to load it"],
    ),
    (r#"<button formaction="https://a.example/">A</button>"#, &["<button> has an attribute `formaction`"]),
    (r#"<a href="index.html" ping="https://a.example/">A</a>"#, &["<a> has an attribute `ping`"]),
    (r#"<table background="https://a.example/b.png"></table>"#, &["<table> has an attribute `background`"]),
    (
        r#"<svg><use xlink:href="https://a.example/b.svg"/></svg>"#,
        &["`https://a.example/b.svg` is on another site, so browsers refuse to load it"],
    ),
    (
        r#"<svg><image href="https://a.example/b.svg"/></svg>"#,
        &["`https://a.example/b.svg` is on another site, so browsers refuse to load it"],
    ),
    (
        r#"<link rel="preload stylesheet" href="https://a.example/b.css">"#,
        &["`https://a.example/b.css` is on another site, so browsers refuse to load it"],
    ),
    (r#"<iframe srcdoc="A"></iframe>"#, &["a page may not have a <iframe>", "<iframe> has an attribute `srcdoc`"]),
    (r#"<object data="index.html"></object>"#, &["a page may not have a <object>", "<object> has an attribute `data`"]),
    (r#"<meta http-equiv="Refresh" content="0; url=https://a.example/">"#, &["a page may not have a <meta>"]),
    ("<p>⟦status.gone⟧</p>", &["the message `status.gone` is missing"]),
    // What only looks like a mistake.
    (
        r##"<!-- <a href="map.html"> --><p id="x" title="<script>">A</p><a href="#x">B</a><a href="mailto:office@notice.example">C</a>"##,
        &[],
    ),
];

const TEMPLATE: &str = "themes/red/templates/contact.html";

fn with_template(template: &str) -> Compiled {
    Fixture::small()
        .replacing("content/notice.yaml", "languages:", "theme: red\nlanguages:")
        .with("themes/red/theme.yaml", "extends: bulletin\n")
        .with(TEMPLATE, template)
        .compile()
}

/// What is said of the Chinese page of contacts, or of the template that it is made of.
fn seen(site: &Compiled) -> Vec<String> {
    let (_, found) = inspect::look_at_all(site.site(), &Progress::default());
    let is_of_page = |place: &Place| ["contact.html", TEMPLATE].contains(&place.path().as_str());
    let of_page = found.iter().filter(|d| d.place.as_ref().is_some_and(is_of_page));
    of_page.map(|d| d.message.en.clone()).collect()
}

/// A link that a template writes is named once, where it stands in the template.
#[test]
fn a_wrong_link_is_named_in_its_template() {
    let link = "<a href=\"{{ root }}map.html\">A</a>";
    let page = format!(
        "{{% extends \"bulletin/contact.html\" %}}\n{{% block content %}}{{{{ super() }}}}\n{link}{{% endblock %}}"
    );
    let site = with_template(&page);
    let (_, found) = inspect::look_at_all(site.site(), &Progress::default());
    let [found] = &found[..] else { panic!("{found:?}") };
    let Some(Place::Span(path, range)) = &found.place else { panic!("{found:?}") };
    assert_eq!((path.as_str(), &page[range.clone()]), (TEMPLATE, "map.html"));
}

/// A mistake in a template that all pages share is one finding, at its line: not one for each page.
#[test]
fn a_mistake_of_a_shared_template_is_one_finding() {
    const HEADER: &str = "themes/red/templates/frame/header.html";
    for (mistake, at) in [
        ("<p onclick=\"a()\">A</p>", "onclick"),
        ("<script>alert(1)</script>", "<script"),
        ("<iframe></iframe>", "<iframe"),
        ("<h1>A</h1>", "<h1"),
        ("<img src=\"https://a.example/b.png\" alt=\"\">", "https://a.example/b.png"),
        ("<p id=\"main\">A</p>", "id=\"main\""),
        ("<p>⟦status.gone⟧</p>", "status.gone"),
        ("{{ view.titel.x }}", "titel"),
    ] {
        let header = format!("{{% include \"bulletin/frame/header.html\" %}}\n{mistake}\n");
        let site = Fixture::small()
            .replacing("content/notice.yaml", "languages:", "theme: red\nlanguages:")
            .with("themes/red/theme.yaml", "extends: bulletin\n")
            .with(HEADER, &header)
            .compile();
        let (_, found) = inspect::look_at_all(site.site(), &Progress::default());
        let [found] = &found[..] else { panic!("{mistake}: {found:?}") };
        let Some(Place::Span(path, range)) = &found.place else { panic!("{mistake}: {found:?}") };
        assert_eq!((path.as_str(), &header[range.clone()]), (HEADER, at));
    }
}

#[test]
fn every_mistake_of_a_template_is_seen() {
    for &(added, expected) in MISTAKES {
        let page = format!(
            "{{% extends \"bulletin/contact.html\" %}}{{% block content %}}{{{{ super() }}}}{added}{{% endblock %}}"
        );
        assert_eq!(seen(&with_template(&page)), expected, "{added}");
    }
}

/// The rules and files that are named when everything is looked at.
fn named(fixture: Fixture) -> Vec<String> {
    let compiled = fixture.compile();
    let (_, found) = inspect::look_at_all(compiled.site(), &Progress::default());
    found.iter().map(|d| format!("{} {}", d.rule, d.place.as_ref().map_or("", |place| place.path().as_str()))).collect()
}

#[test]
fn private_data_in_a_page_are_reported_where_the_notice_has_them() {
    let themed = |from: &str, to: &str| {
        Fixture::small()
            .replacing("content/notice.yaml", from, to)
            .replacing("content/notice.yaml", "languages:", "theme: red\nlanguages:")
            .with("themes/red/theme.yaml", "extends: bulletin\n")
            .with(
                TEMPLATE,
                r#"{% extends "bulletin/contact.html" %}{% block content %}{{ super() }}<p>13800138000</p>{% endblock %}"#,
            )
    };
    let apart = themed("en: What was done about three issues.}", "en: \"Three: 138, 0013, 8000.\"}").replacing(
        "content/notice.yaml",
        "三个问题的整改情况。",
        "三个问题：138；0013；8000。",
    );
    assert_eq!(named(apart)[0], "mobile-number content/notice.yaml");
    let of_a_thing = themed(
        "zh: 三个问题的整改情况。, en: What",
        "zh: 三个问题，项目编号13800138000。, en: Project no. 13800138000. What",
    );
    assert_eq!(named(of_a_thing), Vec::<String>::new());
}

/// Downloads of all issues are looked at as they are made, a window of them at a time: no border of a part or a window
/// hides anything, and what an earlier build looked at is not looked at again.
#[test]
fn a_download_is_seen_whole_however_its_parts_are_cut() {
    let site = Fixture::small().compile();
    let outputs = site.site().outputs();
    let inspector = Inspector::new(site.site(), &outputs);
    let path = RelPath::of("data/notice.json");
    // As many different numbers as stand there: 13800000000, 13800000001 and so on, and what is no number of a person.
    let numbers = 0..1_500;
    let line = |number: u32| {
        format!("“正文”：{}138{number:08}，项目编号13800138000；\n", "整改情况".repeat(60 + number as usize % 7))
    };
    let text: String = numbers.clone().map(line).collect();
    assert!(text.len() > 1 << 20, "more than a window");
    let messages = |found: Vec<Diagnostic>| -> BTreeSet<String> { found.into_iter().map(|d| d.message.zh).collect() };
    let whole = messages(inspector.look(&path, text.as_bytes()).diagnostics);
    assert_eq!(whole.len(), numbers.len());
    for cut in [777, 65_537, 400_001, text.len()] {
        let mut passing = inspector.passing(&path);
        text.as_bytes().chunks(cut).for_each(|part| passing.take(part, true));
        assert_eq!(messages(passing.finish()), whole, "parts of {cut} bytes");
    }
    let mut passing = inspector.passing(&path);
    for (at, part) in text.as_bytes().chunks(100_000).enumerate() {
        passing.take(part, at == 7);
    }
    let seen = messages(passing.finish());
    assert!(seen.len() > 60 && seen.is_subset(&whole) && seen.len() < 200, "{}", seen.len());
    let mut passing = inspector.passing(&path);
    passing.take(b"PK\xff\x00 13800000000 ", true);
    passing.take(text.as_bytes(), true);
    assert_eq!(passing.finish(), [], "what is no text is not looked at");
}

#[test]
fn amounts_may_be_as_long_as_a_number_of_a_person() {
    let fixture = Fixture::small().replacing("content/1-projects/001.yaml", "value: 1476000", "value: 13800138000");
    assert_eq!(named(fixture), Vec::<String>::new());
}

#[test]
fn an_attachment_with_private_data_is_named() {
    let fixture = Fixture::small().with("content/files/list.txt", "王某某 13800138000\n");
    assert_eq!(named(fixture), ["mobile-number content/files/list.txt"]);
}

#[test]
fn a_page_states_its_language_and_its_policy_before_anything_else() {
    let policy = "default-src 'none'; script-src 'self'; style-src 'self'; base-uri 'none'; form-action 'self'; require-trusted-types-for 'script'";
    let page = |lang: &str, head: &str| {
        format!("<!DOCTYPE html><html{lang}><head>{head}</head><body><h1>A</h1></body></html>")
    };
    let meta = |policy: &str| format!("<meta http-equiv=\"content-security-policy\" content=\"{policy}\">");
    let script = "<script src=\"search-text.js\"></script>";
    let no_policy = ["the strict Content-Security-Policy is missing, or does not come first"];
    let (lang, good) = (" lang=\"zh\"", meta(policy));
    for (page, expected) in [
        (page(lang, &good), &[][..]),
        (page("", &good), &["the page does not state its language"][..]),
        (page(" lang=\"\"", &good), &["the page does not state its language"][..]),
        (page(lang, ""), &no_policy),
        (page(lang, &meta(&policy.replace("script-src 'self'", "script-src *"))), &no_policy),
        (page(lang, &format!("{script}{good}")), &no_policy),
        (page(lang, &format!("{good}{script}")), &[][..]),
    ] {
        assert_eq!(seen(&with_template(&page)), expected, "{page}");
    }
}

#[test]
fn a_mistake_of_an_author_is_named_in_the_authors_file() {
    let site = Fixture::small()
        .adding("content/2-people/003.zh.md", "\n见[第一个问题](../1-projects/001.zh.md#nowhere)。\n")
        .adding("content/2-people/003.en.md", "\nMore words.\n")
        .compile();
    let (_, found) = inspect::look_at_all(site.site(), &Progress::default());
    let [finding] = &found[..] else { panic!("{found:?}") };
    let place = finding.place.as_ref().expect("a place");
    let text = site.tree.text(place.path().as_str()).expect("a text");
    assert_eq!(
        (place.path().as_str(), &text[place.range().expect("a range")]),
        ("content/2-people/003.zh.md", "#nowhere")
    );
    assert_eq!(finding.message.en, "the page that the link leads to has no place `nowhere`");
    let help = finding.help.as_ref().expect("a help");
    assert!(!help.en.contains("theme") && !help.zh.contains("外观"), "{help:?}");
}

#[test]
fn authors_may_write_the_brackets_of_a_missing_message() {
    let site = Fixture::small()
        .adding("content/2-people/003.zh.md", "\n图例⟦a.b⟧、⟦注⟧和⟦。\n")
        .adding("content/2-people/003.en.md", "\nMore words.\n")
        .compile();
    let (_, found) = inspect::look_at_all(site.site(), &Progress::default());
    assert_eq!(found, []);
}
