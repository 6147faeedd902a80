//! The manual does what it says: its commands run, its YAML and Markdown are checked in the small notice, its examples make a notice.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use gongkai::compile::{Options, compile};
use gongkai::diagnostic::Diagnostic;
use gongkai::manual::{self, RecordField, TEMPLATES, TOPICS};
use gongkai::rules::{self, RuleGroup};
use gongkai::site;
use gongkai::source::SourceTree;
use gongkai::theme;
use gongkai::value::Lang;

use crate::fixture::{Compiled, Fixture};
use crate::sizes;

/// Every page as it stands in the source: language, topic, text.
fn pages() -> Vec<(&'static str, &'static str, String)> {
    let page = |lang: &'static str, topic: &'static str| {
        let path = format!("src/manual/{lang}/{topic}.md");
        (lang, topic, std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}")))
    };
    ["zh", "en"].into_iter().flat_map(|lang| TOPICS.into_iter().map(move |topic| page(lang, topic))).collect()
}

/// The fenced blocks of a language on a page.
fn blocks(page: &str, language: &str) -> Vec<String> {
    let fence = format!("```{language}\n");
    let parts = page.split(&fence).skip(1);
    parts.map(|rest| rest.split("```").next().unwrap_or_default().to_owned()).collect()
}

/// Commands of a block with the output that the page shows for them.
fn commands(block: &str) -> Vec<(String, String)> {
    let mut commands: Vec<(String, String)> = Vec::new();
    for line in block.lines() {
        match (line.strip_prefix("$ "), commands.last_mut()) {
            (Some(command), _) => commands.push((command.to_owned(), String::new())),
            (None, Some((command, output))) if output.is_empty() && line.starts_with("> ") => {
                command.push('\n');
                command.push_str(&line[2..]);
            }
            (None, Some((_, output))) => output.push_str(&format!("{line}\n")),
            (None, None) => panic!("a block begins with a command: {block}"),
        }
    }
    commands
}

fn run(command: &str, folder: &Path) -> String {
    let binary = Path::new(env!("CARGO_BIN_EXE_gongkai")).parent().expect("a folder").display().to_string();
    let path = format!("{binary}:{}", std::env::var("PATH").unwrap_or_default());
    let output = Command::new("sh").args(["-c", command]).current_dir(folder).env("PATH", path).output();
    let output = output.expect("the shell runs");
    assert!(output.status.success(), "{command}: {}", String::from_utf8_lossy(&output.stderr));
    format!("{}{}", String::from_utf8_lossy(&output.stderr), String::from_utf8_lossy(&output.stdout))
}

#[test]
fn commands_in_the_manual_do_what_it_shows() {
    let mut n = 0;
    for (lang, topic, page) in pages() {
        let place = tempfile::tempdir().expect("a folder");
        let mut folder: PathBuf = place.path().to_owned();
        if topic != "start" {
            run(&format!("cp -r '{}/tests/suite/fixtures/small/content' .", env!("CARGO_MANIFEST_DIR")), &folder);
        }
        for (command, expected) in blocks(&page, "console").iter().flat_map(|block| commands(block)) {
            n += 1;
            match command.strip_prefix("cd ") {
                Some(name) => folder.push(name),
                None => {
                    let same = snapbox::Assert::new().try_eq(None, run(&command, &folder).into(), expected.into());
                    same.unwrap_or_else(|error| panic!("{lang}/{topic}: {command}\n{error}"));
                }
            }
        }
    }
    assert!(n > 20, "{n} commands");
}

/// Findings about the form of records and of narratives; whether an excerpt makes sense in the small notice is not its business.
fn of_form(diagnostics: &[Diagnostic]) -> Vec<String> {
    let is_form = |found: &&Diagnostic| {
        let group = rules::find(found.rule).map(|rule| rule.group);
        let is_excerpt = ["unknown-figure", "skipped-number", "external-host", "missing-title"].contains(&found.rule);
        matches!(group, Some(RuleGroup::Shape | RuleGroup::Prose | RuleGroup::Links)) && !is_excerpt
    };
    diagnostics.iter().filter(is_form).map(|found| format!("{} {}", found.rule, found.message.en)).collect()
}

