//! A long output in pieces, each made from few files: of an edited notice only the pieces that read what was edited are
//! made, and all others taken from the output as it was published.
//!
//! A piece is made from what it is said to begin with, from the files that it reads by their path, which
//! [`reads`] takes down, and from what all outputs are made from. It may leave something to those behind it.

use std::collections::BTreeSet;
use std::iter;
use std::ops::Range;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::reads;
use crate::value::{Fingerprint, RelPath};

/// What is noted of a piece.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PieceNote {
    /// What it begins with.
    pub begins: Fingerprint,
    /// Where it stands in the output.
    pub place: Range<usize>,
    /// What it leaves to those behind it, as it is stored.
    pub left: Vec<u8>,
    /// The files that were read for it by their path.
    pub reads: BTreeSet<RelPath>,
}

/// An output as it was published, and its pieces in order: none in place of one whose files say something else now.
#[derive(Debug, Default)]
pub struct EarlierOutput {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Its pieces.
    pub pieces: Vec<Option<PieceNote>>,
}

/// The pieces of an output that is being made.
#[derive(Debug, Default)]
pub struct Pieces {
    earlier: EarlierOutput,
    notes: Vec<PieceNote>,
    /// Which of them were taken from the earlier output.
    kept: Vec<bool>,
}

/// Which of the pieces of an output one is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PieceId(usize);

impl Pieces {
    /// Returns the pieces of an output that was published as it is said here.
    pub fn of(earlier: EarlierOutput) -> Pieces {
        Pieces { earlier, ..Pieces::default() }
    }

    /// Takes the next piece from the earlier output, if it would be made from the same again, or makes it. Returns what
    /// it leaves, and hands its bytes to `put`, which adds them to the output; where they come to stand is said once that
    /// is known ([`Pieces::place`]).
    pub fn next<L: Serialize + DeserializeOwned>(
        &mut self,
        begins: Fingerprint,
        make: impl FnOnce() -> (Vec<u8>, L),
        put: impl FnOnce(PieceId, &[u8], &L),
    ) -> L {
        let id = PieceId(self.notes.len());
        let known = self.earlier.pieces.get_mut(id.0).and_then(Option::take).filter(|note| note.begins == begins);
        let known = known.and_then(|note| {
            let bytes = self.earlier.bytes.get(note.place.clone())?;
            Some((postcard::from_bytes::<L>(&note.left).ok()?, bytes, note))
        });
        self.kept.push(known.is_some());
        let (left, note) = match known {
            Some((left, bytes, note)) => {
                put(id, bytes, &left);
                (left, note)
            }
            None => {
                let ((bytes, left), reads) = reads::taken_down(make);
                put(id, &bytes, &left);
                // What cannot be stored is made again.
                let stored = postcard::to_stdvec(&left).unwrap_or_default();
                (left, PieceNote { begins, place: 0..bytes.len(), left: stored, reads })
            }
        };
        // What is read for a piece is read for the output.
        note.reads.iter().for_each(reads::note);
        self.notes.push(PieceNote { place: 0..note.place.len(), ..note });
        left
    }

    /// Adds the next piece to an output that has its pieces as they are.
    pub fn append(&mut self, output: &mut Vec<u8>, begins: Fingerprint, make: impl FnOnce() -> Vec<u8>) {
        let start = output.len();
        let id = PieceId(self.notes.len());
        self.next(begins, || (make(), ()), |_, bytes, ()| output.extend_from_slice(bytes));
        self.place(id, start);
    }

    /// Says where a piece begins in the output.
    pub fn place(&mut self, id: PieceId, start: usize) {
        if let Some(note) = self.notes.get_mut(id.0) {
            note.place = start..start + note.place.len();
        }
    }

    /// Returns where the output has what was not taken from the earlier one; all of it, if it has no pieces.
    pub fn made(&self, length: usize) -> Vec<Range<usize>> {
        let kept = self.notes.iter().zip(&self.kept).filter(|(_, kept)| **kept).map(|(note, _)| note.place.clone());
        let (mut made, mut end) = (Vec::new(), 0);
        for place in kept.chain(iter::once(length..length)) {
            if end < place.start {
                made.push(end..place.start);
            }
            end = end.max(place.end);
        }
        made
    }

    /// Returns what is noted of each piece.
    pub fn into_notes(self) -> Vec<PieceNote> {
        self.notes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Makes an output of three pieces, each of which says what its file says and how many bytes stand before it.
    fn make(pieces: &mut Pieces, says: [&str; 3]) -> (String, usize) {
        let (mut output, mut made) = (Vec::new(), 0);
        for (at, text) in says.iter().enumerate() {
            let begins = Fingerprint::of("piece", &output.len().to_le_bytes());
            let before = output.len();
            pieces.append(&mut output, begins, || {
                made += 1;
                reads::note(&RelPath::of(format!("{at}.md")));
                format!("{before}{text};").into_bytes()
            });
        }
        (String::from_utf8(output).unwrap(), made)
    }

    /// Where an output has what was made: the first place, and how many there are.
    fn made(pieces: &Pieces, output: &str) -> (Option<Range<usize>>, usize) {
        let made = pieces.made(output.len());
        (made.first().cloned(), made.len())
    }

    #[test]
    fn pieces_of_the_same_are_taken_and_those_of_another_made() {
        let mut first = Pieces::default();
        let (output, count) = make(&mut first, ["a", "b", "c"]);
        assert_eq!((&*output, count, made(&first, &output)), ("0a;3b;6c;", 3, (Some(0..9), 1)));
        let notes = first.into_notes();
        let earlier = |changed: usize| {
            let pieces = notes.iter().enumerate().map(|(at, note)| (at != changed).then(|| note.clone())).collect();
            EarlierOutput { bytes: output.clone().into_bytes(), pieces }
        };
        // As long as before: what stands behind begins with the same.
        let mut second = Pieces::of(earlier(1));
        let (edited, count) = make(&mut second, ["a", "x", "c"]);
        assert_eq!((&*edited, count, made(&second, &edited)), ("0a;3x;6c;", 1, (Some(3..6), 1)));
        assert_eq!(second.into_notes(), notes);
        // Longer: what stands behind begins with something else.
        let mut third = Pieces::of(earlier(1));
        let (longer, count) = make(&mut third, ["a", "xyz", "c"]);
        assert_eq!((&*longer, count, made(&third, &longer)), ("0a;3xyz;8c;", 2, (Some(3..11), 1)));
        // An output that is shorter than was noted has no piece behind its end.
        let mut short = Pieces::of(EarlierOutput { bytes: b"0a;".to_vec(), ..earlier(3) });
        assert_eq!(make(&mut short, ["a", "b", "c"]), (output.clone(), 2));
        let reads = reads::taken_down(|| make(&mut Pieces::of(earlier(3)), ["a", "b", "c"])).1;
        assert_eq!(reads.len(), 3, "what is read for a piece is read for the output");
    }
}
