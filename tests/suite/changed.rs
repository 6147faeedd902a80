//! What changed since the site was published: seen, told by the entry of the help, and gone.

use std::sync::Arc;

use gongkai::compile::Options;
use gongkai::diagnostic::Diagnostic;

use crate::fixture::Fixture;
use crate::publish::Copy;

const NOTICE: &str = "content/notice.yaml";
const FIRST: &str = "content/1-projects/001.yaml";
const SECOND: &str = "content/1-projects/002.yaml";
const THIRD: &str = "content/2-people/003.yaml";
const ACCOUNTABILITY: &str = "content/accountability.yaml";
const LETTERS: &str = "figures:\n  - {id: letters, label: {zh: 信访件, en: Letters}, value: 229, unit: case}\n";

/// The small notice, with figures of accountability.
fn small() -> Fixture {
    Fixture::small().with(ACCOUNTABILITY, LETTERS)
}

fn data(fixture: Fixture) -> String {
    fixture.compile().file("data/notice.json")
}

fn compared(fixture: Fixture, published: &str, as_of: Option<&str>) -> Vec<Diagnostic> {
    let published = Some(Arc::from(published.as_bytes()));
    let as_of = as_of.map(|date| date.parse().expect("a date"));
    fixture.compile_with(&Options { published, as_of, ..Options::default() }).diagnostics
}

/// What is said in English of changes without a word.
fn untold(fixture: Fixture, published: &str) -> Vec<String> {
    let found = compared(fixture, published, None);
    found.into_iter().filter(|d| d.rule == "untold-change").map(|d| d.message.en).collect()
}

/// A file, what stands in it, what is put in its place, and what is said of that.
type Edit = (&'static str, &'static str, &'static str, &'static str);

/// Changes that readers should be told of.
const EDITS: &[Edit] = &[
    (THIRD, "status: in-progress", "status: not-started", "Status: from In progress to Not started."),
    (THIRD, "due: 2024-12-31", "due: 2025-06", "Due: from 31 December 2024 to June 2025."),
    (SECOND, "due: 2023-12\noriginal", "due: 2024-03\noriginal", "Due: from December 2023 to March 2024."),
    (THIRD, "number: 3", "number: 3\nlabel: C", "“Issue 3: Many vacancies” is now “Issue C: Many vacancies”."),
    (SECOND, "original_due: 2023-09", "original_due: 2023-10", "to October 2023"),
    (
        FIRST,
        "completed_on: 2023-11-30",
        "completed_on: 2023-10-30",
        "corrected from 30 November 2023 to 30 October 2023",
    ),
    (FIRST, "verified_on: 2023-12-15", "verified_on: 2023-12-16", "16 December 2023"),
    (FIRST, "value: 15,", "value: 16,", "Cases: corrected from 15 to 16."),
    (SECOND, "unit: person-time", "unit: household", "Visits: corrected from"),
    (SECOND, ", approx: over", "", "Visits: corrected from"),
    (
        NOTICE,
        "  - {id: measures, label: {zh: 整改措施, en: Measures}, value: 12, unit: measure}\n",
        "",
        "Measures: no longer stated, formerly 12.",
    ),
    (NOTICE, "value: 12", "value: 13", "Measures: corrected from 12 to 13."),
    (ACCOUNTABILITY, "value: 229", "value: 230", "Letters: corrected from 229 to 230."),
    (
        THIRD,
        "{zh: 空编率高, en: Many vacancies}",
        "{zh: 账目不清, en: Unclear books}",
        "“Issue 3: Many vacancies” is no longer listed.",
    ),
];

#[test]
fn what_changed_without_a_word_is_named_and_told_by_the_entry_of_the_help() {
    let published = data(small());
    assert_eq!(untold(small(), &published), Vec::<String>::new());
    for (file, from, to, said) in EDITS {
        let edited = || small().replacing(file, from, to);
        let found = compared(edited(), &published, None);
        let [found] = &found.iter().filter(|d| d.rule == "untold-change").collect::<Vec<_>>()[..] else {
            panic!("{to}: {found:?}")
        };
        assert!(found.message.en.contains(said), "{to}: {}", found.message.en);
        let pasted = pasted(edited(), found);
        let left = compared(pasted, &published, None);
        assert!(left.is_empty(), "{to}: {left:?}");
    }
}

