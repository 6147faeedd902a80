//! Footnotes: taken out of the text, numbered in the order in which the text refers to them.

mod findings;

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::ops::Range;

use super::Problem;
use super::piece::Block;
use super::shown::{Shown, ShownPiece};
use findings::{defined_twice, unreferenced};

pub(super) use findings::{not_defined, undefined};

/// The footnotes of a text, by label without regard to case.
#[derive(Default)]
pub(super) struct Notes<'d> {
    defined: BTreeMap<String, Note<'d>>,
    /// The labels that were referred to, in order: the first is footnote 1.
    order: Vec<String>,
}

/// A footnote.
#[derive(Default)]
struct Note<'d> {
    label: &'d str,
    /// Where its `[^label]` stands.
    at: Range<usize>,
    pieces: Vec<Shown<'d>>,
    number: usize,
    references: usize,
}

/// A reference to a footnote.
pub(super) struct Reference {
    /// The number of the footnote, from 1.
    pub(super) number: usize,
    /// Which reference to this footnote it is, from 1.
    pub(super) nth: usize,
}

/// Parts the footnotes from the text that refers to them. Of two with one label the first is kept and the second reported.
pub(super) fn take<'d>(source: &str, pieces: Vec<Shown<'d>>, found: &mut Vec<Problem>) -> (Vec<Shown<'d>>, Notes<'d>) {
    let mut text = Vec::with_capacity(pieces.len());
    let mut notes = Notes::default();
    // Footnotes that are being read, each with the number of blocks open in it: one may stand within another.
    let mut open: Vec<(Note<'d>, usize)> = Vec::new();
    for shown in pieces {
        match (&shown.piece, open.last_mut()) {
            (ShownPiece::Open(Block::Note(label)), _) => {
                open.push((Note { label, at: label_place(source, &shown.at), ..Note::default() }, 0));
                continue;
            }
            (ShownPiece::Close, Some((_, 0))) => {
                notes.define(open.pop().map(|(note, _)| note).unwrap_or_default(), found);
                continue;
            }
            (ShownPiece::Open(_), Some((_, depth))) => *depth += 1,
            (ShownPiece::Close, Some((_, depth))) => *depth -= 1,
            _ => {}
        }
        open.last_mut().map_or(&mut text, |(note, _)| &mut note.pieces).push(shown);
    }
    (text, notes)
}

/// Where the `[^label]` of a definition stands.
fn label_place(source: &str, at: &Range<usize>) -> Range<usize> {
    let length = source.get(at.clone()).and_then(|text| text.find("]:")).map_or(at.len(), |end| end + 1);
    at.start..at.start + length
}

impl<'d> Notes<'d> {
    fn define(&mut self, note: Note<'d>, found: &mut Vec<Problem>) {
        match self.defined.entry(key(note.label)) {
            Entry::Occupied(_) => found.push(defined_twice(&note)),
            Entry::Vacant(place) => {
                place.insert(note);
            }
        }
    }

    /// Counts a reference; none if there is no such footnote.
    pub(super) fn refer(&mut self, label: &str) -> Option<Reference> {
        let key = key(label);
        let note = self.defined.get_mut(&key)?;
        if note.number == 0 {
            self.order.push(key);
            note.number = self.order.len();
        }
        note.references += 1;
        Some(Reference { number: note.number, nth: note.references })
    }

    /// The text of a footnote by its number, handed over; none beyond the last that was referred to so far.
    pub(super) fn pieces(&mut self, number: usize) -> Option<Vec<Shown<'d>>> {
        let key = self.order.get(number.checked_sub(1)?)?;
        self.defined.get_mut(key).map(|note| std::mem::take(&mut note.pieces))
    }

    /// How often the text refers to a footnote.
    pub(super) fn references(&self, number: usize) -> usize {
        let key = number.checked_sub(1).and_then(|index| self.order.get(index));
        key.and_then(|key| self.defined.get(key)).map_or(0, |note| note.references)
    }

    /// The findings for footnotes that nothing refers to.
    pub(super) fn unreferenced(&self) -> impl Iterator<Item = Problem> {
        self.defined.values().filter(|note| note.number == 0).map(unreferenced)
    }
}

fn key(label: &str) -> String {
    label.to_lowercase()
}
