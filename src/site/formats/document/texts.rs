//! Facts and figures in words, and notes that become footnotes.

use crate::notice::EditorNotes;
use crate::site::FigureView;
use crate::site::parts::Parts;
use crate::site::views::FactView;
use crate::text::locale::{Argument, Locale};
use crate::text::markdown::{FlowBlock, FlowRun};
use crate::value::Date;

/// The editor's notes of a text. Each becomes a footnote where it is first referred to.
pub(super) struct Notes {
    /// The anchor and the words of each, and whether it has found its place.
    notes: Vec<(String, String, bool)>,
    /// Those that are about no figure, by their places.
    of_whole: Vec<usize>,
}

impl Notes {
    pub(super) fn of(parts: &Parts<'_>, notes: EditorNotes<'_>) -> Notes {
        let colon = parts.locale.text("head.colon");
        let list = notes.list();
        let of_whole = (0..list.len()).filter(|at| list[*at].figures.is_empty()).collect();
        let notes = parts.notes(notes).into_iter();
        let notes = notes.map(|note| (note.anchor, format!("{}{colon}{}", note.label, note.text), false));
        Notes { notes: notes.collect(), of_whole }
    }

    /// Gives a run the footnote that it refers to, unless another has it.
    pub(super) fn place(&mut self, run: &mut FlowRun) {
        let Some(anchor) = run.note.take() else { return };
        if let Some((_, text, is_placed)) =
            self.notes.iter_mut().find(|(known, _, is_placed)| *known == anchor && !is_placed)
        {
            *is_placed = true;
            run.footnote = Some(text.clone());
        }
    }

    /// Returns the notes about no figure, for what stands at the head of all.
    pub(super) fn of_whole(&mut self) -> Vec<FlowRun> {
        let anchors: Vec<String> = self.of_whole.iter().map(|at| self.notes[*at].0.clone()).collect();
        let mut runs: Vec<FlowRun> =
            anchors.into_iter().map(|anchor| FlowRun { note: Some(anchor), ..FlowRun::default() }).collect();
        runs.iter_mut().for_each(|run| self.place(run));
        runs
    }

    /// Returns the notes that have no place yet.
    pub(super) fn left(&self) -> impl Iterator<Item = &str> {
        self.notes.iter().filter(|(_, _, is_placed)| !is_placed).map(|(_, text, _)| &**text)
    }
}

/// Shows the runs of every paragraph and cell of a text to `see`.
pub(super) fn each_line(blocks: &mut [FlowBlock], see: &mut dyn FnMut(&mut Vec<FlowRun>)) {
    for block in blocks {
        match block {
            FlowBlock::Text(_, _, runs) => see(runs),
            FlowBlock::Table(rows) => rows.iter_mut().flatten().for_each(|cell| see(&mut cell.runs)),
        }
    }
}

/// Returns a fact in words: a date, perhaps moved, units or a text.
pub(super) fn fact(locale: &Locale, fact: &FactView) -> String {
    let dated = |key: &str, date: Option<Date>| {
        date.map(|date| locale.say(key, &[("date", Argument::Text(&locale.date(date)))])).unwrap_or_default()
    };
    let date = fact.date_text.clone().or_else(|| fact.date.map(|date| locale.date(date))).unwrap_or_default();
    let counted = dated("issue.counted_as", fact.counted_as);
    let was = dated("issue.original_due", fact.was);
    let units: Vec<&str> = fact.units.iter().map(|unit| &*unit.title).collect();
    let text = fact.text.as_deref().unwrap_or_default();
    let units = units.join(&locale.text("head.comma"));
    let said = [&*date, &counted, &was, &units, text].into_iter().filter(|text| !text.is_empty());
    said.collect::<Vec<_>>().join(locale.word("head.gap"))
}

/// Returns the day that something holds for, where it is another than that of the rest.
pub(super) fn as_of(locale: &Locale, day: Option<Date>) -> String {
    let say = |day| locale.say("metadata.as_of", &[("date", Argument::Text(&locale.date(day)))]);
    day.map(say).unwrap_or_default()
}

/// Returns a figure with its day and the footnotes about it.
pub(super) fn figure(locale: &Locale, figure: &FigureView, notes: &mut Notes) -> Vec<FlowRun> {
    let was = |was| locale.say("money.was", &[("was", Argument::Text(was))]);
    let was = figure.was.as_deref().map(was).unwrap_or_default();
    let mut runs = vec![FlowRun::of(format!("{}{was}{}", figure.text, as_of(locale, figure.as_of)))];
    for note in &figure.notes {
        let mut run = FlowRun { note: Some(note.anchor.clone()), ..FlowRun::default() };
        notes.place(&mut run);
        runs.push(run);
    }
    runs
}
