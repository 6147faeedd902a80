//! Issues that are added to small notices, and to the fixture of the tests.
#![allow(clippy::disallowed_methods)] // the fixtures are files

use std::sync::Arc;

use super::*;
use crate::compile::{Options, compile};
use crate::source::yaml;
use crate::theme;

const NOTICE: &str = "title: {zh: 甲, en: A}\nlanguages: [zh, en]\n";

fn tree(numbering: &str) -> SourceTree {
    let notice = format!("{NOTICE}{numbering}");
    let mut tree = SourceTree::of([
        ("content/notice.yaml", notice.as_bytes()),
        ("content/1-a/section.yaml", b"title: {zh: x, en: x}\ntopics: [{id: t, title: {zh: x, en: x}}]\n"),
        ("content/2-b/section.yaml", b"title: {zh: y, en: y}\n"),
        ("content/translations.yaml", b"# noted\n1-a/002.en.md: aa # two\n2-b/003.en.md: bb\n"),
    ]);
    let per_section = numbering.contains("per-section");
    for (folder, number, topic) in [("1-a", 1, "topic: t\n"), ("1-a", 2, "topic: t # kept\n"), ("2-b", 3, "")] {
        let number = if per_section && number == 3 { 1 } else { number };
        let at = |rest: &str| RelPath::of(format!("content/{folder}/{number:03}{rest}"));
        tree.insert(
            at(".yaml"),
            format!("# {number}\nnumber: {number}\n{topic}title: {{zh: x, en: x}}\n").into_bytes(),
        );
        tree.insert(at(".zh.md"), "见[二](../1-a/002.zh.md)、[三](../2-b/003.zh.md#x)。\n".into());
        tree.insert(at(".en.md"), "\u{FEFF}See [2](../1-a/002.en.md).\r\n".into());
    }
    tree
}

fn added(numbering: &str, wanted: NewIssue) -> Result<Added, Refused> {
    add(&tree(numbering), &wanted)
}

fn text<'a>(added: &'a Added, path: &str) -> &'a str {
    added.tree.text(path).unwrap_or_else(|| panic!("no {path}"))
}

#[test]
fn the_next_issue_of_the_last_section_moves_none() {
    let wanted = NewIssue { section: Some("2".into()), title: Some("新的: 一".into()), ..NewIssue::default() };
    let added = added("", wanted).expect("added");
    let files: Vec<_> = added.files.iter().map(RelPath::as_str).collect();
    assert_eq!(files, ["content/2-b/004.yaml", "content/2-b/004.zh.md", "content/2-b/004.en.md"]);
    assert!(added.moved.is_empty());
    let record = text(&added, "content/2-b/004.yaml");
    let value = yaml::value(&added.files[0], record).expect("YAML");
    assert_eq!((value.str(&["number"]), value.str(&["title", "zh"])), (Some("4"), Some("新的: 一")));
    assert_eq!((value.get(&["topic"]), value.str(&["status"])), (None, Some("null")));
}

#[test]
fn an_issue_between_others_moves_them_on_only_if_that_is_asked_for() {
    let wanted = NewIssue { after: Some(1), ..NewIssue::default() };
    let refused = added("", wanted.clone()).expect_err("addresses would change");
    assert!(refused.0.zh.contains("issues/002.html → issues/003.html") && refused.1.zh.contains("--renumber"));
    let added = added("", NewIssue { renumber: true, ..wanted }).expect("added");
    let pairs = [("issues/002.html", "issues/003.html"), ("issues/003.html", "issues/004.html")];
    assert_eq!(added.moved, pairs.map(|(from, to)| (from.to_owned(), to.to_owned())));
    assert_eq!(text(&added, "content/1-a/003.yaml"), "# 2\nnumber: 3\ntopic: t # kept\ntitle: {zh: x, en: x}\n");
    assert_eq!(text(&added, "content/2-b/004.yaml").lines().nth(1), Some("number: 4"));
    assert_eq!(text(&added, "content/1-a/001.zh.md"), "见[二](../1-a/003.zh.md)、[三](../2-b/004.zh.md#x)。\n");
    assert_eq!(added.tree.bytes("content/2-b/004.en.md"), Some("\u{FEFF}See [2](../1-a/003.en.md).\r\n".as_bytes()));
    let noted = text(&added, "content/translations.yaml");
    assert!(noted.contains("1-a/003.en.md: aa") && noted.contains("2-b/004.en.md: bb") && noted.contains("# noted"));
    assert!(text(&added, "content/1-a/002.yaml").contains("topic: t\n") && !added.tree.has("content/2-b/003.yaml"));
}

#[test]
fn numbers_are_those_of_the_notice() {
    let section = |name: &str| NewIssue { section: Some(name.into()), ..NewIssue::default() };
    let first = |numbering: &str, wanted| added(numbering, wanted).map(|added| added.files[0].to_string()).ok();
    assert_eq!(first("numbering: per-section\n", section("a")).as_deref(), Some("content/1-a/003.yaml"));
    assert_eq!(first("numbering: per-section\n", section("2-b")).as_deref(), Some("content/2-b/002.yaml"));
    assert_eq!(first("", section("1")), None, "3 is taken");
    assert_eq!(first("numbering: own\n", section("1")).as_deref(), Some("content/1-a/004.yaml"));
    assert_eq!(first("", NewIssue::default()), None, "which section?");
    assert_eq!(first("", section("3")), None);
    assert_eq!(first("", NewIssue { after: Some(9), ..NewIssue::default() }), None);
    assert_eq!(
        first("", NewIssue { section: Some("2".into()), after: Some(1), ..NewIssue::default() }),
        None,
        "not there"
    );
    let per_section = NewIssue { section: Some("1".into()), after: Some(1), renumber: true, ..NewIssue::default() };
    let moved = added("numbering: per-section\n", per_section).expect("added").moved;
    assert_eq!(moved, [("issues/1-002.html".to_owned(), "issues/1-003.html".to_owned())]);
}

#[test]
fn check_asks_for_what_is_missing_where_it_is_missing() {
    let mut small = SourceTree::default();
    for entry in
        walkdir::WalkDir::new("tests/suite/fixtures/small").into_iter().flatten().filter(|e| e.file_type().is_file())
    {
        let path =
            entry.path().strip_prefix("tests/suite/fixtures/small").expect("inside").to_string_lossy().into_owned();
        small.insert(RelPath::of(path), std::fs::read(entry.path()).expect("a file"));
    }
    let added = add(&small, &NewIssue { section: Some("2".into()), ..NewIssue::default() }).expect("added");
    let text = text(&added, added.files[0].as_str()).to_owned();
    let found = compile(&Arc::new(theme::with_built_in(added.tree)), &Options::default()).diagnostics;
    let line = |start: usize| text[..start].matches('\n').count();
    let of_record = found.iter().filter(|d| d.place.as_ref().is_some_and(|place| place.path() == &added.files[0]));
    let lines: Vec<_> = of_record.filter_map(|d| Some((d.rule, line(d.place.as_ref()?.range()?.start)))).collect();
    let status = text.lines().position(|line| line == "status:").expect("a status");
    assert!(lines.iter().any(|(_, at)| *at == status), "{lines:?}");
}