/// A record with some of its keys replaced.
fn with_keys(record: &str, block: &str) -> String {
    let keys: Vec<&str> = block.lines().filter_map(top_key).collect();
    let mut keeps = true;
    let mut text = String::new();
    for line in record.lines() {
        keeps = top_key(line).map_or(keeps, |key| !keys.contains(&key));
        if keeps {
            text.push_str(&format!("{line}\n"));
        }
    }
    text + block
}

fn top_key(line: &str) -> Option<&str> {
    let key = line.split_once(':')?.0;
    key.starts_with(|c: char| c.is_ascii_lowercase()).then_some(key)
}

#[test]
fn records_in_the_manual_have_the_right_form() {
    let mut n = 0;
    for (lang, topic, page) in pages() {
        for block in blocks(&page, "yaml") {
            n += 1;
            let file = block.lines().next().and_then(|line| line.strip_prefix("# ")).expect("a block names its file");
            let fixture = Fixture::small();
            let record = fixture.clone().into_tree().text(file).unwrap_or_default().to_owned();
            let Compiled { diagnostics, .. } = fixture.with(file, with_keys(&record, &block)).compile();
            assert_eq!(of_form(&diagnostics), Vec::<String>::new(), "{lang}/{topic}: {block}");
        }
    }
    assert!(n >= 8, "{n} blocks");
}

#[test]
fn narratives_in_the_manual_have_the_right_form() {
    for (lang, topic, page) in pages() {
        for block in blocks(&page, "markdown") {
            let file = format!("content/1-projects/001.{lang}.md");
            let Compiled { diagnostics, .. } = Fixture::small().with(&file, block).compile();
            assert_eq!(of_form(&diagnostics), Vec::<String>::new(), "{lang}/{topic}");
        }
    }
}

/// The examples of a record type as one record.
fn example(fields: &[RecordField], record: &str) -> String {
    let lines = fields.iter().filter(|field| field.record == record);
    lines.map(|field| format!("{}\n", field.example)).collect()
}

/// The examples of a part of a record, below a key.
fn nested(fields: &[RecordField], key: &str, record: &str, is_list: bool) -> String {
    let text = example(fields, record);
    let indented = text.lines().enumerate().map(|(i, line)| {
        let mark = if is_list && i == 0 { "- " } else { "  " };
        format!("{mark}{line}\n")
    });
    format!("{key}:\n{}", indented.collect::<String>())
}

fn notice_of_examples(changes: &[(&str, String)]) -> Vec<String> {
    let fields = manual::fields();
    let mut files = [
        ("content/notice.yaml", example(&fields, "NoticeRecord")),
        ("content/units.yaml", nested(&fields, "", "UnitRecord", true).replacen(":\n", "", 1)),
        ("content/places.yaml", nested(&fields, "", "PlaceRecord", true).replacen(":\n", "", 1)),
        ("content/glossary.yaml", example(&fields, "GlossaryRecord")),
        ("content/accountability.yaml", example(&fields, "AccountabilityRecord")),
        ("content/2-party-governance/section.yaml", example(&fields, "SectionRecord")),
        ("content/2-party-governance/026.yaml", example(&fields, "IssueRecord")),
        ("content/2-party-governance/026.zh.md", "正文。\n".to_owned()),
        ("content/2-party-governance/026.en.md", "A text.\n".to_owned()),
    ];
    for (file, block) in changes {
        let (_, text) = files.iter_mut().find(|(name, _)| name == file).expect("a file");
        *text = with_keys(text, block);
    }
    let tree = SourceTree::of(files.iter().map(|(path, text)| (*path, text.as_bytes())));
    of_form(&compile(&Arc::new(theme::with_built_in(tree)), &Options::default()).diagnostics)
}

