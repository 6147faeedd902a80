//! Places: their page, filter, search and data, and what is wrong with them.

use serde_json::Value;

use crate::fixture::Fixture;

const PLACES: &str = "\
- {id: east, name: {zh: 东镇, en: Dong Town}, aliases: [东街], tile: {column: 2, row: 1}}
- {id: west, name: {zh: 西镇, en: Xi Town}, tile: {column: 1, row: 2}}
- {id: south, name: {zh: 南镇, en: Nan Town}, tile: {column: 1, row: 1}}
";

const ACCOUNTABILITY: &str = "\
groups:
  - id: warning
    title: {zh: 党内警告, en: Intra-Party warning}
    persons:
      - {post: {zh: 西镇副镇长, en: Deputy Head of Xi Town}, places: [west]}
";

fn fixture() -> Fixture {
    let fixture =
        Fixture::small().with("content/places.yaml", PLACES).with("content/accountability.yaml", ACCOUNTABILITY);
    let fixture = fixture.adding("content/2-people/003.yaml", "places: [east, west]\n");
    fixture.adding("content/1-projects/001.yaml", "places: [east]\n")
}

#[test]
fn a_page_lists_issues_and_posts_by_place() {
    let compiled = fixture().compile();
    let page = compiled.file("places.html");
    let [east, west] =
        ["id=\"place-east\"", "id=\"place-west\""].map(|id| page.find(id).unwrap_or_else(|| panic!("{id}: {page}")));
    assert_eq!(page[east..west].matches("issues/00").count(), 2, "{page}");
    assert!(page[west..].contains("西镇副镇长") && page[west..].contains("党内警告"));
    assert!(
        !page.contains("id=\"place-south\"") && page.contains("南镇"),
        "a place of which nothing is told is on the map alone"
    );
    assert_eq!((page.matches("class=\"tile is-").count(), page.matches("href=\"#place-").count()), (3, 2));
    assert!(compiled.file("issues/003.html").contains("../places.html#place-east"));
    assert!(compiled.file("index.html").contains("places.html"));
}

#[test]
fn lists_are_filtered_by_place() {
    let compiled = fixture().compile();
    let list = compiled.file("issues.html");
    assert!(
        list.contains("id=\"filter-field-places\"") && list.contains("<option value=\"east\">东镇</option>"),
        "{list}"
    );
    assert!(list.contains("places=east places=west") || list.contains("places=east"), "{list}");
}

#[test]
fn downloads_and_search_know_places() {
    let compiled = fixture().compile();
    let csv = compiled.file("data/issues.csv");
    assert!(csv.contains("东镇; 西镇") || csv.contains("东镇；西镇"), "{csv}");
    let json: Value = serde_json::from_str(&compiled.file("data/notice.json")).expect("JSON");
    assert_eq!(json["places"][0]["tile"], serde_json::json!([2, 1]));
    assert_eq!(json["issues"][2]["places"], serde_json::json!(["east", "west"]));
    assert_eq!(json["accountability_groups"][0]["persons"][0]["places"], serde_json::json!(["west"]));
    let search = compiled.file("search-text.js");
    assert!(search.contains("\"k\":\"place\"") && search.contains("东街"), "{search}");
}

#[test]
fn without_places_there_is_no_word_of_them() {
    let compiled = Fixture::small().compile();
    assert!(compiled.site().outputs().iter().all(|output| !output.path().as_str().ends_with("places.html")));
    for page in ["index.html", "issues.html", "search.html", "data/notice.json"] {
        assert!(!compiled.file(page).contains("places"), "{page}");
    }
}

#[test]
fn what_is_wrong_is_named() {
    let (issue, places) = ("content/2-people/003.yaml", "content/places.yaml");
    for (fixture, rule) in [
        (fixture().replacing(issue, "[east, west]", "[eest, west]"), "unknown-place content/2-people/003.yaml"),
        (fixture().replacing(issue, "[east, west]", "[东镇, west]"), "unknown-place content/2-people/003.yaml"),
        (
            fixture().replacing(places, "{column: 1, row: 1}", "{column: 2, row: 1}"),
            "shared-tile content/places.yaml:3",
        ),
        (fixture().replacing(places, ", tile: {column: 1, row: 1}", ""), "unused-place content/places.yaml:3"),
        (
            fixture().adding(places, "- {id: east, name: {zh: 北镇, en: Bei Town}}\n"),
            "duplicate-id content/places.yaml:4",
        ),
        (
            fixture().replacing(places, "{zh: 南镇, en: Nan Town}", "{zh: 南镇}"),
            "missing-translation content/places.yaml:3",
        ),
    ] {
        let found = fixture.compile().shown();
        assert!(found.iter().any(|shown| shown.contains(rule)), "{rule}: {found:?}");
    }
    assert_eq!(fixture().compile().shown(), Vec::<String>::new());
}
