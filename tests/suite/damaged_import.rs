//! What can happen to the text of the whole notice on its way from hand to hand, 288 times: lines and headings lost, joined, split, misspelt.
//! The import is what it would be without the damage, or its report has something else to say. One loss leaves no trace but in how many topics
//! a section has: that of its last topic, whose issues then read as those of the topic before. The report says that number, which any other
//! damage may change as well, so that only the loss of a heading counts as named by it.

#![allow(clippy::print_stdout)] // a report

use std::path::Path;

use gongkai::office;
use gongkai::office::draft::Draft;
use gongkai::office::manuscript::{Block, Manuscript, Paragraph};
use gongkai::office::recognise::recognise;
use gongkai::office::report::{Certainty, Report};

const FILE: &str = "tests/suite/fixtures/office/whole/typed.docx";

/// How many damages are done.
const SEEDS: usize = 288;

/// A damage, and where it is done: the lines that it may be done at, and what becomes of the lines.
struct Damage {
    name: &'static str,
    at: fn(&[String], usize) -> bool,
    work: fn(&mut Vec<String>, usize),
}

const CHINESE: &str = "一二三四五六七八九十";

/// An issue begins: (12)….
fn is_issue(lines: &[String], at: usize) -> bool {
    let number = lines[at].strip_prefix(['(', '（']).and_then(|rest| rest.split_once([')', '）']));
    number.is_some_and(|(number, _)| number.bytes().all(|b| b.is_ascii_digit()))
}

fn is_response(lines: &[String], at: usize) -> bool {
    lines[at].starts_with("整改情况")
}

fn is_item(lines: &[String], at: usize) -> bool {
    lines[at].contains("关于“") && lines[at].starts_with(|c: char| c.is_ascii_digit())
}

fn is_deadline(lines: &[String], at: usize) -> bool {
    lines[at].starts_with("完成时限")
}

/// A part begins: 二、….
fn is_part(lines: &[String], at: usize) -> bool {
    lines[at].split_once('、').is_some_and(|(number, _)| number.chars().all(|c| CHINESE.contains(c)))
}

/// Below a part a section begins, or a status: (二)….
fn is_below_part(line: &str) -> bool {
    let number = line.strip_prefix(['(', '（']).and_then(|rest| rest.split_once([')', '）']));
    number.is_some_and(|(number, _)| number.chars().all(|c| CHINESE.contains(c)))
}

/// A heading of issues: a part, a section.
fn is_section(lines: &[String], at: usize) -> bool {
    is_part(lines, at) || is_below_part(&lines[at]) && !is_status(lines, at)
}

/// A heading of items: 正在整改….
fn is_status(lines: &[String], at: usize) -> bool {
    is_below_part(&lines[at]) && lines[at].ends_with("完成事项")
}

/// A topic begins: 3.….
fn is_topic(lines: &[String], at: usize) -> bool {
    let number = lines[at].split_once(['.', '．']).map_or("", |(number, _)| number);
    !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()) && !is_item(lines, at)
}

/// A topic with another behind it in its section.
fn is_topic_before_another(lines: &[String], at: usize) -> bool {
    let mut behind = at + 1..lines.len();
    let next = behind.find(|at| is_topic(lines, *at) || is_part(lines, *at) || is_below_part(&lines[*at]));
    is_topic(lines, at) && next.is_some_and(|next| is_topic(lines, next))
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

/// Joins a line to the one above it.
fn join(lines: &mut Vec<String>, at: usize) {
    let more = lines.remove(at);
    edit(lines, at - 1, |line| format!("{line}{more}"));
}

const DAMAGES: [Damage; 24] = [
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
    Damage { name: "joined", at: is_response, work: join },
    Damage { name: "issue joined to what stands above", at: is_issue, work: join },
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
    Damage { name: "topic missing", at: is_topic_before_another, work: remove },
    Damage { name: "section or part missing", at: is_section, work: remove },
    Damage { name: "heading of a status missing", at: is_status, work: remove },
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
        let places: Vec<usize> = (0..lines.len()).filter(|at| (self.at)(lines, *at)).collect();
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
    recognise(&[Manuscript { blocks: lines.iter().enumerate().map(paragraph).collect(), ..Manuscript::default() }])
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

/// What the report wants looked at, but for how many topics and issues each section has.
fn asked(report: &Report) -> Vec<(Certainty, String)> {
    let found = all_asked(report).into_iter();
    found.filter(|(_, message)| !message.contains("compare with the original whether a heading is missing")).collect()
}

/// The same with that.
fn all_asked(report: &Report) -> Vec<(Certainty, String)> {
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
    let (mut right, mut named, mut silent, mut false_statuses) = (0, 0, Vec::new(), Vec::new());
    for seed in 0..SEEDS {
        let mut lines = whole.clone();
        let mut damages = vec![DAMAGES[seed % DAMAGES.len()].done(&mut lines, seed)];
        if seed >= SEEDS / 2 {
            damages.push(DAMAGES[(seed / 5 + seed) % DAMAGES.len()].done(&mut lines, seed + 1));
        }
        let (found, report) = import(&lines);
        false_statuses
            .extend(false_status(&found, &draft).map(|issue| format!("{seed} {}: {issue}", damages.join(", "))));
        match (said(&found) == expected, asked(&report) != before) {
            (true, _) => right += 1,
            (false, true) => named += 1,
            (false, false) => silent.push(format!("{seed} {}", damages.join(", "))),
        }
    }
    println!("{SEEDS} damages: {right} made no difference, {named} are named, {} are silently wrong", silent.len());
    assert!(silent.is_empty(), "{}", silent.join("\n"));
    assert!(false_statuses.is_empty(), "{}", false_statuses.join("\n"));
    assert!(right >= SEEDS / 5 && named >= SEEDS / 5, "{right} right, {named} named");
}

/// The first issue to which an import gives a status that it does not have in the whole notice.
fn false_status(found: &Draft, whole: &Draft) -> Option<String> {
    let known = |statement: &str| whole.issues.iter().find(|issue| issue.statement == statement);
    let differs = |issue: &&gongkai::office::draft::DraftIssue| {
        known(&issue.statement).is_some_and(|known| issue.status.is_some() && issue.status != known.status)
    };
    found.issues.iter().find(differs).map(|issue| format!("{:?} {}", issue.status, issue.statement))
}

#[test]
fn a_heading_that_is_lost_is_named_and_makes_no_status() {
    let whole = lines();
    let (draft, report) = import(&whole);
    let (expected, before, all_before) = (said(&draft), asked(&report), all_asked(&report));
    let is_heading = |at: &usize| is_topic(&whole, *at) || is_section(&whole, *at) || is_status(&whole, *at);
    let headings: Vec<usize> = (0..whole.len()).filter(is_heading).collect();
    assert_eq!(headings.len(), 4 + 4 + 2 + 17, "parts, sections, statuses, topics");
    let mut wrong = Vec::new();
    for at in headings {
        let mut lines = whole.clone();
        let lost = lines.remove(at);
        let (found, report) = import(&lines);
        let is_last = is_topic(&whole, at) && !is_topic_before_another(&whole, at);
        let is_named = if is_last { all_asked(&report) != all_before } else { asked(&report) != before };
        if said(&found) != expected && !is_named {
            wrong.push(format!("unsaid: {lost}"));
        }
        wrong.extend(false_status(&found, &draft).map(|issue| format!("{lost}: a false status, {issue}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
