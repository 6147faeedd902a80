//! Any bytes as each of the records: read, resolved, checked by every rule, moved to another day, and what was found shown. Nothing may panic,
//! and every finding is at whole characters of its file.
#![no_main]
#![allow(clippy::disallowed_methods)] // What the macro of the fuzzer does may touch the world.

use std::path::Path;
use std::sync::{Arc, LazyLock, Mutex};

use gongkai::cache::Cache;
use gongkai::compile::{Options, compile_with};
use gongkai::diagnostic::{Diagnostic, Place};
use gongkai::progress::Progress;
use gongkai::shell::disk;
use gongkai::shell::report::{self, MessageLang};
use gongkai::source::SourceTree;
use gongkai::theme;
use gongkai::value::RelPath;
use libfuzzer_sys::fuzz_target;

const RECORDS: [&str; 6] = [
    "content/notice.yaml",
    "content/units.yaml",
    "content/glossary.yaml",
    "content/accountability.yaml",
    "content/1-projects/section.yaml",
    "content/1-projects/001.yaml",
];

/// A small notice that is right, with a theme that has words and no templates: pages are not what is tried here.
static BASE: LazyLock<SourceTree> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../suite/fixtures/small");
    let tree = disk::read_tree(&root, &["content"], &Progress::default()).expect("the small notice").value;
    let mut tree = theme::with_built_in(tree);
    let templates: Vec<RelPath> = tree.under("themes/bulletin/templates").cloned().collect();
    templates.iter().for_each(|path| tree.remove(path));
    tree
});

/// What stays the same from one input to the next, the theme above all: reading it takes most of the time.
static CACHE: LazyLock<Mutex<Cache>> = LazyLock::new(Mutex::default);

// The theme is read before the first input, which has only so much time.
fuzz_target!(init: look_at(&BASE), |bytes: &[u8]| {
    for record in RECORDS {
        let mut tree = BASE.clone();
        tree.insert(RelPath::of(record), bytes.into());
        look_at(&tree);
    }
});

fn look_at(tree: &SourceTree) {
    let tree = Arc::new(tree.clone());
    let options = Options { as_of: "2023-09-30".parse().ok(), ..Options::default() };
    let mut cache = CACHE.lock().expect("no panic before");
    show(&tree, &compile_with(&tree, &options, &mut cache).diagnostics);
}

fn show(tree: &SourceTree, found: &[Diagnostic]) {
    for diagnostic in found {
        let places = diagnostic.place.iter().chain(diagnostic.related.iter().map(|(place, _)| place));
        places.for_each(|place| is_at_characters(tree, place, diagnostic));
    }
    report::human(tree, found, MessageLang::Zh, false);
    report::json_diagnostics(tree, found, MessageLang::En);
}

fn is_at_characters(tree: &SourceTree, place: &Place, diagnostic: &Diagnostic) {
    let Place::Span(path, range) = place else { return };
    let slice = tree.text(path.as_str()).and_then(|text| text.get(range.clone()));
    assert!(slice.is_some(), "{diagnostic:?}");
}
