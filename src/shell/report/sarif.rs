//! Findings as SARIF 2.1.0 (OASIS), which code hosts and editors show beside the lines: one run, every rule with its help, every finding with
//! its region, and with the changes that mend it where that takes no judgement. Columns count code points. Addresses are relative to the folder that
//! gongkai is run in where the notice is below it, and otherwise to the root; percent-encoded. What an author accepted, with a reason, is suppressed
//! by that reason; since acceptances are looked up for every finding, all others say that nothing suppresses them (section 3.27.23).

use serde_json::{Value, json};

use super::position::Files;
use super::{MessageLang, Region, changes, markdown_page, page};
use crate::diagnostic::{Diagnostic, Edit, Place};
use crate::rules::{RULES, Rule};
use crate::source::SourceTree;

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json";

/// The report as a whole, ending in a line break. `folder` is what leads to the root from where a code host begins: empty, or a path that ends
/// in `/`.
pub fn sarif(tree: &SourceTree, diagnostics: &[Diagnostic], lang: MessageLang, folder: &str) -> String {
    let files = Named { files: Files::of(tree, diagnostics), folder };
    let results: Vec<Value> = diagnostics.iter().map(|diagnostic| result(&files, diagnostic, lang)).collect();
    let driver = json!({
        "name": "gongkai",
        "version": env!("CARGO_PKG_VERSION"),
        "language": if lang == MessageLang::Zh { "zh-CN" } else { "en" },
        "rules": RULES.iter().map(|rule| described(rule, lang)).collect::<Vec<_>>(),
    });
    let run = json!({"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results});
    format!("{:#}\n", json!({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}))
}

/// Files with what leads to them.
struct Named<'a> {
    files: Files<'a>,
    folder: &'a str,
}

impl Named<'_> {
    /// The address of the file that a place is in.
    fn address(&self, place: &Place) -> String {
        address(&format!("{}{}", self.folder, self.files.name(place)))
    }
}

fn described(rule: &Rule, lang: MessageLang) -> Value {
    json!({
        "id": rule.id,
        "shortDescription": {"text": lang.pick(rule.demand)},
        "fullDescription": {"text": lang.pick(rule.why)},
        "help": {"text": page(rule, lang), "markdown": markdown_page(rule, lang)},
        "defaultConfiguration": {"level": rule.severity.name()},
    })
}

fn result(files: &Named<'_>, diagnostic: &Diagnostic, lang: MessageLang) -> Value {
    let mut result = json!({
        "ruleId": diagnostic.rule,
        "level": diagnostic.severity.name(),
        "message": {"text": message(diagnostic, lang)},
        "suppressions": diagnostic.accepted.iter().map(|reason| json!({"kind": "inSource", "justification": reason})).collect::<Vec<_>>(),
    });
    if let Some(index) = RULES.iter().position(|rule| rule.id == diagnostic.rule) {
        result["ruleIndex"] = json!(index);
    }
    if let Some(place) = &diagnostic.place {
        result["locations"] = json!([{"physicalLocation": physical(files, place)}]);
    }
    if let Some((place, what)) = &diagnostic.related {
        result["relatedLocations"] =
            json!([{"physicalLocation": physical(files, place), "message": {"text": lang.of(what)}}]);
    }
    let replacements: Vec<Value> = changes(&files.files, diagnostic).into_iter().map(replacement).collect();
    if let (Some(place), false) = (&diagnostic.place, replacements.is_empty()) {
        let location = json!({"uri": files.address(place)});
        result["fixes"] = json!([{"artifactChanges": [{"artifactLocation": location, "replacements": replacements}]}]);
        if let Some(help) = &diagnostic.help {
            result["fixes"][0]["description"] = json!({"text": lang.of(help)});
        }
    }
    result
}

fn replacement((edit, region): (&Edit, Region)) -> Value {
    json!({"deletedRegion": lines(region), "insertedContent": {"text": edit.text}})
}

/// Returns what is wrong, and how to fix it unless it is accepted as it is.
fn message(diagnostic: &Diagnostic, lang: MessageLang) -> String {
    let message = lang.of(&diagnostic.message);
    match &diagnostic.help {
        Some(help) if diagnostic.accepted.is_none() => format!("{message}\n{}", lang.of(help)),
        _ => message.to_owned(),
    }
}

fn physical(files: &Named<'_>, place: &Place) -> Value {
    let mut physical = json!({"artifactLocation": {"uri": files.address(place)}});
    if let Some(region) = files.files.region(place) {
        physical["region"] = lines(region);
    }
    physical
}

fn lines([(line, column), (end_line, end_column)]: Region) -> Value {
    json!({"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column})
}

/// A path as a relative URI: unreserved characters and slashes as they are, all other bytes percent-encoded (RFC 3986).
fn address(path: &str) -> String {
    let encoded = |byte: u8| match byte {
        b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => char::from(byte).to_string(),
        other => format!("%{other:02X}"),
    };
    path.bytes().map(encoded).collect()
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn paths_as_addresses() {
        assert_eq!(address("content/files/名单 1.pdf"), "content/files/%E5%90%8D%E5%8D%95%201.pdf");
    }
}
