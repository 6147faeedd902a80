//! What a compilation remembers changes nothing but its time.

use std::sync::Arc;

use gongkai::cache::Cache;
use gongkai::compile::{Options, Output, Site, compile, compile_with};
use gongkai::diagnostic::Diagnostic;
use gongkai::source::SourceTree;
use gongkai::value::RelPath;
use proptest::collection::vec;
use proptest::prelude::*;

use super::fixture::Fixture;

/// A file, what is replaced in it, and by what.
pub type Edit = (&'static str, &'static str, &'static str);

/// Edits of the small notice. Without a text to replace the file goes, or comes if the notice has none.
pub const EDITS: [Edit; 19] = [
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

/// The same for the county: every kind of file, changed, taken away or added; what names others, and what others name.
pub const COUNTY_EDITS: [Edit; 34] = [
    ("content/1-projects/001.yaml", "\\\"courtesy bids\\\"", "\\u4e32\\n"),
    ("content/1-projects/001.yaml", "value: 4476000", "value: 4486000"),
    ("content/1-projects/001.yaml", "id: cases", "id: files"),
    ("content/1-projects/001.yaml", "  - on: 2024-05-20", "  - on: 2024-06-20"),
    ("content/1-projects/001.yaml", "reason: 法文只说明作了更正", "reason: ''"),
    ("content/1-projects/001.yaml", "lead: [housing-bureau]", "lead: [archives-office]"),
    ("content/1-projects/002.yaml", "due: 2024-03", "due: 2024-08"),
    ("content/1-projects/003.yaml", "status: in-progress\ndue", "status: not-started\ndue"),
    ("content/1-projects/003.yaml", "", ""),
    ("content/1-projects/001.zh.md", "## 主要做法", "## 主要做法 {{ statistics.overdue }}"),
    ("content/1-projects/001.fr.md", "[^loi]: ", "[^autre]: "),
    ("content/1-projects/003.en.md", "County Audit Bureau", "county auditors"),
    ("content/1-projects/001.en.md", "../2-environment/004.en.md", "../2-environment/014.en.md"),
    ("content/2-environment/004.zh.md", "", ""),
    ("content/2-environment/004.yaml", "topic: water", "topic: waste"),
    ("content/2-environment/007.zh.md", "13800138000", "13800138001"),
    ("content/2-environment/section.yaml", "\"id\": waste", "\"id\": refuse"),
    (
        "content/3-service/013.yaml",
        "",
        "number: 13\ntopic: windows\ntitle: {zh: 新, en: New, fr: Neuf}\nstatus: ongoing\n",
    ),
    ("content/3-service/012.zh.md", "热线", "登陆热线"),
    ("content/overview.fr.md", "{{ rate }}", "{{ statistics.sections }}"),
    ("content/closing.en.md", "", ""),
    ("content/accountability.yaml", "until: 2024-12-31", "until: 2024-05-31"),
    ("content/accountability.yaml", "", ""),
    ("content/units.yaml", "zh: 县审计局", "zh: 县财政局"),
    ("content/glossary.yaml", "fr: Bureau d’audit du comté", "fr: auditeurs"),
    ("content/glossary.yaml", "", ""),
    ("content/translations.yaml", "1-projects/001.en.md: \"", "1-projects/001.en.md: \"0"),
    ("content/notice.yaml", "as_of: 2024-06-30", "as_of: 2024-07-01"),
    ("content/notice.yaml", "languages: [zh, en, fr]", "languages: [zh, en]"),
    ("content/notice.yaml", "languages: [zh, en, fr]", "languages: [fr, zh, en, de]"),
    ("content/notice.yaml", "theme: county\n", ""),
    ("content/files/map.png", "", ""),
    ("themes/county/messages/fr.yaml", "overdue: {one: \"{n} jour de retard", "overdue: {one: \"{n} jour de trop"),
    ("themes/county/styles/90-county.css", "", "h1 { color: #003366 }\n"),
];

/// Makes an edit, or undoes it where it was made.
pub fn edit(tree: &mut SourceTree, original: &SourceTree, (path, from, to): Edit) {
    let path = RelPath::of(path);
    let before = original.bytes(path.as_str());
    let after = match before {
        Some(_) if from.is_empty() => None,
        Some(bytes) => Some(str::from_utf8(bytes).expect("text").replacen(from, to, 1).into_bytes()),
        None => Some(to.to_owned().into_bytes()),
    };
    assert!(before != after.as_deref(), "{path} can be edited");
    let next = if tree.bytes(path.as_str()) == before { after.as_deref() } else { before };
    match next {
        Some(bytes) => tree.insert(path, bytes.to_vec()),
        None => tree.remove(&path),
    }
}

fn rendered(site: &Site) -> Vec<(RelPath, Option<Vec<u8>>)> {
    let bytes = |output: &Output| site.render(output).value.map(std::borrow::Cow::into_owned);
    // A picture of pixels is drawn from what stands in the one beside it, in ten times the time.
    let outputs = site.outputs().into_iter().filter(|output| !output.is_drawn());
    outputs.map(|output| (output.path().clone(), bytes(&output))).collect()
}

/// All that comes of a compilation: what was found, and every file.
type Everything = (Vec<Diagnostic>, Option<Vec<(RelPath, Option<Vec<u8>>)>>);

/// Compiles with what is remembered.
fn again(tree: &SourceTree, cache: &mut Cache) -> Everything {
    let compiled = compile_with(&Arc::new(tree.clone()), &Options::default(), cache);
    (compiled.diagnostics, compiled.value.0.as_ref().map(rendered))
}

/// Compiles from nothing.
fn anew(tree: &SourceTree) -> Everything {
    let compiled = compile(&Arc::new(tree.clone()), &Options::default());
    (compiled.diagnostics, compiled.value.as_ref().map(rendered))
}

/// Compiles with what is remembered and without, and compares all that comes of it.
fn compare(tree: &SourceTree, cache: &mut Cache) -> Result<(), TestCaseError> {
    prop_assert_eq!(again(tree, cache), anew(tree));
    Ok(())
}

#[test]
fn every_edit_shows_and_so_does_its_undoing() {
    one_after_another(&Fixture::small().into_tree(), &EDITS);
}

#[test]
fn every_edit_of_a_larger_notice_shows_and_so_does_its_undoing() {
    one_after_another(&Fixture::county().into_tree(), &COUNTY_EDITS);
}

/// Makes each edit while the one before is undone, with one memory, and undoes the last.
fn one_after_another(original: &SourceTree, edits: &[Edit]) {
    let mut cache = Cache::default();
    let unchanged = anew(original);
    assert_eq!(again(original, &mut cache), unchanged);
    for &change in edits {
        let mut tree = original.clone();
        edit(&mut tree, original, change);
        assert!(again(&tree, &mut cache) == anew(&tree), "{change:?}");
    }
    assert!(again(original, &mut cache) == unchanged, "all is undone");
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

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, ..ProptestConfig::default() })]

    #[test]
    fn nor_does_anything_of_a_larger_notice(edits in vec(0..COUNTY_EDITS.len(), 1..8)) {
        let original = Fixture::county().into_tree();
        let (mut tree, mut cache) = (original.clone(), Cache::default());
        for number in edits {
            edit(&mut tree, &original, COUNTY_EDITS[number]);
            compare(&tree, &mut cache)?;
        }
    }
}
