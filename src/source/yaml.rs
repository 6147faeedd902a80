//! YAML files: read into records, with the place of every key.
//!
//! Takes the text of a file and a schema; gives a record, or diagnostics with ranges of bytes. Three steps:
//! `node::parse` refuses what YAML allows but a record must not have (duplicate keys, aliases, tags, several
//! documents), and `account` whatever else would vanish; `syntax` and `slips` say what is wrong with a file that is not
//! YAML; `schema::check` compares the file with the schema of the record, so that every mistake of shape is found at
//! once: `meant` knows what authors mean by other words, `short` the short forms, `texts` where lines of a text join;
//! `deserialize` then makes the record, each value with its place; `scalar` leads from a place in a value back to its
//! bytes. The other way, `rewrite` makes a file say another [`Value`] and leaves every other byte as it is; `write`
//! knows how a value is written.

mod account;
#[cfg(test)]
mod conservation;
mod deserialize;
mod meant;
mod node;
mod rewrite;
mod scalar;
mod schema;
mod shape;
mod short;
mod slips;
mod syntax;
mod texts;
mod value;
mod write;

use schemars::JsonSchema;
use serde::de::DeserializeOwned;

pub use meant::{ExpectedWord, unknown_word, word as meant_word};
pub use node::{Key, Node, NodeKind};
pub use rewrite::{meant, rewritten, value, written_anew};
pub use scalar::ScalarPlaces;
pub use schema::Schema;
pub use value::Value;

use crate::diagnostic::{Checked, Diagnostic, Place};
use crate::say;
use crate::source::SourceTree;
use crate::source::{FILE_TOO_LARGE, YAML_SYNTAX};
use crate::value::{Lang, RelPath};

/// Records larger than this are refused, in bytes.
const MAX_BYTES: usize = 1 << 20;

/// Reads one file of a theme as a record.
pub fn record<T: DeserializeOwned>(tree: &SourceTree, path: &RelPath, schema: &Schema) -> Checked<Option<T>> {
    made_of(tree, path, |text, root| schema.check(path, text, root))
}

/// Reads files of a theme as one record: each is laid over those before it, mapping by mapping and key by key, and only
/// the first must be whole.
pub fn layered<T: DeserializeOwned>(tree: &SourceTree, paths: &[RelPath], schema: &Schema) -> Checked<Option<T>> {
    let part = schema.of_parts();
    let (mut whole, mut found): (Option<Node>, Vec<Diagnostic>) = (None, Vec::new());
    for path in paths {
        let schema = if whole.is_none() { schema } else { &part };
        let over = node_of(tree, path, |text, root| schema.check(path, text, root)).into_value(&mut found);
        match (&mut whole, over) {
            (Some(node), Some(over)) => node.lay_over(over),
            (whole, over) => *whole = over,
        }
    }
    let value = whole
        .filter(|_| found.is_empty())
        .zip(paths.last())
        .and_then(|(node, path)| T::deserialize(&node).map_err(|error| found.push(unreadable(path, &error))).ok());
    Checked { value, diagnostics: found }
}

/// Reads one file of a notice as a record: its texts are looked at closely, and short forms are let in. `only` is the
/// language of a notice that has one.
pub fn written<T: DeserializeOwned>(
    tree: &SourceTree,
    path: &RelPath,
    schema: &Schema,
    only: Option<Lang>,
) -> Checked<Option<T>> {
    made_of(tree, path, |text, root| schema.check_written(path, text, root, only))
}

/// Returns what stands in a file, each key and value with its place, as far as it can be read.
pub fn node(tree: &SourceTree, path: &RelPath) -> Option<Node> {
    node::parse(path, tree.text(path.as_str())?).root
}

/// Returns the texts at a key of a file, as far as it can be read: one or several.
pub fn peek(tree: &SourceTree, path: &RelPath, key: &str) -> Option<Vec<String>> {
    let root = node(tree, path)?;
    let text = |node: &Node| match &node.kind {
        NodeKind::Scalar { text, .. } => Some(text.clone()),
        _ => None,
    };
    let (_, node) = root.child(key)?;
    match &node.kind {
        NodeKind::Sequence(items) => Some(items.iter().filter_map(text).collect()),
        _ => Some(text(node).into_iter().collect()),
    }
}

fn made_of<T: DeserializeOwned>(
    tree: &SourceTree,
    path: &RelPath,
    check: impl FnOnce(&str, &mut Node) -> Vec<Diagnostic>,
) -> Checked<Option<T>> {
    let Checked { value, diagnostics } = node_of(tree, path, check);
    let Some(root) = value else { return diagnostics.into() };
    match T::deserialize(&root) {
        Ok(value) => Checked::clean(Some(value)),
        Err(error) => vec![unreadable(path, &error)].into(),
    }
}

/// Reads one file, if nothing is wrong with it.
fn node_of(
    tree: &SourceTree,
    path: &RelPath,
    check: impl FnOnce(&str, &mut Node) -> Vec<Diagnostic>,
) -> Checked<Option<Node>> {
    let text = match tree.checked_text(path) {
        Ok(text) if text.len() > MAX_BYTES => return vec![too_large(path)].into(),
        Ok(text) => text,
        Err(diagnostic) => return vec![*diagnostic].into(),
    };
    let node::Parsed { root, mut found, is_repaired } = node::parse(path, text);
    let Some(mut root) = root.filter(|_| is_repaired) else { return found.into() };
    found.extend(check(text, &mut root));
    if found.is_empty() { Checked::clean(Some(root)) } else { found.into() }
}

/// Returns the schema of a record type, with its descriptions.
pub fn schema_of<T: JsonSchema>() -> Schema {
    Schema::of::<T>()
}

fn too_large(path: &RelPath) -> Diagnostic {
    Diagnostic::of(FILE_TOO_LARGE, Place::File(path.clone()), say!("文件超过 1 MB", "the file is larger than 1 MB"))
        .help(say!(
            "一条记录只写一个问题；长文字写进 .md 文件",
            "a record holds one issue; long text belongs in its .md files"
        ))
}

/// Returns a diagnostic for what the schema did not see. It should see everything, so this says what the record type
/// says.
fn unreadable(path: &RelPath, error: &serde::de::value::Error) -> Diagnostic {
    Diagnostic::of(
        YAML_SYNTAX,
        Place::File(path.clone()),
        say!("读不懂这个文件：{error}", "the file cannot be read: {error}"),
    )
}
