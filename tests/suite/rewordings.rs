//! Honest translations pass and false ones are found: figures with their units, bounds, directions, shares, times and ranges.
//!
//! `cargo test --test suite rewordings -- --nocapture` prints the table by kind.

mod fixed;
mod further;
mod table;
mod unseen;

use std::collections::{BTreeMap, BTreeSet};

use gongkai::diagnostic::{Diagnostic, Place};
use gongkai::shell::report;

use crate::fixture::Fixture;
use fixed::FIXED;
use further::{FURTHER, LATER};
use table::{PAIRS, WRONG_CHINESE};
use unseen::{UNSEEN, UNSEEN_LATER};

const ZH: &str = "content/1-projects/001.zh.md";
const EN: &str = "content/1-projects/001.en.md";

/// Figures that pairs quote.
const QUOTED: &str = "\
figures:
  - {id: g, label: {zh: 比例, en: Share}, value: 12.5, unit: percent}
  - {id: n, label: {zh: 受理案件, en: Cases accepted}, value: 36, unit: case}
  - {id: area, label: {zh: 面积, en: Area}, value: 4200, unit: mu}
  - {id: m, label: {zh: 金额, en: Amount}, value: 2350000, unit: CNY}
";

/// Which of the pairs, Chinese and English, have a finding. Every pair is a paragraph, so all are compared in one site.
fn found(pairs: &[(&str, &str)]) -> BTreeSet<usize> {
    let paragraphs = |texts: Vec<&str>| texts.join("\n\n") + "\n";
    let compiled = Fixture::small()
        .replacing("content/1-projects/001.yaml", "figures:\n", QUOTED)
        .with(ZH, paragraphs(pairs.iter().map(|(zh, _)| *zh).collect()))
        .with(EN, paragraphs(pairs.iter().map(|(_, en)| *en).collect()))
        .compile();
    let pair = |diagnostic: &Diagnostic| {
        let Some(Place::Span(path, range)) = &diagnostic.place else { return None };
        let text = compiled.tree.text(path.as_str()).filter(|_| [ZH, EN].contains(&path.as_str()))?;
        Some((report::position(text, range.start).0 - 1) / 2)
    };
    let rules = ["figures-differ", "figures-in-order", "structure-differs", "polarity-differs"];
    compiled.diagnostics.iter().filter(|d| rules.contains(&d.rule)).filter_map(pair).collect()
}

/// A kind, Chinese, English that says the same, English that says something else.
type Pair = (&'static str, &'static str, &'static str, &'static str);

/// Prints, for each kind, how many honest pairs pass and how many false ones are found, and what fails.
#[allow(clippy::print_stdout)] // a report
fn print(table: &[Pair], refused: &BTreeSet<usize>, caught: &BTreeSet<usize>) {
    let mut kinds: BTreeMap<&str, [usize; 3]> = BTreeMap::new();
    for (at, (kind, ..)) in table.iter().enumerate() {
        let counts = kinds.entry(kind).or_default();
        counts[0] += 1;
        counts[1] += usize::from(refused.contains(&at));
        counts[2] += usize::from(caught.contains(&at));
    }
    println!("{:16}{:>8}{:>10}{:>8}", "kind", "pairs", "refused", "found");
    for (kind, [pairs, refused, caught]) in &kinds {
        println!("{kind:16}{pairs:>8}{refused:>10}{caught:>8}");
    }
    println!("{:16}{:>8}{:>10}{:>8}", "all", table.len(), refused.len(), caught.len());
    for (at, (_, zh, en, wrong)) in table.iter().enumerate() {
        if refused.contains(&at) {
            println!("refused: {zh} | {en}");
        }
        if !caught.contains(&at) {
            println!("missed: {zh} | {wrong}");
        }
    }
}

/// Of a table at most so many honest pairs are refused, and of the false ones 95 % are found.
fn agrees(table: &[Pair], may_refuse: usize) {
    let honest: Vec<_> = table.iter().map(|(_, zh, en, _)| (*zh, *en)).collect();
    let wrong: Vec<_> = table.iter().map(|(_, zh, _, wrong)| (*zh, *wrong)).collect();
    let (refused, caught) = (found(&honest), found(&wrong));
    print(table, &refused, &caught);
    assert!(refused.len() <= may_refuse, "{} honest pairs are refused", refused.len());
    assert!(caught.len() * 100 >= table.len() * 95, "{} of {} are found", caught.len(), table.len());
}

#[test]
fn honest_rewordings_pass_and_false_ones_are_found() {
    assert!(PAIRS.len() >= 120, "{}", PAIRS.len());
    agrees(PAIRS, 3);
}

#[test]
fn what_other_offices_write_passes_and_false_wordings_are_found() {
    agrees(FURTHER, 2);
    agrees(LATER, 1);
}

#[test]
fn what_was_hard_to_see_is_seen() {
    agrees(UNSEEN, 1);
    agrees(UNSEEN_LATER, 1);
}

#[test]
fn a_numeral_within_a_fixed_word_is_no_quantity() {
    let refused = found(FIXED);
    let wrong: Vec<_> = refused.iter().map(|at| FIXED[*at]).collect();
    assert_eq!(wrong, []);
}

#[test]
fn false_chinese_is_found_as_false_english_is() {
    let pairs: Vec<_> = WRONG_CHINESE.iter().map(|(_, zh, en)| (*zh, *en)).collect();
    let caught = found(&pairs);
    let missed: Vec<_> = (0..pairs.len()).filter(|at| !caught.contains(at)).map(|at| WRONG_CHINESE[at]).collect();
    assert!(missed.len() * 20 <= pairs.len(), "{missed:?}");
}
