//! A YAML file as a tree of nodes, each with its range of bytes.

mod builder;
mod parser;
mod refused;

use std::ops::Range;

use crate::diagnostic::{Diagnostic, Place};
use crate::say;
use crate::source::DUPLICATE_KEY;
use crate::value::RelPath;

pub(super) use parser::{Parsed, parse};

/// What YAML reads as nothing, where it is not in quotation marks.
pub(super) const NOTHING: [&str; 5] = ["", "~", "null", "Null", "NULL"];

/// A node and where it stands.
#[derive(Clone, Debug)]
pub struct Node {
    /// What it is.
    pub kind: NodeKind,
    range: Range<usize>,
}

/// What a node is.
#[derive(Clone, Debug)]
pub enum NodeKind {
    /// A text. Plain ones may also be read as numbers, truth values or nothing.
    Scalar {
        /// The text, escapes undone.
        text: String,
        /// Whether it stands without quotes.
        plain: bool,
    },
    /// A list.
    Sequence(Vec<Node>),
    /// Keys with their values, in the order of the file.
    Mapping(Vec<(Key, Node)>),
}

/// A key and where it stands.
#[derive(Clone, Debug)]
pub struct Key {
    /// The key.
    pub text: String,
    /// Its range of bytes.
    pub range: Range<usize>,
}

impl Key {
    /// Returns whether no colon follows the key: what a comma leaves behind where it cuts a text within `{ }`.
    pub(super) fn is_bare(&self, file: &str) -> bool {
        !file[self.range.end..].trim_start().starts_with(':')
    }
}

impl Node {
    /// Returns a text that stands in a range.
    pub(super) fn of(kind: NodeKind, range: Range<usize>) -> Node {
        Node { kind, range }
    }

    /// Returns the range of bytes, without the line break that closes a block.
    pub fn range(&self) -> Range<usize> {
        self.range.clone()
    }

    /// Returns the child at a key or at a position, with the range of the key (empty for positions).
    pub fn child(&self, step: &str) -> Option<(Range<usize>, &Node)> {
        match &self.kind {
            NodeKind::Mapping(entries) => {
                entries.iter().find(|(key, _)| key.text == step).map(|(key, node)| (key.range.clone(), node))
            }
            NodeKind::Sequence(items) => step.parse().ok().and_then(|i: usize| items.get(i)).map(|node| (0..0, node)),
            NodeKind::Scalar { .. } => None,
        }
    }

    /// Lays another node over this one: mappings key by key, anything else whole. What is nothing changes nothing.
    pub(super) fn lay_over(&mut self, over: Node) {
        if over.is_null() {
            return;
        }
        match (&mut self.kind, over) {
            (NodeKind::Mapping(entries), Node { kind: NodeKind::Mapping(over), .. }) => {
                for (key, value) in over {
                    match entries.iter_mut().find(|(known, _)| known.text == key.text) {
                        Some((_, known)) => known.lay_over(value),
                        None => entries.push((key, value)),
                    }
                }
            }
            (_, over) => *self = over,
        }
    }

    /// Returns whether YAML reads the node as nothing.
    pub fn is_null(&self) -> bool {
        matches!(&self.kind, NodeKind::Scalar { text, plain: true } if NOTHING.contains(&text.as_str()))
    }
}

pub(super) fn duplicate(path: &RelPath, key: &Key, first: Range<usize>) -> Diagnostic {
    let name = &key.text;
    Diagnostic::of(
        DUPLICATE_KEY,
        Place::Span(path.clone(), key.range.clone()),
        say!("键“{name}”写了两次", "the key `{name}` is given twice"),
    )
    .help(say!("请只保留其中一处", "keep only one of them"))
    .related(Place::Span(path.clone(), first), say!("第一次写在这里", "it is first given here"))
}
