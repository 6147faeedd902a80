//! Honest translations pass and false ones are found: figures with their units, bounds, directions, shares, times and ranges.
//!
//! `cargo test --test suite rewordings -- --nocapture` prints the table by kind.

mod table;

use std::collections::{BTreeMap, BTreeSet};

use gongkai::diagnostic::{Diagnostic, Place};
use gongkai::shell::report;

use crate::fixture::Fixture;
use table::PAIRS;

const ZH: &str = "content/1-projects/001.zh.md";
const EN: &str = "content/1-projects/001.en.md";

/// Which of the pairs have a finding about their figures. Every pair is a paragraph, so all are compared in one site.
fn found(
    english: impl Fn(&(&'static str, &'static str, &'static str, &'static str)) -> &'static str,
) -> BTreeSet<usize> {
    let paragraphs = |texts: Vec<&str>| texts.join("\n\n") + "\n";
    let compiled = Fixture::small()
        .with(ZH, paragraphs(PAIRS.iter().map(|(_, zh, ..)| *zh).collect()))
        .with(EN, paragraphs(PAIRS.iter().map(english).collect()))
        .compile();
    let pair = |diagnostic: &Diagnostic| {
        let Some(Place::Span(path, range)) = &diagnostic.place else { return None };
        let text = compiled.tree.text(path.as_str()).filter(|_| [ZH, EN].contains(&path.as_str()))?;
        Some((report::position(text, range.start).0 - 1) / 2)
    };
    let of_figures = |d: &&Diagnostic| ["figures-differ", "figures-in-order", "structure-differs"].contains(&d.rule);
    compiled.diagnostics.iter().filter(of_figures).filter_map(pair).collect()
}

/// Prints, for each kind, how many honest pairs pass and how many false ones are found, and what fails.
#[allow(clippy::print_stdout)] // a report
fn print(refused: &BTreeSet<usize>, caught: &BTreeSet<usize>) {
    let mut kinds: BTreeMap<&str, [usize; 3]> = BTreeMap::new();
    for (at, (kind, ..)) in PAIRS.iter().enumerate() {
        let counts = kinds.entry(kind).or_default();
        counts[0] += 1;
        counts[1] += usize::from(refused.contains(&at));
        counts[2] += usize::from(caught.contains(&at));
    }
    println!("{:16}{:>8}{:>10}{:>8}", "kind", "pairs", "refused", "found");
    for (kind, [pairs, refused, caught]) in &kinds {
        println!("{kind:16}{pairs:>8}{refused:>10}{caught:>8}");
    }
    println!("{:16}{:>8}{:>10}{:>8}", "all", PAIRS.len(), refused.len(), caught.len());
    for (at, (_, zh, en, wrong)) in PAIRS.iter().enumerate() {
        if refused.contains(&at) {
            println!("refused: {zh} | {en}");
        }
        if !caught.contains(&at) {
            println!("missed: {zh} | {wrong}");
        }
    }
}

#[test]
fn honest_rewordings_pass_and_false_ones_are_found() {
    let (refused, caught) = (found(|(.., en, _)| en), found(|(.., wrong)| wrong));
    print(&refused, &caught);
    assert!(PAIRS.len() >= 120, "{}", PAIRS.len());
    assert!(refused.len() <= 3, "{} honest pairs are refused", refused.len());
    assert!(caught.len() * 100 >= PAIRS.len() * 95, "{} of {} are found", caught.len(), PAIRS.len());
}
