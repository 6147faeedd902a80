//! What this build leaves to the next.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::notes::OutputNote;
use super::recall::Recall;
use super::stored::{Stored, sealed};
use crate::notice::edition::Edition;
use crate::rules::CleanTexts;
use crate::value::{Fingerprint, RelPath};

impl<'m> Recall<'m> {
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
