//! What is noted of an output for the next build.

use std::collections::BTreeMap;

use super::stored::{PageLinks, READS, StoredOutput, StoredPiece};
use crate::notice::edition::Edition;
use crate::source::pieces::PieceNote;
use crate::value::{Fingerprint, RelPath};

/// What is noted of an output for the next build.
pub enum OutputNote<'m> {
    /// The same as the last build noted.
    Kept(&'m StoredOutput),
    /// What it was made from now.
    Made(MadeOutput),
}

/// What an output was made from.
pub struct MadeOutput {
    /// Where it is published.
    pub path: RelPath,
    /// Its bytes.
    pub content: Fingerprint,
    /// The files that were read for it by their path, in order.
    pub reads: Box<[RelPath]>,
    /// Its ids and links.
    pub links: PageLinks,
    /// Its pieces, if it has any.
    pub pieces: Vec<PieceNote>,
}

impl MadeOutput {
    /// Returns what is stored of it, where files have these places.
    pub(super) fn stored(self, edition: &Edition, places: &BTreeMap<&RelPath, u32>) -> StoredOutput {
        let read = |reads: Vec<&RelPath>| {
            let says: Vec<Fingerprint> = reads.iter().map(|path| edition.tree.fingerprint(path)).collect();
            let places = reads.iter().filter_map(|path| places.get(path).copied()).collect();
            (places, Fingerprint::joined(READS, &says))
        };
        let piece = |note: PieceNote| {
            let (reads, said) = read(note.reads.iter().collect());
            let (start, length) = (note.place.start, note.place.len());
            StoredPiece { begins: note.begins, start, length, left: note.left, reads, said }
        };
        let (reads, said) = read(self.reads.iter().collect());
        StoredOutput {
            path: self.path.to_string(),
            content: self.content,
            reads,
            said,
            links: self.links,
            pieces: self.pieces.into_iter().map(piece).collect(),
        }
    }
}
