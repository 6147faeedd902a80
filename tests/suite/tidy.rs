//! Standards that a test keeps.

use std::path::PathBuf;

fn sources(folder: &str, ending: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![PathBuf::from(folder)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).expect("a folder").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == ending) {
                let text = std::fs::read_to_string(&path).expect("text");
                found.push((path, text));
            }
        }
    }
    found
}

/// Every rule that a room reports has its row in the table, and every row belongs to a rule that is reported.
#[test]
fn the_table_of_rules_is_complete() {
    let code: String = sources("src", "rs").into_iter().map(|(_, text)| text).collect();
    let ids = code.split("RuleId::error(\"").chain(code.split("RuleId::warning(\"")).skip(1);
    for id in ids.filter_map(|rest| rest.split('"').next()).filter(|id| id.contains('-') && !id.contains(' ')) {
        assert!(gongkai::rules::find(id).is_some(), "the rule `{id}` is reported but not in RULES");
    }
    let statics = code.matches(": Rule = Rule {").count();
    assert_eq!(statics, gongkai::rules::RULES.len(), "a rule is declared and not in RULES");
    for rule in gongkai::rules::RULES {
        let name = rule.id.to_uppercase().replace('-', "_");
        let uses = code.split(&*name).count() - 1;
        assert!(uses > 2, "the rule `{}` is never reported", rule.id);
    }
}

#[test]
fn every_room_begins_with_what_it_is_for() {
    for (path, text) in sources("src", "rs") {
        assert!(text.starts_with("//!"), "{} has no header", path.display());
    }
}

#[test]
fn no_marks_are_left() {
    let marks = ["TO", "FIX"].map(|half| format!("{half}{}", if half == "TO" { "DO" } else { "ME" }));
    for (path, text) in sources("src", "rs").into_iter().chain(sources("tests/suite", "rs")) {
        for mark in &marks {
            assert!(!text.contains(mark.as_str()), "{} has a {mark}", path.display());
        }
    }
}

/// Every dependency says in its line why it is there.
#[test]
fn dependencies_give_reasons() {
    let manifest = std::fs::read_to_string("Cargo.toml").expect("Cargo.toml");
    let mut in_dependencies = false;
    for line in manifest.lines() {
        if line.starts_with('[') {
            in_dependencies = line.contains("dependencies");
        } else if in_dependencies && line.contains('=') {
            assert!(line.contains('#'), "no reason: {line}");
        }
    }
}

/// Messages are complete in both languages, and templates use no text of their own.
#[test]
fn templates_have_no_words_of_their_own() {
    for (path, text) in sources("themes/bulletin/templates", "html") {
        let mut visible = String::new();
        let mut depth = 0;
        let mut chars = text.chars().peekable();
        while let Some(c) = chars.next() {
            match (c, chars.peek()) {
                ('{', Some('{' | '%' | '#')) => depth += 1,
                ('}' | '%' | '#', Some('}')) => depth -= 1,
                _ if depth == 0 => visible.push(c),
                _ => {}
            }
        }
        assert!(
            !visible.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)),
            "{} has Chinese text of its own",
            path.display()
        );
    }
}
