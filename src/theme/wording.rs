//! The words of a theme compared with those that pages ask for: a key that nothing asks for changes nothing, and a
//! placeholder that nothing fills is published as it stands.
//!
//! What pages ask for is what the built-in theme and the layers beyond have, in whatever language, and what a template
//! names.

mod file;
mod findings;
mod forms;
mod reference;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::built_in::BUILT_IN_FILES;
use super::{BUILT_IN, FOLDER};
use crate::diagnostic::Diagnostic;
use crate::source::SourceTree;
use crate::source::yaml;
use crate::value::RelPath;
use file::MessagesFile;
use reference::ReferenceMessages;

/// The parts of a file whose keys are known by what the built-in files have.
const CLOSED: [&str; 2] = ["text", "approximations"];

/// The parts of a file with patterns.
const PATTERNS: [&str; 4] = ["text", "approximations", "numbers", "dates"];

/// What the built-in theme asks for, which never changes.
static BUILT_IN_WORDS: LazyLock<ReferenceMessages> = LazyLock::new(ReferenceMessages::built_in);

/// Compares every file of messages with what pages ask for. Returns the keys that nothing asks for.
pub(super) fn check(
    tree: &SourceTree,
    layers: &[String],
    templates: &[(String, String)],
    found: &mut Vec<Diagnostic>,
) -> BTreeSet<String> {
    let mut unknown = BTreeSet::new();
    let own = layers.iter().rev().map(|layer| own_files(tree, layer));
    let own: Vec<Vec<&RelPath>> = own.filter(|files| !files.is_empty()).collect();
    if own.is_empty() {
        return unknown;
    }
    let mut reference = BUILT_IN_WORDS.clone();
    for files in own {
        let read = |path: &RelPath| Some((tree.text(path.as_str())?, yaml::node(tree, path)?));
        let files: Vec<_> =
            files.into_iter().filter_map(|path| read(path).map(|(text, node)| (path, text, node))).collect();
        for (path, text, node) in &files {
            let mut file = MessagesFile { path, text, templates, reference: &reference, found, unknown: &mut unknown };
            file.parts(node);
        }
        files.iter().for_each(|(_, _, node)| reference.add(node));
    }
    unknown
}

/// Returns the files of messages of a layer that are not as the built-in theme has them.
fn own_files<'a>(tree: &'a SourceTree, layer: &str) -> Vec<&'a RelPath> {
    let folder = format!("{FOLDER}/{layer}/messages");
    tree.under(&folder).filter(|path| layer != BUILT_IN || !is_as_built(tree, path)).collect()
}

fn is_as_built(tree: &SourceTree, path: &RelPath) -> bool {
    let name = path.as_str().strip_prefix(&format!("{FOLDER}/{BUILT_IN}/")).unwrap_or_default();
    BUILT_IN_FILES.get_file(name).is_some_and(|file| tree.bytes(path.as_str()) == Some(file.contents()))
}
