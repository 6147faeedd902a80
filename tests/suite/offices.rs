//! Notices of other offices, as their issuers wrote them: each passes `check` but for what is right to find, and its pages say what they must.
//!
//! A folder of `fixtures/notices` is a notice; its `pages.txt` says what is expected, one thing a line:
//!
//! ```text
//! found half-width-punctuation 4     a rule, and how often it finds something; nothing else may be found
//! = index.html                       the lines that follow speak of this published file; `*` is every page
//! + 巡察整改公示                      its text has this (blanks of any kind count as one)
//! - 巡视                             its text has this nowhere
//! original content/notice.yaml | value: 7} | value: 7, equals: total} | stated-differs 1
//!                                    a file, what it says here, what stood there before it was mended, and what is found of that
//! # a remark
//! ```

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::fixture::{Compiled, Fixture, undated};

const FOLDER: &str = "tests/suite/fixtures/notices";

/// What `pages.txt` asks of a notice.
#[derive(Default)]
struct Expected {
    found: BTreeMap<String, usize>,
    lines: Vec<Line>,
    originals: Vec<Original>,
}

/// What stood in a file of the notice before a mistake in it was mended, and how often a rule finds that mistake.
struct Original {
    file: String,
    mended: String,
    original: String,
    rule: String,
    times: usize,
}

impl Original {
    fn read(line: &str) -> Original {
        let parts: Vec<&str> = line.split(" | ").collect();
        let [file, mended, original, found] = parts[..] else { panic!("four parts: {line}") };
        let (rule, times) = found.split_once(' ').expect("a rule and a number");
        let [file, mended, original, rule] = [file, mended, original, rule].map(str::to_owned);
        Original { file, mended, original, rule, times: times.parse().expect("a number") }
    }

    /// What is wrong with what is found of it.
    fn failure(&self, notice: Fixture) -> Option<String> {
        let found = notice.replacing(&self.file, &self.mended, &self.original).compile();
        let times = found.diagnostics.iter().filter(|d| d.rule == self.rule).count();
        (times != self.times).then(|| format!("{}: {} {times} times: {:?}", self.original, self.rule, found.shown()))
    }
}

/// A text that a published file has or has not.
struct Line {
    number: usize,
    file: String,
    has: bool,
    text: String,
}

fn read(text: &str) -> Expected {
    let mut expected = Expected::default();
    let mut file = String::new();
    for (number, line) in (1..).zip(text.lines().map(str::trim)) {
        match line.split_once(' ') {
            None if line.is_empty() => {}
            Some(("#", _)) => {}
            Some(("found", rest)) => {
                let (rule, times) = rest.split_once(' ').expect("a rule and a number");
                expected.found.insert(rule.to_owned(), times.parse().expect("a number"));
            }
            Some(("original", rest)) => expected.originals.push(Original::read(rest)),
            Some(("=", rest)) => file = rest.to_owned(),
            Some((sign @ ("+" | "-"), rest)) => {
                let text = squeezed(rest);
                expected.lines.push(Line { number, file: file.clone(), has: sign == "+", text });
            }
            _ => panic!("line {number} is not understood: {line}"),
        }
    }
    expected
}

/// The published files as a reader sees them: HTML without its tags, everything with single blanks.
fn published(site: &Compiled) -> BTreeMap<String, String> {
    let outputs = site.site.as_ref().expect("a site");
    let readable = |path: &str| [".html", ".csv", ".json", ".xml", ".txt"].iter().any(|ending| path.ends_with(ending));
    outputs
        .outputs()
        .iter()
        .filter(|output| readable(output.path().as_str()) && output.path().as_str() != "data/schema.json")
        .map(|output| {
            let bytes = outputs.render(output).value.expect("bytes").into_owned();
            let text = String::from_utf8(bytes).expect("text");
            let path = output.path().to_string();
            let text = if path.ends_with(".html") { text_of_html(&text) } else { text };
            (path, squeezed(&text))
        })
        .collect()
}

