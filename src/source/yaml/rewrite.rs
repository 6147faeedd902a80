//! A file that says something else, and is otherwise the same byte for byte: comments, order, quotation marks and line
//! ends stay.
//!
//! The value that is wanted is laid beside the nodes of the file, and only the bytes of what differs are replaced. The
//! result is read again: it must say exactly what is wanted, or nothing is changed.

mod blocks;
mod lines;
mod lists;
mod maps;
mod places;
mod replacement;
mod style;

use super::node::{self, Node, NodeKind};
use super::texts;
use super::value::Value;
use super::write::{self, STEP, YamlStyle};
use crate::diagnostic::{Edit, Message, spliced};
use crate::say;
use crate::value::RelPath;
use maps::has;
use style::style;

/// Returns the text of a file that says what is wanted.
///
/// # Errors
/// If the file cannot be read, or is written in a way that cannot be changed without judgement.
pub fn rewritten(path: &RelPath, text: &str, wanted: &Value) -> Result<String, Message> {
    let Some(root) = whole(path, text) else {
        return Err(say!(
            "{path} 读不懂，不能自动修改；请先运行 gongkai check，改正它指出的问题",
            "{path} cannot be read and is not changed: run `gongkai check` and fix what it names first"
        ));
    };
    let mut rewriter = Rewriter { text, style: style(text, &root), edits: Vec::new() };
    let slot = ValueSlot { after: root.range().start, column: 0, kind: SlotKind::Root, is_flow: false };
    let changed = rewriter.node(slot, &root, wanted).map(|()| {
        rewriter.edits.sort_by_key(|edit| edit.start);
        spliced(text, &rewriter.edits)
    });
    changed.filter(|changed| whole(path, changed).is_some_and(|root| Value::of(&root) == *wanted)).ok_or_else(|| {
        say!(
            "{path} 的写法不能自动修改，没有写入；请手工修改这个文件",
            "{path} is written in a way that cannot be changed automatically; nothing was written: edit the file by hand"
        )
    })
}

/// Returns a value as a file of its own.
pub fn written_anew(value: &Value) -> String {
    let style = YamlStyle { ending: "\n", list_indent: STEP };
    match value {
        Value::Map(entries) if !entries.is_empty() => style.entries(entries, 0),
        Value::List(items) if !items.is_empty() => items.iter().map(|item| style.entry("-", item, 0)).collect(),
        value => format!("{}\n", write::flow(value, "")),
    }
}

/// Returns what a file says.
pub fn value(path: &RelPath, text: &str) -> Option<Value> {
    whole(path, text).as_ref().map(Value::of)
}

/// Returns what a file says as its author means it: without the spaces of lines that are folded, as records are read.
pub fn meant(path: &RelPath, text: &str) -> Option<Value> {
    let mut root = whole(path, text)?;
    texts::settle(&mut root, text);
    Some(Value::of(&root))
}

/// Returns the nodes of a file with which nothing is wrong.
fn whole(path: &RelPath, text: &str) -> Option<Node> {
    let parsed = node::parse(path, text);
    parsed.root.filter(|_| parsed.found.is_empty())
}

/// Where a value stands.
#[derive(Clone, Copy)]
struct ValueSlot {
    /// After the colon of its key, or where an item begins.
    after: usize,
    /// The column of its key or its dash.
    column: usize,
    kind: SlotKind,
    is_flow: bool,
}

#[derive(Clone, Copy, PartialEq)]
enum SlotKind {
    /// The whole file.
    Root,
    /// After a key.
    Key,
    /// After a dash.
    Item,
}

struct Rewriter<'a> {
    text: &'a str,
    style: YamlStyle,
    /// In the order of the file.
    edits: Vec<Edit>,
}

/// Every step gives nothing where the way in which the file is written does not allow it.
impl Rewriter<'_> {
    fn node(&mut self, slot: ValueSlot, node: &Node, wanted: &Value) -> Option<()> {
        if Value::of(node) == *wanted {
            return Some(());
        }
        match (&node.kind, wanted) {
            (NodeKind::Mapping(old), Value::Map(new)) if old.iter().any(|(key, _)| has(new, &key.text)) => {
                self.map(node, old, new, slot.is_flow)
            }
            (NodeKind::Sequence(old), Value::List(new)) if !old.is_empty() && !new.is_empty() => {
                self.list(node, old, new, slot.is_flow)
            }
            (NodeKind::Scalar { text, .. }, Value::Text(new)) if !text.is_empty() && self.is_block(node) => {
                self.block(slot, node, new)
            }
            _ => self.whole(slot, node, wanted),
        }
    }
}

#[cfg(test)]
mod tests;
