//! Values written as YAML: a text in the style that stands there already, if that can hold it.

mod scalar;

use super::value::Value;
use scalar::{is_escaped, is_truth};

pub(super) use scalar::scalar;

/// How lines are written in a file.
#[derive(Clone, Copy)]
pub(super) struct YamlStyle {
    /// What ends a line.
    pub(super) ending: &'static str,
    /// By how much lists stand in from their keys.
    pub(super) list_indent: usize,
}

/// The indentation of a level.
pub(super) const STEP: usize = 2;

impl YamlStyle {
    /// Returns the lines of a value after `key:` or `-`, which stands in a column.
    pub(super) fn entry(self, prefix: &str, value: &Value, column: usize) -> String {
        let (indent, ending, is_item) = (" ".repeat(column), self.ending, prefix == "-");
        match value {
            Value::Text(text) if is_literal(text) => {
                let body = self.literal(text, column + STEP);
                format!("{indent}{prefix} {}{ending}{body}", header('|', text))
            }
            Value::Map(entries) if !entries.is_empty() => {
                let lines = self.entries(entries, column + STEP);
                if is_item { inline(&lines, &indent) } else { format!("{indent}{prefix}{ending}{lines}") }
            }
            Value::List(items) if !items.is_empty() && !items.iter().all(is_id) => {
                let column = if is_item { column + STEP } else { column + self.list_indent };
                let lines: String = items.iter().map(|item| self.entry("-", item, column)).collect();
                if is_item { inline(&lines, &indent) } else { format!("{indent}{prefix}{ending}{lines}") }
            }
            value => format!("{indent}{prefix} {}{ending}", flow(value, "")),
        }
    }

    /// Returns the lines of keys and their values.
    pub(super) fn entries(self, entries: &[(String, Value)], column: usize) -> String {
        entries.iter().map(|(key, value)| self.entry(&format!("{}:", self::key(key)), value, column)).collect()
    }

    /// Returns the lines of a text in a block.
    pub(super) fn literal(self, text: &str, column: usize) -> String {
        let indent = " ".repeat(column);
        let lines = text.strip_suffix('\n').unwrap_or(text).split('\n');
        let lines = lines.map(|line| if line.is_empty() { line.to_owned() } else { format!("{indent}{line}") });
        lines.map(|line| line + self.ending).collect()
    }
}

/// Returns the lines of an item, the first after its dash.
fn inline(lines: &str, indent: &str) -> String {
    format!("{indent}- {}", lines.trim_start_matches(' '))
}

/// Returns a key, in quotes where it needs them; a word is none of the truth values of YAML 1.1 here.
pub(super) fn key(key: &str) -> String {
    if is_truth(key) { key.to_owned() } else { scalar(&Value::text(key), "", true) }
}

/// Returns whether a text has lines that a block can hold.
pub(super) fn is_literal(text: &str) -> bool {
    text.trim_end_matches('\n').contains('\n') && fits_block(text)
}

/// Returns whether a block can hold a text: its first line says how far all are indented.
pub(super) fn fits_block(text: &str) -> bool {
    let has_controls = text.chars().any(|c| c != '\n' && is_escaped(c));
    !has_controls && !text.starts_with([' ', '\t', '\n']) && !text.is_empty()
}

/// Returns the line that begins a block.
pub(super) fn header(mark: char, text: &str) -> String {
    let breaks = text.len() - text.trim_end_matches('\n').len();
    let chomping = ["-", "", "+"][breaks.min(2)];
    format!("{mark}{chomping}")
}

/// Returns a value in one line.
pub(super) fn flow(value: &Value, old: &str) -> String {
    match value {
        Value::List(items) => {
            let items: Vec<String> = items.iter().map(flow_part).collect();
            format!("[{}]", items.join(", "))
        }
        Value::Map(entries) => {
            let entries: Vec<String> =
                entries.iter().map(|(key, value)| format!("{}: {}", self::key(key), flow_part(value))).collect();
            format!("{{{}}}", entries.join(", "))
        }
        value => scalar(value, old, false),
    }
}

/// Returns a value that stands within brackets.
pub(super) fn flow_part(value: &Value) -> String {
    match value {
        Value::List(_) | Value::Map(_) => flow(value, ""),
        value => scalar(value, "", true),
    }
}

/// Returns whether an item is an id or a number, so that a list of such stands in a line.
fn is_id(value: &Value) -> bool {
    match value {
        Value::Plain(_) => true,
        Value::Text(text) => text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_'),
        _ => false,
    }
}
