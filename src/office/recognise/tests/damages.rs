//! What can happen to a file on its way: no damage is silently wrong.

use super::{notice, read, told};
use crate::office::draft::Draft;
use crate::office::report::Certainty;

/// What can happen to a file on its way, each at a place.
type Damage = (&'static str, fn(&mut Vec<String>, usize));

const DAMAGES: [Damage; 14] = [
    ("word missing", |lines, at| edit(lines, response, at, without_word)),
    ("word misspelt", |lines, at| edit(lines, response, at, |line| line.replacen("整改情况", "整改请况", 1))),
    ("number missing", |lines, at| edit(lines, issue, at, without_number)),
    ("number doubled", |lines, at| {
        let number = at % 6;
        edit(lines, issue, at, |line| format!("（{number}）{}", without_number(line)));
    }),
    ("response missing", |lines, at| {
        let place = response(lines, at);
        lines.remove(place);
    }),
    ("issue missing", |lines, at| {
        let place = issue(lines, at);
        lines.remove(place);
    }),
    ("response split", |lines, at| {
        let place = response(lines, at);
        let text: Vec<char> = lines[place].chars().collect();
        let half = text.len() / 2 + at % 5;
        lines[place] = text[..half].iter().collect();
        lines.insert(place + 1, text[half..].iter().collect());
    }),
    ("blank line", |lines, at| {
        let place = response(lines, at);
        lines.insert(place, String::new());
    }),
    ("joined", |lines, at| {
        let place = response(lines, at);
        let more = lines.remove(place);
        edit(lines, issue, at, |line| format!("{line}{more}"));
    }),
    ("blanks in the number", |lines, at| {
        edit(lines, issue, at, |line| line.replacen('（', "( ", 1).replacen('）', " )", 1));
    }),
    ("page number", |lines, at| {
        let place = response(lines, at);
        lines.insert(place, format!("— {} —", at + 2));
    }),
    ("other brackets", |lines, at| {
        edit(lines, issue, at, |line| line.replacen('（', "〔", 1).replacen('）', "〕", 1));
    }),
    ("no full stop", |lines, at| edit(lines, issue, at, |line| line.trim_end_matches('。').to_owned())),
    ("a list inside", |lines, at| {
        let place = response(lines, at) + 1;
        lines.splice(place..place, ["（1）逐项核对，落实到人。", "（2）每月报告一次进度。"].map(str::to_owned));
    }),
];

fn edit(lines: &mut [String], which: fn(&[String], usize) -> usize, at: usize, change: impl Fn(&str) -> String) {
    let place = which(lines, at);
    lines[place] = change(&lines[place]);
}

fn issue(lines: &[String], at: usize) -> usize {
    let marker = format!("（{}）", at % 6 + 1);
    lines
        .iter()
        .position(|line| line.starts_with(&marker))
        .unwrap_or_else(|| lines.iter().position(|line| line.starts_with("（")).expect("an issue"))
}

fn response(lines: &[String], at: usize) -> usize {
    issue(lines, at) + 1
}

fn without_word(line: &str) -> String {
    line.split_once('：').map_or(line, |(_, rest)| rest).to_owned()
}

fn without_number(line: &str) -> String {
    line.split_once('）').map_or(line, |(_, rest)| rest).to_owned()
}

/// What the issues say; what was done without the words before it.
fn content(draft: &Draft) -> Vec<(String, String)> {
    draft.issues.iter().map(told).collect()
}

#[test]
fn no_damage_is_silently_wrong() {
    let parts = ["一、落实教育政策方面", "二、管理和廉洁方面"];
    let whole = notice(parts, |n, _, s, r| format!("（{n}）{s}。\n整改情况：{r}"), "");
    let (draft, report) = read(&whole);
    let before = [Certainty::NotUnderstood, Certainty::Likely].map(|certainty| report.count(certainty));
    let (mut right, mut named, mut silent) = (0, 0, Vec::new());
    for seed in 0..210 {
        let (name, damage) = DAMAGES[seed % DAMAGES.len()];
        let mut lines: Vec<String> = whole.lines().map(str::to_owned).collect();
        damage(&mut lines, seed / DAMAGES.len() + seed);
        if seed >= 84 {
            // A second damage elsewhere.
            DAMAGES[(seed / 3) % 4].1(&mut lines, seed / DAMAGES.len() + seed + 2);
        }
        let (found, report) = read(&lines.join("\n"));
        let is_named = [Certainty::NotUnderstood, Certainty::Likely].map(|certainty| report.count(certainty)) != before;
        match (content(&found) == content(&draft), is_named) {
            (true, _) => right += 1,
            (false, true) => named += 1,
            (false, false) => silent.push(format!("{seed} {name}: {}", report.message(&[]).zh)),
        }
    }
    assert_eq!(silent, Vec::<String>::new());
    assert_eq!(right + named, 210);
    assert!(right >= 90, "{right} right, {named} named");
}
