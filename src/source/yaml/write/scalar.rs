//! A scalar in one line, in quotes where it needs them.

use std::fmt::Write as _;

use super::super::value::{Value, is_text};
use super::flow;

/// Returns a scalar in one line, in the quotes that `old` stands in if they can hold it.
pub(in crate::source::yaml) fn scalar(value: &Value, old: &str, is_flow: bool) -> String {
    let text = match value {
        Value::Text(text) => text,
        Value::Plain(word) => return word.clone(),
        Value::List(_) | Value::Map(_) => return flow(value, old),
    };
    let has_controls = text.chars().any(is_escaped);
    match old.chars().next() {
        _ if has_controls => double(text),
        Some('"') => double(text),
        Some('\'') => single(text),
        _ if is_plain(text, is_flow) => text.clone(),
        _ if text.contains(['"', '\\']) => single(text),
        _ => double(text),
    }
}

/// Returns whether a text is read as itself without quotes. Stricter than YAML, so that nobody has to think about it.
fn is_plain(text: &str, is_flow: bool) -> bool {
    let is_edge = |c: char| c.is_whitespace() || c == '\u{FEFF}';
    let may_begin = |c: char| !"-?:,[]{}#&*!|>'\"%@`.=~<".contains(c) && !is_edge(c);
    let begins = text.starts_with(may_begin) && !text.ends_with(is_edge) && !text.ends_with(':');
    let is_cut = text.contains(": ") || text.contains(" #") || text.contains(":\u{3000}");
    let is_cut_in_flow = is_flow && text.contains([',', '[', ']', '{', '}', ':']);
    begins && is_text(text) && !is_cut && !is_cut_in_flow && !is_truth(text)
}

/// Returns whether YAML 1.1 takes a word for a truth value.
pub(super) fn is_truth(text: &str) -> bool {
    ["yes", "no", "on", "off", "y", "n"].contains(&text.to_ascii_lowercase().as_str())
}

pub(super) fn is_escaped(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{FEFF}')
}

fn single(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

fn double(text: &str) -> String {
    let mut written = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => written.extend(['\\', c]),
            '\n' => written.push_str("\\n"),
            '\t' => written.push_str("\\t"),
            '\r' => written.push_str("\\r"),
            c if is_escaped(c) => drop(write!(written, "\\u{:04X}", u32::from(c))),
            c => written.push(c),
        }
    }
    written + "\""
}
