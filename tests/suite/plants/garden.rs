//! The sample, with one difference planted in it at a time.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use gongkai::cache::Cache;
use gongkai::compile::{Options, Site, compile_with};
use gongkai::diagnostic::{Diagnostic, Place, Severity};
use gongkai::rules::{self, RuleGroup};
use gongkai::source::SourceTree;
use gongkai::value::RelPath;

use super::text::{Change, Text};
use crate::fixture::Fixture;

/// A difference: what is written in place of what.
#[derive(Clone)]
pub struct Plant {
    pub kind: &'static str,
    pub edits: Vec<Edit>,
}

/// A change of a file.
#[derive(Clone)]
pub struct Edit {
    pub path: String,
    pub range: Range<usize>,
    pub to: String,
}

impl Plant {
    /// A change in one text.
    pub fn of(kind: &'static str, text: &Text<'_>, (range, to): Change) -> Plant {
        let Place::Span(path, range) = text.passage.place(range) else { panic!("texts stand somewhere") };
        Plant { kind, edits: vec![Edit { path: path.to_string(), range, to }] }
    }
}

/// The sample and what is found in it before anything is planted.
pub struct Garden {
    tree: Arc<SourceTree>,
    pub site: Site,
    clean: Findings,
}

/// How often each finding occurs: by rule, file and words. Places move when a text before them changes.
type Findings = BTreeMap<(String, String, String), usize>;

impl Garden {
    pub fn new() -> Garden {
        let compiled = Fixture::notice().compile_with(&Garden::options());
        let clean = findings(&compiled.diagnostics);
        let tree = compiled.tree.clone();
        Garden { tree, site: compiled.site.expect("the sample is a site"), clean }
    }

    /// Everything is told that `check --suggest` tells.
    fn options() -> Options {
        Options { suggests: true, ..Options::default() }
    }

    pub fn file(&self, path: &str) -> &str {
        self.tree.text(path).unwrap_or_else(|| panic!("no {path}"))
    }

    /// The tree with the difference in it.
    fn planted(&self, plant: &Plant) -> Arc<SourceTree> {
        let mut tree = (*self.tree).clone();
        for edit in &plant.edits {
            let mut text = tree.text(&edit.path).unwrap_or_else(|| panic!("no {}", edit.path)).to_owned();
            text.replace_range(edit.range.clone(), &edit.to);
            tree.insert(RelPath::of(&edit.path), text.into());
        }
        Arc::new(tree)
    }

    /// The rules that find the difference.
    pub fn found(&self, plant: &Plant, cache: &mut Cache) -> Vec<String> {
        let found = compile_with(&self.planted(plant), &Garden::options(), cache).diagnostics;
        let broken = found.iter().find(|d| ["yaml-syntax", "unknown-key", "wrong-value"].contains(&d.rule));
        assert!(broken.is_none(), "{} breaks the file: {broken:?}", self.told(plant));
        let new = findings(&found).into_iter().filter(|(key, n)| self.clean.get(key).is_none_or(|known| known < n));
        new.map(|((rule, ..), _)| rule).collect()
    }

    /// The difference in a line.
    pub fn told(&self, plant: &Plant) -> String {
        let told = plant.edits.iter().map(|Edit { path, range, to }| {
            let text = self.file(path);
            let (before, after) = (&text[..range.start], &text[range.end..]);
            let before: String = before.chars().rev().take(18).collect::<Vec<_>>().into_iter().rev().collect();
            let after: String = after.chars().take(18).collect();
            let from = &text[range.clone()];
            format!("{path} {before}[{from} → {to}]{after}").replace('\n', "⏎")
        });
        told.collect::<Vec<_>>().join(" & ")
    }
}

/// Findings that say that something does not agree: those about shape and punctuation are not what is sought, nor what was accepted.
fn findings(diagnostics: &[Diagnostic]) -> Findings {
    let mut findings = Findings::new();
    let tells = |d: &&Diagnostic| {
        let group = rules::find(d.rule).expect("a rule").group;
        // A body that only one language names may be meant: of that a note tells.
        (d.severity != Severity::Note || d.rule == "name-missing")
            && d.rule != "unused-acceptance"
            && matches!(group, RuleGroup::Sense | RuleGroup::Totals | RuleGroup::Languages)
    };
    for d in diagnostics.iter().filter(tells) {
        let path = d.place.as_ref().map(|place| place.path().to_string()).unwrap_or_default();
        *findings.entry((d.rule.to_owned(), path, d.message.en.clone())).or_default() += 1;
    }
    findings
}

/// Random numbers that are the same every time: splitmix64.
pub struct Seeded(u64);

impl Seeded {
    pub fn of(seed: u64) -> Seeded {
        Seeded(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below another.
    pub fn below(&mut self, n: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(n.max(1)).expect("small")).expect("small")
    }

    /// Some of many, in random order.
    pub fn some<T>(&mut self, mut of: Vec<T>, n: usize) -> Vec<T> {
        let mut chosen = Vec::new();
        while chosen.len() < n && !of.is_empty() {
            chosen.push(of.swap_remove(self.below(of.len())));
        }
        chosen
    }
}
