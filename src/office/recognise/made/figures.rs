//! Figures that a document of ours knows: their ids and how they hang together, which no text shows.

use std::collections::{BTreeMap, BTreeSet};

use serde_yaml::Value;

use super::figure::KnownFigure;
use super::printed::lines;

/// The figures and equations of every record, by what `words` calls it: `27`, `2-3`, `notice`, `accountability`.
#[derive(Debug, Default)]
pub(super) struct KnownFigures {
    figures: BTreeMap<String, Vec<KnownFigure>>,
    equations: BTreeMap<String, Vec<String>>,
    accepted: BTreeMap<String, Vec<KnownAcceptance>>,
}

/// A finding that the office accepted, and that a note tells readers of.
#[derive(Debug, Clone)]
pub(super) struct KnownAcceptance {
    /// The rule.
    pub rule: String,
    /// The text that the finding points at.
    pub text: String,
    /// The note.
    pub note: String,
}

/// How many figures, and how many findings that were accepted, are known of a record at most: each that is read is laid beside all of them.
const MOST: usize = 1_000;

impl KnownFigures {
    /// Takes the figures of a record: a line for each thing that is said of one, and an empty line between two.
    pub(super) fn take(&mut self, record: &str, text: &str) {
        let figures = self.figures.entry(record.to_owned()).or_default();
        let room = MOST.saturating_sub(figures.len());
        figures.extend(text.split("\n\n").filter_map(KnownFigure::read).take(room));
    }

    /// Takes the equations of a record, a line each.
    pub(super) fn take_equations(&mut self, record: &str, text: &str) {
        self.equations.entry(record.to_owned()).or_default().extend(text.lines().map(str::to_owned));
    }

    /// Forgets the figures of a record and what hangs on them: what the document shows is something else.
    pub(super) fn forget(&mut self, record: &str) {
        self.figures.remove(record);
        self.equations.remove(record);
    }

    /// Takes what was accepted of a record: three lines each, and an empty line between two.
    pub(super) fn take_accepted(&mut self, record: &str, text: &str) {
        let read = |text: &str| {
            let said = |wanted: &str| lines(text).find(|(name, _)| *name == wanted).map(|(_, said)| said.to_owned());
            Some(KnownAcceptance { rule: said("rule")?, text: said("text")?, note: said("note")? })
        };
        let accepted = self.accepted.entry(record.to_owned()).or_default();
        let room = MOST.saturating_sub(accepted.len());
        accepted.extend(text.split("\n\n").filter_map(read).take(room));
    }

    /// Returns what was accepted of a record.
    pub(super) fn accepted(&self, record: &str) -> &[KnownAcceptance] {
        self.accepted.get(record).map_or(&[], Vec::as_slice)
    }

    /// Returns the figures of a record.
    pub(super) fn of(&self, record: &str) -> &[KnownFigure] {
        self.figures.get(record).map_or(&[], Vec::as_slice)
    }

    /// Returns whether the document knows figures of a record, and how they hang together.
    pub(super) fn has_figures(&self, record: &str) -> bool {
        !self.of(record).is_empty()
    }

    /// Returns the equations of a record as far as all of their figures are there.
    pub(super) fn equations(&self, record: &str, there: &[&str]) -> Option<Value> {
        let missing: BTreeSet<&str> =
            self.of(record).iter().map(|figure| &*figure.id).filter(|id| !there.contains(id)).collect();
        let is_whole = |equation: &&String| {
            let mut words = equation.split(|c: char| !c.is_ascii_alphanumeric() && c != '-');
            !words.any(|word| missing.contains(word))
        };
        let kept: Vec<Value> =
            self.equations.get(record)?.iter().filter(is_whole).map(|text| text.as_str().into()).collect();
        (!kept.is_empty()).then_some(Value::Sequence(kept))
    }
}
