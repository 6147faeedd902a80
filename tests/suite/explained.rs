//! The table of rules is the documentation: every example is made in the small notice, seen, mended, and gone.

use gongkai::inspect;
use gongkai::rules::{Change, Example, RULES};

use crate::fixture::Fixture;

/// Rules about the machine, and those that no few lines can show. All others are shown.
const TOLD: [&str; 6] = ["not-utf8", "file-too-large", "unsafe-file", "unsafe-file-name", "clashing-names", "output-too-large"];

/// The small notice with one form of every change.
fn changed(changes: &[Change], good: bool) -> Fixture {
    let apply = |fixture: Fixture, change: &Change| {
        let (file, bad_form, good_form) = change.forms();
        let form = if good { good_form } else { bad_form };
        match change {
            Change::Part(..) => fixture.replacing(file, good_form, form),
            Change::Added(..) => fixture.adding(file, form),
            Change::File(..) if form.is_empty() => fixture.without_any(file),
            Change::File(..) => fixture.with(file, form),
        }
    };
    changes.iter().fold(Fixture::small(), apply)
}

/// The rules that are broken; those of finished pages only where they are asked for, since making every page takes a second.
fn broken(fixture: Fixture, pages_too: bool) -> Vec<String> {
    let compiled = fixture.compile();
    let pages = compiled.site.as_ref().filter(|_| pages_too).map(|site| inspect::look_at_all(site).1).unwrap_or_default();
    let of_pages = pages.iter().map(|d| format!("{} {}", d.rule, d.message.en));
    compiled.shown().into_iter().chain(of_pages).collect()
}

#[test]
fn every_example_breaks_its_rule_and_its_mend_breaks_none() {
    let mut wrong = Vec::new();
    for rule in RULES {
        let Example::Shown(changes) = rule.example else { continue };
        let bad = broken(changed(changes, false), rule.id == "output");
        if !bad.iter().any(|found| found.starts_with(&format!("{} ", rule.id))) {
            wrong.push(format!("{}: the example does not break it: {bad:?}", rule.id));
        }
        let good = broken(changed(changes, true), rule.id == "output");
        if !good.is_empty() {
            wrong.push(format!("{}: the mend still has {good:?}", rule.id));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn only_what_cannot_be_shown_is_told() {
    let told: Vec<&str> = RULES.iter().filter(|rule| matches!(rule.example, Example::Told(_))).map(|rule| rule.id).collect();
    assert_eq!(told, TOLD);
}
