//! A long output in pieces, each made from few files: of an edited notice only the pieces that read what was edited are
//! made, and all others taken from the output as it was published.
//!
//! A piece is made from what it is said to begin with, from the files that it reads by their path, which
//! [`reads`] takes down, and from what all outputs are made from. It may leave something to those behind it.

use std::collections::BTreeSet;
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

/// Takes the bytes of an output part by part as it is made, and whether a part is new: not one of the earlier output.
pub type Put<'p> = dyn FnMut(&[u8], bool) + 'p;

/// Returns what is handed on part by part, as a whole.
pub fn gathered(write: impl FnOnce(&mut Put<'_>)) -> Vec<u8> {
    let mut bytes = Vec::new();
    write(&mut |part, _| bytes.extend_from_slice(part));
    bytes
}

/// The pieces of an output that is being made.
#[derive(Debug, Default)]
pub struct Pieces {
    earlier: EarlierOutput,
    notes: Vec<PieceNote>,
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
    /// it leaves, and hands its bytes to `put`, with whether they are new; where they come to stand in the output is said
    /// once that is known ([`Pieces::place`]).
    pub fn next<L: Serialize + DeserializeOwned>(
        &mut self,
        begins: Fingerprint,
        make: impl FnOnce() -> (Vec<u8>, L),
        put: impl FnOnce(PieceId, (&[u8], bool), &L),
    ) -> L {
        let id = PieceId(self.notes.len());
        let known = self.earlier.pieces.get_mut(id.0).and_then(Option::take).filter(|note| note.begins == begins);
        let known = known.and_then(|note| {
            let bytes = self.earlier.bytes.get(note.place.clone())?;
            Some((postcard::from_bytes::<L>(&note.left).ok()?, bytes, note))
        });
        let (left, note) = match known {
            Some((left, bytes, note)) => {
                put(id, (bytes, false), &left);
                (left, note)
            }
            None => {
                let ((bytes, left), reads) = reads::taken_down(make);
                put(id, (&bytes, true), &left);
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

    /// Hands on the next piece of an output that has its pieces as they are and one behind another.
    pub fn append(&mut self, put: &mut Put<'_>, begins: Fingerprint, make: impl FnOnce() -> Vec<u8>) {
        let start = self.notes.last().map_or(0, |note| note.place.end);
        let id = PieceId(self.notes.len());
        self.next(begins, || (make(), ()), |_, (bytes, is_new), ()| put(bytes, is_new));
        self.place(id, start);
    }

    /// Says where a piece begins in the output.
    pub fn place(&mut self, id: PieceId, start: usize) {
        if let Some(note) = self.notes.get_mut(id.0) {
            note.place = start..start + note.place.len();
        }
    }

    /// Returns what is noted of each piece.
    pub fn into_notes(self) -> Vec<PieceNote> {
        self.notes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Makes an output of three pieces, each of which says what its file says and how many bytes stand before it. Returns
    /// it, and which of them are new.
    fn make(pieces: &mut Pieces, says: [&str; 3]) -> (String, [bool; 3]) {
        let (mut output, mut new) = (Vec::new(), [false; 3]);
        for (at, text) in says.iter().enumerate() {
            let before = output.len();
            let begins = Fingerprint::of("piece", &before.to_le_bytes());
            let make = || {
                reads::note(&RelPath::of(format!("{at}.md")));
                format!("{before}{text};").into_bytes()
            };
            let mut put = |bytes: &[u8], is_new| {
                output.extend_from_slice(bytes);
                new[at] = is_new;
            };
            pieces.append(&mut put, begins, make);
        }
        (String::from_utf8(output).unwrap(), new)
    }

    #[test]
    fn pieces_of_the_same_are_taken_and_those_of_another_made() {
        let mut first = Pieces::default();
        let (output, new) = make(&mut first, ["a", "b", "c"]);
        assert_eq!((&*output, new), ("0a;3b;6c;", [true; 3]));
        let notes = first.into_notes();
        let earlier = |changed: usize| {
            let pieces = notes.iter().enumerate().map(|(at, note)| (at != changed).then(|| note.clone())).collect();
            EarlierOutput { bytes: output.clone().into_bytes(), pieces }
        };
        // As long as before: what stands behind begins with the same.
        let mut second = Pieces::of(earlier(1));
        let (edited, new) = make(&mut second, ["a", "x", "c"]);
        assert_eq!((&*edited, new), ("0a;3x;6c;", [false, true, false]));
        assert_eq!(second.into_notes(), notes);
        // Longer: what stands behind begins with something else.
        let mut third = Pieces::of(earlier(1));
        let (longer, new) = make(&mut third, ["a", "xyz", "c"]);
        assert_eq!((&*longer, new), ("0a;3xyz;8c;", [false, true, true]));
        // An output that is shorter than was noted has no piece behind its end.
        let mut short = Pieces::of(EarlierOutput { bytes: b"0a;".to_vec(), ..earlier(3) });
        assert_eq!(make(&mut short, ["a", "b", "c"]), (output.clone(), [false, true, true]));
        let reads = reads::taken_down(|| make(&mut Pieces::of(earlier(3)), ["a", "b", "c"])).1;
        assert_eq!(reads.len(), 3, "what is read for a piece is read for the output");
    }
}
