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
    let published = Some(Arc::new(published.into()));
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
        is_told_by_its_entry(&|| small().replacing(THIRD, from, to), &published, said);
    }
    let told = "status: completed, completed_on: 2024-02-29, history: [{on: 2024-02-29, status: completed}]}";
    assert_eq!(
        untold(small().replacing(THIRD, "status: in-progress, due: 2024-06}", told), &published),
        Vec::<String>::new()
    );
}

const THIRD_ZH: &str = "content/2-people/003.zh.md";
const THIRD_EN: &str = "content/2-people/003.en.md";
const OVERVIEW_ZH: &str = "content/overview.zh.md";
const OVERVIEW_EN: &str = "content/overview.en.md";

/// The small notice with figures that are typed in its texts.
fn typed() -> Fixture {
    const ZH: &str = "全县已招聘医师12名，另有{{ statistics.total }}名正在公示；投入经费147.6万元。\n\n1. 走访3个乡镇；\n2. 走访5个村。\n\n\
        | 处理 | 人数 |\n| --- | --- |\n| 约谈 | 7 |\n";
    const EN: &str = "The county recruited 12 physicians, and {{ statistics.total }} more are announced; it spent CNY 1.476 million.\n\n\
        1. It visited 3 towns;\n2. It visited 5 villages.\n\n| Action | Persons |\n| --- | --- |\n| Talks | 7 |\n";
    small()
        .with(THIRD_ZH, ZH)
        .with(THIRD_EN, EN)
        .with(OVERVIEW_ZH, "共收到信访件229件，于2024年2月办结。\n")
        .with(OVERVIEW_EN, "There were 229 letters, dealt with in February 2024.\n")
        .adding(THIRD, "statement: {zh: 空编38个。, en: There are 38 vacancies.}\n")
}

