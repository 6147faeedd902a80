//! Differences between parts of a notice: a text and its record, two records, a list and its count.

use std::ops::Range;

use gongkai::notice::Issue;

use super::garden::{Edit, Garden, Plant};
use super::text::{Change, MONTHS, Text};

/// A line of a table or an item of a list that is missing in one language.
fn without_line(text: &Text<'_>, is_meant: impl Fn(&str) -> bool) -> Vec<Change> {
    let source = text.text();
    let lines = text.lines();
    let meant = lines.into_iter().enumerate().filter(|(_, line)| is_meant(&source[line.clone()]));
    meant.map(|(_, line)| (line.start..(line.end + 1).min(source.len()), String::new())).collect()
}

pub fn without_item(text: &Text<'_>) -> Vec<Change> {
    without_line(text, |line| line.trim_start().starts_with("- "))
}

pub fn without_row(text: &Text<'_>) -> Vec<Change> {
    let mut changes = without_line(text, |line| line.starts_with('|') && !line.starts_with("| :"));
    // The head of a table is no row.
    let heads = text.text().find("\n| :").into_iter().collect::<Vec<_>>();
    changes.retain(|(range, _)| heads.iter().all(|head| range.start > *head));
    changes
}

/// The place of a value behind a key of a record.
fn value_of(file: &str, key: &str) -> Option<Range<usize>> {
    let start = file.find(&format!("\n{key}: "))? + key.len() + 3;
    Some(start..start + file[start..].find('\n')?)
}

fn edit(path: &str, range: Range<usize>, to: impl Into<String>) -> Edit {
    Edit { path: path.to_owned(), range, to: to.into() }
}

fn issues(garden: &Garden) -> impl Iterator<Item = &Issue> {
    garden.site.edition.notice.issues.iter()
}

/// The deadline of the record is another than that of its next steps.
pub fn due_in_record(garden: &Garden) -> Vec<Plant> {
    let mut plants = Vec::new();
    for issue in issues(garden).filter(|issue| issue.record.due.is_some() && issue.record.next_steps.is_some()) {
        let path = issue.path.as_str();
        let range = value_of(garden.file(path), "due").expect("a deadline");
        let due = &garden.file(path)[range.clone()];
        let (year, month) = due.split_once('-').expect("a month");
        let (year, month): (u32, u32) = (year.parse().expect("a year"), month.parse().expect("a month"));
        for to in [
            format!("{year}-{:02}", month % 12 + 1),
            format!("{}-{month:02}", year + 1),
            format!("{year}-{month:02}-15"),
        ] {
            plants.push(Plant { kind: "due: record", edits: vec![edit(path, range.clone(), to)] });
        }
    }
    plants
}

/// The last deadline of the next steps is moved in both languages.
pub fn due_in_text(garden: &Garden) -> Vec<Plant> {
    let mut plants = Vec::new();
    for issue in issues(garden).filter(|issue| issue.record.due.is_some() && issue.record.next_steps.is_some()) {
        let path = issue.path.as_str();
        let file = garden.file(path);
        let due = &file[value_of(file, "due").expect("a deadline")];
        let (year, month) = due.split_once('-').expect("a month");
        let n: usize = month.parse().expect("a month");
        let begin = file.find("\nnext_steps:").expect("next steps");
        let places = |word: &str| {
            file[begin..].match_indices(word).map(|(at, _)| begin + at..begin + at + word.len()).collect::<Vec<_>>()
        };
        let other = n % 12 + 1;
        let mut edits: Vec<Edit> = places(&format!("{year}年{n}月"))
            .into_iter()
            .map(|range| edit(path, range, format!("{year}年{other}月")))
            .collect();
        edits.extend(
            places(&format!("{} {year}", MONTHS[n - 1]))
                .into_iter()
                .map(|range| edit(path, range, format!("{} {year}", MONTHS[other - 1]))),
        );
        edits.sort_by_key(|edit| std::cmp::Reverse(edit.range.start));
        plants.push(Plant { kind: "due: both texts", edits });
    }
    plants
}

/// What may be claimed at the beginning of a response, in Chinese and in English.
const FINISHED: [[&str; 2]; 6] = [
    ["该问题已全部整改到位。", "The matter has been fully rectified. "],
    ["反馈的问题均已整改完毕。", "All the problems found have been rectified. "],
    ["整改任务已全部完成。", "All rectification tasks have been completed. "],
    ["目前已完成整改并销号。", "Rectification has been completed and signed off. "],
    ["相关问题已整改完成。", "The problems concerned have been put right. "],
    ["问题已得到彻底解决。", "The matter has been fully resolved. "],
];

const UNFINISHED: [[&str; 2]; 6] = [
    ["整改尚未完成。", "Rectification has not yet been completed. "],
    ["整改工作仍在进行。", "Rectification is still under way. "],
    ["相关问题尚未整改到位。", "The problems concerned have not yet been put right. "],
    ["部分问题仍在整改。", "Some of the problems are still being rectified. "],
    ["有关事项仍未办结。", "The matters concerned have still not been concluded. "],
    ["整改正在推进。", "Rectification is in progress. "],
];

