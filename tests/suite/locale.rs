//! Dates, units and languages of any office: by files alone, and true on every page.

mod dates;
mod languages;
mod units;

use crate::fixture::Compiled;

const NOTICE: &str = "content/notice.yaml";
const FIRST: &str = "content/1-projects/001.yaml";

/// The words of a page.
fn text(site: &Compiled, path: &str) -> String {
    let mut words = String::new();
    let mut is_tag = false;
    for c in site.file(path).chars() {
        match c {
            '<' => is_tag = true,
            '>' => is_tag = false,
            _ if !is_tag => words.push(c),
            _ => {}
        }
    }
    words
}

/// What findings help with.
fn helps(found: &Compiled) -> Vec<String> {
    found.diagnostics.iter().filter_map(|d| Some(d.help.as_ref()?.zh.to_string())).collect()
}
