//! Differences planted in the sample, one at a time: what is found, by kind, and what is missed.
//!
//! `cargo test --test suite plants -- --ignored --nocapture` plants them all and prints the table; `PLANTS_SEED=7` before it chooses others. The
//! ordinary suite plants one of each kind of which all are found.

#![allow(clippy::print_stdout)] // a report

mod by_hand;
mod figures;
mod garden;
mod records;
mod text;
mod words;

use std::collections::BTreeMap;

use gongkai::cache::Cache;
use rayon::prelude::*;

use garden::{Garden, Plant, Seeded};
use text::{Change, Text, texts};

/// How many of a kind are planted.
const OF_A_KIND: usize = 10;

type Kind = (&'static str, fn(&Text<'_>) -> Vec<Change>);

/// Differences in one text of one language.
const IN_TEXTS: &[Kind] = &[
    ("value", figures::value),
    ("digits exchanged", figures::digits_exchanged),
    ("scale", figures::scale),
    ("percent or points", figures::points),
    ("missing figure", figures::missing),
    ("extra figure", figures::extra),
    ("ordinal", words::ordinal),
    ("range, one end", figures::range_end),
    ("table cell", figures::cell),
    ("table row missing", records::without_row),
    ("list item missing", records::without_item),
    ("year", figures::year),
    ("month", figures::month),
    ("day", figures::day),
    ("approximation", words::approximation),
    ("bound", words::bound),
    ("number in words", words::in_words),
    ("unit", figures::unit),
    ("currency", figures::currency),
    ("direction", words::direction),
    ("two exchanged", figures::exchanged),
    ("negation", words::negation),
];

/// Places, as both languages write them.
const PLACES: [[&str; 2]; 8] = [
    ["松溪", "Songxi"],
    ["政和", "Zhenghe"],
    ["浦城", "Pucheng"],
    ["建阳", "Jianyang"],
    ["延平", "Yanping"],
    ["建瓯", "Jian’ou"],
    ["光泽", "Guangze"],
    ["武夷山市", "Wuyishan"],
];

/// Figures of texts in records, and dates of next steps.
fn in_fields<'t>(all: &[Text<'t>], field: &str, change: impl Fn(&Text<'t>) -> Vec<Change>) -> Vec<(usize, Change)> {
    let of_field = all.iter().enumerate().filter(|(_, text)| text.field == field);
    of_field.flat_map(|(n, text)| change(text).into_iter().map(move |change| (n, change))).collect()
}

/// Every difference that could be planted, by kind.
fn candidates(garden: &Garden) -> Vec<(&'static str, Vec<Plant>)> {
    let all = texts(&garden.site);
    let of = |kind, changes: Vec<(usize, Change)>| {
        (kind, changes.into_iter().map(|(n, change)| Plant::of(kind, &all[n], change)).collect::<Vec<_>>())
    };
    let everywhere = |change: &dyn Fn(&Text<'_>) -> Vec<Change>| {
        let changes =
            all.iter().enumerate().flat_map(|(n, text)| change(text).into_iter().map(move |change| (n, change)));
        changes.collect::<Vec<_>>()
    };
    let mut kinds: Vec<_> = IN_TEXTS.iter().map(|(kind, change)| of(kind, everywhere(change))).collect();
    let figure = |text: &Text<'_>| [figures::value(text), words::in_words(text)].concat();
    for (kind, field) in [("label figure", "label"), ("statement figure", "statement"), ("title figure", "title")] {
        kinds.push(of(kind, in_fields(&all, field, figure)));
    }
    let date = |text: &Text<'_>| [figures::year(text), figures::month(text)].concat();
    kinds.push(of("deadline, one language", in_fields(&all, "next_steps", date)));
    let bodies = bodies(garden);
    let places = PLACES.map(|names| names.map(str::to_owned));
    kinds.push(of("body", everywhere(&|text| words::renamed(text, &bodies))));
    kinds.push(of("place", everywhere(&|text| words::renamed(text, &places))));
    kinds.extend([
        ("due: record", records::due_in_record(garden)),
        ("due: both texts", records::due_in_text(garden)),
        ("claim: lead", records::claim(garden)),
        ("claim: record", records::claim_in_record(garden)),
        ("persons", records::accountability(garden)),
        ("two records", records::figure_of_another_record(garden)),
    ]);
    kinds
}

/// Bodies, as the list of units and the glossary write them, longer ones first.
fn bodies(garden: &Garden) -> Vec<[String; 2]> {
    let notice = &garden.site.edition.notice;
    let terms = notice.glossary.iter().flat_map(|glossary| &glossary.record.names);
    let names = notice.units.iter().map(|unit| &unit.name).chain(terms).map(|name| {
        let mut texts =
            name.iter().map(|(lang, text)| (lang.to_string(), text.to_string())).collect::<BTreeMap<_, _>>();
        ["zh", "en"].map(|lang| texts.remove(lang).expect("both languages"))
    });
    let is_body =
        |zh: &str| zh.starts_with(['市', '省']) && zh.ends_with(['局', '委', '部', '院', '会', '组', '办', '府']);
    let mut bodies: Vec<[String; 2]> = names.filter(|[zh, en]| is_body(zh) && !en.contains('(')).collect();
    bodies.sort_by_key(|[zh, en]| (std::cmp::Reverse(zh.len()), en.clone()));
    bodies.dedup();
    bodies
}

