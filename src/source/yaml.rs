//! YAML files: read into records, with the place of every key.
//!
//! Takes the text of a file and a schema; gives a record, or findings with ranges of bytes.
//! Three steps: `node::parse` refuses what YAML allows but a record must not have (duplicate keys, aliases, tags, several documents);
//! `schema::check` compares the file with the schema of the record, so that every mistake of shape is found at once;
//! `deserialize` then makes the record, each value with its place; `scalar` leads from a place in a value back to its bytes.

mod deserialize;
mod node;
mod scalar;
mod schema;
mod shape;

use std::ops::Range;

use schemars::JsonSchema;
use serde::de::DeserializeOwned;

pub use node::{Kind, Node};
pub use scalar::place;
pub use schema::Schema;

use crate::diagnostic::{Checked, Diagnostic, Place};
use crate::say;
use crate::source::SourceTree;
use crate::value::RelPath;

/// Records larger than this are refused, in bytes.
const MAX_BYTES: usize = 1 << 20;

/// Reads one file as a record.
pub fn record<T: DeserializeOwned>(tree: &SourceTree, path: &RelPath, schema: &Schema) -> Checked<Option<T>> {
    let text = match tree.checked_text(path) {
        Ok(text) if text.len() > MAX_BYTES => return vec![too_large(path)].into(),
        Ok(text) => text,
        Err(diagnostic) => return vec![*diagnostic].into(),
    };
    let root = match node::parse(path, text) {
        Ok(root) => root,
        Err(diagnostics) => return diagnostics.into(),
    };
    let found = schema.check(path, &root);
    if !found.is_empty() {
        return found.into();
    }
    match T::deserialize(&root) {
        Ok(value) => Checked::clean(Some(value)),
        Err(error) => vec![unreadable(path, &error)].into(),
    }
}

/// The schema of a record type, with its descriptions.
pub fn schema_of<T: JsonSchema>() -> Schema {
    Schema::of::<T>()
}

/// Every mapping that has scalars under keys of interest, as those scalars with what their keys mean.
pub fn groups<T>(path: &RelPath, text: &str, meaning: impl Fn(&str) -> Option<T>) -> Vec<Vec<(T, Range<usize>)>> {
    let Ok(root) = node::parse(path, text) else { return Vec::new() };
    let (mut found, mut nodes) = (Vec::new(), vec![&root]);
    while let Some(node) = nodes.pop() {
        match &node.kind {
            Kind::Sequence(items) => nodes.extend(items),
            Kind::Mapping(entries) => {
                let mut group = Vec::new();
                for (key, value) in entries {
                    match (meaning(&key.text), &value.kind) {
                        (Some(meant), Kind::Scalar { .. }) => group.push((meant, value.range())),
                        _ => nodes.push(value),
                    }
                }
                found.extend((!group.is_empty()).then_some(group));
            }
            Kind::Scalar { .. } => {}
        }
    }
    found
}

/// Turns places given by key into ranges of bytes, now that somebody wants to see them.
pub fn resolve_places(tree: &SourceTree, diagnostics: &mut [Diagnostic]) {
    let mut last = None;
    diagnostics.iter_mut().filter_map(|d| d.place.as_mut()).for_each(|place| resolve(tree, place, &mut last));
    diagnostics.iter_mut().filter_map(|d| d.related.as_mut()).for_each(|(place, _)| resolve(tree, place, &mut last));
}

/// A file as it was read for the last place: the next one mostly stands in the same file.
type Last = Option<(RelPath, Option<Node>)>;

fn resolve(tree: &SourceTree, place: &mut Place, last: &mut Last) {
    let (path, key, of_value) = match &*place {
        Place::Key(path, key) => (path.clone(), key, false),
        Place::Value(path, key) => (path.clone(), key, true),
        Place::File(_) | Place::Span(..) => return,
    };
    let text = tree.text(path.as_str()).unwrap_or_default();
    if last.as_ref().is_none_or(|(read, _)| *read != path) {
        *last = Some((path.clone(), node::parse(&path, text).ok()));
    }
    let root = last.as_ref().and_then(|(_, root)| root.as_ref());
    let range = root.and_then(|root| locate(root, text, key, of_value));
    *place = range.map_or(Place::File(path.clone()), |range| Place::Span(path, range));
}

/// Where a key, or its value, stands in a file; where it does not, the nearest key above it.
fn locate(root: &Node, text: &str, key: &str, of_value: bool) -> Option<Range<usize>> {
    let (mut node, mut found) = (root, None);
    for step in key.split('/') {
        let Some((key_range, next)) = node.child(step) else { return found };
        let whole = next.range();
        found = Some(if of_value || key_range.is_empty() { first_line(text, whole) } else { key_range });
        node = next;
    }
    found
}

/// The part of a range on its first line: enough to show a value that goes on for many.
fn first_line(text: &str, range: Range<usize>) -> Range<usize> {
    let length = text[range.clone()].find('\n').unwrap_or(range.len());
    range.start..range.start + length
}

fn too_large(path: &RelPath) -> Diagnostic {
    Diagnostic::error(
        "file-too-large",
        Place::File(path.clone()),
        say!("文件超过 1 MB", "the file is larger than 1 MB"),
    )
    .help(say!(
        "一条记录只写一个问题；长文字写进 .md 文件",
        "a record holds one issue; long text belongs in its .md files"
    ))
}

/// What the schema did not see. It should see everything, so this says what the record type says.
fn unreadable(path: &RelPath, error: &serde::de::value::Error) -> Diagnostic {
    Diagnostic::error(
        "yaml-syntax",
        Place::File(path.clone()),
        say!("读不懂这个文件：{error}", "the file cannot be read: {error}"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_and_values_are_found_where_they_stand() {
        let text = "title:\n  zh: 南平\nfigures:\n- {id: a, value: 1}\n- id: b\n  value: 22\n";
        let root = node::parse(&RelPath::of("x.yaml"), text).unwrap();
        for (key, of_value, expected) in [
            ("title", false, "title"),
            ("title/zh", true, "南平"),
            ("figures/0/value", true, "1"),
            ("figures/1/value", false, "value"),
            ("figures/1/value", true, "22"),
            ("figures/1/unit", true, "id: b"),
            ("figures/1", false, "id: b"),
        ] {
            assert_eq!(locate(&root, text, key, of_value).map(|r| &text[r]), Some(expected), "{key}");
        }
        assert_eq!(locate(&root, text, "nothing", true), None);
    }
}
