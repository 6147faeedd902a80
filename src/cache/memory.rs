//! What one build leaves to the next on the disk: texts in which nothing was found, and of every output what it was made
//! from, so that what is made from the same is not made again.
//!
//! It may be deleted at any time, and is never trusted blindly: it counts only for the same program with the same
//! options, as a whole, and an output, or a piece of one, only as long as the published file is the very one that was noted.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::notice::edition::Edition;
use crate::rules::CleanTexts;
use crate::site::formats::{DATA_FILE, excerpt_of_data};
use crate::source::pieces::PieceNote;
use crate::value::{Fingerprint, RelPath};

/// What a build left.
#[derive(Debug, Default)]
pub struct Memory {
    stored: Stored<'static>,
    outputs: BTreeMap<RelPath, usize>,
    /// The files that are noted, in their order.
    files: Vec<RelPath>,
}

/// The same as it is stored.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Stored<'m> {
    /// What the edition was made from beside narratives of issues.
    surroundings: Fingerprint,
    /// What all outputs were made from beside narratives.
    base: Fingerprint,
    /// The files that outputs were made from, as far as they were read by their path: narratives, above all.
    files: Vec<String>,
    outputs: Vec<Cow<'m, StoredOutput>>,
    clean: Vec<(Fingerprint, usize)>,
}

/// An output, as it is stored: what [`MadeOutput`] says, with what its files said together.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct StoredOutput {
    path: String,
    /// Its bytes.
    pub content: Fingerprint,
    /// The files that it was made from, by their place in the list, and what they said together.
    reads: Vec<u32>,
    said: Fingerprint,
    /// Its ids and links.
    pub links: PageLinks,
    pieces: Vec<StoredPiece>,
}

/// A piece of an output, as it is stored: what [`PieceNote`] says, with what its files said together.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct StoredPiece {
    begins: Fingerprint,
    start: usize,
    length: usize,
    left: Vec<u8>,
    reads: Vec<u32>,
    said: Fingerprint,
}

impl StoredPiece {
    fn place(&self) -> Option<Range<usize>> {
        Some(self.start..self.start.checked_add(self.length)?)
    }
}

/// The ids of a page, the anchors that it links to on others, and how many links it has; ids and anchors by their
/// fingerprints.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageLinks {
    /// Ids, ascending.
    pub ids: Vec<u64>,
    /// Anchors elsewhere.
    pub anchors: Vec<u64>,
    /// How many links it has.
    pub links: usize,
}

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

impl Memory {
    /// Returns what was stored by [`Recall::stored`] for the same program with the same options; none of anything else.
    pub fn read(bytes: &[u8], made_by: Fingerprint) -> Option<Memory> {
        let (body, seal) = bytes.split_at_checked(bytes.len().checked_sub(SEAL)?)?;
        let seal = Fingerprint::parse(std::str::from_utf8(seal).ok()?)?;
        let stored: Stored = Some(body).filter(|body| sealed(made_by, body) == seal).map(postcard::from_bytes)?.ok()?;
        let path = |(at, output): (usize, &Cow<'_, StoredOutput>)| Some((RelPath::new(&output.path).ok()?, at));
        let outputs = stored.outputs.iter().enumerate().map(path).collect::<Option<_>>()?;
        let files = stored.files.iter().map(|path| RelPath::new(path).ok()).collect::<Option<_>>()?;
        Some(Memory { stored, outputs, files })
    }

    /// Returns in which texts nothing was found.
    pub fn clean(&self) -> CleanTexts {
        self.stored.clean.iter().copied().collect()
    }

    /// Returns as much of the published data as an edition may differ from: if nothing but narratives was edited since they
    /// were published, the issues that stand together with one that reads them. Nothing if they are not the data that were
    /// noted, or more was edited.
    pub fn edited_data(&self, edition: &Edition, published: &[u8]) -> Option<Vec<u8>> {
        let output = self.stored.outputs.get(*self.outputs.get(&RelPath::of(DATA_FILE))?)?;
        let is_noted = || Fingerprint::of(DATA_FILE, published) == output.content;
        (edition.surroundings() == self.stored.surroundings && is_noted()).then_some(())?;
        let is_edited = |piece: &StoredPiece| {
            let says = |at: &u32| Some(edition.tree.fingerprint(self.files.get(usize::try_from(*at).ok()?)?));
            let now: Option<Vec<Fingerprint>> = piece.reads.iter().map(says).collect();
            now.is_none_or(|now| Fingerprint::joined(READS, &now) != piece.said)
        };
        let pieces = output.pieces.iter().map(|piece| Some((piece.place()?, is_edited(piece))));
        excerpt_of_data(published, &pieces.collect::<Option<Vec<_>>>()?)
    }

    /// Returns what of it holds for an edition with these outputs.
    pub fn turned_to<'e>(&self, edition: &Edition, outputs: impl Iterator<Item = &'e RelPath>) -> Recall<'_> {
        let base = base(edition, outputs);
        let says = |path: &RelPath| edition.tree.fingerprint(path);
        let says = if base == self.stored.base { self.files.iter().map(says).collect() } else { Vec::new() };
        Recall { memory: self, base, says }
    }
}