fn seed() -> u64 {
    std::env::var("PLANTS_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(14)
}

/// The rules that find each difference; many at a time, each alone.
fn found(garden: &Garden, plants: &[Plant]) -> Vec<Vec<String>> {
    let at_once = rayon::current_num_threads().max(1);
    let some = plants.par_chunks(plants.len().div_ceil(at_once).max(1)).map(|plants| {
        let mut cache = Cache::default();
        plants.iter().map(|plant| garden.found(plant, &mut cache)).collect::<Vec<_>>()
    });
    some.collect::<Vec<_>>().concat()
}

/// Plants some of each kind; gives how many were found of how many.
fn plant(garden: &Garden, of_a_kind: usize) -> (usize, usize) {
    let mut seeded = Seeded::of(seed());
    let kinds = candidates(garden);
    for (kind, plants) in &kinds {
        println!("{kind:24} {:5} could be planted", plants.len());
    }
    let chosen: Vec<Plant> = kinds.into_iter().flat_map(|(_, plants)| seeded.some(plants, of_a_kind)).collect();
    println!("seed {}", seed());
    tally(garden, &chosen)
}

/// Plants each difference; prints what was found by kind and what was missed, and gives how many were found of how many.
fn tally(garden: &Garden, plants: &[Plant]) -> (usize, usize) {
    let mut table: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for (plant, rules) in plants.iter().zip(found(garden, plants)) {
        let (hits, planted) = table.entry(plant.kind).or_default();
        *planted += 1;
        *hits += usize::from(!rules.is_empty());
        if rules.is_empty() {
            println!("missed: {:24} {}", plant.kind, garden.told(plant));
        }
    }
    for (kind, (hits, planted)) in &table {
        println!("{kind:24} {hits:3} / {planted:3}");
    }
    let hits = table.values().map(|(hits, _)| hits).sum();
    println!("{:24} {hits:3} / {:3}", "all", plants.len());
    (hits, plants.len())
}

/// The share that is found, in per mille.
fn share(hits: usize, of: usize) -> usize {
    hits * 1000 / of.max(1)
}

#[test]
#[ignore = "takes minutes; prints the table"]
fn differences_of_all_kinds_are_found() {
    let garden = Garden::new();
    let (hits, planted) = plant(&garden, OF_A_KIND);
    assert!(planted >= 200, "{planted} were planted");
    assert!(share(hits, planted) >= 950, "{hits} of {planted}");
}

#[test]
#[ignore = "takes a minute; prints what is missed"]
fn differences_planted_by_hand_are_found() {
    let garden = Garden::new();
    let plants = by_hand::plants(&garden);
    let (hits, planted) = tally(&garden, &plants);
    assert!(share(hits, planted) >= 950, "{hits} of {planted}");
}

#[test]
#[ignore = "takes minutes; prints what is missed"]
fn every_figure_shifted_by_one_is_found() {
    let garden = Garden::new();
    let all = texts(&garden.site);
    let narratives = all.iter().filter(|text| text.field.is_empty());
    let plants: Vec<Plant> = narratives
        .flat_map(|text| figures::each_shifted(text).into_iter().map(|change| Plant::of("shifted", text, change)))
        .collect();
    let found = found(&garden, &plants);
    let missed = plants.iter().zip(&found).filter(|(_, rules)| rules.is_empty());
    missed.for_each(|(plant, _)| println!("missed: {}", garden.told(plant)));
    let hits = found.iter().filter(|rules| !rules.is_empty()).count();
    println!("figures shifted by one: {hits} of {}", plants.len());
    assert!(share(hits, plants.len()) >= 980, "{hits} of {}", plants.len());
}

/// Kinds of which all that are planted in the ordinary suite are found.
const SURE: [&str; 15] = [
    "value",
    "digits exchanged",
    "scale",
    "percent or points",
    "extra figure",
    "table cell",
    "table row missing",
    "list item missing",
    "month",
    "two exchanged",
    "negation",
    "place",
    "due: record",
    "claim: lead",
    "claim: record",
];

#[test]
fn a_difference_of_each_sure_kind_is_found() {
    let garden = Garden::new();
    let mut seeded = Seeded::of(seed());
    let kinds = candidates(&garden).into_iter().filter(|(kind, _)| SURE.contains(kind));
    let chosen: Vec<Plant> = kinds.flat_map(|(_, plants)| seeded.some(plants, 1)).collect();
    assert_eq!(chosen.len(), SURE.len());
    let found = found(&garden, &chosen);
    let missed = chosen.iter().zip(&found).filter(|(_, rules)| rules.is_empty());
    assert_eq!(missed.map(|(plant, _)| garden.told(plant)).collect::<Vec<_>>(), Vec::<String>::new());
}
