//! The table of rules is the documentation: every example is made in the small notice, seen, mended, and gone.

use gongkai::compile::Options;
use gongkai::inspect;
use gongkai::progress::Progress;
use gongkai::rules::{Example, ExampleChange, RULES, Rule, Words};
use gongkai::shell::report::{self, MessageLang};

use crate::fixture::Fixture;

/// Rules about the machine, and those that no few lines can show. All others are shown.
const TOLD: [&str; 9] = [
    "not-utf8",
    "file-too-large",
    "unsafe-file",
    "unsafe-file-name",
    "clashing-names",
    "attachment-encoding",
    "forgotten-narrative",
    "published-unreadable",
    "output-too-large",
];

/// The small notice with one form of every change.
pub fn changed(changes: &[ExampleChange], good: bool) -> Fixture {
    let apply = |fixture: Fixture, change: &ExampleChange| {
        let (file, bad_form, good_form) = change.forms();
        let form = if good { good_form } else { bad_form };
        match change {
            ExampleChange::Part(..) => fixture.replacing(file, good_form, form),
            ExampleChange::Added(..) => fixture.adding(file, form),
            ExampleChange::File(..) if form.is_empty() => fixture.without_any(file),
            ExampleChange::File(..) => fixture.with(file, form),
        }
    };
    changes.iter().fold(Fixture::small(), apply)
}

/// The rules that are broken. Finished pages are looked at only for the rule about them, since making them all takes a while.
fn broken(rule: &Rule, fixture: Fixture) -> Vec<String> {
    let days = [("no-history", "2023-12-20"), ("after-records", "2024-02-29")];
    let as_of = days.iter().find(|(id, _)| *id == rule.id).map(|(_, day)| day.parse().expect("a date"));
    let published = (rule.id == "untold-change").then(|| Fixture::small().compile().file("data/notice.json"));
    let published = published.map(|data| data.into_bytes().into());
    let suggests = ["suggested-equation", "unquoted-figure", "other-amount"].contains(&rule.id);
    let compiled = fixture.compile_with(&Options { as_of, published, suggests, ..Options::default() });
    let pages = compiled
        .site
        .as_ref()
        .filter(|_| rule.id == "output")
        .map(|site| inspect::look_at_all(site, &Progress::default()).1)
        .unwrap_or_default();
    let of_pages = pages.iter().map(|d| format!("{} {}", d.rule, d.message.en));
    // The table of the first issue could be declared, too.
    let is_of_example = |found: &String| !found.starts_with("suggested-equation content/1-projects/001.yaml");
    compiled.shown().into_iter().filter(is_of_example).chain(of_pages).collect()
}

#[test]
fn every_example_breaks_its_rule_and_its_mend_breaks_none() {
    let mut wrong = Vec::new();
    for rule in RULES {
        let Example::Shown(changes) = rule.example else { continue };
        let bad = broken(rule, changed(changes, false));
        if !bad.iter().any(|found| found.starts_with(&format!("{} ", rule.id))) {
            wrong.push(format!("{}: the example does not break it: {bad:?}", rule.id));
        }
        let mut good = broken(rule, changed(changes, true));
        // Most examples show a paragraph in one language; its translation is left to the reader.
        good.retain(|found| rule.id == "structure-differs" || !found.starts_with("structure-differs "));
        if !good.is_empty() {
            wrong.push(format!("{}: the mend still has {good:?}", rule.id));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn only_what_cannot_be_shown_is_told() {
    let told: Vec<&str> =
        RULES.iter().filter(|rule| matches!(rule.example, Example::Told(_))).map(|rule| rule.id).collect();
    assert_eq!(told, TOLD);
}

#[test]
fn texts_are_whole_sentences_in_their_language() {
    let is_han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    for rule in RULES {
        for Words(zh, en) in [rule.demand, rule.why] {
            assert!(zh.ends_with(['。', '？']) && zh.chars().any(is_han), "{}: {zh}", rule.id);
            assert!(en.ends_with('.') && en.starts_with(|c: char| !c.is_ascii_lowercase()), "{}: {en}", rule.id);
        }
        assert!(!rule.why.1.chars().any(is_han), "{}: {}", rule.id, rule.why.1);
        assert_eq!(RULES.iter().filter(|other| other.id == rule.id).count(), 1, "{}", rule.id);
    }
}

#[test]
fn a_page_says_everything_in_the_chosen_language() {
    for rule in RULES {
        for (lang, mend) in [(MessageLang::Zh, "改正后"), (MessageLang::En, "Fixed")] {
            let page = report::page(rule, lang);
            for text in [rule.id, lang.pick(rule.demand), lang.pick(rule.why)] {
                assert!(page.contains(text), "{}: {text}", rule.id);
            }
            match rule.example {
                Example::Shown(_) => assert!(page.contains(mend), "{page}"),
                Example::Told(words) => assert!(page.contains(lang.pick(words)), "{page}"),
            }
            assert!(page.chars().all(|c| c == '\n' || !c.is_control() && c != '\u{200B}'), "{page:?}");
        }
    }
}
