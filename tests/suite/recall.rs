//! How much private data is found, and how much that only looks like it: a seeded set for every kind, in plain, spaced and hard forms, and more
//! than a hundred look-alikes. `cargo test --test suite recall -- --nocapture` prints the table.

mod forms;
mod numbers;

use std::collections::BTreeMap;

use gongkai::diagnostic::Place;

use crate::fixture::Fixture;
use forms::{LOOK_ALIKES, plain, variants};
use numbers::{Kind, Random};

/// The rules that name private data.
const RULES: [&str; 9] = [
    "identity-card",
    "mobile-number",
    "bank-card",
    "private-email",
    "travel-document",
    "number-plate",
    "chat-account",
    "home-address",
    "birth-date",
];

/// How the signs of a number stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Form {
    Plain,
    Spaced,
    Hard,
}

/// How many sentences of every kind and form there are.
const EACH: usize = 60;

/// How many paragraphs one narrative of the test has.
const BATCH: usize = 50;

/// Whether each text, a paragraph of a narrative, gives a finding of private data; in the order of the texts.
fn found(texts: &[String]) -> Vec<bool> {
    texts.chunks(BATCH).flat_map(found_in_one).collect()
}

fn found_in_one(texts: &[String]) -> Vec<bool> {
    const PATH: &str = "content/1-projects/001.zh.md";
    let mut narrative = String::new();
    let places: Vec<_> = texts
        .iter()
        .map(|text| {
            let start = narrative.len();
            narrative.push_str(text);
            narrative.push_str("\n\n");
            start..narrative.len()
        })
        .collect();
    let compiled = Fixture::small().with(PATH, &narrative).compile();
    let ranges: Vec<_> = compiled
        .diagnostics
        .iter()
        .filter(|finding| RULES.contains(&finding.rule))
        .filter_map(|finding| match &finding.place {
            Some(Place::Span(path, range)) if path.as_str() == PATH => Some(range.clone()),
            _ => None,
        })
        .collect();
    places.iter().map(|place| ranges.iter().any(|range| place.contains(&range.start))).collect()
}

#[test]
fn private_data_are_found_in_every_form() {
    let mut random = Random::new(20_261_129);
    let mut cases: Vec<(Kind, Form, String)> = Vec::new();
    for kind in Kind::ALL {
        for form in [Form::Plain, Form::Spaced, Form::Hard] {
            let all = variants(kind, form);
            for nth in 0..if all.is_empty() { 0 } else { EACH } {
                let value = kind.value(&mut random);
                let shown = all[nth % all.len()](&value, &mut random);
                cases.push((kind, form, plain(kind, &shown, nth / all.len())));
            }
        }
    }
    let texts: Vec<String> = cases.iter().map(|(.., text)| text.clone()).collect();
    let mut table: BTreeMap<(Kind, Form), (usize, usize)> = BTreeMap::new();
    let mut missed = Vec::new();
    for ((kind, form, text), is_found) in cases.into_iter().zip(found(&texts)) {
        let row = table.entry((kind, form)).or_default();
        row.1 += 1;
        row.0 += usize::from(is_found);
        if !is_found {
            missed.push(format!("{kind:?} {form:?}: {text}"));
        }
    }
    for ((kind, form), (found, all)) in &table {
        println!("{:16} {:8} {found:3} of {all:3}", format!("{kind:?}"), format!("{form:?}"));
    }
    println!("{}", missed.join("\n"));
    for form in [Form::Plain, Form::Spaced, Form::Hard] {
        let rows = table.iter().filter(|((_, of), _)| *of == form).map(|(_, row)| row);
        let (found, all) = rows.fold((0, 0), |sum, row| (sum.0 + row.0, sum.1 + row.1));
        println!("{form:?}: {found} of {all}");
        let least = if form == Form::Hard { 90 } else { 99 };
        assert!(found * 100 >= all * least, "{form:?}: {found} of {all}\n{}", missed.join("\n"));
    }
}

#[test]
fn what_only_looks_like_private_data_is_let_be() {
    let texts: Vec<String> = LOOK_ALIKES.iter().map(|text| (*text).to_owned()).collect();
    assert!(texts.len() >= 100, "{}", texts.len());
    let wrong: Vec<&String> =
        texts.iter().zip(found(&texts)).filter(|(_, found)| *found).map(|(text, _)| text).collect();
    println!("{} of {} look-alikes named\n{wrong:#?}", wrong.len(), texts.len());
    assert!(wrong.is_empty(), "{wrong:#?}");
}
