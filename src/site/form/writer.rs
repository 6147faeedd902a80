//! Writes the form of an issue as bytes: flags and lists, without words and numbers.

use std::collections::BTreeSet;

use crate::notice::breakdown::Breakdown;
use crate::notice::{Figure, Item, Measure};
use crate::value::Inexact;

pub(super) struct Writer(pub(super) Vec<u8>);

impl Writer {
    pub(super) fn word(&mut self, n: usize) {
        self.0.extend(n.to_le_bytes());
    }

    /// Up to eight flags.
    pub(super) fn flags(&mut self, flags: &[bool]) {
        self.0.push(flags.iter().fold(0, |bits, flag| bits << 1 | u8::from(*flag)));
    }

    pub(super) fn values(&mut self, are_there: impl Iterator<Item = bool>) {
        self.0.extend(are_there.map(u8::from));
    }

    /// A list: none, one or several, and which forms there are among them.
    pub(super) fn each<T>(&mut self, list: impl IntoIterator<Item = T>, write: impl Fn(&mut Writer, T)) {
        let mut n = 0;
        let mut forms = BTreeSet::new();
        for one in list {
            let mut form = Writer(Vec::new());
            write(&mut form, one);
            forms.insert(form.0);
            n += 1;
        }
        self.word(n.min(2));
        self.word(forms.len());
        for form in forms {
            self.word(form.len());
            self.0.extend(form);
        }
    }

    pub(super) fn figure(&mut self, figure: &Figure) {
        let Figure { approx, as_of, shown_in, equals, of, kind, was, .. } = figure;
        self.flags(&[
            approx.is_some(),
            as_of.is_some(),
            shown_in.is_some(),
            equals.is_some(),
            of.is_some(),
            was.is_some(),
        ]);
        self.word(kind.map_or(0, |kind| *kind as usize + 1));
    }

    pub(super) fn breakdown(&mut self, breakdown: Breakdown<'_>) {
        let (rest, missing) = (breakdown.rest().is_some(), breakdown.missing());
        self.flags(&[rest, missing.is_some(), missing.is_some_and(Inexact::is_none_left)]);
        self.flags(&[breakdown.is_rest_unexplained(), breakdown.whole.is_money()]);
        self.word(breakdown.parts.len().min(2));
    }

    pub(super) fn measure(&mut self, measure: &Measure) {
        let Measure { label, status, due, due_text, original_due, completed_on, lead, responsible, .. } = measure;
        let dates = [due.is_some(), due_text.is_some(), original_due.is_some(), completed_on.is_some()];
        self.flags(&dates);
        self.flags(&[label.is_some(), status.is_some(), lead.is_empty(), responsible.is_empty()]);
    }

    pub(super) fn item(&mut self, item: &Item) {
        let Item { statement, status, due, original_due, completed_on, response, history, .. } = item;
        self.flags(&[
            statement.is_some(),
            due.is_some(),
            original_due.is_some(),
            completed_on.is_some(),
            response.is_some(),
            history.is_empty(),
        ]);
        self.0.extend(status.as_bytes());
    }
}
