//! The table of rules, by group; within a group in the order in which an author meets them.
//!
//! Examples are changes to the small notice that tests use, whose files are named here.

mod files;
mod languages;
mod links;
mod persons;
mod prose;
mod references;
mod sense;
mod theme;
mod totals;
mod wording;
mod yaml;

use super::Rule;

const NOTICE: &str = "content/notice.yaml";
const SECTION: &str = "content/1-projects/section.yaml";
/// Completed, with figures, history and a narrative of some length.
const FIRST: &str = "content/1-projects/001.yaml";
const FIRST_ZH: &str = "content/1-projects/001.zh.md";
const FIRST_EN: &str = "content/1-projects/001.en.md";
/// Substantially completed, with a deadline that was moved.
const SECOND: &str = "content/1-projects/002.yaml";
/// In progress, with a narrative of one line.
const THIRD: &str = "content/2-people/003.yaml";
const THIRD_ZH: &str = "content/2-people/003.zh.md";
const THIRD_EN: &str = "content/2-people/003.en.md";
/// Not in the small notice.
const ACCOUNTABILITY: &str = "content/accountability.yaml";

const GROUPS: [&[Rule]; 11] = [
    files::ROWS,
    yaml::ROWS,
    references::ROWS,
    sense::ROWS,
    totals::ROWS,
    languages::ROWS,
    links::ROWS,
    prose::ROWS,
    persons::ROWS,
    wording::ROWS,
    theme::ROWS,
];

/// Every rule, by group.
pub static RULES: &[Rule] = &joined::<{ count() }>();

const fn count() -> usize {
    let (mut sum, mut group) = (0, 0);
    while group < GROUPS.len() {
        sum += GROUPS[group].len();
        group += 1;
    }
    sum
}

/// The groups as one table, made while gongkai is compiled.
const fn joined<const N: usize>() -> [Rule; N] {
    let mut rules = [GROUPS[0][0]; N];
    let (mut at, mut group) = (0, 0);
    while group < GROUPS.len() {
        let mut row = 0;
        while row < GROUPS[group].len() {
            rules[at] = GROUPS[group][row];
            (at, row) = (at + 1, row + 1);
        }
        group += 1;
    }
    rules
}
