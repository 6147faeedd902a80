//! What an edition is made from beside what narratives of issues say: by this it is known whether outputs are the same.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::Edition;
use crate::value::{Fingerprint, RelPath};

impl Edition {
    /// Returns the fingerprint of every file that the edition is made from, of its theme and address, and of the names of
    /// the narratives of issues; not of what these say.
    pub fn surroundings(&self) -> Fingerprint {
        *self.surroundings.get_or_init(|| self.fingerprint_of_surroundings())
    }

    fn fingerprint_of_surroundings(&self) -> Fingerprint {
        let narratives = self.notice.issues.iter().filter_map(|issue| issue.response.as_ref());
        let narratives: BTreeSet<&RelPath> =
            narratives.flat_map(|narrative| narrative.files.iter().map(|(_, file)| &file.path)).collect();
        let names: Vec<&str> = narratives.iter().map(|path| path.as_str()).collect();
        let others: Vec<&RelPath> = self.tree.paths().filter(|path| !narratives.contains(path)).collect();
        let others = others.into_par_iter().map(|path| self.tree.fingerprint(path));
        let others = others.reduce(Fingerprint::default, Fingerprint::and);
        // What a command may ask for in place of what the notice says.
        let asked = format!("{} {}", self.notice.theme, self.notice.base_url.as_deref().unwrap_or_default());
        let [names, asked] = [("narratives", names.join("\n")), ("asked", asked)]
            .map(|(name, text)| Fingerprint::of(name, text.as_bytes()));
        Fingerprint::joined("surroundings", &[others, names, asked])
    }

    /// Returns whether an edition has the outputs of another, though narratives may say something else in them: the same
    /// surroundings, day and cuts.
    pub fn has_outputs_of(&self, other: &Edition) -> bool {
        self.as_of == other.as_of && self.document == other.document && self.surroundings() == other.surroundings()
    }
}
