//! The rules explained: the page of one, and the list of all. All of it is made from [`RULES`]; the list in Markdown is
//! a part of the manual.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::{MessageLang, severity};
use crate::manual::escaped;
use crate::rules::{Example, ExampleChange, RULES, Rule, Words};

const DEMAND: Words = Words("要求", "Requirement");
const WHY: Words = Words("为什么", "Why");
const GIVEN: Words = Words("前提", "Given");
const WRONG: Words = Words("错误的写法", "Wrong");
const FIXED: Words = Words("改正后", "Fixed");
const FIX: Words = Words("怎样改", "How to fix it");
const NO_FILE: Words = Words("（没有这个文件）", "(no such file)");
const NO_LINES: Words = Words("（没有这几行）", "(without these lines)");

/// A part of an example: a heading, and files with their lines. `None` where the file, or the lines, are not there.
struct ExamplePart {
    heading: Words,
    files: Vec<(&'static str, Result<&'static str, Words>)>,
}

/// Returns the page of a rule for the terminal: what it requires, why, and an example with its fix.
pub fn page(rule: &Rule, lang: MessageLang) -> String {
    let say = |words| lang.pick(words);
    let (level, group) = (say(severity(rule.severity)), say(rule.group.name()));
    let (demand, why) = (say(rule.demand), say(rule.why));
    let colon = if lang == MessageLang::Zh { "：" } else { ": " };
    let mut page = format!("{} · {level} · {group}\n\n", rule.id);
    page.push_str(&format!("{}{colon}{demand}\n{}{colon}{why}\n", say(DEMAND), say(WHY)));
    if let Example::Told(words) = rule.example {
        page.push_str(&format!("{}{colon}{}\n", say(FIX), say(words)));
    }
    for part in parts(rule.example) {
        page.push_str(&format!("\n{}\n", say(part.heading)));
        for (file, lines) in part.files {
            let lines = lines.unwrap_or_else(say);
            page.push_str(&format!("  {file}\n{}", indented(lines)));
        }
    }
    page
}

/// Returns the page of a rule in Markdown.
pub fn markdown_page(rule: &Rule, lang: MessageLang) -> String {
    let say = |words| lang.pick(words);
    let level = say(severity(rule.severity));
    let mut page =
        format!("**`{}`** · {level}\n\n{}\n\n{}\n", rule.id, escaped(say(rule.demand)), escaped(say(rule.why)));
    if let Example::Told(words) = rule.example {
        page.push_str(&format!("\n{}\n", escaped(say(words))));
    }
    for part in parts(rule.example) {
        page.push_str(&format!("\n{}\n", say(part.heading)));
        for (file, lines) in part.files {
            page.push_str(&match lines {
                Ok(lines) => format!("\n`{file}`\n\n```{}\n{}\n```\n", language(file), visible(lines.trim_end())),
                Err(words) => format!("\n`{file}`\n\n{}\n", say(words)),
            });
        }
    }
    page
}

/// Returns a list of every rule by group, in columns. Chinese characters are two cells wide.
pub fn list(lang: MessageLang) -> String {
    let level = |rule: &Rule| lang.pick(severity(rule.severity));
    let widest = |of: fn(&Rule, MessageLang) -> usize| RULES.iter().map(|rule| of(rule, lang)).max().unwrap_or(0);
    let id_width = widest(|rule, _| rule.id.width());
    let level_width = widest(|rule, lang| lang.pick(severity(rule.severity)).width());
    let mut list = String::new();
    for group in groups() {
        let gap = if list.is_empty() { "" } else { "\n" };
        list.push_str(&format!("{gap}{}\n", lang.pick(group[0].group.name())));
        for rule in group {
            let (id, level) = (padded(rule.id, id_width), padded(level(rule), level_width));
            list.push_str(&format!("  {id}  {level}  {}\n", lang.pick(rule.demand)));
        }
    }
    list
}

/// Returns the rules of each group, in the order of the table.
fn groups() -> impl Iterator<Item = &'static [&'static Rule]> {
    RULES.chunk_by(|a, b| a.group == b.group)
}

/// Returns what an example shows: what is given, what is wrong, what is right.
fn parts(example: Example) -> Vec<ExamplePart> {
    let Example::Shown(changes) = example else { return Vec::new() };
    let given = |change: &&ExampleChange| {
        let (_, bad, good) = change.forms();
        bad == good
    };
    let (same, differing): (Vec<&ExampleChange>, Vec<&ExampleChange>) = changes.iter().partition(given);
    let bad = |change: &&ExampleChange| form(**change, change.forms().1);
    let good = |change: &&ExampleChange| form(**change, change.forms().2);
    [
        ExamplePart { heading: GIVEN, files: same.iter().map(good).collect() },
        ExamplePart { heading: WRONG, files: differing.iter().map(bad).collect() },
        ExamplePart { heading: FIXED, files: differing.iter().map(good).collect() },
    ]
    .into_iter()
    .filter(|part| !part.files.is_empty())
    .collect()
}

fn form(change: ExampleChange, text: &'static str) -> (&'static str, Result<&'static str, Words>) {
    let nothing = if matches!(change, ExampleChange::File(..)) { NO_FILE } else { NO_LINES };
    let lines = text.trim_matches('\n');
    (change.forms().0, if lines.is_empty() { Err(nothing) } else { Ok(lines) })
}

fn indented(lines: &str) -> String {
    lines.trim_matches('\n').lines().map(|line| format!("    {}\n", visible(line)).replace("    \n", "\n")).collect()
}

/// Returns a text with invisible characters shown by their code points.
pub fn visible(text: &str) -> String {
    let shown = |c: char| match c.width() {
        Some(0) | None if c != '\n' => format!("<U+{:04X}>", u32::from(c)),
        _ => c.to_string(),
    };
    text.chars().map(shown).collect()
}

fn padded(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(text.width())))
}

/// Returns the language of a fenced block.
fn language(file: &str) -> &str {
    match file.rsplit('.').next() {
        Some("yaml") => "yaml",
        Some("md") => "markdown",
        Some("html") => "html",
        _ => "text",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_line_up() {
        for lang in [MessageLang::Zh, MessageLang::En] {
            let starts: Vec<usize> = list(lang)
                .lines()
                .filter_map(|line| {
                    let rule = RULES.iter().find(|rule| line.trim_start().starts_with(&format!("{} ", rule.id)))?;
                    line.find(lang.pick(rule.demand)).map(|at| line[..at].width())
                })
                .collect();
            assert_eq!(starts.len(), RULES.len());
            assert!(starts.iter().all(|start| *start == starts[0]), "{starts:?}");
        }
    }

    #[test]
    fn markdown_reads_back() {
        assert_eq!(escaped("<b> & * `a|*` |"), "\\<b> & \\* `a|*` \\|");
        assert_eq!(visible("摸\u{200B}清"), "摸<U+200B>清");
    }
}
