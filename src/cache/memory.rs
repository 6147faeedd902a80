//! What one build leaves to the next on the disk: texts in which nothing was found, and of every output what it was made
//! from, so that what is made from the same is not made again.
//!
//! It may be deleted at any time, and is never trusted blindly: it counts only for the same program with the same
//! options, as a whole, and an output, or a piece of one, only as long as the published file is the very one that was noted.

mod leaving;
mod notes;
mod recall;
mod stored;

use std::borrow::Cow;
use std::collections::BTreeMap;

pub use notes::{MadeOutput, OutputNote};
pub use recall::Recall;
pub use stored::PageLinks;

use crate::notice::edition::Edition;
use crate::rules::CleanTexts;
use crate::site::formats::{DATA_FILE, excerpt_of_data};
use crate::value::{Fingerprint, RelPath};
use stored::{READS, SEAL, Stored, StoredOutput, StoredPiece, sealed};

/// What a build left.
#[derive(Debug, Default)]
pub struct Memory {
    stored: Stored<'static>,
    outputs: BTreeMap<RelPath, usize>,
    /// The files that are noted, in their order.
    files: Vec<RelPath>,
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
