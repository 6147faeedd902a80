//! Whole notices to look at and to begin from: `gongkai init --example NAME` writes one.
//!
//! They are invented. What the tests and pictures show of states that the sample does not have, they show of these.

use include_dir::{Dir, DirEntry, include_dir};

use crate::notice::content::Schemas;
use crate::value::RelPath;

static EXAMPLES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/tests/examples");

/// Returns the names of the examples.
pub fn names() -> impl Iterator<Item = &'static str> {
    EXAMPLES.dirs().filter_map(|folder| folder.path().to_str())
}

/// Returns the files of an example, and the schemas by which an editor completes them.
pub fn files(name: &str) -> Vec<(RelPath, String)> {
    let mut files = Vec::new();
    if let Some(folder) = EXAMPLES.get_dir(name) {
        collect(folder, name, &mut files);
    }
    files.extend(Schemas::of_records().files());
    files
}

fn collect(folder: &Dir<'_>, name: &str, files: &mut Vec<(RelPath, String)>) {
    for entry in folder.entries() {
        match entry {
            DirEntry::Dir(inner) => collect(inner, name, files),
            DirEntry::File(file) => {
                let path = file.path().to_str().and_then(|path| path.strip_prefix(name)?.strip_prefix('/'));
                let text = file.contents_utf8();
                files.extend(path.zip(text).map(|(path, text)| (RelPath::of(path), text.to_owned())));
            }
        }
    }
}
