//! Diagnostics for programs. This format is stable: fields may be added, none changes its meaning.
//!
//! ```json
//! {
//!   "summary": {
//!     "records": 57,       YAML files of content/ that were looked at
//!     "narratives": 104,   Markdown files of content/
//!     "figures": 2130,     quantities read in their texts in every language, and figures quoted by name
//!     "links": 11000,      links of the finished pages; 0 if there are errors, since then no page is made
//!     "pages": 160,        finished pages that were looked at; likewise
//!     "of_pages": 160,     finished pages that there are: of very many one of every form is looked at
//!     "errors": 0, "warnings": 1, "notes": 0
//!   },
//!   "diagnostics": [
//!     {
//!       "rule": "figures-differ",     an id of `gongkai explain`
//!       "severity": "error",          error, warning or note
//!       "message": "…",               what is wrong, in the language chosen with --lang
//!       "help": "…",                  how to fix it, or null
//!       "fix": [                      what `gongkai fix` would change; empty where it takes judgement
//!         {"line": 3, "column": 8, "end_line": 3, "end_column": 10, "text": "## "}   what to put in place of a range
//!       ],
//!       "path": "content/notice.yaml",  relative to the root, parts joined by /, or null
//!       "line": 3, "column": 8,       where it begins; null if it is about the file as a whole
//!       "end_line": 3, "end_column": 12   just after where it ends
//!     }
//!   ]
//! }
//! ```
//!
//! Lines and columns count from 1, columns in characters (Unicode scalar values), a byte order mark not counted.
//! Diagnostics are in the order of files and places.

use std::borrow::Cow;

use serde::Serialize;

use super::position::Files;
use super::{MessageLang, Region, Summary, changes};
use crate::diagnostic::{Diagnostic, Edit};
use crate::source::SourceTree;

/// One diagnostic for programs; lines and columns count from 1, columns in characters.
#[derive(Debug, Serialize)]
pub struct JsonDiagnostic<'a> {
    rule: &'a str,
    severity: &'static str,
    message: &'a str,
    help: Option<&'a str>,
    fix: Vec<JsonFix<'a>>,
    path: Option<Cow<'a, str>>,
    line: Option<usize>,
    column: Option<usize>,
    end_line: Option<usize>,
    end_column: Option<usize>,
}

/// What is to stand in place of a range of the file.
#[derive(Debug, Serialize)]
struct JsonFix<'a> {
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    text: &'a str,
}

#[derive(Serialize)]
struct JsonReport<'a> {
    summary: &'a Summary,
    diagnostics: Vec<JsonDiagnostic<'a>>,
}

/// Returns the report as a whole, ending in a line break.
pub fn json(tree: &SourceTree, diagnostics: &[Diagnostic], summary: &Summary, lang: MessageLang) -> String {
    let report = JsonReport { summary, diagnostics: json_diagnostics(tree, diagnostics, lang) };
    serde_json::to_string_pretty(&report).unwrap_or_default() + "\n"
}

/// Returns diagnostics for programs.
pub fn json_diagnostics<'a>(
    tree: &SourceTree,
    diagnostics: &'a [Diagnostic],
    lang: MessageLang,
) -> Vec<JsonDiagnostic<'a>> {
    let files = Files::of(tree, diagnostics);
    diagnostics.iter().map(|diagnostic| entry(&files, diagnostic, lang)).collect()
}

fn entry<'a>(files: &Files<'_>, diagnostic: &'a Diagnostic, lang: MessageLang) -> JsonDiagnostic<'a> {
    let place = diagnostic.place.as_ref();
    let (start, end) = place.and_then(|place| files.region(place)).map(|[start, end]| (start, end)).unzip();
    JsonDiagnostic {
        rule: diagnostic.rule,
        severity: diagnostic.severity.name(),
        message: lang.of(&diagnostic.message),
        help: diagnostic.help.as_ref().map(|help| lang.of(help)),
        fix: changes(files, diagnostic).into_iter().map(change).collect(),
        path: place.map(|place| files.name(place)),
        line: start.map(|(line, _)| line),
        column: start.map(|(_, column)| column),
        end_line: end.map(|(line, _)| line),
        end_column: end.map(|(_, column)| column),
    }
}

fn change<'a>((edit, [start, end]): (&'a Edit, Region)) -> JsonFix<'a> {
    JsonFix { line: start.0, column: start.1, end_line: end.0, end_column: end.1, text: &edit.text }
}