/// A claim at the beginning of a response, in both languages, that the status of the record denies.
pub fn claim(garden: &Garden) -> Vec<Plant> {
    let mut plants = Vec::new();
    // What a record accepts is told as a note.
    let accepts =
        |issue: &&Issue| issue.record.accepted.iter().any(|accepted| accepted.rule.as_str() == "status-contradicted");
    let told = issues(garden).filter(|issue| issue.response.is_some() && !accepts(issue));
    for (n, issue) in told.enumerate() {
        let claims = if issue.class().is_done() { &UNFINISHED } else { &FINISHED };
        let stem = issue.path.as_str().trim_end_matches(".yaml");
        let at = |lang: usize| edit(&format!("{stem}.{}.md", ["zh", "en"][lang]), 0..0, claims[n % 6][lang]);
        plants.push(Plant { kind: "claim: lead", edits: vec![at(0), at(1)] });
    }
    plants
}

/// A record says that an issue is completed, which its lead denies.
pub fn claim_in_record(garden: &Garden) -> Vec<Plant> {
    let outstanding = issues(garden).filter(|issue| !issue.class().is_done());
    let completed = |issue: &Issue| {
        let path = issue.path.as_str();
        let file = garden.file(path);
        let status = edit(path, value_of(file, "status").expect("a status"), "completed");
        let begin = file.find("\nnext_steps:").expect("next steps") + 1;
        let lines = file[begin..].split_inclusive('\n').enumerate();
        let length =
            lines.take_while(|(n, line)| *n == 0 || line.starts_with(' ') || *line == "\n").map(|(_, line)| line.len());
        Plant { kind: "claim: record", edits: vec![edit(path, begin..begin + length.sum::<usize>(), ""), status] }
    };
    outstanding.map(completed).collect()
}

const ACCOUNTABILITY: &str = "content/accountability.yaml";

/// The figures of groups of persons, their stated numbers, and the lists themselves.
pub fn accountability(garden: &Garden) -> Vec<Plant> {
    let file = garden.file(ACCOUNTABILITY);
    let after = |word: &str, from: &str| {
        let start = file.find(from).expect("a place");
        let start = start + file[start..].find(word).expect("a number") + word.len();
        start..start + file[start..].find(|c: char| !c.is_ascii_digit()).expect("an end")
    };
    let mut plants = Vec::new();
    for (id, group) in [("{id: sanctions", "- id: sanctions"), ("{id: admonition-talks", "- id: admonition-talks")] {
        for (word, from) in [("value: ", id), ("stated: ", group)] {
            let range = after(word, from);
            let n: u32 = file[range.clone()].parse().expect("a number");
            for to in [n + 1, n - 1] {
                plants
                    .push(Plant { kind: "persons", edits: vec![edit(ACCOUNTABILITY, range.clone(), to.to_string())] });
            }
        }
        let person =
            file.find(group).map(|at| at + file[at..].find("      - {post").expect("a person")).expect("a group");
        let end = person + file[person..].find('\n').expect("a line") + 1;
        plants.push(Plant { kind: "persons", edits: vec![edit(ACCOUNTABILITY, person..end, "")] });
        let twice = file[person..end].to_owned();
        plants.push(Plant { kind: "persons", edits: vec![edit(ACCOUNTABILITY, person..person, twice)] });
    }
    plants
}

/// Whether two records state more than one figure alike: a single one may be chance.
fn repeat(one: &Issue, other: &Issue) -> bool {
    let figures = |issue: &Issue| {
        let figures = issue.record.figures.iter();
        figures.map(|figure| (figure.id.to_string(), *figure.value)).collect::<Vec<_>>()
    };
    let theirs = figures(other);
    figures(one).iter().filter(|figure| theirs.contains(figure)).count() > 1
}

/// A figure of a record that another record states, too: the same id and value in both.
pub fn figure_of_another_record(garden: &Garden) -> Vec<Plant> {
    let all: Vec<(&Issue, usize)> =
        issues(garden).flat_map(|issue| (0..issue.record.figures.len()).map(move |n| (issue, n))).collect();
    let mut plants = Vec::new();
    for (issue, n) in &all {
        let figure = &issue.record.figures[*n];
        let same = |(other, m): &&(&Issue, usize)| {
            let theirs = &other.record.figures[*m];
            other.path != issue.path
                && theirs.id.as_str() == figure.id.as_str()
                && *theirs.value == *figure.value
                && repeat(issue, other)
        };
        if all.iter().any(|other| same(&other)) {
            let range = figure.value.span();
            let path = issue.path.as_str();
            let to = super::figures::shifted(&garden.file(path)[range.clone()]);
            plants.push(Plant { kind: "two records", edits: vec![edit(path, range, to)] });
        }
    }
    plants
}
