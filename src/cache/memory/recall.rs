//! What a build left, as far as it holds for an edition.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::Memory;
use super::stored::{READS, StoredOutput, StoredPiece};
use crate::source::pieces::PieceNote;
use crate::value::{Fingerprint, RelPath};

/// What a build left, as far as it holds for an edition.
pub struct Recall<'m> {
    pub(super) memory: &'m Memory,
    pub(super) base: Fingerprint,
    /// What these files say now, in the order in which they are noted; none if nothing holds.
    pub(super) says: Vec<Fingerprint>,
}

impl<'m> Recall<'m> {
    /// Returns what was noted of an output that would be made from the same again.
    pub fn output(&self, path: &RelPath) -> Option<&'m StoredOutput> {
        let output = self.stored_output(path)?;
        let says_the_same =
            |reads: &[u32], said| self.now(reads).is_some_and(|now| Fingerprint::joined(READS, &now) == said);
        let is_same = says_the_same(&output.reads, output.said)
            && output.pieces.iter().all(|piece| says_the_same(&piece.reads, piece.said));
        is_same.then_some(output)
    }

    /// Returns the bytes of an output of which some pieces would be made from the same again, by their fingerprint, and its
    /// pieces in order, as far as they would.
    pub fn pieces(&self, path: &RelPath) -> Option<(Fingerprint, Vec<Option<PieceNote>>)> {
        let StoredOutput { content, pieces, .. } = self.stored_output(path)?;
        let pieces: Vec<_> = pieces.iter().map(|piece| self.piece(piece)).collect();
        pieces.iter().any(Option::is_some).then_some((*content, pieces))
    }

    fn stored_output(&self, path: &RelPath) -> Option<&'m StoredOutput> {
        let at = self.memory.outputs.get(path).filter(|_| self.is_of_the_same())?;
        self.memory.stored.outputs.get(*at).map(Cow::as_ref)
    }

    /// Returns whether the memory is of an edition made from the same, narratives apart.
    pub(super) fn is_of_the_same(&self) -> bool {
        self.base == self.memory.stored.base
    }

    fn piece(&self, piece: &StoredPiece) -> Option<PieceNote> {
        let StoredPiece { begins, left, reads, said, .. } = piece;
        let (place, reads) = (piece.place()?, self.read_the_same(reads, *said)?);
        Some(PieceNote { begins: *begins, place, left: left.clone(), reads })
    }

    /// Returns the files of these places, if together they say what they said.
    fn read_the_same(&self, reads: &[u32], said: Fingerprint) -> Option<BTreeSet<RelPath>> {
        let is_same = Fingerprint::joined(READS, &self.now(reads)?) == said;
        let file = |at: &u32| self.memory.files.get(usize::try_from(*at).ok()?).cloned();
        is_same.then_some(()).and_then(|()| reads.iter().map(file).collect())
    }

    /// Returns what the files of these places say now.
    fn now(&self, reads: &[u32]) -> Option<Vec<Fingerprint>> {
        reads.iter().map(|at| self.says.get(usize::try_from(*at).ok()?).copied()).collect()
    }
}