#[test]
fn the_examples_of_all_fields_make_a_notice() {
    assert_eq!(notice_of_examples(&[]), Vec::<String>::new());
    let fields = manual::fields();
    let issue = "content/2-party-governance/026.yaml";
    for (file, key, record, is_list) in [
        ("content/notice.yaml", "inspection", "InspectionRecord", false),
        ("content/notice.yaml", "contact", "ContactRecord", false),
        ("content/notice.yaml", "site", "SiteRecord", false),
        ("content/notice.yaml", "stated", "FigureRecord", true),
        ("content/notice.yaml", "accepted", "AcceptedRecord", true),
        ("content/notice.yaml", "notes", "NoteRecord", true),
        ("content/glossary.yaml", "wrong", "WrongTermRecord", true),
        ("content/accountability.yaml", "groups", "GroupRecord", true),
        ("content/2-party-governance/section.yaml", "topics", "TopicRecord", true),
        ("content/notice.yaml", "fields", "FieldRecord", true),
        (issue, "measures", "MeasureRecord", true),
        (issue, "items", "ItemRecord", true),
        (issue, "history", "HistoryRecord", true),
        (issue, "corrections", "CorrectionRecord", true),
    ] {
        // What other examples use must still be declared.
        let others = "  - {id: leader, label: {zh: 甲, en: A}, on: [issue, measure]}\n  - {id: batch, label: {zh: 乙, en: B}, on: [notice], type: number}\n";
        let figures = "- {id: cases, label: {zh: 案件, en: Cases}, value: 9000000, unit: CNY}\n- {id: issues, label: {zh: 反馈问题, en: Issues}, value: 1, unit: piece}\n";
        let others = match key {
            "fields" => others.replace("  - ", "- "),
            "stated" => figures.to_owned(),
            _ => String::new(),
        };
        let found = notice_of_examples(&[(file, nested(&fields, key, record, is_list) + &others)]);
        assert_eq!(found, Vec::<String>::new(), "{record}");
    }
    let person = nested(&fields, "x", "PersonRecord", true).replacen("x:\n", "", 1).replace("\n  ", "\n      ");
    let group = format!("groups:\n  - id: talks\n    title: {{zh: 甲, en: A}}\n    persons:\n    {person}");
    assert_eq!(notice_of_examples(&[("content/accountability.yaml", group)]), Vec::<String>::new());
}

#[test]
fn every_template_reads_the_view_that_the_manual_names() {
    let page = |lang: &str| format!("content/pages/privacy.{lang}.md");
    let compiled = Fixture::notice().with(&page("zh"), "# 甲\n\n乙。\n").with(&page("en"), "# A\n\nB.\n");
    let compiled = compiled
        .adding(
            "content/1-policy-delivery/001.yaml",
            "\nresponse: accepted\nhistory: [{on: 2021-09-01, status: completed}]\n",
        )
        .compile();
    // Units and places have pages of their own where their issues are many.
    let long = sizes::large(110).compile();
    let mut seen = std::collections::BTreeSet::new();
    for edition in [&compiled, &long].map(|compiled| &compiled.site().edition) {
        let files = site::formats::DataFiles::of(edition);
        for page in site::plan(edition) {
            if page.lang != Lang::new("zh") || !seen.insert(page.kind.name()) {
                continue;
            }
            let view = serde_json::to_value(site::view(edition, &files, &page).view).expect("a view");
            let mut keys: Vec<String> = view.as_object().into_iter().flatten().map(|(key, _)| key.clone()).collect();
            let named = TEMPLATES.iter().find(|(template, _)| *template == page.kind.name());
            let mut fields = manual::field_names(named.map_or("", |(_, view)| view));
            keys.sort();
            fields.sort();
            assert_eq!(keys, fields, "{}", page.kind.name());
        }
    }
    assert!(TEMPLATES.iter().all(|(template, _)| seen.contains(template)), "{seen:?}");
}

#[test]
fn the_readme_is_a_door() {
    let readme = std::fs::read_to_string("README.md").expect("the README");
    assert!(readme.len() <= 8_000, "{} bytes", readme.len());
}