/// Items and fields of the office's own are compared like issues and the usual fields.
#[test]
fn items_and_own_fields_are_compared() {
    const FIELDS: &str = "fields:\n  - {id: risk, label: {zh: 风险, en: Risk}, type: choice, choices: [{id: high, label: {zh: 高, en: High}}, {id: low, label: {zh: 低, en: Low}}]}\n  \
        - {id: done, label: {zh: 进度, en: Progress}, type: number, unit: percent}\n  - {id: checked, label: {zh: 检查, en: Checked}, type: date}\n";
    const VALUES: &str = "fields: {risk: high, done: 40, checked: 2024-01}\nitems:\n  - {title: {zh: 校舍, en: Schools}, status: completed, completed_on: 2024-01-05}\n  \
        - {title: {zh: 道路, en: Roads}, status: in-progress, due: 2024-06}\n";
    let small = || small().adding(NOTICE, FIELDS).adding(THIRD, VALUES);
    let published = data(small());
    assert_eq!(untold(small(), &published), Vec::<String>::new());
    for (from, to, said) in [
        ("risk: high", "risk: low", "Risk: corrected from High to Low."),
        ("done: 40", "done: 50", "Progress: corrected from 40% to 50%."),
        ("checked: 2024-01", "checked: 2024-02", "Checked: corrected from January 2024 to February 2024."),
        (
            "status: completed, completed_on: 2024-01-05",
            "status: in-progress",
            "Schools · Status: corrected from Completed to In progress.",
        ),
        ("due: 2024-06}", "due: 2024-09}", "Roads · Due: corrected from June 2024 to September 2024."),
        (
            "  - {title: {zh: 道路, en: Roads}, status: in-progress, due: 2024-06}\n",
            "",
            "Roads · Status: no longer stated",
        ),
    ] {
        let edited = || small().replacing(THIRD, from, to);
        let found = compared(edited(), &published, None);
        let [found] = &found.iter().filter(|d| d.rule == "untold-change").collect::<Vec<_>>()[..] else {
            panic!("{to}: {found:?}")
        };
        assert!(found.message.en.contains(said), "{to}: {}", found.message.en);
        let left = compared(pasted(edited(), found), &published, None);
        assert!(left.iter().all(|d| d.rule != "untold-change"), "{to}: {left:?}");
    }
    let told = "status: completed, completed_on: 2024-02-29, history: [{on: 2024-02-29, status: completed}]}";
    assert_eq!(
        untold(small().replacing(THIRD, "status: in-progress, due: 2024-06}", told), &published),
        Vec::<String>::new()
    );
}

/// The notice with the entry of a help pasted where it says.
fn pasted(fixture: Fixture, found: &Diagnostic) -> Fixture {
    let help = &found.help.as_ref().expect("help").en;
    let (first, entry) = help.split_once('\n').expect("an entry");
    let file = first.trim_end_matches(':').rsplit(' ').next().expect("a file");
    match first.split('`').nth(1) {
        Some(key) => fixture.replacing(file, &format!("{key}:\n"), &format!("{key}:\n{entry}\n")),
        None => fixture.adding(file, &format!("{entry}\n")),
    }
}

#[test]
fn what_is_told_in_other_words_is_told() {
    let published = data(small());
    let moved = "due: 2025-06\noriginal_due: 2024-12-31";
    let told: &[(&str, &str, &str, &str)] = &[
        (THIRD, "due: 2024-12-31", moved, ""),
        (THIRD, "status: in-progress", "status: not-started", "history: [{on: 2024-02, status: not-started}]\n"),
        (
            SECOND,
            "value: 8500",
            "value: 8600",
            "corrections: [{on: 2024-02-20, text: {zh: 走访人次有误，已更正。, en: Mended.}}]\n",
        ),
        (
            SECOND,
            "value: 8500",
            "value: 8600",
            "corrections: [{on: 2024-02-20, text: {zh: 应为8600人次。, en: It is 8600.}}]\n",
        ),
    ];
    for (file, from, to, told) in told {
        assert_eq!(
            untold(small().replacing(file, from, to).adding(file, told), &published),
            Vec::<String>::new(),
            "{told}"
        );
    }
    let silent: &[(&str, &str, &str, &str)] = &[
        (THIRD, "status: in-progress", "status: not-started", "history: [{on: 2024-01-10, status: not-started}]\n"),
        (
            SECOND,
            "value: 8500",
            "value: 8600",
            "corrections: [{on: 2024-02-20, text: {zh: 标题有误。, en: A slip.}}]\n",
        ),
        // Its correction was published, and is of another figure.
        (FIRST, "value: 1476000", "value: 1576000", ""),
    ];
    for (file, from, to, told) in silent {
        assert_eq!(untold(small().replacing(file, from, to).adding(file, told), &published).len(), 1, "{told}");
    }
}

#[test]
fn what_changes_nothing_for_readers_is_not_named() {
    let published = data(small());
    let edits = [
        (FIRST, "value: 15,", "value: 15.0,"),
        (SECOND, "id: visits", "id: calls"),
        (SECOND, "figures:\n", "figures:\n  - {id: homes, label: {zh: 农户, en: Homes}, value: 12, unit: household}\n"),
        (THIRD, "en: Many vacancies", "en: Many vacant posts"),
        (FIRST, "documents:\n", "original_due: 2023-10\ndue: 2023-12\ndocuments:\n"),
    ];
    for (file, from, to) in edits {
        assert_eq!(untold(small().replacing(file, from, to), &published), Vec::<String>::new(), "{to}");
    }
    let changed = || small().replacing(THIRD, "due: 2024-12-31", "due: 2025-06");
    let later = data(small().replacing(NOTICE, "as_of: 2024-02-29", "as_of: 2024-03-01"));
    assert_eq!(untold(changed(), &later), Vec::<String>::new(), "the published site is of a later day");
    let found = compared(changed(), &published, Some("2024-06-30"));
    assert!(found.iter().any(|d| d.rule == "untold-change"), "{found:?}");
}

