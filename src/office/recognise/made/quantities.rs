//! The figures of an issue of a document that gongkai made: as the document knows them, or as it shows them now.

use std::collections::BTreeSet;

use serde_yaml::{Mapping, Value};

use super::figure::{KnownFigure, number};
use super::issues::{IssueReader, MOST_UNREAD, record_of};
use super::passage::Passage;
use super::printed;
use crate::office::report::Certainty;
use crate::say;

impl IssueReader<'_, '_> {
    /// Figures with their labels. A sentence among them follows from the equations of the notice.
    pub(super) fn figures(&mut self, passage: &Passage<'_>) {
        let Some(issue) = self.issues.last() else { return };
        let record = record_of(self.made, issue);
        let colon = self.made.locale.text("head.colon");
        let joiner = self.made.locale.text("document.joiner");
        let (mut figures, mut taken) = (Vec::new(), BTreeSet::new());
        let mut at = passage.value_start();
        for text in passage.value().split(&*joiner) {
            let (number, range) = (passage.first.number, at..at + text.len());
            at = range.end + joiner.len();
            let Some((label, shown)) = text.rsplit_once(&*colon).map(|(label, shown)| (label.trim(), shown.trim()))
            else {
                self.sentence(&record, number, text.trim());
                continue;
            };
            match self.figure(&record, label, shown, &taken) {
                Some((id, figure)) => {
                    let numbers = passage.notes_in(self.made.locale, &range);
                    let notes = self.notes.last_mut();
                    notes.into_iter().for_each(|notes| numbers.iter().for_each(|number| notes.is_about(*number, &id)));
                    taken.insert(id);
                    figures.push(figure);
                }
                None => {
                    let message =
                        say!("数据没有读懂，没有收入", "a figure that was not understood, and not taken over");
                    self.made.report.at(Certainty::NotUnderstood, number, text, message);
                }
            }
        }
        if !figures.is_empty() {
            self.last(|issue| drop(issue.more.insert("figures".into(), Value::Sequence(figures))));
        }
    }

    /// Says that a sentence follows from equations, unless the document knows them.
    fn sentence(&mut self, record: &str, number: usize, text: &str) {
        if !self.made.known.has_figures(record) {
            let message =
                say!("由算式得出的句子，没有收入", "a sentence that follows from equations; it was not taken over");
            self.made.report.at(Certainty::LeftOut, number, text, message);
        }
    }

    /// Returns the record of a figure with its id: as the document knows it, if it shows that; with what it shows now, if somebody edited it.
    fn figure(&mut self, record: &str, label: &str, shown: &str, taken: &BTreeSet<String>) -> Option<(String, Value)> {
        let (known, lang) = (self.made.known.of(record), self.made.lang);
        let of_label: Vec<&KnownFigure> =
            known.iter().filter(|figure| figure.label == label && !taken.contains(&figure.id)).collect();
        let is_shown = |figure: &&&KnownFigure| figure.whole_text(self.made.locale).as_deref() == Some(shown);
        if let Some(figure) = of_label.iter().find(is_shown) {
            self.unchanged.push((figure.id.clone(), figure.text.clone()));
            return Some((figure.id.clone(), figure.record(lang)));
        }
        if self.unread == MOST_UNREAD {
            return None;
        }
        let read = self.read_figure(shown);
        self.unread += usize::from(read.is_none());
        let mut read = read?;
        if let Some(figure) = of_label.first() {
            return Some((figure.id.clone(), figure.with(read, lang)));
        }
        let is_new = |id: &String| !taken.contains(id) && known.iter().all(|figure| figure.id != *id);
        let id = (taken.len() + 1..).map(|n| format!("figure-{n}")).find(is_new).unwrap_or_default();
        read.insert("id".into(), id.as_str().into());
        read.insert("label".into(), self.made.text(label));
        Some((id, Value::Mapping(read)))
    }

    /// Returns what a figure is, as it is shown: its value, what it was and the day that it holds for.
    fn read_figure(&self, shown: &str) -> Option<Mapping> {
        // Another language sets figures otherwise.
        let locale = Some(self.made.locale).filter(|locale| locale.lang == self.made.lang)?;
        let (shown, as_of) = self.taken(shown, "metadata.as_of");
        let (shown, was) = match printed::behind(locale, "money.was", "was", shown) {
            Some((shown, was)) => (shown, Some(printed::figure(locale, was)?.0)),
            None => (shown, None),
        };
        let (value, unit, scale, approx) = printed::figure(locale, shown)?;
        let mut figure = Mapping::new();
        figure.insert("value".into(), number(value));
        figure.insert("unit".into(), unit.into());
        scale.map(|scale| figure.insert("shown_in".into(), scale.into()));
        approx.map(|approx| figure.insert("approx".into(), approx.into()));
        was.map(|was| figure.insert("was".into(), number(was)));
        as_of.map(|day| figure.insert("as_of".into(), day.to_string().into()));
        Some(figure)
    }
}
