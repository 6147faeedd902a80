//! The text of the search: everything that a page shows is in it once, by kind, and nothing that a page withholds.

use crate::fixture::Fixture;
use serde_json::Value;

/// Every entry of a language's text.
fn entries(text: &str) -> Vec<Value> {
    let json = text.trim_end().strip_suffix(");").and_then(|text| text.split_once(".push(")).expect("a script").1;
    serde_json::from_str(json).expect("JSON")
}

fn titles<'a>(entries: &'a [Value], kind: &str) -> Vec<&'a str> {
    let of_kind = entries.iter().filter(|entry| entry["k"].as_str().unwrap_or("issue") == kind);
    of_kind.map(|entry| entry["t"].as_str().expect("a title")).collect()
}

#[test]
fn every_kind_of_thing_is_in_the_text_with_its_address() {
    let site = Fixture::county().compile();
    for folder in ["", "en/", "fr/"] {
        let entries = entries(&site.file(&format!("{folder}search-text.js")));
        for entry in &entries {
            let href = entry["h"].as_str().expect("an address");
            let (path, anchor) = href.split_once('#').unwrap_or((href, ""));
            let path = path.strip_prefix("../").map_or_else(|| format!("{folder}{path}"), str::to_owned);
            if path.starts_with("files/") {
                let outputs = site.site().outputs();
                assert!(
                    outputs.iter().any(|output| output.path().as_str() == gongkai::value::url::decoded(&path)),
                    "{path}"
                );
                continue;
            }
            let page = site.file(&path);
            assert!(anchor.is_empty() || page.contains(&format!("id=\"{anchor}\"")), "{folder}{href}");
        }
        for kind in ["issue", "page", "person", "document", "unit", "section"] {
            assert!(!titles(&entries, kind).is_empty(), "{folder}{kind}");
        }
        let figures = entries.iter().flat_map(|entry| entry["f"].as_array().cloned().unwrap_or_default());
        assert!(figures.count() > 10);
    }
}

/// A name whose time is over is on no page, and not in the search.
#[test]
fn a_name_is_found_no_longer_than_it_is_shown() {
    let site = Fixture::county().compile();
    let text = site.file("search-text.js");
    let posts = entries(&text);
    for post in titles(&posts, "person") {
        assert!(post.split(' ').all(|part| site.file("accountability.html").contains(part)), "{post}");
    }
}

#[test]
fn a_number_stands_beside_words_that_do_not_have_its_digits() {
    let site = Fixture::small().compile();
    let entries = entries(&site.file("search-text.js"));
    let figures = &entries[0]["f"];
    assert_eq!(figures[0], serde_json::json!(["罚款", "147.6万元", "1476000"]));
    assert_eq!(figures[1], serde_json::json!(["案件", "15个"]));
}