#[test]
fn an_issue_with_another_number_is_followed() {
    let published = ["\"id\": \"3\"", "\"number\": 3,", "\"label\": \"3\""];
    let published = published.iter().fold(data(small()), |data, name| data.replace(name, &name.replace('3', "7")));
    let said = untold(small().replacing(THIRD, "due: 2024-12-31", "due: 2025-06"), &published);
    assert_eq!(said.len(), 2, "{said:?}");
    assert!(
        said.iter().any(|said| said.contains("“Issue 7: Many vacancies” is now “Issue 3: Many vacancies”.")),
        "{said:?}"
    );
    assert!(said.iter().any(|said| said.contains("Due: from 31 December 2024 to June 2025.")), "{said:?}");
}

#[test]
fn data_of_version_0_1_0_is_read_and_what_cannot_be_read_is_noted() {
    let published = data(small());
    let mut old: serde_json::Value = serde_json::from_str(&published).expect("JSON");
    for key in ["version", "accountability", "corrections"] {
        assert!(old.as_object_mut().expect("an object").remove(key).is_some(), "{key}");
    }
    for issue in old["issues"].as_array_mut().expect("issues") {
        for key in ["id", "label", "items"] {
            assert!(issue.as_object_mut().expect("an object").remove(key).is_some(), "{key}");
        }
    }
    let edited = || small().replacing(SECOND, "value: 8500", "value: 8600");
    assert_eq!(untold(edited(), &old.to_string()).len(), 1);
    let newer = published.replacen("\"version\": 1", "\"version\": 2", 1);
    let float = published.replacen("\"value\": \"8500\"", "\"value\": 8500", 1);
    assert!(newer != published && float != published);
    for unreadable in [&newer, &float, &published[..published.len() / 2], "", "[]", "{}", "\u{0}"] {
        let found = compared(edited(), unreadable, None);
        assert_eq!(
            found.iter().map(|d| (d.rule, d.severity.name())).collect::<Vec<_>>(),
            [("published-unreadable", "note")]
        );
    }
}

#[test]
fn build_warns_once_and_check_lists_what_changed() {
    let copy = Copy::new();
    let ran = |line: &str| {
        let output = copy.run(line);
        let code = output.status.code().expect("a code");
        (code, String::from_utf8_lossy(&output.stderr).into_owned() + &String::from_utf8_lossy(&output.stdout))
    };
    let warned = |(code, said): (i32, String)| (code, said.contains("untold-change"));
    assert_eq!(warned(ran("gongkai --lang en build")), (0, false), "nothing was published before");
    let record = std::fs::read_to_string(copy.path(THIRD)).expect("the record");
    let moved = record.replace("due: 2024-12-31", "due: 2025-06");
    copy.write(THIRD, moved.as_bytes());
    assert_eq!(warned(ran("gongkai --lang en check")), (0, false), "with nothing to compare");
    for against in ["public", "public/data/notice.json"] {
        assert_eq!(warned(ran(&format!("gongkai --lang en check --against {against}"))), (0, true));
        assert_eq!(warned(ran(&format!("gongkai --lang en check --strict --against {against}"))), (1, true));
    }
    assert_eq!(ran("gongkai --lang en check --against nowhere").0, 2);
    assert_eq!(warned(ran("gongkai --lang en build --as-of 2024-01-31")).0, 1, "no history");
    assert_eq!(warned(ran("gongkai --lang en build --output elsewhere")), (0, false));
    let told = format!("{moved}original_due: 2024-12-31\n");
    copy.write(THIRD, told.as_bytes());
    assert_eq!(warned(ran("gongkai --lang en check --strict --against public")), (0, false));
    copy.write(THIRD, moved.as_bytes());
    let (code, said) = ran("gongkai --lang en build");
    assert!(code == 0 && said.contains("untold-change") && said.contains("1 warning"), "{said}");
    assert!(String::from_utf8_lossy(&copy.published("public")["issues/003.html"].1).contains("2025年6月"));
    copy.write("public/data/notice.json", b"{");
    copy.write(THIRD, told.as_bytes());
    let (code, said) = ran("gongkai --lang en build");
    assert!(code == 0 && said.contains("note[published-unreadable]"), "{said}");
}

#[test]
fn corrections_of_the_notice_are_shown_in_every_place() {
    let told = "corrections: [{on: 2024-02-20, text: {zh: 措施总数更正为12项。, en: Measures corrected to 12.}}]\n";
    let compiled = Fixture::small().adding(NOTICE, told).compile();
    for (path, text) in [
        ("index.html", "措施总数更正为12项。"),
        ("en/index.html", "Measures corrected to 12."),
        ("feed.xml", "措施总数更正为12项。"),
        ("data/notice.json", "Measures corrected to 12."),
    ] {
        assert!(compiled.file(path).contains(text), "{path}");
    }
}
