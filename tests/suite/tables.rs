//! The tables of `data/`: numbers stay numbers, no text is a formula, and what the page of downloads says of a file is true of it.

use crate::fixture::Fixture;
use sha2::{Digest, Sha256};

#[test]
fn the_page_of_downloads_says_what_is_true_of_each_file() {
    let site = Fixture::county().compile();
    for folder in ["", "en/", "fr/"] {
        let page = site.file(&format!("{folder}data.html"));
        for name in [
            "issues.csv",
            "figures.csv",
            "statuses.csv",
            "deadlines.csv",
            "persons.csv",
            "measures.csv",
            "datapackage.json",
        ] {
            let bytes = site.file(&format!("{folder}data/{name}"));
            let digest: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
            assert!(page.contains(&digest) && page.contains(&format!("data/{name}\" download")), "{folder}{name}");
        }
        assert!(page.contains("data/notice.json\" download"));
    }
}

#[test]
fn a_number_is_a_number_and_a_text_no_formula() {
    let site = Fixture::small()
        .replacing("content/1-projects/001.yaml", "label: {zh: 罚款", "label: {zh: =罚款")
        .replacing("content/1-projects/001.yaml", "value: 1476000", "value: -1476000");
    let table = site.compile().file("data/figures.csv");
    let row = table.lines().find(|line| line.contains("罚款")).expect("a row");
    assert!(row.starts_with("issue,1,fines,'=罚款,-1476000,CNY,"), "{row}");
}

#[test]
fn a_history_is_in_the_table_of_statuses_and_in_the_data() {
    let site = Fixture::of(std::path::Path::new("tests/examples/county")).compile();
    let table = site.file("en/data/statuses.csv");
    let of_first: Vec<&str> = table.lines().filter(|line| line.starts_with("1,")).collect();
    assert_eq!(of_first.len(), 3, "{table}");
    assert!(of_first[0].contains("2025-02-10,in-progress") && of_first[0].contains("The survey was completed"));
    assert!(of_first[2].contains(",true,"));
    let data: serde_json::Value = serde_json::from_str(&site.file("data/notice.json")).expect("JSON");
    assert_eq!(data["issues"][0]["history"].as_array().map(Vec::len), Some(2));
    assert_eq!(data["accountability_groups"].as_array().map(Vec::len), Some(2));
}
