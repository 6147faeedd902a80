//! Dates, units and languages of any office: by files alone, and true on every page.

mod dates;
mod languages;
mod units;

use crate::fixture::{Compiled, untagged};

const NOTICE: &str = "content/notice.yaml";
const FIRST: &str = "content/1-projects/001.yaml";

/// The words of a page.
fn text(site: &Compiled, path: &str) -> String {
    untagged(&site.file(path))
}

/// What findings help with.
fn helps(found: &Compiled) -> Vec<String> {
    found.diagnostics.iter().filter_map(|d| Some(d.help.as_ref()?.zh.to_string())).collect()
}
