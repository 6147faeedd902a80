//! What has no place once every file is known: issues beside sections, and folders that no page can be named after; and
//! which numbers of issues are taken.

use std::collections::BTreeMap;

use super::places::FilePlaces;
use crate::diagnostic::{Diagnostic, Place};
use crate::notice::stray;
use crate::say;
use crate::source::UNSAFE_FILE_NAME;
use crate::value::{Numbering, RelPath};

impl FilePlaces {
    /// Takes issues beside sections out as files without a place: issues stand in the folders of sections or, where
    /// there are none, directly in `content/`.
    pub(super) fn keep_one_level(&mut self) {
        if self.sections.is_empty() {
            return;
        }
        self.strays.append(&mut self.issues);
        let is_misplaced =
            |stem: &String| stem.strip_prefix("content/").is_some_and(|stem| stray::number(stem).is_some());
        let misplaced: Vec<String> = self.narratives.keys().filter(|stem| is_misplaced(stem)).cloned().collect();
        for stem in misplaced {
            let files = self.narratives.remove(&stem).unwrap_or_default();
            self.strays.extend(files.iter().map(|(_, path)| path.clone()));
        }
        self.strays.sort();
    }

    /// Returns the highest number of an issue in each folder whose numbers are its own, or in all of them.
    pub(super) fn taken(&self, numbering: Numbering) -> BTreeMap<Option<String>, u32> {
        let mut taken = BTreeMap::new();
        let records = self.sections.values().flat_map(|folder| &folder.issues).chain(&self.issues);
        for path in records {
            let folder = (numbering == Numbering::PerSection).then(|| path.folder().to_owned());
            let highest = taken.entry(folder).or_insert(0);
            *highest = stray::number(path.name()).unwrap_or(0).max(*highest);
        }
        taken
    }
}

/// Returns the diagnostic for a folder of a section whose page would have a name that Windows keeps for itself.
pub(super) fn reserved(folder: &str, file: &RelPath) -> Diagnostic {
    let (number, slug) = folder.split_once('-').unwrap_or_default();
    let message = say!(
        "文件夹“{folder}”的英文简称“{slug}”是 Windows 的保留名，不能用作网页的名字",
        "Windows reserves the name `{slug}`, so no page can be named after the folder {folder}"
    );
    let help = say!(
        "请给文件夹改名，换一个英文简称，如 {number}-{slug}-work",
        "rename the folder, with another slug: {number}-{slug}-work, for example"
    );
    Diagnostic::of(UNSAFE_FILE_NAME, Place::File(file.clone()), message).help(help)
}
