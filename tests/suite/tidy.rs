//! Standards that a test keeps.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::rust_code::{self, Token};

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

/// A name stands for one thing, or for two that no reader takes for each other: a type is called after what it is in its room. Types that
/// traits demand, which stand in an `impl`, have the names that the traits give them.
#[test]
fn no_name_of_a_type_stands_for_many_things() {
    let mut declared: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (path, text) in rust_code::files("src") {
        for name in types(&rust_code::tokens(&text)) {
            declared.entry(name.to_owned()).or_default().push(path.display().to_string());
        }
    }
    assert!(declared.len() > 500, "the types of src are found: {}", declared.len());
    let many: Vec<_> = declared.into_iter().filter(|(_, files)| files.len() > 2).collect();
    assert_eq!(many, [], "names of more than two types");
}

/// The names of the types that a source declares, but for those in its `impl` blocks.
fn types<'a>(tokens: &[Token<'a>]) -> Vec<&'a str> {
    let (mut names, mut depth) = (Vec::new(), 0);
    for pair in tokens.windows(2) {
        match pair[0].text {
            "{" => depth += 1,
            "}" => depth -= 1,
            "struct" | "enum" | "trait" => names.push(pair[1].text),
            "type" if depth == 0 => names.push(pair[1].text),
            _ => {}
        }
    }
    names.retain(|name| name.starts_with(char::is_uppercase));
    names
}

#[test]
fn types_are_found() {
    let source = "pub struct A<T>(T);\nenum B { C }\nimpl Iterator for A<u8> {\n    type Item = u8;\n}\ntype D = u8;\nmod e {\n    trait F {}\n}\n";
    assert_eq!(types(&rust_code::tokens(source)), ["A", "B", "D", "F"]);
}

/// The longest function that may be, in lines.
const LONGEST: usize = 70;

/// The functions of a source with their lines, from `fn` to the bracket that closes the body. Those inside of others are counted with them, too.
fn functions(source: &str) -> Vec<(String, usize)> {
    let tokens = rust_code::tokens(source);
    let starts = (0..tokens.len()).filter(|at| tokens[*at].text == "fn" && tokens.get(at + 2).is_some());
    starts
        .filter_map(|at| Some((tokens[at + 1].text.to_owned(), end_of(&tokens[at..])? + 1 - tokens[at].line)))
        .collect()
}

/// The line that a function ends on; none if it has no body, or is a type.
fn end_of(tokens: &[Token<'_>]) -> Option<usize> {
    if tokens[1].text == "(" {
        return None;
    }
    let mut depth = 0;
    for token in tokens {
        match token.text {
            "{" => depth += 1,
            ";" if depth == 0 => return None,
            "}" => {
                depth -= 1;
                if depth == 0 {
                    return Some(token.line);
                }
            }
            _ => {}
        }
    }
    None
}

/// The functions of `src` with their files and lines; with the tests, or without them.
fn all_functions(with_tests: bool) -> Vec<(usize, String, PathBuf)> {
    let files = rust_code::files("src").into_iter().filter(|(path, _)| with_tests || !rust_code::is_tests(path));
    let of = |(path, text): (PathBuf, String)| {
        let code = if with_tests { &text } else { rust_code::without_tests(&text) };
        functions(code).into_iter().map(|(name, lines)| (lines, name, path.clone())).collect::<Vec<_>>()
    };
    files.flat_map(of).collect()
}

#[test]
fn functions_are_measured() {
    for (source, expected) in [
        ("fn a() {}\n", &[("a", 1)][..]),
        ("pub fn a(\n    b: u8,\n) -> u8 {\n    \"}\"; // }\n    if b { 1 } else { '}' }\n}\nstruct S;\n", &[("a", 6)]),
        ("trait T {\n    fn a();\n    fn b() {\n    }\n}\ntype F = fn(u8) -> u8;\n", &[("b", 2)]),
        ("fn a() {\n    fn b() {\n    }\n}\n", &[("a", 4), ("b", 2)]),
    ] {
        let measured = functions(source);
        let expected: Vec<_> = expected.iter().map(|(name, lines)| ((*name).to_owned(), *lines)).collect();
        assert_eq!(measured, expected, "{source}");
    }
}

#[test]
fn functions_fit_a_screen() {
    let functions = all_functions(true);
    assert!(functions.len() > 500, "the functions of src are found: {}", functions.len());
    let long: Vec<_> = functions.into_iter().filter(|(lines, ..)| *lines > LONGEST).collect();
    assert_eq!(long, [], "functions over {LONGEST} lines");
}

/// Prints the figures by which the code is compared with that of others: `cargo test --test suite figures_of_the_code -- --ignored --nocapture`.
#[test]
#[ignore = "prints figures and asserts nothing"]
#[allow(clippy::print_stdout)] // a report
fn figures_of_the_code() {
    for (with_tests, what) in [(true, "with tests"), (false, "without tests")] {
        let mut functions = all_functions(with_tests);
        functions.sort();
        let lines: Vec<usize> = functions.iter().map(|(lines, ..)| *lines).collect();
        let (longest, name, path) = functions.last().expect("functions");
        let over = lines.iter().filter(|lines| **lines > LONGEST).count();
        println!("{what}: {} functions", lines.len());
        println!("  median / p90 / p99, lines: {} / {} / {}", at(&lines, 50), at(&lines, 90), at(&lines, 99));
        println!("  longest: {longest} (`{name}` in {}); over {LONGEST}: {over}", path.display());
        let mut files = file_lengths(with_tests);
        files.sort();
        let lines: Vec<usize> = files.iter().map(|(lines, _)| *lines).collect();
        let (largest, path) = files.last().expect("files");
        println!("  {} files, median / largest: {} / {largest} ({})", lines.len(), at(&lines, 50), path.display());
        println!("  lines: {}", lines.iter().sum::<usize>());
    }
}

fn file_lengths(with_tests: bool) -> Vec<(usize, PathBuf)> {
    let files = rust_code::files("src").into_iter().filter(|(path, _)| with_tests || !rust_code::is_tests(path));
    let lines = |path: &Path, text: &str| {
        let code = if with_tests { text } else { rust_code::without_tests(text) };
        (code.lines().count(), path.to_owned())
    };
    files.map(|(path, text)| lines(&path, &text)).collect()
}

/// The value below which a share of sorted values lies, in per cent.
fn at(sorted: &[usize], percent: usize) -> usize {
    sorted[(sorted.len() * percent / 100).min(sorted.len() - 1)]
}

/// What stands at the top, beside dotfiles, what is compiled and what a fresh clone has not.
#[test]
fn nothing_else_stands_at_the_top() {
    const TOP: [&str; 10] = [
        "CHANGELOG.md",
        "Cargo.lock",
        "Cargo.toml",
        "LICENSE",
        "README.md",
        "content",
        "public",
        "src",
        "tests",
        "themes",
    ];
    let entries = std::fs::read_dir(".").expect("the top").flatten();
    let names = entries.map(|entry| entry.file_name().to_string_lossy().into_owned());
    let is_other = |name: &String| !name.starts_with('.') && !name.starts_with("LICENSE") && name != "target";
    let other: Vec<String> = names.filter(is_other).filter(|name| !TOP.contains(&&**name)).collect();
    assert_eq!(other, Vec::<String>::new());
}