/// A file and what is put where in it.
type Change = (&'static str, &'static str, &'static str);

fn changing(fixture: Fixture, changes: &[Change]) -> Fixture {
    changes.iter().fold(fixture, |fixture, (file, from, to)| fixture.replacing(file, from, to))
}

/// Figures that are typed in a text are told of like figures of a record, once for all languages, at their place.
#[test]
fn figures_typed_in_texts_are_compared() {
    let published = data(typed());
    assert_eq!(untold(typed(), &published), Vec::<String>::new());
    let cases: &[(&[Change], &str, &str)] = &[
        (
            &[(THIRD_ZH, "147.6万元", "157.6万元"), (THIRD_EN, "1.476", "1.576")],
            "What was done: corrected from “it spent CNY 1.476 million” to “it spent CNY 1.576 million”.",
            THIRD_ZH,
        ),
        (
            &[(THIRD_ZH, "医师12名", "医师21名"), (THIRD_EN, "12 phys", "21 phys")],
            "What was done: corrected from “The county recruited 12 physicians” to “The county recruited 21 physicians”.",
            THIRD_ZH,
        ),
        (&[(THIRD_ZH, "| 约谈 | 7 |", "| 约谈 | 9 |"), (THIRD_EN, "| Talks | 7 |", "| Talks | 9 |")], "7", THIRD_ZH),
        (&[(THIRD, "空编38个", "空编36个"), (THIRD, "are 38", "are 36")], "There are 38 vacancies", THIRD),
        (
            &[(OVERVIEW_ZH, "229件", "219件"), (OVERVIEW_EN, "229 letters", "219 letters")],
            "There were 229 letters",
            OVERVIEW_ZH,
        ),
        (&[(OVERVIEW_ZH, "2024年2月", "2024年1月"), (OVERVIEW_EN, "February", "January")], "February", OVERVIEW_ZH),
        (
            &[(THIRD_ZH, "走访5个村", "走访15个村"), (THIRD_EN, "visited 5", "visited 15")],
            "It visited 5 villages",
            THIRD_ZH,
        ),
    ];
    for (changes, said, file) in cases {
        let edited = || changing(typed(), changes);
        let found = compared(edited(), &published, None);
        let [found] = &found.iter().filter(|d| d.rule == "untold-change").collect::<Vec<_>>()[..] else {
            panic!("{said}: {found:?}")
        };
        assert!(found.message.en.contains(said), "{said}: {}", found.message.en);
        assert_eq!(found.place.as_ref().map(|place| place.path().as_str()), Some(*file), "{said}");
        assert!(found.place.as_ref().is_some_and(|place| place.range().is_some()), "{said}");
        let left = compared(pasted(edited(), found), &published, None);
        assert!(left.is_empty(), "{said}: {left:?}");
    }
}

/// On a later day the figures of what was done are others because things moved on: `history` tells of that.
#[test]
fn figures_typed_in_texts_move_on_with_the_day() {
    let published = data(typed());
    let later = || {
        changing(
            typed(),
            &[
                (NOTICE, "as_of: 2024-02-29", "as_of: 2024-03-31"),
                (NOTICE, "issued_on: 2024-03-01", "issued_on: 2024-04-01"),
            ],
        )
    };
    let more = [
        (THIRD_ZH, "医师12名", "医师21名"),
        (THIRD_EN, "12 phys", "21 phys"),
        (THIRD_ZH, "147.6万", "157.6万"),
        (THIRD_EN, "1.476", "1.576"),
    ];
    let found = compared(changing(later(), &more), &published, None);
    let [found] = &found.iter().filter(|d| d.rule == "untold-change").collect::<Vec<_>>()[..] else {
        panic!("{found:?}")
    };
    let help = &found.help.as_ref().expect("help").en;
    assert!(help.contains("history:\n  - {on: 2024-03-31, status: in-progress, note:"), "{help}");
    assert_eq!(help.matches("  - {").count(), 1, "one entry tells of both: {help}");
    let left = compared(pasted(changing(later(), &more), found), &published, None);
    assert!(left.iter().all(|d| d.rule != "untold-change"), "{left:?}");
    let told = "history: [{on: 2024-03-20, status: in-progress, note: {zh: 招聘有进展。, en: More were recruited.}}]\n";
    assert_eq!(untold(changing(later(), &more).adding(THIRD, told), &published), Vec::<String>::new());
    let old = "history: [{on: 2024-02-20, status: in-progress, note: {zh: 招聘有进展。, en: More were recruited.}}]\n";
    assert_eq!(untold(changing(later(), &more).adding(THIRD, old), &published).len(), 1);
    let overview = [(OVERVIEW_ZH, "229件", "239件"), (OVERVIEW_EN, "229 letters", "239 letters")];
    assert_eq!(untold(changing(later(), &overview), &published), Vec::<String>::new(), "the day of the notice tells");
    let statement = [(THIRD, "空编38个", "空编36个"), (THIRD, "are 38", "are 36")];
    assert_eq!(untold(changing(later(), &statement), &published).len(), 1, "what was found does not move on");
}

/// Other words are another sentence, and what is quoted, marked or set anew is the same one.
#[test]
fn texts_that_were_edited_without_another_figure_are_not_named() {
    let published = data(typed());
    let edits: &[&[Change]] = &[
        &[(THIRD_ZH, "已招聘医师12名", "已**招聘医师12名**"), (THIRD_EN, "12 physicians", "**12 physicians**")],
        &[(THIRD_ZH, "147.6万元", "1476000元"), (THIRD_EN, "CNY 1.476 million", "CNY 1,476,000")],
        &[
            (THIRD_ZH, "1. 走访3个乡镇；\n2. 走访5个村", "1. 走访5个村；\n2. 走访3个乡镇"),
            (
                THIRD_EN,
                "1. It visited 3 towns;\n2. It visited 5 villages",
                "1. It visited 5 villages;\n2. It visited 3 towns",
            ),
        ],
        &[
            (THIRD_ZH, "2. 走访5个村", "2. 走访5个村，走访8个企业"),
            (THIRD_EN, "2. It visited 5 villages", "2. It visited 5 villages and 8 companies"),
        ],
        &[
            (THIRD_ZH, "投入经费147.6万元", "罚没款项合计99万元"),
            (THIRD_EN, "it spent CNY 1.476 million", "fines came to CNY 990,000"),
        ],
        &[(THIRD_ZH, "；\n2. 走访5个村", ""), (THIRD_EN, ";\n2. It visited 5 villages", "")],
    ];
    for changes in edits {
        assert_eq!(untold(changing(typed(), changes), &published), Vec::<String>::new(), "{changes:?}");
    }
}

/// Measures have a status and dates of their own, which are told of like those of issues.
#[test]
fn measures_are_compared() {
    const MEASURES: &str = "measures:\n  - {text: {zh: 制定招聘方案, en: Draw up a plan}, status: completed, completed_on: 2024-01-05}\n  \
        - {text: {zh: 开展专项招聘, en: Recruit}, status: in-progress, due: 2024-06}\n";
    let small = || small().adding(THIRD, MEASURES);
    let published = data(small());
    assert_eq!(untold(small(), &published), Vec::<String>::new());
    for (from, to, said) in [
        ("due: 2024-06}", "due: 2024-09}", "2 · Due: corrected from June 2024 to September 2024."),
        (
            "status: completed, completed_on: 2024-01-05",
            "status: in-progress",
            "1 · Status: corrected from Completed to In progress.",
        ),
        ("2024-01-05", "2024-01-06", "corrected from 5 January 2024 to 6 January 2024."),
    ] {
        is_told_by_its_entry(&|| small().replacing(THIRD, from, to), &published, said);
    }
}

/// What else the data say of figures, measures, persons and of the course of things is told of, too.
#[test]
fn whatever_else_the_data_say_is_compared() {
    const NOTICE_FIGURES: &str = "groups:\n  - {id: talks, title: {zh: 约谈, en: Talks}, stated: 3}\n  \
        - {id: warned, title: {zh: 警告, en: Warnings}, persons: [{post: {zh: 某镇镇长, en: Head of a town}}]}\n";
    const FIGURES: &str = "status_basis: inferred\nfigures:\n  \
        - {id: rate, label: {zh: 空编率, en: Vacancy rate}, value: 20, was: 30, unit: percent}\n  \
        - {id: due, label: {zh: 应收, en: Sums owed}, value: 90, unit: CNY}\n  \
        - {id: paid, label: {zh: 收款, en: Payments}, value: 40, unit: CNY, of: due, kind: recovered}\n\
        measures:\n  - {text: {zh: 招聘, en: Recruit}, due_text: {zh: 年底, en: by the end of the year}}\n\
        history: [{on: 2023-07-01, status: not-started}, {on: 2023-09-01, status: in-progress}]\n";
    let small = || small().adding(ACCOUNTABILITY, NOTICE_FIGURES).adding(THIRD, FIGURES);
    let published = data(small());
    assert_eq!(untold(small(), &published), Vec::<String>::new());
    for (file, from, to, said) in [
        (THIRD, "was: 30", "was: 31", "Vacancy rate · Was: corrected from 30% to 31%."),
        (THIRD, ", was: 30", "", "Vacancy rate · Was: no longer stated, formerly 30%."),
        (THIRD, "kind: recovered", "kind: pending", "Payments · Outcome: corrected from recovered to pending."),
        (THIRD, ", of: due, kind: recovered", ", of: due", "Payments · Outcome: no longer stated"),
        (THIRD, ", of: due, kind: recovered", "", "Payments · Part of: no longer stated, formerly “Sums owed”."),
        (THIRD, "en: Vacancy rate", "en: Staffing rate", "corrected from “Vacancy rate” to “Staffing rate”."),
        (THIRD, "zh: 空编率,", "zh: 在编率,", "Vacancy rate · Figure: corrected from “空编率” to “在编率”."),
        (THIRD, "status_basis: inferred\n", "", "Basis of status: corrected from inferred to stated by the issuer."),
        (THIRD, "on: 2023-07-01", "on: 2023-07-02", "Changes of status: corrected from 1 July 2023 to 2 July 2023."),
        (THIRD, "{on: 2023-07-01, status: not-started}, ", "", "no longer stated, formerly 1 July 2023."),
        (THIRD, "en: by the end of the year", "en: by the end of next year", "1 · Deadline as stated: corrected from"),
        (ACCOUNTABILITY, "stated: 3", "stated: 4", "Talks: corrected from 3 to 4."),
        (
            ACCOUNTABILITY,
            "{zh: 某镇镇长, en: Head of a town}",
            "{zh: 某县县长, en: Head of a county}",
            "Warnings: corrected from “Head of a town” to “Head of a county”.",
        ),
        (FIRST, "on: 2024-01-10", "on: 2024-01-11", "Corrections: corrected from 10 January 2024 to 11 January 2024."),
        (FIRST, "由 140 万元更正", "由 130 万元更正", "Corrections: corrected from “罚款由 140 万元"),
        (NOTICE, "fed_back_on: 2023-06-01", "fed_back_on: 2023-06-02", "corrected from 1 June 2023 to 2 June 2023."),
    ] {
        is_told_by_its_entry(&|| small().replacing(file, from, to), &published, said);
    }
    let renamed =
        small().replacing(THIRD, "{id: due, label", "{id: owed, label").replacing(THIRD, "of: due", "of: owed");
    assert_eq!(untold(renamed, &published), Vec::<String>::new(), "an id is no word to readers");
}

/// An edit is one finding that says so, and nothing is left to find once the entry of its help is pasted.
fn is_told_by_its_entry(edited: &dyn Fn() -> Fixture, published: &str, said: &str) {
    let found = compared(edited(), published, None);
    let [found] = &found.iter().filter(|d| d.rule == "untold-change").collect::<Vec<_>>()[..] else {
        panic!("{said}: {found:?}")
    };
    assert!(found.message.en.contains(said), "{said}: {}", found.message.en);
    let left = compared(pasted(edited(), found), published, None);
    assert!(left.iter().all(|d| d.rule != "untold-change"), "{said}: {left:?}");
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
