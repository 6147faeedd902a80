//! The files of the built-in theme, which are part of the program.

use include_dir::{Dir, include_dir};

use super::{BUILT_IN, FOLDER};
use crate::source::SourceTree;
use crate::value::RelPath;

pub(super) static BUILT_IN_FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes/bulletin");

/// Adds the built-in theme to the files of a project. Files that the project has itself stay.
pub fn with_built_in(mut tree: SourceTree) -> SourceTree {
    let mut folders = vec![&BUILT_IN_FILES];
    while let Some(folder) = folders.pop() {
        folders.extend(folder.dirs());
        for file in folder.files() {
            let path = RelPath::of(format!("{FOLDER}/{BUILT_IN}/{}", file.path().to_string_lossy().replace('\\', "/")));
            if !tree.has(path.as_str()) {
                tree.insert(path, file.contents().to_vec());
            }
        }
    }
    tree
}
