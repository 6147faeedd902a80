//! What can happen to the text of the whole notice on its way from hand to hand, 240 times: lines lost, joined, split, misspelt. The import is
//! what it would be without the damage, or its report has something else to say. Headings stay: that one is missing is not told yet.

#![allow(clippy::print_stdout)] // a report

use std::path::Path;

use gongkai::office;
use gongkai::office::draft::Draft;
use gongkai::office::manuscript::{Block, Manuscript, Paragraph};
use gongkai::office::recognise::recognise;
use gongkai::office::report::{Certainty, Report};

const FILE: &str = "tests/suite/fixtures/office/whole/typed.docx";

/// How many damages are done.
const SEEDS: usize = 240;

/// A damage, and where it is done: the lines that it may be done at, and what becomes of the lines.
struct Damage {
    name: &'static str,
    at: fn(&str) -> bool,
    work: fn(&mut Vec<String>, usize),
}

/// An issue begins: (12)….
fn is_issue(line: &str) -> bool {
    let number = line.strip_prefix(['(', '（']).and_then(|rest| rest.split_once([')', '）']));
    number.is_some_and(|(number, _)| number.bytes().all(|b| b.is_ascii_digit()))
}

fn is_response(line: &str) -> bool {
    line.starts_with("整改情况")
}

fn is_item(line: &str) -> bool {
    line.contains("关于“") && line.starts_with(|c: char| c.is_ascii_digit())
}

fn is_deadline(line: &str) -> bool {
    line.starts_with("完成时限")
}

fn edit(lines: &mut [String], at: usize, change: impl Fn(&str) -> String) {
    lines[at] = change(&lines[at]);
}

fn remove(lines: &mut Vec<String>, at: usize) {
    lines.remove(at);
}

fn without_marker(line: &str) -> String {
    line.split_once([')', '）']).map_or(line, |(_, rest)| rest).to_owned()
}

/// The number of an issue as a scanner reads it.
fn misread(line: &str) -> String {
    let (number, rest) = line.split_once([')', '）']).unwrap_or((line, ""));
    format!("{}){rest}", number.replace('1', "l").replace('0', "O"))
}

fn without_word(line: &str) -> String {
    line.split_once([':', '：']).map_or(line, |(_, rest)| rest).to_owned()
}

const DAMAGES: [Damage; 21] = [
    Damage { name: "word missing", at: is_response, work: |lines, at| edit(lines, at, without_word) },
    Damage {
        name: "word misspelt",
        at: is_response,
        work: |lines, at| edit(lines, at, |line| line.replacen("整改情况", "整改请况", 1)),
    },
    Damage { name: "number missing", at: is_issue, work: |lines, at| edit(lines, at, without_marker) },
    Damage {
        name: "number repeated",
        at: is_issue,
        work: |lines, at| edit(lines, at, |line| format!("(7){}", without_marker(line))),
    },
    Damage { name: "number misread", at: is_issue, work: |lines, at| edit(lines, at, misread) },
    Damage { name: "response missing", at: is_response, work: remove },
    Damage { name: "issue missing", at: is_issue, work: remove },
    Damage {
        name: "both missing",
        at: is_issue,
        work: |lines, at| {
            lines.drain(at..(at + 2).min(lines.len()));
        },
    },
    Damage { name: "response split", at: is_response, work: split },
    Damage { name: "issue split", at: is_issue, work: split },
    Damage { name: "blank line", at: is_response, work: |lines, at| lines.insert(at, String::new()) },
    Damage {
        name: "joined",
        at: is_response,
        work: |lines, at| {
            let more = lines.remove(at);
            edit(lines, at - 1, |line| format!("{line}{more}"));
        },
    },
    Damage {
        name: "issue joined to what stands above",
        at: is_issue,
        work: |lines, at| {
            let more = lines.remove(at);
            edit(lines, at - 1, |line| format!("{line}{more}"));
        },
    },
    Damage {
        name: "blanks in the number",
        at: is_issue,
        work: |lines, at| edit(lines, at, |line| line.replacen('(', "（ ", 1).replacen(')', " ）", 1)),
    },
    Damage { name: "page number", at: is_response, work: |lines, at| lines.insert(at, format!("— {at} —")) },
    Damage {
        name: "other brackets",
        at: is_issue,
        work: |lines, at| edit(lines, at, |line| line.replacen('(', "〔", 1).replacen(')', "〕", 1)),
    },
    Damage {
        name: "no full stop",
        at: is_issue,
        work: |lines, at| edit(lines, at, |line| line.trim_end_matches('。').to_owned()),
    },
    Damage { name: "an item of what is left missing", at: is_item, work: remove },
    Damage {
        name: "an item of what is left renamed",
        at: is_item,
        work: |lines, at| edit(lines, at, |line| line.replacen("关于“", "关于“其他", 1)),
    },
    Damage { name: "deadline missing", at: is_deadline, work: remove },
    Damage {
        name: "deadline misread",
        at: is_deadline,
        work: |lines, at| edit(lines, at, |line| line.replace("年12月", "年22月").replace("年1月", "年13月")),
    },
];

