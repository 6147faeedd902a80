//! Fixing without judgement: the changes that diagnostics carry are made, in memory, and kept only if they do what they
//! promise.
//!
//! Takes files; gives the files as they would be. What a change promises is known where the diagnostic is made; whether
//! it holds is seen by compiling the result: the diagnostic is gone, and no other is new. Diagnostics are compared by
//! rule and place, led back through the changes. A file in which something is worse gets only half of its changes, and
//! so on down to the one that does harm, which is left to the author.

mod changes;
mod comparison;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::cache::Cache;
use crate::compile::{Counts, Options, Site, compile_with};
use crate::diagnostic::{Checked, Diagnostic};
use crate::source::SourceTree;
use crate::value::RelPath;
use changes::{FileFixes, changed};
use comparison::worse;

/// How often the result is compiled before the rest is left to another run.
const MOST_TRIALS: usize = 200;

/// The rule whose diagnostics are fixed when they are asked for alone: the marks are those of the text that leaders
/// approved.
const ASKED_FOR: &str = "half-width-punctuation";

/// Files whose mechanical diagnostics are fixed, and what became of them.
pub struct Fixed {
    /// The files as they would be.
    pub tree: Arc<SourceTree>,
    /// The site that they make.
    pub site: Option<Site>,
    /// How much was looked at.
    pub counts: Counts,
    /// What is left.
    pub diagnostics: Vec<Diagnostic>,
    /// The rules of the diagnostics that were fixed, in the order in which they were.
    pub rules: Vec<&'static str>,
    /// Whether everything was tried that could be.
    pub is_complete: bool,
}

/// Fixes the diagnostics of files that can be fixed without judgement, half-width punctuation in Chinese too if that is
/// asked for. Diagnostics that an author accepted stay.
pub fn fix(tree: &Arc<SourceTree>, punctuation: bool) -> Fixed {
    let mut fixer = Fixer { punctuation, cache: Cache::default(), trials: 0, refused: BTreeSet::new() };
    let mut fixed = fixer.compile(tree.clone());
    while fixed.is_complete {
        let wanted = fixer.wanted(&fixed);
        if wanted.is_empty() {
            return fixed;
        }
        match fixer.narrow(&fixed, wanted) {
            Trial::Kept(next) => {
                fixed = *next;
                // What did harm before may do none now.
                fixer.refused.clear();
            }
            Trial::Refused => {}
            Trial::GivenUp => fixed.is_complete = false,
        }
    }
    fixed
}

/// Returns whether a diagnostic is fixed without being asked for.
pub fn is_fixed_by_default(diagnostic: &Diagnostic) -> bool {
    diagnostic.fix.is_some() && diagnostic.accepted.is_none() && diagnostic.rule != ASKED_FOR
}

/// Returns whether a diagnostic is fixed when the punctuation is asked for.
pub fn is_fixed_on_request(diagnostic: &Diagnostic) -> bool {
    diagnostic.fix.is_some() && diagnostic.accepted.is_none() && diagnostic.rule == ASKED_FOR
}

/// The diagnostics of a file that are fixed together.
type FixesByFile<'a> = BTreeMap<&'a RelPath, Vec<&'a Diagnostic>>;

/// What is known of a diagnostic that could not be fixed: path, rule, message and the line that it stands in.
type NotFixed = (Option<RelPath>, &'static str, String, String);

enum Trial {
    Kept(Box<Fixed>),
    Refused,
    GivenUp,
}

struct Fixer {
    /// Whether half-width punctuation in Chinese is fixed.
    punctuation: bool,
    cache: Cache,
    trials: usize,
    refused: BTreeSet<NotFixed>,
}

impl Fixer {
    fn compile(&mut self, tree: Arc<SourceTree>) -> Fixed {
        let Checked { value: (site, counts), diagnostics } = compile_with(&tree, &Options::default(), &mut self.cache);
        Fixed { tree, site, counts, diagnostics, rules: Vec::new(), is_complete: true }
    }

    /// Returns the diagnostics that can be fixed, by file.
    fn wanted<'a>(&self, fixed: &'a Fixed) -> FixesByFile<'a> {
        let mut wanted = FixesByFile::new();
        for diagnostic in &fixed.diagnostics {
            if (is_fixed_by_default(diagnostic) || self.punctuation && is_fixed_on_request(diagnostic))
                && !self.refused.contains(&refused(&fixed.tree, diagnostic))
                && let Some(place) = &diagnostic.place
            {
                wanted.entry(place.path()).or_default().push(diagnostic);
            }
        }
        wanted
    }

    /// Makes the changes that are wanted, fewer and fewer, until none does harm.
    fn narrow(&mut self, before: &Fixed, mut wanted: FixesByFile<'_>) -> Trial {
        while !wanted.is_empty() {
            if self.trials == MOST_TRIALS {
                return Trial::GivenUp;
            }
            self.trials += 1;
            let changes: BTreeMap<&RelPath, FileFixes> =
                wanted.iter().map(|(path, diagnostics)| (*path, FileFixes::of(diagnostics))).collect();
            let mut after = self.compile(changed(&before.tree, &changes));
            let worse = worse(before, &after, &changes);
            if worse.is_empty() {
                after.rules.clone_from(&before.rules);
                after
                    .rules
                    .extend(changes.values().flat_map(|changes| &changes.fixed).map(|diagnostic| diagnostic.rule));
                return Trial::Kept(Box::new(after));
            }
            for path in worse {
                let fixed = &changes[path].fixed;
                if let [only] = fixed[..] {
                    self.refused.insert(refused(&before.tree, only));
                    wanted.remove(path);
                } else {
                    wanted.insert(path, fixed[..fixed.len() / 2].to_vec());
                }
            }
        }
        Trial::Refused
    }
}

fn refused(tree: &SourceTree, diagnostic: &Diagnostic) -> NotFixed {
    let text = path(diagnostic).and_then(|path| tree.text(path.as_str()));
    let (before, after) = text.and_then(|text| text.split_at_checked(start(diagnostic))).unwrap_or_default();
    let ends = (before.rsplit('\n').next().unwrap_or_default(), after.split('\n').next().unwrap_or_default());
    (path(diagnostic).cloned(), diagnostic.rule, diagnostic.message.zh.clone(), format!("{}{}", ends.0, ends.1))
}

fn path(diagnostic: &Diagnostic) -> Option<&RelPath> {
    diagnostic.place.as_ref().map(|place| place.path())
}

fn start(diagnostic: &Diagnostic) -> usize {
    diagnostic.place.as_ref().and_then(|place| place.range()).map_or(0, |range| range.start)
}
