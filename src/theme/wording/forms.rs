//! The forms of a message, such as one and other, as a file of messages states them.

use crate::source::yaml::{Key, Node, NodeKind};

/// The forms of a message that may do without the number: it is in the word.
pub(super) const SMALL_FORMS: [&str; 3] = ["zero", "one", "two"];

/// A form of a message: its name, its text and where it stands.
pub(super) type MessageForm<'a> = (&'a str, &'a str, &'a Node);

/// Returns the forms of a message; none if a node is no message.
pub(super) fn forms(node: &Node) -> Option<Vec<MessageForm<'_>>> {
    match &node.kind {
        NodeKind::Scalar { text, .. } => Some(vec![("", text, node)]),
        NodeKind::Mapping(entries) if node.child("other").is_some() => Some(entries.iter().filter_map(form).collect()),
        _ => None,
    }
}

pub(super) fn form((key, node): &(Key, Node)) -> Option<MessageForm<'_>> {
    match &node.kind {
        NodeKind::Scalar { text, .. } => Some((&key.text, text, node)),
        _ => None,
    }
}

/// Returns whether YAML reads a node as a text.
pub(super) fn is_text(node: &Node) -> bool {
    match &node.kind {
        NodeKind::Scalar { text, plain: true } => {
            !node.is_null() && !["true", "false"].contains(&text.as_str()) && text.parse::<f64>().is_err()
        }
        _ => true,
    }
}
