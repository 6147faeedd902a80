//! Any bytes as each of the records: read, resolved, checked by every rule, and what was found shown. Nothing may panic, and
//! every finding stands on whole characters of its file.
#![no_main]

use std::path::Path;
use std::sync::{Arc, LazyLock};

use gongkai::notice::content::{self, Content, Schemas, Sourced};
use gongkai::diagnostic::{self, Diagnostic, Place};
use gongkai::notice::edition::{Edition, Texts};
use gongkai::progress::Progress;
use gongkai::shell::report::{self, MessageLang};
use gongkai::theme::{self, Theme};
use gongkai::source::SourceTree;
use gongkai::value::{Date, Lang, RelPath};
use gongkai::{disk, model, rules, site, statistics, yaml};
use libfuzzer_sys::fuzz_target;

/// A small notice that is right, and whatever does not depend on the record at hand.
struct Base {
    tree: SourceTree,
    content: Content,
    schemas: Schemas,
    theme: Theme,
    day: Date,
}

static BASE: LazyLock<Base> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../suite/fixtures/small");
    let tree = theme::with_built_in(disk::read_tree(&root, &["content"], &Progress::default()).expect("the small notice").value);
    let content = content::parse(&tree).value;
    let theme = theme::layer(&tree, "bulletin", &["zh", "en"].map(Lang::new)).value.expect("the built-in theme");
    let theme = Theme { templates: Vec::new(), assets: Default::default(), ..theme };
    Base { tree, content, schemas: Schemas::new(), theme, day: "2021-06-30".parse().expect("a date") }
});

fuzz_target!(|bytes: &[u8]| {
    notice(bytes);
    units(bytes);
    glossary(bytes);
    accountability(bytes);
    section(bytes);
    issue(bytes);
});

/// A function that reads the input as one kind of record at its path and puts it in the place of the small notice's own.
macro_rules! record {
    ($kind:ident, $path:literal, |$content:ident, $read:ident| $put:expr) => {
        fn $kind(bytes: &[u8]) {
            let path = RelPath::of($path);
            let mut tree = BASE.tree.clone();
            tree.insert(path.clone(), bytes.into());
            let mut found = Vec::new();
            let record = yaml::record(&tree, &path, &BASE.schemas.$kind).into_value(&mut found);
            let mut $content = BASE.content.clone();
            if let Some(record) = record {
                let $read = Sourced { path, record };
                $put;
                follow($content, Arc::new(tree), found);
            } else {
                show(&Arc::new(tree), found);
            }
        }
    };
}

record!(notice, "content/notice.yaml", |content, read| content.notice = Some(read));
record!(units, "content/units.yaml", |content, read| content.units = Some(read));
record!(glossary, "content/glossary.yaml", |content, read| content.glossary = Some(read));
record!(accountability, "content/accountability.yaml", |content, read| content.accountability = Some(read));
record!(section, "content/1-projects/section.yaml", |content, read| content.sections[0].record = Some(read));
record!(issue, "content/1-projects/001.yaml", |content, read| content.sections[0].issues[0] = Sourced { path: read.path, record: Arc::new(read.record) });

/// The way of a record through the pipeline, as far as its rules.
fn follow(content: Content, tree: Arc<SourceTree>, mut found: Vec<Diagnostic>) {
    let Some(notice) = model::resolve(content, true).into_value(&mut found) else { return show(&tree, found) };
    if !notice.languages.iter().all(|lang| BASE.theme.locales.iter().any(|locale| locale.lang == *lang)) {
        return show(&tree, found);
    }
    let locales = notice.languages.iter().map(|lang| BASE.theme.locale(lang).clone()).collect();
    let theme = Theme { locales, ..BASE.theme.clone() };
    let statistics = statistics::compute(&notice);
    let mut edition = Edition { tree: tree.clone(), notice, statistics, theme, texts: Texts::default() };
    let mut texts = Texts::default();
    site::set_texts(&edition, &mut texts);
    edition.texts = texts;
    let complete = !diagnostic::has_errors(&found);
    rules::check(&edition, complete).into_value(&mut found);
    yaml::resolve_places(&tree, &mut found);
    rules::apply_accepted(&edition.notice, &tree, &mut found);
    found.extend(edition.notice.move_to(BASE.day));
    statistics::compute(&edition.notice);
    show(&tree, found);
}

fn show(tree: &Arc<SourceTree>, mut found: Vec<Diagnostic>) {
    yaml::resolve_places(tree, &mut found);
    diagnostic::sort(&mut found);
    for diagnostic in &found {
        let places = diagnostic.place.iter().chain(diagnostic.related.iter().map(|(place, _)| place));
        places.for_each(|place| stands_on_characters(tree, place, diagnostic));
    }
    report::human(tree, &found, MessageLang::Zh, false);
    report::findings(tree, &found, MessageLang::En);
}

fn stands_on_characters(tree: &SourceTree, place: &Place, diagnostic: &Diagnostic) {
    let Place::Span(path, range) = place else { return };
    let slice = tree.text(path.as_str()).and_then(|text| text.get(range.clone()));
    assert!(slice.is_some(), "{diagnostic:?}");
}
