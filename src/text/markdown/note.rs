//! Footnotes: taken out of the text, numbered in the order in which the text refers to them.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::ops::Range;

use super::piece::Block;
use super::run::Run;
use super::shown::{Shown, ShownPiece};
use super::{Problem, quoted};
use crate::diagnostic::Message;
use crate::say;
use crate::text::markdown::FOOTNOTE;

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

/// Reports references to footnotes that do not exist: to the parser they are text.
pub(super) fn undefined(run: &Run, found: &mut Vec<Problem>) {
    let mut from = 0;
    while let Some(start) = run.find("[^", from) {
        from = start + 2;
        let rest = &run.text()[from..];
        if let Some(length) = rest.find([']', '[']).filter(|end| rest[*end..].starts_with(']') && *end > 0) {
            found.push(not_defined(&rest[..length], run.place(start..from + length + 1)));
        }
    }
}

fn problem(range: Range<usize>, message: Message, help: Message) -> Problem {
    Problem::new(FOOTNOTE, range, message, help)
}

/// The finding that a reference leads to no footnote.
pub(super) fn not_defined(label: &str, range: Range<usize>) -> Problem {
    let label = quoted(label);
    let message = say!("没有脚注 [^{label}]", "there is no footnote [^{label}]");
    let help = say!(
        "请在文末另起一行写 [^{label}]: 脚注内容；如果不是脚注，请写 \\[^",
        "write its text on a line of its own: [^{label}]: text; write \\[^ if no footnote is meant"
    );
    problem(range, message, help)
}

fn unreferenced(note: &Note<'_>) -> Problem {
    let label = quoted(note.label);
    let message = say!(
        "正文没有引用脚注 [^{label}]，它不会显示",
        "nothing refers to the footnote [^{label}], so it is not shown"
    );
    let help = say!(
        "请在正文相应位置写 [^{label}]，或删去这条脚注",
        "write [^{label}] where it belongs in the text, or delete the footnote"
    );
    problem(note.at.clone(), message, help)
}

fn defined_twice(note: &Note<'_>) -> Problem {
    let label = quoted(note.label);
    let message = say!("脚注 [^{label}] 写了两次", "the footnote [^{label}] is written twice");
    let help = say!(
        "请给其中一条换一个名称，并改正文里的引用",
        "give one of them another label, here and where the text refers to it"
    );
    problem(note.at.clone(), message, help)
}