fn split(lines: &mut Vec<String>, at: usize) {
    let text: Vec<char> = lines[at].chars().collect();
    let half = text.len() / 2 + at % 5;
    lines[at] = text[..half.min(text.len())].iter().collect();
    lines.insert(at + 1, text[half.min(text.len())..].iter().collect());
}

impl Damage {
    /// Does it at one of the places where it may be done, and returns which.
    fn done(&self, lines: &mut Vec<String>, seed: usize) -> String {
        let places: Vec<usize> = (0..lines.len()).filter(|at| (self.at)(&lines[*at])).collect();
        let at = places[seed.wrapping_mul(2_654_435_761) % places.len()];
        let line = lines[at].chars().take(20).collect::<String>();
        (self.work)(lines, at);
        format!("{} at {line}", self.name)
    }
}

fn lines() -> Vec<String> {
    let bytes = std::fs::read(Path::new(FILE)).expect("the file");
    let text = |block: Block| match block {
        Block::Paragraph(paragraph) => format!("{}{}", paragraph.label, paragraph.text),
        Block::Table(table) => panic!("{table:?}"),
    };
    office::read("typed.docx", &bytes).expect("a document").blocks.into_iter().map(text).collect()
}

fn import(lines: &[String]) -> (Draft, Report) {
    let paragraph = |(at, text): (usize, &String)| {
        Block::Paragraph(Paragraph { number: at + 1, text: text.clone(), ..Paragraph::default() })
    };
    recognise(&[Manuscript { blocks: lines.iter().enumerate().map(paragraph).collect(), left_out: Vec::new() }])
}

/// What an import says of the issues: where they belong, what was found and done, status and deadline. A full stop is added or not.
fn said(draft: &Draft) -> Vec<String> {
    let sections = draft.sections.iter().flat_map(|section| section.topics.iter().chain([&section.title])).cloned();
    let issues = draft.issues.iter().map(|issue| {
        let found = issue.statement.trim_end_matches('。');
        let (place, done) = ((issue.section, issue.topic), issue.response.concat());
        format!("{place:?} {found} {done} {:?} {:?} {}", issue.status, issue.due, issue.next_steps.concat())
    });
    sections.chain(issues).collect()
}

/// What the report wants looked at.
fn asked(report: &Report) -> Vec<(Certainty, String)> {
    let is_asked = |certainty| matches!(certainty, Certainty::NotUnderstood | Certainty::Disputed | Certainty::Likely);
    let entries = report.entries.iter().filter(|entry| is_asked(entry.certainty));
    entries.map(|entry| (entry.certainty, format!("{} {}", entry.text, entry.message.en))).collect()
}

#[test]
fn no_damage_of_the_whole_notice_is_silently_wrong() {
    let whole = lines();
    let (draft, report) = import(&whole);
    let (expected, before) = (said(&draft), asked(&report));
    assert_eq!(draft.issues.len(), 49);
    let (mut right, mut named, mut silent) = (0, 0, Vec::new());
    for seed in 0..SEEDS {
        let mut lines = whole.clone();
        let mut damages = vec![DAMAGES[seed % DAMAGES.len()].done(&mut lines, seed)];
        if seed >= SEEDS / 2 {
            damages.push(DAMAGES[(seed / 5 + seed) % DAMAGES.len()].done(&mut lines, seed + 1));
        }
        let (found, report) = import(&lines);
        match (said(&found) == expected, asked(&report) != before) {
            (true, _) => right += 1,
            (false, true) => named += 1,
            (false, false) => silent.push(format!("{seed} {}", damages.join(", "))),
        }
    }
    println!("{SEEDS} damages: {right} made no difference, {named} are named, {} are silently wrong", silent.len());
    assert!(silent.is_empty(), "{}", silent.join("\n"));
    assert!(right >= SEEDS / 5 && named >= SEEDS / 5, "{right} right, {named} named");
}
