//! What a compilation remembers changes nothing but its time.

use std::sync::Arc;

use gongkai::cache::Cache;
use gongkai::compile::{Options, Site, compile, compile_with};
use gongkai::source::SourceTree;
use gongkai::value::RelPath;
use proptest::collection::vec;
use proptest::prelude::*;

use super::fixture::Fixture;

/// A file, what is replaced in it, and by what. Without a text to replace the file goes, or comes if the notice has none.
const EDITS: [(&str, &str, &str); 19] = [
    ("content/1-projects/001.zh.md", "\n", "，共 3 人受到处理。\n"),
    ("content/1-projects/001.en.md", "\n", " See [another](../2-people/003.en.md).\n"),
    ("content/1-projects/002.zh.md", "\n", "，共{{ statistics.total }}件，{{ nothing }}。\n"),
    ("content/1-projects/002.en.md", "\n", " <b>Ask</b> 13800138000 or someone@example.com.\n"),
    ("content/2-people/003.zh.md", "", ""),
    ("content/2-people/003.yaml", "", ""),
    ("content/2-people/003.yaml", "number: 3", "number: 4"),
    ("content/1-projects/001.yaml", "status: completed", "status: compleated"),
    ("content/1-projects/002.yaml", "value: 8500", "value: 8600"),
    ("content/1-projects/002.yaml", "继续追缴余款", "正在追缴余款"),
    (
        "content/1-projects/001.yaml",
        "history:",
        "accepted:\n  - {rule: mobile-number, text: \"13800138000\", reason: 公开}\nhistory:",
    ),
    ("content/2-people/section.yaml", "", ""),
    ("content/2-people/004.zh.md", "", "没有记录的正文。\n"),
    ("content/glossary.yaml", "", "wrong:\n  - {lang: zh, wrong: 受到, right: 得到}\n"),
    ("content/notice.yaml", "languages: [zh, en]", "languages: [zh]"),
    ("content/files/list.txt", "", ""),
    ("themes/bulletin/messages/zh.yaml", "han: true", "han: false"),
    ("themes/bulletin/messages/zh.yaml", "{number}余{suffix}", "逾{number}{suffix}"),
    ("themes/bulletin/templates/contact.html", "{%", "{% nothing %}{%"),
];

/// Makes an edit, or undoes it where it was made.
fn edit(tree: &mut SourceTree, original: &SourceTree, (path, from, to): (&str, &str, &str)) {
    let path = RelPath::of(path);
    let before = original.text(path.as_str());
    let after = match before {
        Some(_) if from.is_empty() => None,
        Some(text) => Some(text.replacen(from, to, 1)),
        None => Some(to.to_owned()),
    };
    assert_ne!(before, after.as_deref(), "{path} can be edited");
    let next = if tree.text(path.as_str()) == before { after.as_deref() } else { before };
    match next {
        Some(text) => tree.insert(path, text.as_bytes().to_vec()),
        None => tree.remove(&path),
    }
}

fn rendered(site: &Site) -> Vec<(RelPath, Option<Vec<u8>>)> {
    let bytes = |output| site.render(output).value.map(std::borrow::Cow::into_owned);
    site.outputs().iter().map(|output| (output.path().clone(), bytes(output))).collect()
}

/// Compiles with what is remembered and without, and compares all that comes of it.
fn compare(tree: &SourceTree, cache: &mut Cache) -> Result<(), TestCaseError> {
    let tree = Arc::new(tree.clone());
    let again = compile_with(&tree, &Options::default(), cache);
    let anew = compile(&tree, &Options::default());
    prop_assert_eq!(again.diagnostics, anew.diagnostics);
    prop_assert_eq!(again.value.0.as_ref().map(rendered), anew.value.as_ref().map(rendered));
    Ok(())
}

#[test]
fn every_edit_shows_and_so_does_its_undoing() {
    let original = Fixture::small().into_tree();
    for change in EDITS {
        let (mut tree, mut cache) = (original.clone(), Cache::default());
        for _ in 0..3 {
            compare(&tree, &mut cache).unwrap_or_else(|error| panic!("{change:?}: {error}"));
            edit(&mut tree, &original, change);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn nothing_but_the_time_depends_on_what_is_remembered(edits in vec(0..EDITS.len(), 1..8)) {
        let original = Fixture::small().into_tree();
        let (mut tree, mut cache) = (original.clone(), Cache::default());
        for number in edits {
            edit(&mut tree, &original, EDITS[number]);
            compare(&tree, &mut cache)?;
        }
    }
}