/// What a page says: its title, its description and its body, without tags.
fn text_of_html(html: &str) -> String {
    let html = undated(html);
    let mut text = String::new();
    let mut rest = &*html;
    while let Some(start) = rest.find('<') {
        text.push_str(&rest[..start]);
        let end = rest[start..].find('>').map_or(rest.len(), |end| start + end + 1);
        let tag = &rest[start..end];
        let is_block = ["<p", "<li", "<td", "<th", "<dt", "<dd", "<h", "<tr", "<div", "<section", "<br"];
        if is_block.iter().any(|name| tag.starts_with(name)) || tag.starts_with("</") && tag.len() > 5 {
            text.push(' ');
        }
        if let Some(content) = tag.strip_prefix("<meta name=\"description\" content=\"") {
            text.push_str(content.trim_end_matches("\">"));
        }
        rest = &rest[end..];
    }
    text.push_str(rest);
    htmlize_few(&text)
}

fn htmlize_few(text: &str) -> String {
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#x27;", "'"), ("&nbsp;", " "), ("&amp;", "&")]
        .iter()
        .fold(text.to_owned(), |text, (entity, sign)| text.replace(entity, sign))
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A notice. French is nowhere shipped: that of the county stands for the office's own translation.
pub(crate) fn notice(folder: &Path) -> Fixture {
    let french = fs::read_to_string("tests/suite/fixtures/county/themes/county/messages/fr.yaml").expect("French");
    Fixture::of(folder)
        .with("themes/french/theme.yaml", "extends: bulletin\n")
        .with("themes/french/messages/fr.yaml", french)
}

/// What is wrong with a notice, by what is expected of it.
fn failures(folder: &Path) -> Vec<String> {
    let expected = read(&fs::read_to_string(folder.join("pages.txt")).expect("pages.txt"));
    let site = notice(folder).compile();
    let mut found: BTreeMap<String, usize> = BTreeMap::new();
    site.diagnostics
        .iter()
        .filter(|d| d.accepted.is_none())
        .for_each(|d| *found.entry(d.rule.to_string()).or_default() += 1);
    let mut wrong: Vec<String> = expected.originals.iter().filter_map(|o| o.failure(notice(folder))).collect();
    if found != expected.found {
        wrong.push(format!("found {:?}", site.shown()));
    }
    if site.site.is_none() {
        wrong.push("no site".to_owned());
        return wrong;
    }
    let files = published(&site);
    for line in &expected.lines {
        let spoken_of: Vec<_> = files
            .iter()
            .filter(|(path, _)| line.file == **path || line.file == "*" && path.ends_with(".html"))
            .collect();
        let number = line.number;
        if spoken_of.is_empty() {
            wrong.push(format!("line {number}: no {}", line.file));
        }
        let with: Vec<&str> =
            spoken_of.iter().filter(|(_, text)| text.contains(&line.text)).map(|(path, _)| path.as_str()).collect();
        if line.has && with.len() < spoken_of.len() {
            wrong.push(format!("line {number}: {} does not say {}", line.file, line.text));
        } else if !line.has && !with.is_empty() {
            wrong.push(format!("line {number}: {} in {}", line.text, with.join(", ")));
        }
    }
    wrong
}

#[test]
fn every_office_says_what_it_said() {
    let mut folders: Vec<PathBuf> =
        fs::read_dir(FOLDER).expect("a folder").flatten().map(|entry| entry.path()).collect();
    folders.retain(|folder| folder.is_dir());
    folders.sort();
    assert!(folders.len() >= 28, "{} notices", folders.len());
    let wrong: Vec<String> = folders
        .iter()
        .flat_map(|folder| {
            let name = folder.file_name().expect("a name").to_string_lossy().into_owned();
            failures(folder).into_iter().map(move |wrong| format!("{name}: {wrong}"))
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