/// What a build left, as far as it holds for an edition.
pub struct Recall<'m> {
    memory: &'m Memory,
    base: Fingerprint,
    /// What these files say now, in the order in which they are noted; none if nothing holds.
    says: Vec<Fingerprint>,
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
    fn is_of_the_same(&self) -> bool {
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

    /// Returns what this build leaves to the next, to be stored.
    pub fn stored(
        &self,
        edition: &Edition,
        made_by: Fingerprint,
        notes: Vec<OutputNote<'m>>,
        clean: CleanTexts,
    ) -> Vec<u8> {
        let files = self.files(&notes);
        let places: BTreeMap<&RelPath, u32> = files.iter().zip(0..).collect();
        let output = |note: OutputNote<'m>| match note {
            OutputNote::Kept(output) => Cow::Borrowed(output),
            OutputNote::Made(made) => Cow::Owned(made.stored(edition, &places)),
        };
        let stored = Stored {
            surroundings: edition.surroundings(),
            base: self.base,
            files: files.iter().map(ToString::to_string).collect(),
            outputs: notes.into_par_iter().map(output).collect(),
            clean: clean.into_iter().collect(),
        };
        // What cannot be written is not remembered.
        let mut bytes = postcard::to_stdvec(&stored).unwrap_or_default();
        let seal = sealed(made_by, &bytes);
        bytes.extend(seal.to_string().as_bytes());
        bytes
    }

    /// Returns the files that outputs were made from: those of the memory in its order, which what it says of kept outputs
    /// goes by, and behind them the others.
    fn files(&self, notes: &[OutputNote<'_>]) -> Vec<RelPath> {
        let known = if self.is_of_the_same() { &self.memory.files[..] } else { &[] };
        let made = notes.iter().filter_map(|note| match note {
            OutputNote::Kept(_) => None,
            OutputNote::Made(made) => Some(&*made.reads),
        });
        let others = made.flatten().collect::<BTreeSet<&RelPath>>();
        let others = &others - &known.iter().collect();
        known.iter().chain(others).cloned().collect()
    }
}

impl MadeOutput {
    /// Returns what is stored of it, where files have these places.
    fn stored(self, edition: &Edition, places: &BTreeMap<&RelPath, u32>) -> StoredOutput {
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

/// The length of the seal that a memory ends with.
const SEAL: usize = 64;

/// The name under which fingerprints of files are joined.
const READS: &str = "reads";

fn sealed(made_by: Fingerprint, body: &[u8]) -> Fingerprint {
    Fingerprint::of(&format!("memory {made_by}"), body)
}

/// Returns the fingerprint of all that outputs of an edition are made from, but of what narratives say: files, the day,
/// where long lists are cut, and which outputs there are.
fn base<'e>(edition: &Edition, outputs: impl Iterator<Item = &'e RelPath>) -> Fingerprint {
    let outputs: Vec<&str> = outputs.map(RelPath::as_str).collect();
    let parts = [
        ("day", edition.as_of.to_string()),
        ("pages", format!("{:?}", edition.document)),
        ("outputs", outputs.join("\n")),
    ];
    let [day, pages, outputs] = parts.map(|(name, text)| Fingerprint::of(name, text.as_bytes()));
    Fingerprint::joined("base", &[edition.surroundings(), day, pages, outputs])
}
