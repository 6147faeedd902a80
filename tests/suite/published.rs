//! What changed since a notice was published: a page, the foot of every page, a mark on the issue, the feed.

use crate::fixture::Fixture;
use std::collections::BTreeSet;
use std::path::Path;

#[test]
fn changes_and_corrections_stand_on_a_page_by_day() {
    let site = Fixture::of(Path::new("tests/examples/county")).compile();
    let page = site.file("en/changes.html");
    let days: Vec<&str> = page.split("<h2 id=\"on-").skip(1).map(|rest| &rest[..10]).collect();
    let mut sorted = days.clone();
    sorted.sort_unstable_by(|a, b| b.cmp(a));
    assert!(days.len() > 2 && days == sorted, "{days:?}");
    assert!(page.contains("The survey was completed") && page.contains("issues/001.html#history"));
    assert!(site.file("en/index.html").contains("href=\"changes.html\""));
    let issue = site.file("en/issues/001.html");
    let changed = crate::fixture::untagged(issue.split("<a href=\"#history\">").nth(1).expect("a link"));
    assert!(changed.starts_with("Last change of status: 20 May 2025"), "{changed}");
}

#[test]
fn a_notice_that_never_changed_has_no_such_page() {
    let site = Fixture::notice().compile();
    let outputs = site.site().outputs();
    assert!(outputs.iter().all(|output| !output.path().as_str().contains("changes.html")));
    assert!(!site.file("index.html").contains("changes.html"));
}

#[test]
fn ids_of_the_feed_do_not_repeat() {
    let feed = Fixture::of(Path::new("tests/examples/county")).compile().file("feed.xml");
    let ids: Vec<&str> = feed.split("<id>").skip(1).filter_map(|rest| rest.split('<').next()).collect();
    assert!(ids.len() > 5 && ids.iter().collect::<BTreeSet<_>>().len() == ids.len(), "{ids:?}");
}
