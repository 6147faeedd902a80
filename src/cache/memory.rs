//! What one build leaves to the next on the disk: texts in which nothing was found, and of every output what it was made
//! from, so that what is made from the same is not made again.
//!
//! It may be deleted at any time, and is never trusted blindly: it counts only for the same program with the same
//! options, as a whole, and an output only as long as the published file is the very one that was noted.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::notice::edition::Edition;
use crate::rules::CleanTexts;
use crate::value::{Fingerprint, RelPath};

/// What a build left.
#[derive(Debug, Default)]
pub struct Memory {
    stored: Stored,
    outputs: BTreeMap<RelPath, usize>,
}

/// The same as it is stored.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Stored {
    /// What all outputs were made from beside narratives.
    base: Fingerprint,
    /// The files that outputs were made from, as far as they were read by their path: narratives, above all.
    files: Vec<String>,
    outputs: Vec<StoredOutput>,
    clean: Vec<(Fingerprint, usize)>,
}

#[derive(Debug, Serialize, Deserialize)]
struct StoredOutput {
    path: String,
    content: Fingerprint,
    /// The files that it was made from, by their place in the list, and what they said together.
    reads: Vec<u32>,
    said: Fingerprint,
    links: PageLinks,
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
pub struct OutputNote {
    /// Where it is published.
    pub path: RelPath,
    /// Its bytes.
    pub content: Fingerprint,
    /// The files that were read for it by their path.
    pub reads: BTreeSet<RelPath>,
    /// Its ids and links.
    pub links: PageLinks,
}

impl Memory {
    /// Returns what was stored by [`Recall::stored`] for the same program with the same options; none of anything else.
    pub fn read(bytes: &[u8], made_by: Fingerprint) -> Option<Memory> {
        let (seal, body) = bytes.split_at_checked(SEAL)?;
        let seal = Fingerprint::parse(std::str::from_utf8(seal).ok()?)?;
        let stored: Stored = Some(body).filter(|body| sealed(made_by, body) == seal).map(postcard::from_bytes)?.ok()?;
        let path = |(at, output): (usize, &StoredOutput)| Some((RelPath::new(&output.path).ok()?, at));
        let outputs = stored.outputs.iter().enumerate().map(path).collect::<Option<_>>()?;
        Some(Memory { stored, outputs })
    }

    /// Returns in which texts nothing was found.
    pub fn clean(&self) -> CleanTexts {
        self.stored.clean.iter().copied().collect()
    }

    /// Returns what of it holds for an edition with these outputs.
    pub fn turned_to<'e>(&self, edition: &Edition, outputs: impl Iterator<Item = &'e RelPath>) -> Recall<'_> {
        let base = base(edition, outputs);
        let says = |path: &String| RelPath::new(path).map(|path| edition.tree.fingerprint(&path)).unwrap_or_default();
        let says = if base == self.stored.base { self.stored.files.iter().map(says).collect() } else { Vec::new() };
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

impl Recall<'_> {
    /// Returns what was noted of an output that would be made from the same again.
    pub fn output(&self, path: &RelPath) -> Option<OutputNote> {
        if self.base != self.memory.stored.base {
            return None;
        }
        let StoredOutput { content, reads, said, links, .. } =
            &self.memory.stored.outputs[*self.memory.outputs.get(path)?];
        let says = |at: &u32| self.says.get(usize::try_from(*at).ok()?).copied();
        let now: Vec<Fingerprint> = reads.iter().map(says).collect::<Option<_>>()?;
        let file = |at: &u32| RelPath::new(self.memory.stored.files.get(usize::try_from(*at).ok()?)?).ok();
        (Fingerprint::joined(READS, &now) == *said).then_some(())?;
        let reads = reads.iter().map(file).collect::<Option<_>>()?;
        Some(OutputNote { path: path.clone(), content: *content, reads, links: links.clone() })
    }

    /// Returns what this build leaves to the next, to be stored.
    pub fn stored(
        &self,
        edition: &Edition,
        made_by: Fingerprint,
        notes: Vec<OutputNote>,
        clean: CleanTexts,
    ) -> Vec<u8> {
        let files: BTreeSet<&RelPath> = notes.iter().flat_map(|note| &note.reads).collect();
        let places: BTreeMap<&RelPath, u32> = files.iter().copied().zip(0..).collect();
        let output = |note: &OutputNote| {
            let says: Vec<Fingerprint> = note.reads.iter().map(|path| edition.tree.fingerprint(path)).collect();
            StoredOutput {
                path: note.path.to_string(),
                content: note.content,
                reads: note.reads.iter().filter_map(|path| places.get(path).copied()).collect(),
                said: Fingerprint::joined(READS, &says),
                links: note.links.clone(),
            }
        };
        let stored = Stored {
            base: self.base,
            files: files.iter().map(ToString::to_string).collect(),
            outputs: notes.iter().map(output).collect(),
            clean: clean.into_iter().collect(),
        };
        // What cannot be written is not remembered.
        let body = postcard::to_stdvec(&stored).unwrap_or_default();
        [sealed(made_by, &body).to_string().as_bytes(), &body].concat()
    }
}

/// The length of the seal that a memory begins with.
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
